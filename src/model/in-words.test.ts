import { expect, test } from 'vitest';
import { asSentence, inBytes, inWords } from './in-words.ts';

test('counts up to twelve are words, and figures from there on', () => {
  expect([0, 1, 12, 13].map(inWords)).toEqual(['no', 'one', 'twelve', '13']);
});

test.each([
  [1, '1 byte'],
  [640, '640 bytes'],
  [1499, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [3_614_295, '3.6 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(inBytes(bytes)).toBe(words);
});

test.each([
  ['it helps', 'It helps.'],
  ['Does it help?', 'Does it help?'],
  ['it helps.', 'It helps.'],
])('the reason %j is the sentence %j', (reason, sentence) => {
  expect(asSentence(reason)).toBe(sentence);
});
