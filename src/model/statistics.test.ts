import { expect, test } from 'vitest';
import { EVIDENCE, INDUSTRIES, KINDS, OUTCOMES } from '../schema/vocabulary.ts';
import type { Catalogue } from './catalogue.ts';
import { weightOf } from './coverage.ts';
import { aCatalogue, aCaseStudy, aChallenge, aMitigation, applied, aStage, aStep } from './samples.ts';
import { fileOfFigure, statisticsOf } from './statistics.ts';
import { ALL_STEPS } from './case-figures.ts';
import { leadersOf } from './figure.ts';
import { failuresSentence } from './outcome-figures.ts';
import { challengesOfPairs } from './pairs-figure.ts';
import { THIN } from './thin-spots-figure.ts';
import { named, ofCaseStudies, percentOf } from './figure-words.ts';
import { counted } from './in-words.ts';

/** Two stages of two steps and one; three challenges, one a step; two mitigations. */
const guide = (caseStudies: Catalogue['caseStudies'] = []) =>
  aCatalogue({
    workflow: {
      stages: [
        aStage('early', [aStep('gather'), aStep('clean')], { mark: 'EA' }),
        aStage('late', [aStep('watch')], { mark: 'LA' }),
      ],
      moved: [],
    },
    challenges: [
      aChallenge('finding', { step: 'gather' }),
      aChallenge('mess', { step: 'clean' }),
      aChallenge('drift', { step: 'watch' }),
    ],
    mitigations: [aMitigation('alarm', ['drift']), aMitigation('broom', ['mess'])],
    caseStudies,
  });

const NONE = 'No case study is in the guide yet.';
const of = (...caseStudies: Catalogue['caseStudies']) => statisticsOf(guide(caseStudies));
const findings = (statistics: ReturnType<typeof statisticsOf>) =>
  Object.fromEntries(Object.entries(statistics).map(([name, { finding }]) => [name, finding]));

test('a guide without a case study says so in every figure', () => {
  expect(findings(of())).toEqual({
    stages: NONE,
    industries: NONE,
    years: NONE,
    kinds: NONE,
    evidence: NONE,
    outcomes: 'No case study has applied a mitigation yet.',
    mitigations: 'No case study has applied a mitigation yet.',
    pairs: 'No case study names two challenges yet.',
    thinSpots:
      'At most 5 case studies: 3 of 3 challenges and 29 of 29 industries. No case study applied 2 of 2 mitigations.',
  });
  expect(of().years.rows).toEqual([]);
  expect(of().pairs.rows).toEqual([]);
});

test('the only case study is told of as one', () => {
  const only = aCaseStudy('only', ['mess', 'drift'], {
    mitigations: [applied('broom', { outcome: 'partly' })],
  });

  expect(findings(of(only))).toEqual({
    stages:
      'The stage met most often: Early and Late, each in the only case study. The step: Clean and Watch, each in the only case study.',
    industries: 'Most often: Software, in the only case study. Of 29 industries, 28 have none.',
    years: 'The only case study is of 2020.',
    kinds: 'The most frequent kind is “Case study”: the only case study.',
    evidence: 'The only case study was seen in full text.',
    outcomes: 'A mitigation was applied once: it helped in part.',
    mitigations:
      'Applied most often: Broom, in 1 case study, of which it helped in none. Of 2 mitigations, 1 was never applied.',
    pairs:
      'Most often together: Mess with Drift, in the only case study. Of 1 pair that occurs, 1 occurs once.',
    thinSpots:
      'At most 5 case studies: 3 of 3 challenges and 29 of 29 industries. No case study applied 1 of 2 mitigations.',
  });
});

test('a case study counts once in a stage, and once in each of its steps', () => {
  const { stages } = of(aCaseStudy('a', ['finding', 'mess']), aCaseStudy('b', ['finding', 'drift']));

  expect(stages.rows.map(({ stage, step, caseStudies }) => [stage, step, caseStudies])).toEqual([
    ['Early', ALL_STEPS, 2],
    ['Early', 'Gather', 2],
    ['Early', 'Clean', 1],
    ['Late', ALL_STEPS, 1],
    ['Late', 'Watch', 1],
  ]);
  expect(stages.finding).toBe(
    'The stage met most often: Early, in 2 of 2 case studies. The step: Gather, in 2 of 2 case studies.',
  );
});

