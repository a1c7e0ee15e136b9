import { EMPTY_CATALOGUE, type Catalogue, type Entry } from '../model/catalogue.ts';
import type { ChangelogMonth, ChangeList } from '../model/changelog.ts';
import type { CslItem } from '../model/references.ts';
import {
  aCaseStudy,
  aChallenge,
  aMitigation,
  anApproach,
  applied,
  aPath,
  aReview,
  aStage,
  aStep,
  aSymptom,
  aSymptomGroup,
  aTool,
  aToolGroup,
  aWork,
} from '../model/samples.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import {
  EFFORTS,
  EVIDENCE,
  INDUSTRIES,
  keysOf,
  KINDS,
  MOMENTS,
  OUTCOMES,
  SHAPES,
  STATUSES,
} from '../schema/vocabulary.ts';

/*
 * Made-up records for the gallery, in the shape of the schemas. Each says in its title that it is a sample, and nothing
 * in them is a fact.
 */

const FILLING =
  'a sample title that goes on for as long as the schema lets a title go on, and then a few words more';

/**
 * A title of a given length in characters, to see how the longest looks.
 * @example titleOf(20) // 'A sample title that '
 */
export const titleOf = (length: number): string =>
  `A${`${FILLING}, and `.repeat(2).slice(1)}`.slice(0, length).replace(/[\s,]$/, 's');

/** The most characters that a title may have, by kind of record. */
export const LONGEST = { challenge: 80, mitigation: 100, tool: 100, caseStudy: 120, path: 40 } as const;

/** A word without a place to break it, such as the names of software often are. */
const UNBREAKABLE = 'sample_identifier_without_any_place_to_break_it';

/** The stages by their slugs, which the colours hang on, each with its shape. */
const STAGES = [
  ['data-management', 'DM'],
  ['model-learning', 'ML'],
  ['model-verification', 'MV'],
  ['model-deployment', 'MD'],
  ['cross-cutting', 'CC'],
] as const;

const stages = STAGES.map(([slug, mark], i) =>
  aStage(
    slug,
    [
      aStep(`sample-step-${2 * i + 1}`, { editions: [2021, 2022] }),
      ...(i === 4 ? [] : [aStep(`sample-step-${2 * i + 2}`)]),
    ],
    { mark, shape: SHAPES[i] ?? 'circle' },
  ),
);

/** Slugs of the challenges, from the one with the most case studies to one without any. */
const CHALLENGES = ['sample-drift', 'sample-labels', 'sample-cost', 'sample-trust', 'sample-new'] as const;
const [DRIFT, LABELS, COST, TRUST, NEW] = CHALLENGES;

const challenges = [
  aChallenge(DRIFT, {
    step: 'sample-step-7',
    editions: [2021, 2022],
    names: { 2021: 'Sample drift of the slides' },
    summary: 'A sample summary, which says in a sentence what is hard.',
    related: [
      { challenge: LABELS, why: 'one sample leads to the other' },
      { challenge: TRUST, why: 'who sees the one stops believing the other' },
    ],
  }),
  aChallenge(LABELS, {
    step: 'sample-step-1',
    title: titleOf(LONGEST.challenge),
    symptoms: [
      'The sample was right last month.',
      'Nobody sees a sample fail until a customer calls.',
      'The numbers look well, and the sample does not.',
      `The log says ${UNBREAKABLE}.`,
    ],
    related: [{ challenge: COST, why: 'samples cost money' }],
  }),
  aChallenge(COST, {
    step: 'sample-step-3',
    related: [{ challenge: DRIFT, why: 'each new sample is paid for' }],
  }),
  aChallenge(TRUST, { step: 'sample-step-9', related: [{ challenge: DRIFT, why: 'drift eats trust' }] }),
  aChallenge(NEW, {
    step: 'sample-step-5',
    editions: ['community'],
    related: [{ challenge: COST, why: 'nothing is known of it yet' }],
  }),
];

const efforts = keysOf(EFFORTS);

