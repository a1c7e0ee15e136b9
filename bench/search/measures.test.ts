import { expect, test } from 'vitest';
import { isSuccess, measuresBy, measuresOf, median, rankOf, reciprocalRank, type Rank } from './measures.ts';

const tenOthers = Array.from({ length: 10 }, (_, i) => `/tools/${i}/`);

test.each<[string, string[], string[], Rank]>([
  ['the first place', ['/a/', '/b/'], ['/a/'], 1],
  ['the first of several wanted pages', ['/x/', '/b/', '/a/'], ['/a/', '/b/'], 2],
  ['the tenth place', [...tenOthers.slice(1), '/a/'], ['/a/'], 10],
  ['nothing beyond the tenth', [...tenOthers, '/a/'], ['/a/'], null],
  ['nothing in no results', [], ['/a/'], null],
])('the rank is %s', (_, results, wants, rank) => {
  expect(rankOf(results, wants)).toBe(rank);
});

test.each<[Rank, number]>([
  [1, 1],
  [2, 0.5],
  [10, 0.1],
  [11, 0],
  [null, 0],
])('the reciprocal of rank %s is %s', (rank, value) => {
  expect(reciprocalRank(rank)).toBe(value);
});

test('success counts the places up to the given one', () => {
  expect([1, 3, 4, null].map((rank) => isSuccess(rank, 3))).toEqual([true, true, false, false]);
});

test.each([
  [[], 0],
  [[7], 7],
  [[9, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %s', (values, middle) => {
  expect(median(values)).toBe(middle);
});

test('measures are means over the queries', () => {
  expect(measuresOf([1, 2, 4, null])).toEqual({ queries: 4, mrr: 0.4375, success1: 0.25, success3: 0.5 });
});

test('no queries give zeros, not a division by none', () => {
  expect(measuresOf([])).toEqual({ queries: 0, mrr: 0, success1: 0, success3: 0 });
});

test('groups are measured apart', () => {
  const queries = [
    { kind: 'typo', rank: 2 },
    { kind: 'name', rank: 1 },
    { kind: 'typo', rank: null },
  ];
  const measures = measuresBy(
    queries,
    ({ kind }) => kind,
    ({ rank }) => rank,
  );

  expect(measures).toEqual({
    typo: { queries: 2, mrr: 0.25, success1: 0, success3: 0.5 },
    name: { queries: 1, mrr: 1, success1: 1, success3: 1 },
  });
});
