import type { KnownContent } from '../../src/reading/known-content.ts';
import { INDUSTRIES, keysOf } from '../../src/schema/vocabulary.ts';
import { numbersFrom, oneOf } from './numbers.ts';
import { SENTENCES } from './sentences.ts';

/** What generated entries name, and sentences that they may be made of besides those of no meaning. */
export interface Surroundings extends Pick<KnownContent, 'challenges' | 'mitigations' | 'tools' | 'works'> {
  readonly sentences: readonly string[];
}

/** A case study that was made up, and the challenges that it names. */
export interface GeneratedCase {
  readonly slug: string;
  readonly text: string;
  readonly challenges: readonly string[];
}

/**
 * The nth generated case study: sound, unlike all others, of about 250 words with its front matter's notes, and the
 * same each time among the same surroundings.
 */
export function generatedCase(
  n: number,
  { challenges, mitigations, tools, works, sentences }: Surroundings,
): GeneratedCase {
  const below = numbersFrom(n * 7919 + 1);
  const some = (items: readonly (readonly [slug: string, ...unknown[]])[], most: number) => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => oneOf(items, below)[0])),
  ];
  const sentence = () =>
    sentences.length > 0 && below(4) > 0
      ? oneOf(sentences, below)
      : oneOf(SENTENCES, below)
          .replace('#', String(2 + below(97)))
          .replace('?', oneOf(works, below));
  const paragraph = () => Array.from({ length: 4 + below(3) }, sentence).join(' ');
  const year = 2010 + below(15);
  const named = some(challenges, 4);
  const applied = some(mitigations, 2).flatMap((slug) => [
    `  - id: ${slug}`,
    `    outcome: ${oneOf(['helped', 'partly', 'did-not-help', 'not-reported'], below)}`,
    `    note: It took ${2 + below(40)} days.`,
  ]);
  const text = [
    '---',
    `title: Generated case ${n} of a model in use`,
    `organisation: Example organisation ${n}`,
    `industry: ${oneOf(keysOf(INDUSTRIES), below)}`,
    `year: ${year}`,
    'kind: case-study',
    `task: task number ${below(400)}`,
    `challenges: [${named.join(', ')}]`,
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
  return { slug: `generated-${n}`, text, challenges: named };
}
