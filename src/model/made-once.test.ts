import { expect, test } from 'vitest';
import { madeOnce } from './made-once.ts';

test('something is made once of each list, and again of another list that holds the same', () => {
  const asked: (readonly number[])[] = [];
  const sumOf = madeOnce((numbers: readonly number[]) => {
    asked.push(numbers);
    return { sum: numbers.reduce((sum, each) => sum + each, 0) };
  });
  const numbers = [1, 2];

  expect(sumOf(numbers)).toBe(sumOf(numbers));
  expect(sumOf([1, 2])).toEqual({ sum: 3 });
  expect(asked).toEqual([numbers, [1, 2]]);
});
