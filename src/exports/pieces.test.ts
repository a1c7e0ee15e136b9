import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, jsonPieces, recordPieces, streamOf } from './pieces.ts';

const textOf = (pieces: Iterable<string>) => [...pieces].join('');

test('JSON in pieces is the JSON of the whole', () => {
  const record = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
  fc.assert(
    fc.property(fc.array(record), fc.array(record), (some, others) => {
      const head = { title: 'A "title"\n', counts: { some: some.length } };
      const whole = JSON.stringify({ ...head, some, 'the-others': others }, undefined, 2);

      expect(textOf(jsonPieces(head, { some, 'the-others': others }))).toBe(`${whole}\n`);
      expect(`[${textOf(recordPieces(some, ''))}]`).toBe(JSON.stringify(some, undefined, 2));
    }),
  );
});

test('a record is a piece, so that the whole is never one text', () => {
  const records = Array.from({ length: 1000 }, (_, i) => ({ i, text: 'a'.repeat(1000) }));
  const longest = Math.max(...[...jsonPieces({ a: 1 }, { records })].map(({ length }) => length));

  expect(longest).toBeLessThan(1100);
});

test.each([
  ['nothing', []],
  ['small pieces', ['a', '', 'ü', '🙂']],
  ['a piece larger than a chunk', ['x'.repeat(200_000), 'end']],
  ['many pieces', Array.from({ length: 50_000 }, (_, i) => `${i};`)],
])('a stream of %s carries the whole text, and its bytes are counted', async (_, pieces) => {
  const text = pieces.join('');

  expect(await new Response(streamOf(() => pieces)).text()).toBe(text);
  expect(bytesOf(() => pieces)).toBe(new TextEncoder().encode(text).length);
});
