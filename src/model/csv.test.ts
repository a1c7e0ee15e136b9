import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const cellOf = (text: string) => csvOf<string>({ x: (row) => row }, [text]);

test.each([
  ['plain text', 'plain text'],
  ['a, b', '"a, b"'],
  ['so "called"', '"so ""called"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-5', "'-5"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['=HYPERLINK("https://example.org")', '"\'=HYPERLINK(""https://example.org"")"'],
  ['\nx', '"\'\nx"'],
  ['\0x', "'\0x"],
  ['  =1+1', "'  =1+1"],
  ['\u00a0@sum', "'\u00a0@sum"],
  ['＝1+1', "'＝1+1"],
  ['10-12', '10-12'],
])('the text %j becomes the cell %j', (text, cell) => {
  expect(cellOf(text)).toBe(`x\r\n${cell}\r\n`);
});

test('nothing is an empty cell, and a number below zero stays a number', () => {
  expect(csvOf<number | undefined>({ a: (row) => row, b: () => 'b' }, [undefined, -1])).toBe(
    'a,b\r\n,b\r\n-1,b\r\n',
  );
});

test('another reader of CSV finds every text as it was written', () => {
  const texts = ['a, b', 'so "called"', 'two\r\nlines', '🎉 漢字', 'x'.repeat(300), ';\t|', '"', '""', ' a '];

  expect(parse(csvOf<string>({ a: (row) => row, b: (row) => `${row}"` }, texts))).toEqual([
    ['a', 'b'],
    ...texts.map((text) => [text, `${text}"`]),
  ]);
});

test('any table comes back from another reader with its texts, none of which a spreadsheet would run', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=', '+', '-', '@', '"', ',', '\r\n', '\t', ' '),
  );
  const text = fc.array(piece, { maxLength: 6 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
      const csv = csvOf<readonly [string, string]>({ a: ([a]) => a, b: ([, b]) => b }, rows);
      const read = parse(csv).slice(1);

      expect(
        read.map((cells) => cells.map((cell) => cell.replace(/^'(?=[\s\0]*[=+\-@＝＋－＠]|[\t\r\n\0])/, ''))),
      ).toEqual(
        rows.map((cells) => cells.map((cell) => cell.replace(/^'(?=[\s\0]*[=+\-@＝＋－＠]|[\t\r\n\0])/, ''))),
      );
      expect(read.flat().filter((cell) => /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/.test(cell))).toEqual([]);
    }),
  );
});
