import { expect, test } from 'vitest';
import { fused, holdingEnough, scaled } from './fusion.ts';

const list = (weight: number, ...items: [string, number][]) =>
  scaled(
    items.map(([id, score]) => ({ id, score })),
    weight,
  );
const neutral = () => 1;

test('a page that is second in both lists comes before the first of either', () => {
  expect(fused([list(1, ['a', 10], ['both', 9]), list(1, ['b', 4], ['both', 3])], neutral)[0]).toBe('both');
});

test('lists count by their weights, whatever the scale of their scores', () => {
  expect(fused([list(1, ['a', 1]), list(2, ['b', 0.001])], neutral)).toEqual(['b', 'a']);
});

test('a likely type comes first among equals', () => {
  expect(fused([list(1, ['case', 5], ['challenge', 5])], (id) => (id === 'challenge' ? 1.1 : 1))).toEqual([
    'challenge',
    'case',
  ]);
});

test('no list, an empty list and a list of zeros give no error', () => {
  expect(fused([], neutral)).toEqual([]);
  expect(fused([list(1)], neutral)).toEqual([]);
  expect(fused([list(1, ['a', 0])], neutral)).toEqual(['a']);
});

test('a list that holds little of the question does not gain by being a list of its own', () => {
  const weak = { weight: 1, items: [{ id: 'weak', score: 0.1 }] };

  expect(fused([weak, list(1, ['strong', 7], ['other', 2])], neutral)).toEqual(['strong', 'other', 'weak']);
});

test('a page is shown when it holds half as much as the best, by the list that says most of it', () => {
  const held = holdingEnough([
    [
      { id: 'a', share: 0.8 },
      { id: 'b', share: 0.1 },
      { id: 'c', share: 0.3 },
    ],
    [
      { id: 'b', share: 0.4 },
      { id: 'd', share: 0.2 },
    ],
  ]);

  expect([...held]).toEqual(['a', 'b']);
  expect(holdingEnough([])).toEqual(new Set());
});
