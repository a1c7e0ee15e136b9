import { findingsOf } from '../rules/findings.ts';
import { CASE_STUDY_RULES } from '../rules/of-case-study.ts';
import { CaseStudy } from '../schema/case-study.ts';
import { apartFrom, entryOf, fileNameSlip, MOST_BYTES, readEntryText, slipOf } from './entry.ts';
import { contentAround, type KnownContent } from './known-content.ts';
import { inReadingOrder } from './order.ts';
import { explanationOf, type Slip } from './slip.ts';

/** Where a case study lies in the repository. */
export const caseStudyPath = (slug: string): string => `content/case-studies/${slug}.md`;

/**
 * Everything that `npm run check` would say of the file of a new case study, in reading order.
 * @param text of the file
 * @param slug its name without `.md`
 * @param known what is there already
 */
export function checkCaseStudy(text: string, slug: string, known: KnownContent): Slip[] {
  const path = caseStudyPath(slug);
  const slips: Slip[] = [];
  const ofFile = (rule: string, detail: Pick<Slip, 'message'> & Partial<Slip>) =>
    slips.push({ path, line: 1, column: 1, rule, ...explanationOf(rule, undefined, undefined), ...detail });
  const name = fileNameSlip(`${slug}.md`, '.md');
  if (name) ofFile('file-name', name);
  if (known.caseStudies.some(([id]) => id === slug))
    ofFile('once', {
      message: `the guide has a case study "${slug}" already; take another name`,
      found: slug,
    });
  else if (known.works.includes(slug))
    ofFile('once', {
      message: `"${slug}" is already the key of a reference (${slug}); each is used once`,
      found: slug,
    });
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MOST_BYTES) {
    ofFile('file-size', tooLarge(bytes));
    return slips;
  }
  const { source, record, data, slips: own } = readEntryText(CaseStudy, path, text);
  slips.push(...own);
  // Of two that tell one source or have one title, rules name the later by slug: here the new one, whatever its name.
  const id = `~${slug}`;
  const part = data
    ? { entry: entryOf(id, data, source) }
    : {
        unread: {
          collection: 'caseStudies' as const,
          id,
          record,
          ...(source.bodyStart > 0 && { body: source.body }),
        },
      };
  const others = {
    ...known,
    caseStudies: known.caseStudies.filter(([id]) => id !== slug),
    // A text may cite itself.
    works: [...known.works.filter((key) => key !== slug), slug],
  };
  const findings = findingsOf(contentAround(others, part), CASE_STUDY_RULES).filter(
    ({ collection, id: of }) => collection === 'caseStudies' && of === id,
  );
  slips.push(
    ...apartFrom(
      findings.map((finding) => slipOf(finding, source, CaseStudy)),
      source.blindLines,
    ),
  );
  return inReadingOrder(slips);
}

/** What to say of a file that is too large. */
export const tooLarge = (bytes: number): Pick<Slip, 'message' | 'found' | 'expected'> => ({
  message: `the file has ${bytes} bytes; ${MOST_BYTES} (64 kB) at most`,
  found: String(bytes),
  expected: `${MOST_BYTES} at most`,
});
