import { caseStudyText, type CaseStudyFields } from '../model/case-study-text.ts';
import { addressOf, COLLECTIONS, KINDS_OF_ENTRY, type EntryKind } from '../model/collections.ts';
import { frontMatter, type Hints } from '../model/front-matter.ts';
import { SECTIONS } from '../rules/sections.ts';
import { SCHEMAS } from '../schema/index.ts';
import { EFFORTS, EVIDENCE, keysOf, MOMENTS, TOOL_KINDS } from '../schema/vocabulary.ts';
import type { Known } from './known.ts';

/** The file of a new entry: where it belongs under the content folder, and what stands in it. */
export interface NewEntry {
  readonly path: string;
  readonly text: string;
  /** The address of its page, without the base path. */
  readonly address: string;
}

type Fields = Readonly<Record<string, unknown>>;

const words = (vocabulary: object) => keysOf(vocabulary).join(', ');

const HINTS: Readonly<Record<Exclude<EntryKind, 'case-study'>, Hints>> = {
  challenge: {
    summary: 'the definition, 160 characters at most',
    symptoms: '4 to 7 sentences that people say when they meet it',
    'questions.question': 'to be answered yes or no; its id, once finished, never changes',
    'related.challenge': 'slug',
    'related.why': 'why a reader should look there too',
  },
  mitigation: {
    summary: '160 characters at most',
    'mitigates.challenge': 'slug',
    'mitigates.how': 'half a sentence',
    effort: words(EFFORTS),
    when: words(MOMENTS),
  },
  tool: {
    summary: '400 characters at most',
    kind: words(TOOL_KINDS),
    license: 'as the project states it',
    openSource: 'true or false',
    'statusSeen.claim': 'what was seen of its upkeep',
    'statusSeen.date': 'when it was so, such as 2026-11',
    'addresses.challenge': 'slug',
    'addresses.how': 'half a sentence',
    evidence: words(EVIDENCE),
  },
  approach: {
    summary: '400 characters at most',
    'source.url': 'or doi, arxiv or isbn',
    figure: 'what its drawing shows, 160 characters at most',
    'addresses.challenge': 'slug',
    'addresses.how': 'half a sentence',
    evidence: words(EVIDENCE),
  },
};

/** Parts of a challenge's text that say what the front matter says, or list all that belongs to it. */
const SHOWN: Readonly<Record<string, string>> = {
  'How you notice': '<Symptoms />',
  Evidence: '<MoreCases />',
  'What to do': '<MoreMitigations />',
  Tools: '<MoreTools />',
  'Questions for a review': '<Questions />',
  'Related challenges': '<Related />',
};

/** The fewest questions of a challenge. */
const QUESTIONS = 5;

/** The next place in a step that no challenge has. */
const nextOrder = (step: string, { entries }: Known) =>
  Math.max(0, ...entries.challenges.filter((each) => each.step === step).map(({ order = 0 }) => order)) + 1;

/** What is known of a new entry before anybody has written it. */
function startOf(
  kind: Exclude<EntryKind, 'case-study'>,
  slug: string,
  fields: Fields,
  known: Known,
  today: string,
): Fields {
  switch (kind) {
    case 'challenge':
      return {
        order: nextOrder(String(fields['step']), known),
        editions: ['community'],
        names: {},
        questions: Array.from({ length: QUESTIONS }, () => ({ id: `${slug}-` })),
      };
    case 'approach': {
      const source = (fields['source'] ?? {}) as Fields;
      const isFound = source['doi'] ?? source['arxiv'] ?? source['url'];
      return { checked: today, source: isFound ? source : { ...source, url: null } };
    }
    case 'tool':
      return { checked: today };
    case 'mitigation':
      return {};
  }
}

function sectionsOf(kind: Exclude<EntryKind, 'case-study'>): string {
  const titles = (SECTIONS[KINDS_OF_ENTRY[kind]] ?? []).filter(({ isOptional }) => !isOptional);
  return titles
    .flatMap(({ title }) => [`## ${title}`, (kind === 'challenge' && SHOWN[title]) || ''])
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The stage whose folder holds the challenges of a step; empty for other kinds, which have no folders. */
const folderIn = (kind: EntryKind, { step }: Fields, { steps }: Known) =>
  kind === 'challenge' ? `/${steps.find(({ slug }) => slug === step)?.stage ?? ''}` : '';

/**
 * A new entry: what is known of it, a gap for each field that is needed, and its sections, still empty.
 * @param fields as `readAnswers` gives them; a challenge needs its step, which decides its folder
 * @param today as in 2026-11-23
 */
export function newEntry(
  kind: EntryKind,
  {
    slug,
    title,
    fields,
    today,
  }: { readonly slug: string; readonly title: string; readonly fields: Fields; readonly today: string },
  known: Known,
): NewEntry {
  const collection = KINDS_OF_ENTRY[kind];
  const { folder } = COLLECTIONS[collection];
  const place = `${folder}${folderIn(kind, fields, known)}/${slug}`;
  const address = addressOf(collection, slug);
  if (kind === 'case-study') {
    const record: CaseStudyFields = { ...fields, title, checked: today };
    return { path: `${place}.md`, text: caseStudyText(record), address };
  }
  const record = { title, ...fields, ...startOf(kind, slug, fields, known, today) };
  const matter = frontMatter(SCHEMAS[KINDS_OF_ENTRY[kind]], record, HINTS[kind]);
  return { path: `${place}.mdx`, text: `${matter}\n${sectionsOf(kind)}\n`, address };
}
