import { expect, test } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

const words = ['concept-drift', 'industry', 'e-commerce', 'tfx', 'Problem', 'technology-readiness-levels'];

test.each([
  ['industy', 'industry'],
  ['e-comerce', 'e-commerce'],
  ['concept-drfit', 'concept-drift'],
  ['Industry', 'industry'],
  ['PROBLEM', 'Problem'],
  ['tfxx', 'tfx'],
  ['industry', 'industry'],
  ['data-drift', 'concept-drift', 'is too far'],
  ['xyz', 'tfx', 'is too far'],
  ['', 'tfx', 'is too far'],
  ['technology-readiness-lvl', 'technology-readiness-levels'],
  ['technology-readiness', 'technology-readiness-levels', 'is too far'],
])('from %j to %s: %s', (word, meant, far = 'is near') => {
  expect(nearest(word, words)).toBe(far === 'is near' ? meant : undefined);
});

test('nothing is near where there is nothing', () => {
  expect(nearest('a', [])).toBeUndefined();
});

test('a suggestion is a question, and no suggestion says nothing', () => {
  expect([didYouMean('industry'), didYouMean(undefined)]).toEqual(['; did you mean "industry"?', '']);
});