/** A mitigation for each moment, so that every effort occurs; the last has the longest title and was never tried. */
const mitigations = [
  ...keysOf(MOMENTS).map((when, i) =>
    aMitigation(`sample-practice-${i + 1}`, [DRIFT, LABELS], {
      summary: 'What one does, in a sentence that a reader can act on.',
      when,
      effort: efforts[i % efforts.length] ?? 'low',
      ...(i === 0 && { measured: true as const }),
    }),
  ),
  aMitigation('sample-longest', [DRIFT, LABELS], { title: titleOf(LONGEST.mitigation), effort: 'high' }),
];

const NOTE = 'A sample note: what the source says about it, in a sentence.';

/** A case study that shows everything that one may show. */
const fullCase = aCaseStudy('sample-full', [DRIFT, LABELS, TRUST], {
  title: titleOf(LONGEST.caseStudy),
  organisation: 'Sample organisation with a long name and a branch abroad',
  industry: 'telecommunications',
  year: 2024,
  task: 'ranking of samples',
  mitigations: [
    ...keysOf(OUTCOMES).map((outcome, i) =>
      applied(`sample-practice-${i + 1}`, { outcome, note: NOTE, basis: i === 1 ? 'evaluated' : 'used' }),
    ),
    applied('sample-practice-5', { basis: 'ordered' }),
    applied('sample-longest', { basis: 'proposed' }),
  ],
  tools: ['sample-library'],
  scope: 'One market, three weeks: a sample of a boundary.',
  status: 'settlement',
  statusAsOf: '2024-03',
  caveat: 'The sample was written by whoever sells it.',
  survey: 'A sample of how a case is known to be one of the survey’s.',
  contributor: 'sample-contributor',
  facts: ['The first sample fact that was compared.', 'The second one.'],
});

/** A case study of which as little is known as the schema allows. */
const bareCase = aCaseStudy('sample-bare', [TRUST], {
  title: 'A sample of few words',
  evidence: 'secondary',
  source: { title: 'A sample report without an address', isbn: '978-0-262-03384-8' },
});

const kinds = keysOf(KINDS);
const evidence = keysOf(EVIDENCE);
const industries = keysOf(INDUSTRIES);
const outcomes = keysOf(OUTCOMES);

/** So many that the first challenge has the heaviest weight of the map; every word of each list occurs. */
const manyCases = Array.from({ length: 24 }, (_, i) =>
  aCaseStudy(
    `sample-${String(i + 1).padStart(2, '0')}`,
    i < 12 ? [DRIFT, LABELS] : i < 20 ? [DRIFT] : [COST, DRIFT],
    {
      title: `Sample case number ${i + 1} tells what happened`,
      ...(i % 3 > 0 && { organisation: `Sample organisation ${i + 1}` }),
      industry: industries[i % 9] ?? 'other',
      kind: kinds[i % kinds.length] ?? 'case-study',
      evidence: evidence[i % evidence.length] ?? 'full-text',
      year: 2016 + (i % 8),
      mitigations: [
        applied(`sample-practice-${(i % 4) + 1}`, {
          outcome: outcomes[i % outcomes.length] ?? 'helped',
          ...(i % 2 === 0 && { note: NOTE }),
        }),
      ],
    },
  ),
);

/** One for each legal state. */
export const legalCases: readonly Entry<CaseStudy>[] = keysOf(STATUSES).map((status) =>
  aCaseStudy(`sample-${status}`, [TRUST], {
    title: `A sample that ended as: ${status}`,
    kind: 'incident',
    status,
    statusAsOf: '2024-03-02',
  }),
);

const csl = (type: string, rest: Partial<CslItem> = {}): Partial<CslItem> => ({
  type,
  author: [{ family: 'Sample', given: 'Ann' }],
  issued: { 'date-parts': [[2020]] },
  ...rest,
});
const works = [
  aWork('sample2020', csl('article-journal', { URL: 'https://example.org/sample-article' })),
  aWork('sample2021', csl('book', { title: titleOf(LONGEST.caseStudy) })),
  aWork('sample2022', csl('webpage', { URL: `https://example.org/${'a-long-address/'.repeat(8)}` })),
];

