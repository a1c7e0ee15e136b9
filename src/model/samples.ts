import type { Approach } from '../schema/approach.ts';
import type { AppliedMitigation, CaseStudy } from '../schema/case-study.ts';
import type { Challenge } from '../schema/challenge.ts';
import type { Term } from '../schema/glossary.ts';
import type { Mitigation } from '../schema/mitigation.ts';
import type { ReadingPath } from '../schema/paths.ts';
import type { Review, ReviewContext, ReviewRule } from '../schema/review.ts';
import type { Symptom, SymptomGroup } from '../schema/symptoms.ts';
import type { ToolGroup } from '../schema/tool-group.ts';
import type { Tool } from '../schema/tool.ts';
import type { Stage, Step } from '../schema/workflow.ts';
import { EMPTY_CATALOGUE, type Catalogue, type Entry } from './catalogue.ts';
import type { CslItem, Work } from './references.ts';
import type { Teller } from './told.ts';

/** `concept-drift` as a title: `Concept drift`. */
const titled = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

/** The body that a right case study has at least. */
export const aCaseBody =
  '## Problem\n\nIt fell.\n\n## What was done\n\nWe looked.\n\n## Outcome\n\nIt rose.\n';

/** So many words of plain prose, in fives. */
const prose = (words: number) =>
  Array<string>(Math.ceil(words / 5))
    .fill('Five plain words stand here.')
    .join(' ');
const PARAGRAPH = prose(5);

/** So many sentences that each rest on a source of their own. */
const sourced = (sources: number) =>
  Array.from({ length: sources }, (_, i) => `So says [a report](https://example.org/report-${i + 1}).`).join(
    ' ',
  );

const sectioned = (sections: Record<string, string>) =>
  Object.entries(sections)
    .map(([title, text]) => `## ${title}\n\n${text}\n`)
    .join('\n');

/** The body of a right challenge, which tells of the entries that are named. */
export const aChallengeBody = (told: Partial<Record<Teller, readonly string[]>> = {}): string => {
  const telling = (teller: Teller) =>
    (told[teller] ?? [])
      .map((slug) => `<${teller} of="${slug}">\n\n${PARAGRAPH}\n\n</${teller}>\n\n`)
      .join('');
  return sectioned({
    'At a glance': PARAGRAPH,
    'How you notice': '<Symptoms />',
    'Why it is hard': `${prose(900)} ${sourced(5)}`,
    Evidence: `${telling('Case')}<MoreCases />`,
    'What to do': `${telling('Mitigation')}<MoreMitigations />`,
    Tools: `${telling('Tool')}<MoreTools />`,
    'Questions for a review': '<Questions />',
    'Since the survey': PARAGRAPH,
    'Related challenges': '<Related />',
  });
};

/** The bodies of a right mitigation, tool and approach. */
export const aMitigationBody = sectioned({
  'What it is': PARAGRAPH,
  'When it fits': PARAGRAPH,
  Steps: PARAGRAPH,
  'Costs and limits': PARAGRAPH,
  Evidence: `${prose(220)} ${sourced(3)}`,
});
export const aToolBody = sectioned({
  'What it does': `${prose(150)} ${sourced(3)}`,
  'Getting started': PARAGRAPH,
  Limits: PARAGRAPH,
});
export const anApproachBody = sectioned({
  'The idea': `${prose(300)} ${sourced(3)}`,
  'What adopting it takes': PARAGRAPH,
  Criticism: PARAGRAPH,
  'Who reported using it': PARAGRAPH,
});

/** Questions of a challenge, as many as it needs. */
export const questionsOf = (challenge: string): Challenge['questions'] =>
  ['a', 'b', 'c', 'd', 'e'].map((letter) => ({
    id: `${challenge}-${letter}`,
    question: `Is ${letter} there?`,
  }));

/** Builders make the smallest right record of a kind for tests; a test states only what it is about. */
export const aStep = (slug: string, step: Partial<Step> = {}): Step => ({
  slug,
  title: titled(slug),
  names: {},
  editions: [2022],
  summary: 'A step.',
  aliases: [],
  surveyReports: [],
  ...step,
});

export const aStage = (slug: string, steps: readonly Step[], stage: Partial<Stage> = {}): Stage => ({
  slug,
  title: titled(slug),
  mark: slug.slice(0, 2).toUpperCase(),
  shape: 'circle',
  names: {},
  editions: [2022],
  summary: 'A stage.',
  aliases: [],
  surveyReports: [],
  related: [],
  steps: [...steps],
  ...stage,
});

export const aChallenge = (
  id: string,
  data: Partial<Challenge> = {},
  body = aChallengeBody(),
): Entry<Challenge> => ({
  id,
  body,
  data: {
    title: titled(id),
    step: 'updating',
    order: 1,
    editions: [2022],
    names: {},
    summary: 'It is hard.',
    aliases: [],
    symptoms: ['a', 'b', 'c', 'd'],
    questions: questionsOf(id),
    related: [],
    ...data,
  },
});

export const aMitigation = (
  id: string,
  challenges: readonly string[],
  data: Partial<Mitigation> = {},
  body = aMitigationBody,
): Entry<Mitigation> => ({
  id,
  body,
  data: {
    title: titled(id),
    summary: 'It helps.',
    aliases: [],
    mitigates: challenges.map((challenge) => ({ challenge, how: `${id} helps` })),
    effort: 'low',
    when: 'deploy',
    otherTools: [],
    ...data,
  },
});

