import { describe, expect, test } from 'vitest';
import { hiddenSignsIn } from './hidden-signs.ts';

describe('signs that nobody sees are told', () => {
  test.each<[string, string, string]>([
    ['NUL', '\0', 'U+0000'],
    ['a backspace', '\b', 'U+0008'],
    ['a form feed', '\f', 'U+000C'],
    ['the escape of a terminal', '\u001B', 'U+001B'],
    ['delete', '\u007F', 'U+007F'],
    ['a control character of the second set', '\u009B', 'U+009B'],
    ['a soft hyphen', '\u00AD', 'U+00AD'],
    ['a zero-width space', '\u200B', 'U+200B'],
    ['a joiner between Latin letters', '\u200D', 'U+200D'],
    ['a left-to-right mark', '\u200E', 'U+200E'],
    ['a line separator', '\u2028', 'U+2028'],
    ['a right-to-left override', '\u202E', 'U+202E'],
    ['a word joiner', '\u2060', 'U+2060'],
    ['an isolate', '\u2066', 'U+2066'],
    ['a filler that looks like a blank', '\u3164', 'U+3164'],
    ['a byte-order mark within a text', '\uFEFF', 'U+FEFF'],
    ['a tag of two units', '\u{E0041}', 'U+E0041'],
    ['a carriage return alone', '\r', 'U+000D'],
  ])('%s', (_what, sign, names) => {
    expect(hiddenSignsIn(`😀a${sign}b`)).toEqual([{ offset: 3, names }]);
  });

  test('a run of them once, each sort by its name', () => {
    expect(hiddenSignsIn('a\u202E\u2066\u202Eb\u200Bc')).toEqual([
      { offset: 1, names: 'U+202E, U+2066' },
      { offset: 5, names: 'U+200B' },
    ]);
  });

  test('a joiner at the start of a text', () => {
    expect(hiddenSignsIn('\u200Da')).toEqual([{ offset: 0, names: 'U+200D' }]);
  });
});

describe('signs that are seen, or that a script needs, are not told', () => {
  test.each([
    ['tabs and line ends', 'a\tb\nc\r\nd\n'],
    ['letters of many scripts', 'café Ελλάδα Москва 東京 서울 ไทย'],
    ['Arabic and Hebrew', 'سلام שלום'],
    ['a non-joiner in Persian', 'می\u200Cخواهم'],
    ['a joiner in Hindi', 'क्\u200Dष'],
    ['a family of joined faces', '👩\u200D👩\u200D👧'],
    ['a joined face with a skin tone', '👩🏽\u200D🚀'],
    ['variation selectors', '❤\uFE0F'],
    ['quotation marks, dashes and a no-break space', '“a” – b\u00A0%'],
  ])('%s', (_what, text) => {
    expect(hiddenSignsIn(text)).toEqual([]);
  });
});
