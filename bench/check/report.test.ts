import { expect, test } from 'vitest';
import { worldOf } from './world.ts';
import { generatedCase } from '../generated/case-studies.ts';
import { checkCaseStudy } from '../../src/reading/check-case-study.ts';
import type { Outcome } from './fuzz.ts';
import { checkSection, quantile, summaryOf, withSection } from './report.ts';

const outcome = (milliseconds: number, rest: Partial<Outcome> = {}): Outcome => ({
  mutant: { of: 'a', name: 'a.md', bytes: new Uint8Array(), by: [`took ${milliseconds}`] },
  rules: [],
  milliseconds,
  faults: [],
  ...rest,
});

const OUTCOMES = [
  outcome(3, { rules: ['yaml', 'yaml', 'sections'] }),
  outcome(1),
  outcome(9, { rules: ['yaml'] }),
  outcome(2, { faults: ['accepted, though there is raw HTML'] }),
  outcome(0, { crash: 'RangeError' }),
];

test('a quantile is the value that a share of the values does not pass', () => {
  const values = Array.from({ length: 100 }, (_, i) => i + 1);
  expect([0, 0.5, 0.99, 1].map((share) => quantile(values, share))).toEqual([1, 51, 100, 100]);
  expect(quantile([], 0.5)).toBe(0);
});

test('outcomes are counted by what became of them, and by rule once a file', () => {
  expect(summaryOf(OUTCOMES, 7, 2)).toEqual({
    seed: 7,
    seeds: 2,
    runs: 5,
    accepted: 2,
    refused: 2,
    crashes: 1,
    faults: 1,
    byRule: [
      ['yaml', 2],
      ['sections', 1],
    ],
    milliseconds: { median: 2, most99: 9, worst: 9 },
    worst: ['took 9'],
  });
});

test('the section holds the figures, and takes the place of the one before', () => {
  const section = checkSection({
    date: '2026-01-31',
    machine: { cpu: 'Example', cores: 2 },
    node: '24.0.0',
    fuzzed: summaryOf(OUTCOMES, 7, 2),
    costs: [{ what: 'the catalogue', files: 444, seconds: 1.25, processorSeconds: 2, peakBytes: 3e8 }],
  });
  expect(section).toContain('5 mutants of 2 sound case studies, seed 7:');
  expect(section).toMatch(/\| the catalogue \| 444 +\| 1\.3 s \| 2\.0 s +\| 300 MB +\|/);
  const readme = 'a\n<!-- bench:check -->\nold\n<!-- /bench:check -->\nb';
  expect(withSection(readme, 'new')).toBe('a\n<!-- bench:check -->\n\nnew\n\n<!-- /bench:check -->\nb');
  expect(() => withSection('a', 'new')).toThrow('lacks');
});

test('generated case studies are sound, and the same each time', () => {
  const world = worldOf(1);
  world.remove();
  const known = world.around('');
  const sentences = ['Nobody had asked the people who label the data what they see in it.'];
  for (let n = 1; n <= 50; n += 1) {
    const made = generatedCase(n, { ...known, sentences });
    expect(checkCaseStudy(made.text, made.slug, known)).toEqual([]);
    expect(generatedCase(n, { ...known, sentences })).toEqual(made);
  }
});
