import { expect, test } from 'vitest';
import {
  outcomesTold,
  differencesBetween,
  oppositeOutcomes,
  oppositeOutcomesOf,
  type OppositePair,
} from './opposite-outcomes.ts';
import { aCaseStudy, aMitigation, applied } from './samples.ts';

const shadow = aMitigation('shadow', ['drift']);
const canary = aMitigation('canary', ['drift', 'privacy']);
const mitigations = [shadow, canary];
const told = (pairs: readonly OppositePair[]) =>
  pairs.map(
    ({ helped, other, challenges }) =>
      `${helped.study.id} ${helped.applied.id} / ${other.study.id} ${other.applied.id} ${other.applied.outcome}: ${challenges.join(', ')}`,
  );
type Case = Parameters<typeof aCaseStudy>[2];
const helped = (id: string, data: Case = {}, mitigation = 'shadow', challenges = ['drift']) =>
  aCaseStudy(id, challenges, { mitigations: [applied(mitigation, { outcome: 'helped' })], ...data });
const failed = (id: string, data: Case = {}, mitigation = 'shadow', challenges = ['drift']) =>
  aCaseStudy(id, challenges, { mitigations: [applied(mitigation, { outcome: 'did-not-help' })], ...data });
const partly = (id: string, data: Case = {}) =>
  aCaseStudy(id, ['drift'], { mitigations: [applied('shadow', { outcome: 'partly' })], ...data });

test('did not help comes before partly', () => {
  const caseStudies = [helped('a'), partly('b', { year: 2024 }), failed('c', { year: 2001 })];

  expect(told(oppositeOutcomesOf(shadow, { caseStudies }))).toEqual([
    'a shadow / c shadow did-not-help: drift',
    'a shadow / b shadow partly: drift',
  ]);
});

test('only what was used, ordered or evaluated counts, and only with an outcome', () => {
  const caseStudies = [
    helped('used'),
    ...(['ordered', 'evaluated', 'proposed', 'inferred'] as const).map((basis) =>
      failed(basis, { mitigations: [applied('shadow', { outcome: 'did-not-help', basis })] }),
    ),
    failed('silent', { mitigations: [applied('shadow')] }),
  ];

  expect(oppositeOutcomesOf(shadow, { caseStudies }, 9).map(({ other }) => other.study.id)).toEqual([
    'evaluated',
    'ordered',
  ]);
});

test('a shared challenge weighs more than industry, industry more than evidence, evidence more than the year', () => {
  const caseStudies = [
    helped('a'),
    failed('newer', { year: 2024, industry: 'finance' }),
    failed('older', { year: 2021, industry: 'finance' }),
    failed('seen-by-others', { year: 2025, industry: 'finance', evidence: 'secondary' }),
    failed('same-industry', { evidence: 'secondary', year: 1999 }),
    failed('other-challenge', { year: 2026 }, 'shadow', ['privacy']),
  ];

  expect(oppositeOutcomesOf(shadow, { caseStudies }, 9).map(({ other }) => other.study.id)).toEqual([
    'same-industry',
    'newer',
    'older',
    'seen-by-others',
    'other-challenge',
  ]);
});

test('the order of the files changes nothing', () => {
  const caseStudies = [helped('a'), helped('b'), failed('c'), failed('d'), partly('e')];

  expect(told(oppositeOutcomes({ caseStudies, mitigations }, 9))).toEqual(
    told(
      oppositeOutcomes({ caseStudies: caseStudies.toReversed(), mitigations: mitigations.toReversed() }, 9),
    ),
  );
});

test('two cases make one pair, however much they share', () => {
  const both = (outcome: 'helped' | 'did-not-help') => ({
    mitigations: [applied('shadow', { outcome }), applied('canary', { outcome })],
  });
  const caseStudies = [helped('a', both('helped')), failed('b', both('did-not-help'))];

  expect(told(oppositeOutcomes({ caseStudies, mitigations }))).toEqual([
    'a canary / b canary did-not-help: drift',
  ]);
});

