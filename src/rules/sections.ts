import { markdownFacts } from '../model/markdown.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { sectionsOf } from '../model/sections.ts';
import type { Rule } from './rule.ts';
import { shortened } from './shortened.ts';
import { textsOf, type TextPart } from './unread.ts';

/** The heading of a section, and whether the section may be left out. */
export interface SectionTitle {
  readonly title: string;
  readonly isOptional?: true;
}

/** The sections of a kind of entry in their order; those marked optional may be left out. */
export const SECTIONS: Partial<Record<TextPart, readonly SectionTitle[]>> = {
  caseStudies: [
    { title: 'Problem' },
    { title: 'What was done' },
    { title: 'Outcome' },
    { title: 'Lessons', isOptional: true },
  ],
  challenges: [
    { title: 'At a glance' },
    { title: 'How you notice' },
    { title: 'Why it is hard' },
    { title: 'Evidence' },
    { title: 'Check the source', isOptional: true },
    { title: 'What to do' },
    { title: 'Tools' },
    { title: 'Questions for a review' },
    { title: 'Since the survey' },
    { title: 'Related challenges' },
  ],
  mitigations: [
    { title: 'What it is' },
    { title: 'When it fits' },
    { title: 'Steps' },
    { title: 'Costs and limits' },
    { title: 'Evidence' },
    { title: 'What else was read', isOptional: true },
  ],
  tools: [
    { title: 'What it does' },
    { title: 'Strengths', isOptional: true },
    { title: 'Getting started' },
    { title: 'Limits' },
    { title: 'What else was seen', isOptional: true },
  ],
  approaches: [
    { title: 'The idea' },
    { title: 'Strengths', isOptional: true },
    { title: 'What adopting it takes' },
    { title: 'Criticism' },
    { title: 'Who reported using it' },
    { title: 'What the survey reports', isOptional: true },
    { title: 'What else was seen', isOptional: true },
  ],
};

/** A second-level heading of a text, as the rule looks at it. */
interface Section {
  readonly title: string;
  readonly offset: number;
  readonly isEmpty: boolean;
}

/** Offset of a line (from 0) in a text. */
const offsetOfLine = (text: string, line: number) =>
  text
    .split('\n')
    .slice(0, line)
    .reduce((sum, each) => sum + each.length + 1, 0);

/** Sections as the reader of the page sees them: MDX is read line by line, Markdown by its tree. */
const sectionsIn = (part: TextPart, body: string): Section[] =>
  part === 'caseStudies'
    ? markdownFacts(body).headings.filter(({ depth, isOuter }) => depth === 2 && isOuter)
    : sectionsOf(body).map(({ title, line, isEmpty }) => ({
        title,
        isEmpty,
        offset: offsetOfLine(body, line),
      }));

/** Paragraphs that were meant as headings: the blank after the marks is missing. */
const nearHeadings = (part: TextPart, body: string): { title: string; offset: number }[] =>
  part === 'caseStudies'
    ? markdownFacts(body).plain.flatMap(({ offset, typed }) => {
        const title = /^##([^#\s].*)$/m.exec(typed)?.[1];
        return title !== undefined && (offset === 0 || body[offset - 1] === '\n')
          ? [{ title: title.trim(), offset }]
          : [];
      })
    : [];

/** Each kind of entry has its sections, in their order, and none of them empty. */
export const sections: Rule = {
  id: 'sections',
  check(content, report) {
    for (const [part, expected] of Object.entries(SECTIONS) as [TextPart, readonly SectionTitle[]][]) {
      const titles = expected.map(({ title }) => title);
      for (const { where: entry, body } of textsOf(content, [part])) {
        if (part === 'caseStudies' && markdownFacts(body).excess !== undefined) continue;
        const at = (offset: number) => ({ ...entry, offset });
        const found = sectionsIn(part, body);
        const seen = new Set<string>();
        /** Titles that a slip of their own says are misspelt: that they are missing follows from it. */
        const meant = new Set<string>();
        for (const { title, offset } of nearHeadings(part, body)) {
          const right = titles.includes(title) ? title : nearest(title, titles);
          if (right === undefined) continue;
          meant.add(right);
          report(at(offset), `"##${title}" is no heading: a blank is missing${didYouMean(`## ${right}`)}`, {
            found: `##${title}`,
            expected: `## ${right}`,
            suggestion: `## ${right}`,
          });
        }
        const free = titles.filter((title) => !found.some((each) => each.title === title));
        for (const { title, offset, isEmpty } of found) {
          const where = at(offset);
          if (!titles.includes(title)) {
            const suggestion = nearest(title, free) ?? nearest(title, titles);
            if (suggestion) meant.add(suggestion);
            report(where, `"## ${shortened(title)}" is no section here${didYouMean(suggestion)}`, {
              found: title,
              expected: titles.join(', '),
              ...(suggestion && { suggestion }),
            });
            continue;
          }
          if (seen.has(title)) {
            report(where, `"## ${title}" stands here twice`, { found: title, expected: titles.join(', ') });
            continue;
          }
          const later = titles.slice(titles.indexOf(title) + 1).find((each) => seen.has(each));
          if (later)
            report(where, `"## ${title}" belongs before "## ${later}"`, {
              found: title,
              expected: titles.join(', '),
            });
          seen.add(title);
          if (isEmpty)
            report(where, `"## ${title}" is empty; one honest sentence is enough`, { found: title });
        }
        for (const { title, isOptional } of expected)
          if (!isOptional && !seen.has(title) && !meant.has(title))
            report(at(0), `the section "## ${title}" is missing`, { expected: titles.join(', ') });
      }
    }
  },
};
