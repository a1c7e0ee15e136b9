import { expect, test } from 'vitest';
import { inWords } from './in-words.ts';

test('counts up to twelve are words, and figures from there on', () => {
  expect([0, 1, 12, 13].map(inWords)).toEqual(['no', 'one', 'twelve', '13']);
});
