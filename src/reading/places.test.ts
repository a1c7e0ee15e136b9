import { parseDocument } from 'yaml';
import { describe, expect, test } from 'vitest';
import { linesOf, offsetOf, placeIn, typedAt } from './places.ts';

const TEXT = `title: A story
year: 2024
"quoted key": x
2021: number
source:
  doi: 10.1/a
list: [a, 0123]
items:
  - id: x
    note: 'y'
again: &a [1]
alias: *a
`;
const yaml = parseDocument(TEXT);

test.each<[string, number, number, number]>([
  ['the first sign', 0, 1, 1],
  ['the last sign of a line', 1, 1, 2],
  ['a line end', 2, 1, 3],
  ['the first sign of the next line', 3, 2, 1],
  ['a sign behind one of two units', 5, 2, 3],
  ['the sign after CRLF', 8, 3, 1],
  ['the end of the text', 9, 3, 2],
])('the place of %s counts lines and UTF-16 units from 1', (_what, offset, line, column) => {
  const lines = linesOf('ab\n😀x\r\nz');
  expect(placeIn({ path: 'a.md', lines }, offset)).toEqual({ path: 'a.md', line, column });
});

test('an empty text has a place too', () => {
  expect(placeIn({ path: 'a.md', lines: linesOf('') }, 0)).toEqual({ path: 'a.md', line: 1, column: 1 });
});

describe('the offset of a field is that of', () => {
  test.each<[string, (string | number)[], boolean, string]>([
    ['its value', ['year'], false, '2024'],
    ['its key', ['year'], true, 'year'],
    ['a key in quotes', ['quoted key'], true, '"quoted'],
    ['a key that YAML reads as a number', ['2021'], false, 'number'],
    ['a field of a group', ['source', 'doi'], false, '10.1/a'],
    ['an item', ['list', 1], false, '0123'],
    ['a field of an item', ['items', 0, 'note'], false, "'y'"],
    ['a key of an item', ['items', 0, 'note'], true, 'note'],
    ['an item behind an alias', ['alias', 0], false, '1]'],
    ['the group, where the field is missing', ['source', 'url'], false, 'doi:'],
    ['the list, where the item is missing', ['list', 7], false, '[a,'],
    ['the first field, where all is missing', ['nothing', 'at', 'all'], false, 'title'],
  ])('%s', (_what, path, atKey, begins) => {
    expect(TEXT.slice(offsetOf(yaml, path, atKey)).startsWith(begins)).toBe(true);
  });

  test('nothing in an empty document', () => {
    expect(offsetOf(parseDocument(''), ['title'], true)).toBe(0);
  });
});

test.each<[string, (string | number)[], string | undefined]>([
  ['text', ['title'], 'A story'],
  ['a number with a nought before it', ['list', 1], '0123'],
  ['text in quotes, without them', ['items', 0, 'note'], 'y'],
  ['nothing for a list', ['list'], undefined],
  ['nothing for what is not there', ['nowhere'], undefined],
])('what was typed is kept: %s', (_what, path, typed) => {
  expect(typedAt(yaml, path)).toBe(typed);
});
