import { describe, expect, test } from 'vitest';
import { decoded } from './bytes.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('what is UTF-8 is decoded', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', bytes(), ''],
    ['signs of one to four bytes', bytes('aé€😀'), 'aé€😀'],
    ['a text without its byte-order mark', bytes([0xef, 0xbb, 0xbf], '---\n'), '---\n'],
    ['a byte-order mark that is not first', bytes('a\uFEFFb'), 'a\uFEFFb'],
    ['NUL and line ends of every sort', bytes('a\0b\r\nc\rd'), 'a\0b\r\nc\rd'],
  ])('%s', (_what, file, text) => {
    expect(decoded(file)).toEqual({ text });
  });
});

describe('the first byte that is no UTF-8 is found', () => {
  test.each<[string, Uint8Array, number, string]>([
    ['Latin-1, where the next byte shows it', bytes('caf', [0xe9], ' x'), 3, 'caf'],
    ['a byte that begins nothing', bytes('a😀é', [0xff], 'b'), 7, 'a😀é'],
    ['a byte that goes on with nothing', bytes('ab', [0x80], 'c'), 2, 'ab'],
    ['a sign written longer than it is', bytes('a', [0xc0, 0xbc]), 1, 'a'],
    ['half of a pair of units', bytes('a', [0xed, 0xa0, 0x80]), 1, 'a'],
    ['a file that ends within a sign', bytes('ab\n', [0xf0, 0x9f]), 3, 'ab\n'],
    ['the first byte of all', bytes([0xff, 0xfe], 'a'), 0, ''],
    ['a bad byte behind a byte-order mark', bytes([0xef, 0xbb, 0xbf], 'ab', [0xff]), 5, 'ab'],
    ['the first of several', bytes('a', [0xff], 'b', [0xff]), 1, 'a'],
  ])('%s', (_what, file, badByte, before) => {
    expect(decoded(file)).toEqual({ badByte, before });
  });

  test('in a large file at once', () => {
    const file = bytes('é'.repeat(30_000), [0xff], 'x'.repeat(5000));
    expect(decoded(file)).toMatchObject({ badByte: 60_000 });
  });
});