test('industries come most first, ties in the order of the vocabulary, and those without any last', () => {
  const { industries } = of(
    aCaseStudy('a', ['mess'], { industry: 'travel' }),
    aCaseStudy('b', ['mess'], { industry: 'travel' }),
    aCaseStudy('c', ['mess'], { industry: 'finance' }),
    aCaseStudy('d', ['mess'], { industry: 'aviation' }),
  );

  expect(industries.rows).toHaveLength(Object.keys(INDUSTRIES).length);
  expect(industries.rows.slice(0, 4)).toEqual([
    { industry: 'Travel', word: 'travel', address: '/case-studies/#industry-travel', caseStudies: 2 },
    { industry: 'Aviation', word: 'aviation', address: '/case-studies/#industry-aviation', caseStudies: 1 },
    { industry: 'Finance', word: 'finance', address: '/case-studies/#industry-finance', caseStudies: 1 },
    { industry: 'Advertising', word: 'advertising', address: undefined, caseStudies: 0 },
  ]);
});

test('when every industry has a case study, none is missed', () => {
  const all = Object.keys(INDUSTRIES).map((industry) =>
    aCaseStudy(industry, ['mess'], { industry: industry as keyof typeof INDUSTRIES }),
  );

  expect(of(...all).industries.finding).toBe(
    'Most often: Advertising, Agriculture, Automotive and 26 more, each in 1 of 29 case studies. Every one of the 29 industries has a case study.',
  );
});

test('years run without a gap from the first report to the last', () => {
  const { years } = of(
    aCaseStudy('a', ['mess'], { year: 2019 }),
    aCaseStudy('b', ['mess'], { year: 2021 }),
    aCaseStudy('c', ['mess'], { year: 2021 }),
  );

  expect(years.rows).toEqual([
    { year: 2019, caseStudies: 1 },
    { year: 2020, caseStudies: 0 },
    { year: 2021, caseStudies: 2 },
  ]);
  expect(years.finding).toBe('Reports run from 2019 to 2021. The fullest year is 2021: 2 of 3.');
});

test('years and kinds that tie are all named', () => {
  const { years, kinds } = of(
    aCaseStudy('a', ['mess'], { year: 2019, kind: 'incident' }),
    aCaseStudy('b', ['mess'], { year: 2021 }),
  );

  expect(years.finding).toBe(
    'Reports run from 2019 to 2021. The fullest years are 2019 and 2021: 1 of 2 each.',
  );
  expect(kinds.finding).toBe('The most frequent kinds are “Case study” and “Incident”: 1 of 2 entries each.');
  expect(kinds.rows).toHaveLength(Object.keys(KINDS).length);
});

test('reports of one year are told of together', () => {
  expect(of(aCaseStudy('a', ['mess']), aCaseStudy('b', ['mess'])).years.finding).toBe(
    'All 2 case studies are of 2020.',
  );
});

test('the share seen in full text is told by stage, and a stage without a case study has none', () => {
  const { evidence } = of(
    aCaseStudy('a', ['mess'], { evidence: 'full-text' }),
    aCaseStudy('b', ['mess'], { evidence: 'abstract' }),
    aCaseStudy('c', ['mess'], { evidence: 'secondary' }),
  );

  expect(evidence.rows).toEqual([
    {
      stage: 'All stages',
      address: undefined,
      caseStudies: 3,
      fullText: 1,
      abstract: 1,
      secondary: 1,
      share: 33,
    },
    {
      stage: 'Early',
      address: '/stages/early/',
      caseStudies: 3,
      fullText: 1,
      abstract: 1,
      secondary: 1,
      share: 33,
    },
    {
      stage: 'Late',
      address: '/stages/late/',
      caseStudies: 0,
      fullText: 0,
      abstract: 0,
      secondary: 0,
      share: undefined,
    },
  ]);
  expect(evidence.finding).toBe('1 of 3 case studies (33%) were seen in full text.');
  expect(evidence.columns.map(({ title }) => title)).toEqual(expect.arrayContaining(Object.values(EVIDENCE)));
});

