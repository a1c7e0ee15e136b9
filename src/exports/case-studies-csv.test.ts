import { expect, test } from 'vitest';
import { aCaseStudy, applied } from '../model/samples.ts';
import { caseStudiesCsv } from './case-studies-csv.ts';
import { csvOf } from '../model/csv.ts';

const locate = (path: string) => `https://guide.example${path}`;
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

test('case studies stand by slug, one a line, lists joined in a cell', () => {
  const lines = caseStudiesCsv(
    {
      caseStudies: [
        aCaseStudy('b', ['concept-drift']),
        aCaseStudy('a', ['concept-drift', 'slow-release'], {
          title: '=cmd|attack',
          mitigations: [applied('retraining', { outcome: 'helped' }), applied('rollback')],
          tools: ['watcher', 'data-mesh'],
        }),
      ],
    },
    locate,
  ).split('\r\n');

  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^slug,address,title,organisation,industry,year,/);
  expect(lines[1]).toBe(
    "a,https://guide.example/case-studies/a/,'=cmd|attack,,software,2020,case-study,ranking,concept-drift; slow-release," +
      'retraining: helped (used); rollback: not-reported (used),watcher; data-mesh,,,,full-text,2026-01-02,Report of a,,,,,,,https://example.org/a',
  );
  expect(lines[2]).toMatch(/^b,/);
});
