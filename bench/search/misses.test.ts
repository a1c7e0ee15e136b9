import { expect, test } from 'vitest';
import { missesOf } from './misses.ts';
import type { Query } from './queries.ts';

const query = (words: string): Query => ({
  query: words,
  kind: 'symptom',
  set: 'tuning',
  wants: ['/a/', '/b/'],
});

test('a miss tells what was wanted and what came instead', () => {
  const told = missesOf(
    [query('found'), query('late'), query('lost')],
    [['/x/', '/b/'], ['/w/', '/x/', '/y/', '/a/'], []],
  );

  expect(told).toBe(`Misses: 2 of 3
"late" (symptom, tuning): in place 4
  wanted /a/ /b/
  came   /w/ /x/ /y/
"lost" (symptom, tuning): not among the first ten
  wanted /a/ /b/
  came   nothing`);
});