test('stages with the highest and the lowest share are named, unless all are the same', () => {
  const seen = aCaseStudy('a', ['mess', 'drift']);
  const unseen = aCaseStudy('b', ['drift'], { evidence: 'secondary' });

  expect(of(seen, unseen).evidence.finding).toBe(
    '1 of 2 case studies (50%) were seen in full text. The share is highest in Early (100%), lowest in Late (50%).',
  );
  expect(of(seen, aCaseStudy('c', ['mess', 'drift'])).evidence.finding).toBe(
    '2 of 2 case studies (100%) were seen in full text. The share is the same in every stage.',
  );
  expect(of(unseen).evidence.finding).toBe('The only case study was not seen in full text.');
});

test('only mitigations that were applied count, each with its outcome', () => {
  const { outcomes, mitigations } = of(
    aCaseStudy('a', ['mess'], {
      mitigations: [
        applied('broom', { outcome: 'helped' }),
        applied('alarm', { outcome: 'did-not-help', basis: 'evaluated' }),
      ],
    }),
    aCaseStudy('b', ['mess'], {
      mitigations: [applied('broom', { basis: 'ordered' }), applied('alarm', { basis: 'proposed' })],
    }),
    aCaseStudy('c', ['mess'], { mitigations: [applied('alarm', { basis: 'inferred' })] }),
  );

  expect(outcomes.rows.map(({ outcome, times, share }) => [outcome, times, share])).toEqual([
    [OUTCOMES.helped, 1, 33],
    [OUTCOMES.partly, 0, 0],
    [OUTCOMES['did-not-help'], 1, 33],
    [OUTCOMES['not-reported'], 1, 33],
  ]);
  expect(outcomes.finding).toBe(
    'Of 3 times that a mitigation was applied, it helped in 1 (33%), helped in part in none and did not help in 1 (33%). No outcome is reported of 1 (33%).',
  );
  expect(mitigations.rows).toEqual([
    {
      mitigation: 'Broom',
      slug: 'broom',
      address: '/mitigations/broom/',
      applied: 2,
      helped: 1,
      partly: 0,
      didNotHelp: 0,
      notReported: 1,
    },
    {
      mitigation: 'Alarm',
      slug: 'alarm',
      address: '/mitigations/alarm/',
      applied: 1,
      helped: 0,
      partly: 0,
      didNotHelp: 1,
      notReported: 0,
    },
  ]);
  expect(mitigations.finding).toBe(
    'Applied most often: Broom, in 2 case studies, of which it helped in 1. Each was applied at least once.',
  );
  expect(failuresSentence(outcomes.rows)).toBe(
    'Published reports favour success: 1 of 3 applications of a mitigation here is told not to have helped.',
  );
});

test('mitigations that tie are all named, and come by title', () => {
  const { mitigations, outcomes } = of(
    aCaseStudy('a', ['mess'], { mitigations: [applied('broom'), applied('alarm')] }),
  );

  expect(mitigations.rows.map(({ mitigation }) => mitigation)).toEqual(['Alarm', 'Broom']);
  expect(mitigations.finding).toBe(
    'Applied most often: Alarm and Broom, each in 1 case study. Each was applied at least once.',
  );
  expect(failuresSentence(outcomes.rows)).toMatch(/: 0 of 2 applications of a mitigation here are told/);
  expect(failuresSentence(of().outcomes.rows)).toBeUndefined();
});

test('pairs of challenges are counted once, the earlier in the workflow first', () => {
  const { pairs } = of(aCaseStudy('a', ['drift', 'mess']), aCaseStudy('b', ['mess', 'drift', 'finding']));

  expect(pairs.rows.map(({ challenge, other, caseStudies }) => [challenge, other, caseStudies])).toEqual([
    ['Mess', 'Drift', 2],
    ['Finding', 'Mess', 1],
    ['Finding', 'Drift', 1],
  ]);
  expect(pairs.finding).toBe(
    'Most often together: Mess with Drift, in 2 of 2 case studies. Of 3 pairs that occur, 2 occur once.',
  );
});

test('pairs that tie are all named', () => {
  expect(of(aCaseStudy('a', ['finding', 'mess', 'drift']), aCaseStudy('b', ['mess'])).pairs.finding).toBe(
    'Most often together, each in 1 of 2 case studies: Finding with Mess, Finding with Drift and Mess with Drift. Of 3 pairs that occur, 3 occur once.',
  );
});

