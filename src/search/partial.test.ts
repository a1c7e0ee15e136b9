import { expect, test } from 'vitest';
import type { PageResult } from './engine.ts';
import { withSomeWords } from './partial.ts';

const result = (id: string, score: number): PageResult => ({
  id,
  score,
  data: () => Promise.reject(new Error('nobody reads it')),
});
const pages: Record<string, PageResult[]> = {
  common: [result('a', 9), result('b', 8), result('c', 7)],
  rare: [result('c', 2)],
  other: [result('b', 1), result('d', 1)],
};
const search = (word: string) => Promise.resolve(pages[word] ?? []);
const idsFor = async (...words: string[]) =>
  (await withSomeWords(words, 10, search)).map(({ result: { id } }) => id);

test('a page that holds more of the words comes first', async () => {
  expect((await idsFor('common', 'other'))[0]).toBe('b');
});

test('a rare word says more than a common one', async () => {
  expect((await idsFor('common', 'rare'))[0]).toBe('c');
});

test('stop words and words that no page holds change nothing', async () => {
  expect(await idsFor('the', 'common', 'with', 'unicorn')).toEqual(['a', 'b', 'c']);
});

test('the share tells how much of the words that any page holds stands on a page', async () => {
  const found = await withSomeWords(['common', 'rare', 'unicorn'], 10, search);
  const shareOf = (id: string) => found.find(({ result }) => result.id === id)?.share ?? 0;

  expect(shareOf('c')).toBe(1);
  expect(shareOf('a')).toBeGreaterThan(0);
  expect(shareOf('a')).toBeLessThan(0.5);
});

test('no words find nothing', async () => {
  expect(await idsFor()).toEqual([]);
});
