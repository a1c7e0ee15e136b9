import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { searchSection, table, withSection } from './report.ts';
import { CONTESTANTS, NAMES, qualityOf, type Results } from './results.ts';
import { verdictsOf } from './targets.ts';

const results = JSON.parse(readFileSync('bench/search/results.json', 'utf8')) as Results;
const readme = readFileSync('README.md', 'utf8');

test('the README says what the last run found', () => {
  expect(withSection(readme, searchSection(results))).toBe(readme);
});

test.each(NAMES)('the means of %s follow from its ranks', (name) => {
  expect(results.quality[name]).toEqual(qualityOf(results.queries, name));
});

test('every contestant is told', () => {
  for (const title of Object.values(CONTESTANTS)) expect(searchSection(results)).toContain(title);
});

test('a table is as wide as its widest cells', () => {
  expect(table(['a', 'figure'], [['longer', '1']])).toBe(
    '| a      | figure |\n| ------ | ------ |\n| longer | 1      |',
  );
});

test('what stands around the markers stays', () => {
  const before = 'a\n<!-- bench:search -->\nold\n<!-- /bench:search -->\nb\n';

  expect(withSection(before, 'new')).toBe('a\n<!-- bench:search -->\n\nnew\n\n<!-- /bench:search -->\nb\n');
  expect(() => withSection('a', 'new')).toThrow('lacks');
});

test('a target that is missed says so', () => {
  const { guide } = results.quality;
  const all = (mrr: number) => ({
    ...results,
    quality: { ...results.quality, guide: { ...guide, all: { ...guide.all, mrr } } },
  });

  expect(verdictsOf(all(0.9))[0]).toEqual({ met: true, line: 'met: MRR@10 is 0.900, wanted at least 0.900' });
  expect(verdictsOf(all(0.5))[0]).toMatchObject({ met: false });
});