test('the challenges of the most frequent pairs are drawn, each pair whole, in workflow order', () => {
  const catalogue = guide([
    aCaseStudy('a', ['drift', 'mess']),
    aCaseStudy('b', ['drift', 'mess', 'finding']),
  ]);
  const { rows } = statisticsOf(catalogue).pairs;

  expect(challengesOfPairs(rows, catalogue, 2)).toEqual([
    { slug: 'mess', title: 'Mess', stage: 'early', mark: 'EA 2' },
    { slug: 'drift', title: 'Drift', stage: 'late', mark: 'LA 1' },
  ]);
  expect(challengesOfPairs(rows, catalogue, 3).map(({ slug }) => slug)).toEqual(['finding', 'mess', 'drift']);
  expect(challengesOfPairs(rows, catalogue, 1)).toEqual([]);
});

test('thin is what the map draws thin, and each thin spot invites', () => {
  expect([weightOf(THIN), weightOf(THIN + 1)]).toEqual([1, 2]);
  const six = Array.from({ length: THIN + 1 }, (_, i) =>
    aCaseStudy(`case-${i}`, ['mess'], { mitigations: [applied('broom')] }),
  );
  const { thinSpots } = of(...six, aCaseStudy('one', ['drift']));

  expect(
    thinSpots.rows
      .filter(({ what }) => what !== 'Industry')
      .map(({ what, title, caseStudies }) => [what, title, caseStudies]),
  ).toEqual([
    ['Challenge', 'Finding', 0],
    ['Challenge', 'Drift', 1],
    ['Mitigation', 'Alarm', 0],
  ]);
  expect(thinSpots.rows.map(({ title }) => title)).not.toContain('Software');
  const invitationOf = (wanted: string) =>
    thinSpots.rows.findLast(({ what }) => what === wanted)?.invitationAddress;
  expect(thinSpots.rows[0]?.invitationAddress).toBe('/contribute/case-study/?challenge=finding');
  expect(invitationOf('Mitigation')).toBe('/contribute/case-study/?mitigation=alarm');
  expect(invitationOf('Industry')).toMatch(/^\/contribute\/case-study\/\?industry=[a-z-]+$/);
});

test('when nothing is thin, the figure says so', () => {
  const all = Object.keys(INDUSTRIES).flatMap((industry) =>
    Array.from({ length: THIN + 1 }, (_, i) =>
      aCaseStudy(`${industry}-${i}`, ['finding', 'mess', 'drift'], {
        industry: industry as keyof typeof INDUSTRIES,
        mitigations: [applied('broom'), applied('alarm')],
      }),
    ),
  );

  expect(of(...all).thinSpots.rows).toEqual([]);
  expect(of(...all).thinSpots.finding).toBe(
    'Every challenge and industry has more than 5 case studies. Every mitigation was applied in a case study.',
  );
});

test('every figure has a title, a file of its own, and columns that its rows fill', () => {
  const figures = Object.values(of(aCaseStudy('a', ['mess', 'drift'])));

  expect(new Set(figures.map(fileOfFigure)).size).toBe(figures.length);
  for (const { title, columns, rows } of figures) {
    expect(title).not.toBe('');
    for (const { key, address } of columns)
      for (const row of rows as readonly object[]) {
        expect(Object.keys(row)).toContain(key);
        if (address !== undefined) expect(Object.keys(row)).toContain(address);
      }
  }
});

test('numbers and names are worded for zero, one and many', () => {
  expect([0, 1, 2].map((count) => counted(count, 'case study', 'case studies'))).toEqual([
    '0 case studies',
    '1 case study',
    '2 case studies',
  ]);
  expect([ofCaseStudies(1, 1), ofCaseStudies(1, 9)]).toEqual(['the only case study', '1 of 9 case studies']);
  expect([percentOf(1, 3), percentOf(0, 3), percentOf(0, 0)]).toEqual([33, 0, undefined]);
  expect([
    named(['a']),
    named(['a', 'b']),
    named(['a', 'b', 'c', 'd']),
    named(['a', 'b', 'c', 'd', 'e']),
  ]).toEqual(['a', 'a and b', 'a, b, c and d', 'a, b, c and 2 more']);
  expect(leadersOf([{ title: 'a', count: 0 }])).toEqual([]);
});
