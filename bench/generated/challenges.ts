import type { Entry } from '../../src/model/catalogue.ts';
import { wordsIn } from '../../src/model/sentences.ts';
import { stepsInOrder } from '../../src/model/workflow.ts';
import type { Content } from '../../src/rules/rule.ts';
import { numbersFrom, oneOf } from './numbers.ts';

/** Words of the text of a generated challenge, at least: as many as the guide asks for. */
const WORDS = 900;

/** Mitigations and tools that are said to help against each generated challenge. */
const HELPERS = { mitigations: 4, tools: 2 } as const;

/** A challenge that was made up, and what must stand elsewhere in content/ so that it belongs there. */
export interface GeneratedChallenge {
  /** From 1 on. */
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly stage: string;
  readonly step: string;
  readonly order: number;
  /** Slugs of the mitigations and tools that help against it; their files say so. */
  readonly mitigations: readonly string[];
  readonly tools: readonly string[];
  /** Slug of a neighbour. */
  readonly related: string;
}

/** Every nth item of a list, so that as many as wanted lie evenly over it. */
const spread = <T>(items: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as T);

const slugs = (entries: readonly Entry<unknown>[]) => entries.map(({ id }) => id).toSorted();

/**
 * Challenges that bring their number to a wanted one, one in each of some steps spread over the workflow.
 * @param wanted how many challenges there shall be in all; at least one is made up, since it is what is measured
 */
export function generatedChallenges(content: Content, wanted: number): GeneratedChallenge[] {
  const missing = Math.max(1, wanted - content.challenges.length);
  const neighbours = slugs(content.challenges);
  return spread(stepsInOrder(content), missing).map(({ stage, step }, i) => {
    const below = numbersFrom(i * 104_729 + 7);
    const some = (entries: readonly Entry<unknown>[], count: number) =>
      spread(slugs(entries), count * missing).slice(i * count, (i + 1) * count);
    const orders = content.challenges.flatMap(({ data }) => (data.step === step.slug ? [data.order] : []));
    const number = i + 1;
    return {
      number,
      slug: `generated-challenge-${number}`,
      title: `Generated challenge ${number} of models in use`,
      summary: `Challenge number ${number} that was made up to measure with, in the step ${step.slug}.`,
      stage: stage.slug,
      step: step.slug,
      order: Math.max(0, ...orders) + 1,
      mitigations: some(content.mitigations, HELPERS.mitigations),
      tools: some(content.tools, HELPERS.tools),
      related: oneOf(neighbours, below),
    };
  });
}

/** What the text of a challenge is made of. */
interface Material {
  readonly sentences: readonly string[];
  readonly works: readonly string[];
  /** Case studies that name the challenge, to tell of: as many as the guide asks for. */
  readonly cases: readonly string[];
}

/** The text below the front matter: all sections that the guide asks for, and about 900 words. */
export function bodyOf(challenge: GeneratedChallenge, { sentences, works, cases }: Material): string {
  const below = numbersFrom(challenge.number * 15_485_863);
  const sentence = () => oneOf(sentences, below);
  const paragraph = (count: number) =>
    [
      ...Array.from({ length: count - 1 }, sentence),
      sentence().replace(/\.$/, ` [@${oneOf(works, below)}].`),
    ].join(' ');
  const told = (element: string, slug: string) => [
    `<${element} of="${slug}">`,
    '',
    paragraph(2),
    '',
    `</${element}>`,
    '',
  ];
  const lines = (reasons: readonly string[]) =>
    [
      ['## At a glance', '', paragraph(3), ''],
      ['## How you notice', '', '<Symptoms />', ''],
      ['## Why it is hard', '', ...reasons.flatMap((reason) => [reason, ''])],
      [
        '## Evidence',
        '',
        paragraph(4),
        '',
        ...cases.flatMap((slug) => told('Case', slug)),
        '<MoreCases />',
        '',
      ],
      ['## What to do', '', paragraph(3), ''],
      challenge.mitigations.flatMap((slug) => told('Mitigation', slug)),
      ['<MoreMitigations />', '', '## Tools', ''],
      challenge.tools.flatMap((slug) => told('Tool', slug)),
      ['<MoreTools />', '', '## Questions for a review', '', '<Questions />', ''],
      ['## Since the survey', '', `- **2024.** ${paragraph(2)}`, `- **2025.** ${paragraph(2)}`, ''],
      ['## Related challenges', '', '<Related />', ''],
    ].flat();
  const rest = lines([]);
  const heading = rest.indexOf('## Why it is hard');
  const reasons: string[] = [];
  const text = () =>
    [
      ...rest.slice(0, heading + 2),
      ...reasons.flatMap((reason) => [reason, '']),
      ...rest.slice(heading + 2),
    ].join('\n');
  do reasons.push(paragraph(4));
  while (wordsIn(text()) < WORDS);
  return text();
}

/** The front matter of a generated challenge, between its lines. */
export const frontMatterOf = ({
  number,
  slug,
  title,
  step,
  order,
  summary,
  related,
}: GeneratedChallenge): string =>
  [
    '---',
    `title: ${title}`,
    `step: ${step}`,
    `order: ${order}`,
    'editions: [community]',
    'names: {}',
    `summary: ${JSON.stringify(summary)}`,
    `aliases: [made-up challenge ${number}]`,
    'symptoms:',
    ...['Nobody', 'Somebody', 'Everybody', 'The team'].map(
      (who) => `  - ${who} meets the generated challenge ${number}.`,
    ),
    'questions:',
    ...['owner', 'date', 'limit', 'alarm', 'way-back'].flatMap((what) => [
      `  - id: ${slug}-${what}`,
      `    question: Does generated challenge ${number} have its ${what.replace('-', ' ')}?`,
    ]),
    'related:',
    `  - challenge: ${related}`,
    '    why: It stands beside it in the list.',
    '---',
    '',
    '',
  ].join('\n');

/** A group of symptoms that leads to the generated challenges, to stand at the end of `symptoms.yaml`. */
export const symptomsOf = (challenges: readonly GeneratedChallenge[]): string =>
  [
    '- id: generated-group',
    '  title: In what was made up',
    '  symptoms:',
    ...challenges.flatMap(({ number, slug }) => [
      `    - id: met-${slug}`,
      `      says: We meet the generated challenge ${number}.`,
      '      challenges:',
      `        - challenge: ${slug}`,
      '          when: It was made up to measure with.',
    ]),
    '',
  ].join('\n');

/**
 * A rule that brings the generated challenges up in a review, to stand at the end of `review.yaml`.
 * @param casesOf case studies that name a challenge, by its slug
 */
export const reviewRuleOf = (
  challenges: readonly GeneratedChallenge[],
  casesOf: (slug: string) => readonly string[],
): string =>
  [
    '  - id: generated-rule',
    '    when: {}',
    '    challenges:',
    ...challenges.flatMap(({ slug }) => [
      `      - challenge: ${slug}`,
      '        why: It was made up to measure with.',
      '        weight: 1',
      `        seenIn: [${casesOf(slug).slice(0, 1).join(', ')}]`,
    ]),
    '',
  ].join('\n');

/**
 * The file of a mitigation or tool with one more challenge that it helps against.
 * @param key under which its front matter lists challenges
 * @throws when the file lacks such a list
 */
export function withHelpFor(file: string, key: 'mitigates' | 'addresses', slug: string): string {
  const list = `\n${key}:\n`;
  if (!file.includes(list)) throw new Error(`the front matter has no list "${key}"`);
  return file.replace(list, `${list}  - challenge: ${slug}\n    how: is said to help\n`);
}