/** A guide of samples, with every kind of record. */
export const sampleCatalogue: Catalogue = {
  ...EMPTY_CATALOGUE,
  workflow: { stages, moved: [{ challenge: DRIFT, edition: 2021, step: 'sample-step-8' }] },
  challenges,
  mitigations,
  tools: [
    aTool('sample-library', [DRIFT, LABELS], { status: 'active' }),
    aTool('sample-platform', [LABELS, COST], { kind: 'platform', title: titleOf(LONGEST.tool) }),
  ],
  approaches: [anApproach('sample-approach', [LABELS])],
  caseStudies: [fullCase, bareCase, ...manyCases],
  toolGroups: [
    aToolGroup('sample-family', {
      examples: { 2021: ['Sample one', 'Sample two'], 2022: ['Sample three'] },
      tools: ['sample-library', 'sample-platform'],
      challenges: [DRIFT, COST],
      pros: ['A sample of what speaks for it (2021).'],
      cons: ['A sample of what speaks against it (2021).', 'Another one (2022).'],
      surveyReports: ['A sample of what is said of it (2022).'],
      references: ['sample2020'],
    }),
    aToolGroup('sample-bare-family', { challenges: [COST] }),
  ],
  works,
  symptomGroups: [
    aSymptomGroup('sample-symptoms', [
      aSymptom('sample-sentence', [DRIFT, LABELS]),
      aSymptom('sample-other-sentence', [NEW]),
    ]),
  ],
  paths: [
    aPath('sample-path', ['/challenges/sample-drift/', '/mitigations/sample-practice-1/', '/matrix/']),
    aPath('sample-longest-path', ['/challenges/sample-labels/', '/case-studies/sample-full/'], {
      title: titleOf(LONGEST.path),
    }),
  ],
  review: aReview({ rules: [] }),
};

/** The same guide before anybody has sent a case study. */
export const catalogueWithoutCases: Catalogue = { ...sampleCatalogue, caseStudies: [] };

/** An entry of the samples by its slug. */
export function sample<T>(entries: readonly Entry<T>[], slug: string): Entry<T> {
  const found = entries.find(({ id }) => id === slug);
  if (!found) throw new Error(`there is no sample "${slug}"`);
  return found;
}

/** The samples that examples name. */
export const SAMPLES = {
  /** With many case studies, and neighbours on both sides. */
  drift: sample(challenges, DRIFT),
  /** With the longest title. */
  labels: sample(challenges, LABELS),
  /** With a few case studies. */
  trust: sample(challenges, TRUST),
  /** With no case study. */
  unseen: sample(challenges, NEW),
  fullCase,
  bareCase,
  manyCases,
} as const;

/** Formatted references by key. */
export const sampleTexts: ReadonlyMap<string, string> = new Map(
  works.map(({ key, csl: { title } }) => [key, `Sample, A. (2020). ${title}.`]),
);

const pagesOf = (length: number) =>
  Array.from({ length }, (_, i) => ({
    title: `Sample page ${i + 1}`,
    address: `/challenges/sample-${i + 1}/`,
  }));

const list = (happening: ChangeList['happening'], pages: ChangeList['pages']): ChangeList => ({
  happening,
  subject: 'challenges',
  pages,
});

/** A month in which everything happened that can happen, and one with a list that is folded. */
export const sampleMonths: readonly ChangelogMonth[] = [
  {
    month: '2024-02',
    lists: [
      list('added', pagesOf(3)),
      list('renamed', [{ title: 'Sample of today', address: '/matrix/', before: 'Sample of before' }]),
      list('merged', [{ title: 'Sample that took it in', address: '/matrix/', before: 'Sample part' }]),
      list('changed', pagesOf(1)),
      list('removed', [{ title: 'Sample that is gone' }]),
      list('reviewed', pagesOf(2)),
    ],
  },
  { month: '2024-01', lists: [list('added', pagesOf(30))] },
];
