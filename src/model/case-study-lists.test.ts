import { describe, expect, test } from 'vitest';
import type { CaseStudy } from '../schema/case-study.ts';
import {
  A_PAGE,
  allOf,
  caseStudiesBy,
  entryLists,
  extractOf,
  extractOfTrials,
  isParted,
  listPages,
  narrowingsOf,
  WHOLE,
} from './case-study-lists.ts';
import { trialsOf } from './relations.ts';
import {
  aCaseStudy,
  aCatalogue,
  aChallenge,
  aMitigation,
  anApproach,
  applied,
  aStage,
  aStep,
  aTool,
} from './samples.ts';

const some = (count: number, dataOf: (i: number) => Partial<CaseStudy> = () => ({})) =>
  Array.from({ length: count }, (_, i) =>
    aCaseStudy(`case-${String(i).padStart(4, '0')}`, ['drift'], {
      tools: ['mlflow', 'data-mesh'],
      ...dataOf(i),
    }),
  );
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe('the list of all case studies', () => {
  test.each([
    [0, 1],
    [WHOLE, 1],
    [WHOLE + 1, Math.ceil((WHOLE + 1) / A_PAGE)],
    [10_000, 100],
  ])('of %i has pages: %i', (count, pages) => {
    const caseStudies = some(count);

    expect(listPages(caseStudies)).toHaveLength(pages);
    expect(isParted({ caseStudies })).toBe(pages > 1);
  });

  test('is narrowed in place while it has one page, and on pages of their own from then on', () => {
    expect(caseStudiesBy('industry', 'finance', { caseStudies: some(3) })).toBe(
      '/case-studies/#industry-finance',
    );
    expect(caseStudiesBy('industry', 'finance', { caseStudies: some(WHOLE + 1) })).toBe(
      '/case-studies/industry/finance/',
    );
    expect(caseStudiesBy('year', 2024, { caseStudies: some(WHOLE + 1) })).toBe('/case-studies/year/2024/');
  });
});

describe('case studies are narrowed', () => {
  const workflow = {
    stages: [aStage('learning', [aStep('training')]), aStage('deployment', [aStep('updating')])],
    moved: [],
  };
  const challenges = [aChallenge('drift', { step: 'updating' }), aChallenge('cost', { step: 'training' })];
  const catalogueOf = (count: number) => ({
    workflow,
    challenges,
    caseStudies: some(count, (i) => ({
      year: 2000 + (i % 3),
      challenges: i === 0 ? ['drift', 'cost'] : ['drift'],
      industry: i === 1 ? 'finance' : 'energy',
      mitigations: i === 1 ? [applied('retraining', { outcome: 'did-not-help' })] : [],
    })),
  });
  const valuesOf = (count: number) =>
    Object.fromEntries(
      narrowingsOf(catalogueOf(count)).map(({ filter, values }) => [
        filter.name,
        values.map(({ value, count: found }) => `${value} ${found}`),
      ]),
    );

  test('by values that occur, with how many have each; by year only where there are pages', () => {
    expect(valuesOf(4)).toEqual({
      stage: ['learning 1', 'deployment 4'],
      outcome: ['did-not-help 1'],
      kind: ['case-study 4'],
      evidence: ['full-text 4'],
      industry: ['energy 3', 'finance 1'],
    });
    expect(valuesOf(300)['year']).toEqual(['2002 100', '2001 100', '2000 100']);
  });

  test('to those that answer, newest report first', () => {
    const catalogue = catalogueOf(4);
    const of = (name: string, value: string) =>
      ids(
        narrowingsOf(catalogue)
          .find(({ filter }) => filter.name === name)
          ?.studiesOf(value) ?? [],
      );

    expect(of('stage', 'learning')).toEqual(['case-0000']);
    expect(of('industry', 'energy')).toEqual(['case-0002', 'case-0000', 'case-0003']);
    expect(of('industry', 'retail')).toEqual([]);
  });
});

describe('the page of an entry names', () => {
  test('all of a few case studies, but those that it tells of anyway', () => {
    const extract = extractOf(some(40), new Set(['case-0003']));

    expect(extract.shown).toHaveLength(39);
    expect([extract.all, extract.isPart]).toEqual([40, false]);
  });

  test('of many those whose sources were seen best, in their order', () => {
    const studies = some(60, (i) => ({ evidence: i % 4 === 0 ? 'full-text' : 'secondary' }));
    const { shown, all, isPart } = extractOf(studies, new Set(['case-0000']));

    expect([shown.length, all, isPart]).toEqual([24, 60, true]);
    expect(shown.filter(({ data }) => data.evidence === 'full-text')).toHaveLength(14);
    expect(ids(shown)).toEqual(ids(shown).toSorted());
    expect(ids(shown)).not.toContain('case-0000');
    expect(ids(shown)).toContain('case-0056');
  });

  test('of many trials some of each outcome, in their order', () => {
    const caseStudies = some(100, (i) => ({
      mitigations: [applied('shadow', { outcome: i < 90 ? 'helped' : i < 95 ? 'did-not-help' : 'partly' })],
    }));
    const trials = trialsOf({ id: 'shadow' }, { caseStudies });
    const { shown, isPart } = extractOfTrials(trials);
    const outcomes = shown.map((trial) => trial.applied.outcome);

    expect([shown.length, isPart]).toEqual([24, true]);
    expect(outcomes.filter((outcome) => outcome === 'did-not-help')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'partly')).toHaveLength(5);
    expect(shown).toEqual(trials.filter((trial) => shown.includes(trial)));
  });

  test('all of a few trials', () => {
    const trials = trialsOf(
      { id: 'shadow' },
      { caseStudies: some(40, () => ({ mitigations: [applied('shadow')] })) },
    );

    expect(extractOfTrials(trials)).toEqual({ shown: trials, all: 40, isPart: false });
  });
});

test('only entries with many case studies have pages of them, a mitigation with how each turned out', () => {
  const catalogue = aCatalogue({
    challenges: [aChallenge('drift'), aChallenge('cost')],
    mitigations: [aMitigation('shadow', ['drift']), aMitigation('canary', ['drift'])],
    tools: [aTool('mlflow', ['drift']), aTool('tfx', ['drift'])],
    approaches: [anApproach('data-mesh', ['drift'])],
    caseStudies: some(300, (i) => ({ mitigations: i < 41 ? [applied('shadow')] : [] })),
  });
  const lists = entryLists(catalogue);

  expect(lists.map(({ collection, entry, pages }) => [collection, entry.id, pages.length])).toEqual([
    ['challenges', 'drift', 3],
    ['mitigations', 'shadow', 1],
    ['tools', 'mlflow', 3],
    ['approaches', 'data-mesh', 3],
  ]);
  expect(lists[1]?.pages[0]?.trials).toHaveLength(41);
  expect(lists[0]?.pages[2]?.page).toMatchObject({ number: 3, of: 3, first: 201, all: 300 });
  expect(allOf('/challenges/drift/')).toBe('/challenges/drift/case-studies/');
});
