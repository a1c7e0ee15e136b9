import { expect, test } from 'vitest';
import { namedBy } from './named-by.ts';

test('entries are found by each slug that they name, once and in their own order', () => {
  const naming = namedBy(['b a', 'a a', 'c'], (text) => text.split(' '));

  expect(naming('a')).toEqual(['b a', 'a a']);
  expect(naming('c')).toEqual(['c']);
});

test.each(['constructor', '__proto__', 'missing'])('nothing names %s', (slug) => {
  expect(namedBy(['a'], (text) => [text])(slug)).toEqual([]);
});
