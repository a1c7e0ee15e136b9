import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Build } from './builds.ts';
import { takeAwaySection, verdictsOf, withSection, type Results } from './report.ts';

const builds = (...times: number[]): Build[] =>
  times.map((seconds) => ({ seconds, processorSeconds: seconds * 2 }));

const results = (cold: number, warm: number): Results => ({
  date: '2026-01-31',
  machine: { cpu: 'Example', cores: 2 },
  node: '24.0.0',
  commits: { with: 'bbbbbbb', without: 'aaaaaaa' },
  without: { cold: builds(9, 10, 30), warm: builds(8, 8, 8) },
  with: { cold: builds(cold, 5, 40), warm: builds(warm, warm, warm) },
  additions: [
    { part: 'data', files: 12, bytes: 2_400_400 },
    { part: 'other files', files: -1, bytes: -3000 },
  ],
});

test('the medians are compared, and processor time stands beside the time by the clock', () => {
  const section = takeAwaySection(results(12, 8));

  expect(section).toMatch(/\| time, cold +\| 10\.0 s +\| 12\.0 s +\| 1\.20 +\| ≤ 1\.25 +\|/);
  expect(section).toMatch(/\| processor time, cold +\| 20\.0 s +\| 24\.0 s +\| 1\.20 +\| +\|/);
  expect(section).toMatch(/\| time, warm +\| 8\.0 s +\| 8\.0 s +\| 1\.00 +\| ≤ 1\.25 +\|/);
  expect(section).toContain('Medians of 3 builds each, without (aaaaaaa) and with (bbbbbbb):');
});

test('what each part adds is told with its sign, and all of it together', () => {
  const section = takeAwaySection(results(12, 8));

  expect(section).toMatch(/\| data +\| \+12 +\| \+2,400 kB +\|/);
  expect(section).toMatch(/\| other files +\| -1 +\| -3 kB +\|/);
  expect(section).toMatch(/\| together +\| \+11 +\| \+2,397 kB +\|/);
});

test.each([
  [12.5, 10, [true, true]],
  [12.6, 10, [false, true]],
  [12.5, 10.1, [true, false]],
])('a build of %f s cold and %f s warm meets the targets: %j', (cold, warm, met) => {
  expect(verdictsOf(results(cold, warm)).map((verdict) => verdict.met)).toEqual(met);
});

test('a target that is missed says so', () => {
  expect(verdictsOf(results(20, 8)).map(({ line }) => line)).toEqual([
    'missed: a cold build with the take-away takes 2.00 times as long as without, wanted at most 1.25',
    'met: a warm build with the take-away takes 1.00 times as long as without, wanted at most 1.25',
  ]);
});

test('the README of the benches has the place for it', () => {
  expect(withSection(readFileSync('bench/README.md', 'utf8'), 'the new section')).toContain(
    '<!-- bench:take-away -->\n\nthe new section\n\n<!-- /bench:take-away -->',
  );
});