export const aTool = (
  id: string,
  challenges: readonly string[],
  data: Partial<Tool> = {},
  body = aToolBody,
): Entry<Tool> => ({
  id,
  body,
  data: {
    title: titled(id),
    summary: 'A tool.',
    aliases: [],
    kind: 'library',
    maintainer: 'Example project',
    license: 'MIT',
    openSource: true,
    language: 'Python',
    homepage: 'https://example.org/',
    docs: 'https://example.org/docs',
    statusSeen: { claim: 'Released', date: '2026-01' },
    addresses: challenges.map((challenge) => ({ challenge, how: `${id} helps` })),
    supports: [],
    alternatives: [],
    evidence: 'full-text',
    checked: '2026-01-02',
    ...data,
  },
});

export const anApproach = (
  id: string,
  challenges: readonly string[],
  data: Partial<Approach> = {},
  body = anApproachBody,
): Entry<Approach> => ({
  id,
  body,
  data: {
    title: titled(id),
    summary: 'An approach.',
    aliases: [],
    authors: ['A. Author'],
    source: { title: 'A way of working', url: 'https://example.org/way' },
    figure: 'What it is made of.',
    addresses: challenges.map((challenge) => ({ challenge, how: `${id} helps` })),
    supports: [],
    alternatives: [],
    evidence: 'full-text',
    checked: '2026-01-02',
    ...data,
  },
});

export const aCaseStudy = (
  id: string,
  challenges: readonly string[],
  data: Partial<CaseStudy> = {},
  body = aCaseBody,
): Entry<CaseStudy> => ({
  id,
  body,
  data: {
    title: `${titled(id)} in the field`,
    industry: 'software',
    year: 2020,
    kind: 'case-study',
    task: 'ranking',
    challenges: [...challenges],
    mitigations: [],
    tools: [],
    source: { title: `Report of ${id}`, url: `https://example.org/${id}` },
    evidence: 'full-text',
    checked: '2026-01-02',
    facts: [],
    ...data,
  },
});

/** A mitigation as a case study names it; used and without a reported outcome when nothing else is said. */
export const applied = (id: string, rest: Partial<AppliedMitigation> = {}): AppliedMitigation => ({
  id,
  outcome: 'not-reported',
  basis: 'used',
  ...rest,
});

export const aToolGroup = (id: string, data: Partial<ToolGroup> = {}): Entry<ToolGroup> => ({
  id,
  data: {
    title: titled(id),
    summary: 'A family of tools.',
    examples: { 2021: [], 2022: [] },
    tools: [],
    challenges: ['concept-drift'],
    mappingBasis: 'our own reading',
    pros: [],
    cons: [],
    surveyReports: [],
    references: [],
    ...data,
  },
});

export const aSymptom = (
  id: string,
  challenges: readonly string[],
  symptom: Partial<Symptom> = {},
): Symptom => ({
  id,
  says: `${titled(id)}.`,
  challenges: challenges.map((challenge) => ({ challenge, when: `It may be ${challenge}.` })),
  ...symptom,
});

export const aSymptomGroup = (id: string, symptoms: readonly Symptom[]): SymptomGroup => ({
  id,
  title: titled(id),
  symptoms: [...symptoms],
});

export const aTerm = (id: string, term: Partial<Term> = {}): Term => ({
  id,
  term: titled(id),
  means: 'It means something.',
  also: [],
  see: [],
  ...term,
});

/** A reading path over pages by their addresses; five is the least that the schema takes. */
export const aPath = (
  id: string,
  pages: readonly string[],
  path: Partial<ReadingPath> = {},
): ReadingPath => ({
  id,
  title: titled(id),
  for: 'Somebody.',
  leaves: 'You can do it.',
  stops: pages.map((page) => ({ page, why: `It leads to ${page}` })),
  ...path,
});

/** A question of a review with its answers. */
export const aReviewContext = (
  id: string,
  options: readonly string[],
  context: Partial<ReviewContext> = {},
): ReviewContext => ({
  id,
  question: `${titled(id)}?`,
  kind: 'many',
  options: options.map((option) => ({ id: option, label: titled(option) })),
  ...context,
});

/** A rule of a review: challenges, each with the cases that show it. */
export const aReviewRule = (
  id: string,
  when: ReviewRule['when'],
  challenges: Readonly<Record<string, readonly string[]>>,
  weight = 1,
): ReviewRule => ({
  id,
  when,
  challenges: Object.entries(challenges).map(([challenge, seenIn]) => ({
    challenge,
    why: `${titled(challenge)} matters.`,
    weight,
    seenIn: [...seenIn],
  })),
});

export const aReview = (review: Partial<Review> = {}): Review => ({
  contexts: [
    aReviewContext('data', ['personal', 'sensors']),
    aReviewContext('domain', [], { kind: 'one', from: 'industries', options: undefined }),
  ],
  rules: [
    aReviewRule('always', {}, { 'concept-drift': ['shop'] }),
    aReviewRule('of-sensors', { data: ['sensors'], domain: ['e-commerce'] }, { 'slow-release': [] }),
  ],
  ...review,
});

export const aWork = (key: string, csl: Partial<CslItem> = {}): Work => ({
  key,
  csl: { id: key, type: 'document', title: titled(key), ...csl },
  url: csl.URL,
});

/** A catalogue of nothing but what a test is about. */
export const aCatalogue = (parts: Partial<Catalogue> = {}): Catalogue => ({ ...EMPTY_CATALOGUE, ...parts });