test('no mitigation stands in more pairs than it may', () => {
  const caseStudies = [helped('a'), helped('b'), failed('c'), failed('d')];

  expect(oppositeOutcomes({ caseStudies, mitigations })).toHaveLength(2);
  expect(oppositeOutcomesOf(shadow, { caseStudies })).toHaveLength(2);
  expect(oppositeOutcomesOf(shadow, { caseStudies }, 9)).toHaveLength(4);
});

test('two mitigations make a pair where both are meant for a challenge that both cases illustrate', () => {
  const caseStudies = [
    helped('a', {}, 'canary', ['drift', 'privacy']),
    failed('b', {}, 'shadow', ['drift', 'privacy']),
    failed('no-challenge-in-common', {}, 'shadow', ['fairness']),
    failed('not-meant-for-it', {}, 'shadow', ['privacy']),
    partly('only-partly'),
  ];

  expect(told(oppositeOutcomes({ caseStudies, mitigations }, 9))).toEqual([
    'a canary / b shadow did-not-help: drift',
  ]);
  expect(oppositeOutcomesOf(shadow, { caseStudies })).toEqual([]);
});

test('two mitigations make no pair where the cases share one challenge of another industry', () => {
  const of = (industry: 'finance' | 'healthcare', challenges: string[]) => ({
    caseStudies: [
      helped('a', { industry }, 'canary', challenges),
      failed('b', { industry: 'finance' }, 'shadow', challenges),
    ],
    mitigations: [aMitigation('shadow', ['drift', 'privacy']), canary],
  });

  expect(oppositeOutcomes(of('healthcare', ['drift']))).toEqual([]);
  expect(oppositeOutcomes(of('finance', ['drift']))).toHaveLength(1);
  expect(oppositeOutcomes(of('healthcare', ['drift', 'privacy']))).toHaveLength(1);
});

test('two mitigations of one case make no pair', () => {
  const caseStudies = [
    aCaseStudy('a', ['drift'], {
      mitigations: [applied('canary', { outcome: 'helped' }), applied('shadow', { outcome: 'did-not-help' })],
    }),
  ];

  expect(oppositeOutcomes({ caseStudies, mitigations })).toEqual([]);
});

test('what differs is said as the records have it, and what is the same is not said', () => {
  const a = aCaseStudy('a', [], { industry: 'finance', year: 2020 });
  const b = aCaseStudy('b', [], { industry: 'media', year: 2020, task: 'forecasting', evidence: 'abstract' });

  expect(differencesBetween(a, b).map(({ what, values }) => `${what}: ${values.join(' / ')}`)).toEqual([
    'industry: Finance / Media',
    'task: ranking / forecasting',
    'how we know: Full text / Abstract',
  ]);
  expect(differencesBetween(a, a)).toEqual([]);
});

test('outcomes are counted over all mitigations that were applied', () => {
  const caseStudies = [helped('a'), failed('b', {}, 'canary'), partly('c'), partly('d', { mitigations: [] })];

  expect(outcomesTold({ caseStudies, mitigations })).toEqual({
    helped: 1,
    partly: 1,
    'did-not-help': 1,
    'not-reported': 0,
  });
  expect(outcomesTold({ caseStudies, mitigations: [] }).helped).toBe(0);
});

test('of thousands of trials only the most telling are set against each other', () => {
  const id = (i: number) => `case-${String(i).padStart(4, '0')}`;
  const caseStudies = Array.from({ length: 3000 }, (_, i) =>
    (i % 2 === 0 ? helped : failed)(id(i), { year: 1990 + Math.floor(i / 100) }),
  );

  expect(told(oppositeOutcomes({ caseStudies, mitigations }))).toEqual([
    'case-2900 shadow / case-2901 shadow did-not-help: drift',
    'case-2900 shadow / case-2903 shadow did-not-help: drift',
  ]);
  expect(oppositeOutcomesOf(shadow, { caseStudies }, Infinity)).toHaveLength(60 * 60);
});
