import type { KnownContent } from '../../src/reading/known-content.ts';
import { INDUSTRIES, keysOf } from '../../src/schema/vocabulary.ts';
import type { Seed } from './mutations.ts';

/** Sentences of no meaning in the style of case studies; `#` becomes a number. */
const SENTENCES = [
  'The team ran a model in # regions, and its figures fell within a month [@?].',
  'Labels arrived # days late, so nobody could say how well the model did.',
  'A second model answered the same requests in the shadow of the first for # weeks.',
  'Of # features, a third came from a table that another team changed without notice.',
  'They compared each week with the one before, and set an alarm at # per cent [@?].',
  'Training took # hours on one machine, which was too long to repeat every night.',
  'The old rules stayed in place for # per cent of the traffic, as a yardstick.',
  'After # reviews the checklist had shrunk to a page that people did read.',
  'A report of # pages described the data, who had collected it, and what it left out [@?].',
  'The service answered within # milliseconds, and the batch job was switched off.',
];

/** What generated case studies name. */
export type Named = Pick<KnownContent, 'challenges' | 'mitigations' | 'tools' | 'works'>;

/** Numbers that look random and are the same for the same start (a linear congruential generator, Numerical Recipes). */
function numbersFrom(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The nth generated case study: sound, unlike all others, as long as the real ones, and always the same. */
export function generatedCase(n: number, { challenges, mitigations, tools, works }: Named): Seed {
  const below = numbersFrom(n * 7919 + 1);
  const oneOf = <T>(items: readonly T[]) => items[below(items.length)] as T;
  const some = (items: readonly (readonly [slug: string, ...unknown[]])[], most: number) => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => oneOf(items)[0])),
  ];
  const sentence = () =>
    oneOf(SENTENCES)
      .replace('#', String(2 + below(97)))
      .replace('?', oneOf(works));
  const paragraph = () => Array.from({ length: 3 + below(3) }, sentence).join(' ');
  const year = 2010 + below(15);
  const applied = some(mitigations, 2).flatMap((slug) => [
    `  - id: ${slug}`,
    `    outcome: ${oneOf(['helped', 'partly', 'did-not-help', 'not-reported'])}`,
    `    note: It took ${2 + below(40)} days.`,
  ]);
  const text = [
    '---',
    `title: Generated case ${n} of a model in use`,
    `organisation: Example organisation ${n}`,
    `industry: ${oneOf(keysOf(INDUSTRIES))}`,
    `year: ${year}`,
    'kind: case-study',
    `task: task number ${below(400)}`,
    `challenges: [${some(challenges, 4).join(', ')}]`,
    'mitigations:',
    ...applied,
    `tools: [${some(tools, 2).join(', ')}]`,
    'source:',
    `  title: Generated report ${n}`,
    '  authors: [A. Author, B. Writer]',
    `  year: ${year}`,
    `  url: https://example.org/reports/${n}`,
    'evidence: full-text',
    'checked: 2026-01-02',
    '---',
    ...['Problem', 'What was done', 'Outcome'].flatMap((title) => ['', `## ${title}`, '', paragraph()]),
    '',
  ].join('\n');
  return { slug: `generated-${n}`, text };
}
