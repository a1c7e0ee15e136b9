import { describe, expect, test } from 'vitest';
import { numbersAround, pageAddress, pagesOf, pageTitle } from './pages.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('a list in pages', () => {
  test.each([
    [0, 10, 10, [[]]],
    [1, 10, 10, [[1]]],
    [
      4,
      2,
      2,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [5, 2, 2, [[1, 2], [3, 4], [5]]],
    [5, 2, 5, [[1, 2, 3, 4, 5]]],
    [
      6,
      2,
      5,
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ],
  ])('%i items, %i a page, up to %i whole', (count, size, whole, expected) => {
    const pages = pagesOf(upTo(count), size, whole);

    expect(pages.map(({ items }) => items)).toEqual(expected);
    expect(pages.map(({ number }) => number)).toEqual(upTo(expected.length));
    for (const { of, all } of pages) expect([of, all]).toEqual([expected.length, count]);
  });

  test('each page knows the place of its first item', () => {
    expect(pagesOf(upTo(5), 2).map(({ first }) => first)).toEqual([1, 3, 5]);
    expect(pagesOf([], 2).map(({ first }) => first)).toEqual([0]);
  });

  test('every item of a long list stands on one page, in order', () => {
    const items = upTo(10_199);

    expect(pagesOf(items, 100, 280).flatMap((page) => page.items)).toEqual(items);
  });
});

test('the first page is the list itself', () => {
  expect(pageAddress('/case-studies/', 1)).toBe('/case-studies/');
  expect(pageAddress('/case-studies/', 12)).toBe('/case-studies/page/12/');
});

test('a page says which it is, the first is called what the list is called', () => {
  expect(pageTitle('Case studies', { number: 1, of: 20 })).toBe('Case studies');
  expect(pageTitle('Case studies', { number: 2, of: 20 })).toBe('Case studies, page 2 of 20');
});

test.each([
  [1, 1, '1'],
  [1, 3, '1 2 3'],
  [1, 20, '1 2 3 … 20'],
  [4, 20, '1 2 3 4 5 6 … 20'],
  [5, 20, '1 2 3 4 5 6 7 … 20'],
  [6, 20, '1 … 4 5 6 7 8 … 20'],
  [17, 20, '1 … 15 16 17 18 19 20'],
  [20, 20, '1 … 18 19 20'],
])('page %i of %i names %s', (number, of, expected) => {
  expect(
    numbersAround({ number, of })
      .map((each) => each ?? '…')
      .join(' '),
  ).toBe(expected);
});
