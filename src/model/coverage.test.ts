import { describe, expect, test } from 'vitest';
import { aContent } from '../rules/samples.ts';
import {
  countsOf,
  coverageOf,
  EVIDENCE_LEVELS,
  evidenceOf,
  invitationOf,
  lastChecked,
  weightOf,
} from './coverage.ts';
import { aCaseStudy } from './samples.ts';

test('the counts are those of the catalogue', () => {
  expect(countsOf(aContent())).toEqual({
    stages: 1,
    steps: 1,
    challenges: 2,
    mitigations: 1,
    tools: 1,
    approaches: 1,
    caseStudies: 1,
  });
});

describe('what a challenge has to show', () => {
  const content = aContent({
    caseStudies: [
      aCaseStudy('a', ['concept-drift'], { evidence: 'abstract', checked: '2025-12-31' }),
      aCaseStudy('b', ['concept-drift'], { evidence: 'full-text', checked: '2026-02-01' }),
      aCaseStudy('c', ['concept-drift'], { evidence: 'abstract', checked: '2026-01-31' }),
    ],
  });

  test('is counted by kind and evidence, with the last day of checking', () => {
    expect(coverageOf({ id: 'concept-drift' }, content)).toEqual({
      caseStudies: 3,
      evidence: { 'full-text': 1, abstract: 2, secondary: 0 },
      mitigations: 1,
      tools: 1,
      approaches: 0,
      checked: '2026-02-01',
    });
  });

  test('is nothing where nothing is known, and no day either', () => {
    expect(coverageOf({ id: 'unheard-of' }, content)).toEqual({
      caseStudies: 0,
      evidence: evidenceOf([]),
      mitigations: 0,
      tools: 0,
      approaches: 0,
      checked: undefined,
    });
  });
});

test('the last day of checking does not depend on the order', () => {
  const days = ['2026-01-02', '2026-03-01', '2025-12-31'].map((checked) =>
    aCaseStudy(checked, ['a'], { checked }),
  );
  expect([lastChecked(days), lastChecked(days.toReversed()), lastChecked([])]).toEqual([
    '2026-03-01',
    '2026-03-01',
    undefined,
  ]);
});

test.each([
  [0, 0],
  [1, 1],
  [5, 1],
  [6, 2],
  [10, 2],
  [11, 3],
  [18, 3],
  [19, 4],
  [1000, 4],
])('%i case studies weigh %i on the map', (caseStudies, weight) => {
  expect(weightOf(caseStudies)).toBe(weight);
});

test.each([
  [0, 'No case study yet; yours?'],
  [1, '1 case study; yours?'],
  [2, '2 case studies; yours?'],
  [10, '10 case studies; yours?'],
  [11, undefined],
  [29, undefined],
])('a challenge with %i case studies says: %s', (caseStudies, invitation) => {
  expect(invitationOf(caseStudies)).toBe(invitation);
});

test('evidence levels go from strongest to weakest', () => {
  expect(EVIDENCE_LEVELS).toEqual(['full-text', 'abstract', 'secondary']);
});
