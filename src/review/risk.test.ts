import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRegister } from './any-register.ts';
import { anEntry, newRegister, RATINGS, withAnswer, type Entry, type Register } from './register.ts';
import { bandOf, isStanding, riskOf, sortedByRisk, summaryOf } from './risk.ts';
import { NOW, someKnowledge } from './samples.ts';

const knowledge = someKnowledge();
const registerOf = (...entries: Entry[]): Register => ({ ...newRegister(knowledge, NOW), entries });
const order = (register: Register) => sortedByRisk(register, knowledge).map(({ challenge }) => challenge);

test('the risk is likelihood times impact, and nothing while one of them is not rated', () => {
  expect(riskOf({ likelihood: 3, impact: 4 })).toBe(12);
  expect(riskOf({ likelihood: 5, impact: 5 })).toBe(25);
  expect(riskOf({ likelihood: 0, impact: 5 })).toBe(0);
  expect(riskOf({ likelihood: 5, impact: 0 })).toBe(0);
});

test.each([
  [0, 'unrated'],
  [1, 'low'],
  [4, 'low'],
  [5, 'medium'],
  [10, 'medium'],
  [12, 'high'],
  [25, 'high'],
])('a risk of %i is %s', (risk, band) => {
  expect(bandOf(risk)).toBe(band);
});

test('the 25 pairs fall into 8 high, 9 medium and 8 low ones, and what would be severe is never low', () => {
  const rated = RATINGS.filter((each) => each > 0);
  const bands = rated.flatMap((likelihood) => rated.map((impact) => bandOf(riskOf({ likelihood, impact }))));
  const count = (band: string) => bands.filter((each) => each === band).length;

  expect([count('high'), count('medium'), count('low')]).toEqual([8, 9, 8]);
  expect(rated.map((likelihood) => bandOf(riskOf({ likelihood, impact: 5 })))).not.toContain('low');
});

test('the greatest risk comes first, unrated ones after rated ones', () => {
  expect(
    order(
      registerOf(
        anEntry('concept-drift'),
        anEntry('slow-release', { likelihood: 2, impact: 2 }),
        anEntry('data-cleaning', { likelihood: 3, impact: 3 }),
      ),
    ),
  ).toEqual(['data-cleaning', 'slow-release', 'concept-drift']);
});

test('settled risks come after standing ones, then what does not apply, then what was put aside', () => {
  const great = { likelihood: 5, impact: 5 } as const;
  expect(
    order(
      registerOf(
        anEntry('gone', { ...great, included: false }),
        anEntry('slow-release', { ...great, status: 'not-applicable' }),
        anEntry('data-cleaning', { ...great, status: 'mitigated' }),
        anEntry('concept-drift', { likelihood: 1, impact: 1, status: 'accepted' }),
      ),
    ),
  ).toEqual(['concept-drift', 'data-cleaning', 'slow-release', 'gone']);
});

test('of equal risks the one that weighs more comes first, then the workflow decides, then the slug', () => {
  const entries = ['zebra', 'ape', 'slow-release', 'data-cleaning', 'concept-drift'].map((slug) =>
    anEntry(slug),
  );

  expect(order(registerOf(...entries))).toEqual([
    'concept-drift',
    'data-cleaning',
    'slow-release',
    'ape',
    'zebra',
  ]);
});

test('a summary counts what stands, who owns it and what was answered', () => {
  const register = withAnswer(
    withAnswer(
      registerOf(
        anEntry('concept-drift', { likelihood: 4, impact: 4, owner: 'A', status: 'in-progress' }),
        anEntry('data-cleaning', { likelihood: 1, impact: 2, status: 'accepted', owner: ' ' }),
        anEntry('slow-release', { status: 'not-applicable' }),
        anEntry('gone', { included: false, likelihood: 5, impact: 5 }),
        anEntry('away', { status: 'mitigated', likelihood: 5, impact: 5 }),
      ),
      'concept-drift',
      'concept-drift-window',
      'no',
      NOW,
    ),
    'data-cleaning',
    'data-cleaning-rule',
    'partly',
    NOW,
  );

  expect(summaryOf(register, knowledge)).toEqual({
    entries: 4,
    putAside: 1,
    bands: { high: 1, medium: 0, low: 1, unrated: 0 },
    statuses: { open: 0, 'in-progress': 1, mitigated: 1, accepted: 1, 'not-applicable': 1 },
    questions: { asked: 4, unanswered: 2, no: 1, partly: 1 },
    unowned: 1,
    withoutMitigation: 1,
    highest: [
      { challenge: 'concept-drift', risk: 16 },
      { challenge: 'data-cleaning', risk: 2 },
    ],
  });
});

test('nothing rated means no highest risk', () => {
  expect(summaryOf(newRegister(knowledge, NOW), knowledge).highest).toEqual([]);
});

test('sorting loses nobody, depends on no order before, and the counts add up', () => {
  fc.assert(
    fc.property(anyRegister(knowledge), (register) => {
      const sorted = sortedByRisk(register, knowledge);
      const turned = { ...register, entries: register.entries.toReversed() };
      const summary = summaryOf(register, knowledge);
      const sum = (counts: Readonly<Record<string, number>>) =>
        Object.values(counts).reduce((a, b) => a + b, 0);

      expect(sorted).toHaveLength(register.entries.length);
      expect(sortedByRisk(turned, knowledge)).toEqual(sorted);
      expect(summary.entries + summary.putAside).toBe(register.entries.length);
      expect(sum(summary.statuses)).toBe(summary.entries);
      expect(sum(summary.bands)).toBe(register.entries.filter(isStanding).length);
    }),
  );
});
