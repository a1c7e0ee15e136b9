import { sectionsOf } from '../model/sections.ts';
import { didYouMean, nearest } from './nearest.ts';
import type { Rule } from './rule.ts';
import { textsOf, type TextPart } from './unread.ts';

/** The sections of a kind of entry in their order; those marked optional may be left out. */
export const SECTIONS: Partial<
  Record<TextPart, readonly { readonly title: string; readonly isOptional?: true }[]>
> = {
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

/** Offset of a line (from 0) in a text. */
const offsetOfLine = (text: string, line: number) =>
  text
    .split('\n')
    .slice(0, line)
    .reduce((sum, each) => sum + each.length + 1, 0);

/** Each kind of entry has its sections, in their order, and none of them empty. */
export const sections: Rule = {
  id: 'sections',
  check(content, report) {
    for (const [part, expected] of Object.entries(SECTIONS)) {
      const titles = expected.map(({ title }) => title);
      for (const { where: entry, body } of textsOf(content, [part as TextPart])) {
        const at = (offset: number) => ({ ...entry, offset });
        const seen = new Set<string>();
        for (const { title, line, isEmpty } of sectionsOf(body)) {
          const where = at(offsetOfLine(body, line));
          if (!titles.includes(title)) {
            const suggestion = nearest(title, titles);
            report(where, `"## ${title}" is no section here${didYouMean(suggestion)}`, {
              found: title,
              expected: titles.join(', '),
              ...(suggestion && { suggestion }),
            });
          } else if (seen.has(title)) report(where, `"## ${title}" stands here twice`, { found: title });
          else {
            const later = titles.slice(titles.indexOf(title) + 1).find((each) => seen.has(each));
            if (later) report(where, `"## ${title}" belongs before "## ${later}"`, { found: title });
            seen.add(title);
          }
          if (isEmpty)
            report(where, `"## ${title}" is empty; one honest sentence is enough`, { found: title });
        }
        for (const { title, isOptional } of expected)
          if (!isOptional && !seen.has(title))
            report(at(0), `the section "## ${title}" is missing`, { expected: titles.join(', ') });
      }
    }
  },
};
