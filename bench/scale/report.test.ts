import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planOf } from './bench.ts';
import type { Use } from './measured.ts';
import { growthSection, onPaper, scaleSection, verdictTable, withSection } from './report.ts';
import type { CatalogueFigures, PeerFigures, Results } from './results.ts';
import type { SearchCosts } from './searching.ts';
import { perAddedCase, TARGETS, verdictsOf } from './targets.ts';

const uses = (...processor: number[]): Use[] =>
  processor.map((processorSeconds) => ({ seconds: processorSeconds / 2, processorSeconds, peakBytes: 1e9 }));

const site = { pages: 1500, files: 4000, bytes: 9e7, heaviestPage: { path: 'a/index.html', bytes: 200_000 } };

const catalogue = (size: number, cold: number, more: Partial<CatalogueFigures> = {}): CatalogueFigures => ({
  size,
  builds: { uses: { cold: uses(cold, cold, 99), warm: uses(5), edited: uses(cold / 4) }, site },
  ...more,
});

const weight = {
  requests: 4,
  html: 9000,
  css: 4000,
  script: 3000,
  images: 0,
  other: 0,
  total: 16_000,
  fonts: 40_000,
};
const search = (milliseconds: number): SearchCosts => ({
  cold: { bytes: 100_000, arrivedBytes: 90_000, milliseconds },
  warm: { bytes: 0, arrivedBytes: 0, milliseconds: milliseconds / 2 },
  laterMilliseconds: 20,
  laterQueries: 7,
  unasked: 0,
});

const starlight: PeerFigures = {
  uses: uses(20),
  site,
  challenge: { path: '/', weight: { ...weight, total: 50_000 } },
  search: { desk: search(400), phone: search(2000) },
};

const results = (catalogues: CatalogueFigures[]): Results => ({
  date: '2026-01-31',
  machine: { cpu: 'Example', cores: 2 },
  versions: { node: '24.0.0', chromium: '1', lighthouse: '2' },
  commit: 'aaaaaaa',
  runs: 3,
  parts: ['builds'],
  catalogues,
});

const verdictOn = (words: string, of: Results) =>
  verdictsOf(of).find(({ target }) => target.says.includes(words));

test('the processor time of an added case study lies between two catalogues', () => {
  expect(perAddedCase(catalogue(1000, 10), catalogue(5000, 30))).toBe(5);
  expect(perAddedCase(undefined, catalogue(5000, 30))).toBeUndefined();
  expect(perAddedCase(catalogue(5000, 30), catalogue(5000, 30))).toBeUndefined();
});

test.each([
  [14, true],
  [14.1, false],
])('a cold build of %f s is compared with one of Starlight of 20 s: %s', (cold, met) => {
  const run = results([catalogue(1000, cold, { peers: { starlight } })]);

  expect(verdictOn('cold build at N = 1,000', run)?.met).toBe(met);
});

test('growth within noise is constant, beyond it is not', () => {
  const grown = (last: number) =>
    verdictOn(
      'from 5,000 to 10,000',
      results([catalogue(1000, 10), catalogue(5000, 30), catalogue(10_000, last)]),
    );

  expect(grown(56)?.met).toBe(true);
  expect(grown(57)?.met).toBe(false);
});

test('what was not measured says what it needs, and no figure is made up', () => {
  const verdicts = verdictsOf(results([]));

  expect(verdicts).toHaveLength(TARGETS.length);
  expect(verdicts.every(({ value, met }) => value === undefined && met === undefined)).toBe(true);
  expect(verdictTable({ ...results([]), parts: [] })).toMatch(
    /cold build at N = 1,000.*\| needs builds --peers --sizes 1000 +\|/,
  );
});

test('what nobody has built is worked out from the two largest that were', () => {
  const built = (size: number, files: number, cold: number) => ({
    ...catalogue(size, cold),
    builds: {
      uses: { cold: uses(cold), warm: uses(5), edited: uses(cold / 2) },
      site: { ...site, files, bytes: files * 10_000 },
    },
  });
  const paper = onPaper(results([built(1000, 4000, 20), built(5000, 20_000, 60)]));

  // 16,000 files and 40 s more for each 4,000 case studies.
  expect(paper).toMatch(/\| 100,000 +\| 400,000 +\| 4\.0 GB +\| 1\.0 GB +\| 17 min +\| 8 min +\|/);
});

test('one size is not enough to work out another', () => {
  expect(onPaper(results([catalogue(1000, 20)]))).toContain('two sizes');
});

test('a page that grows with the catalogue is told', () => {
  const page = (total: number) => ({ challenge: { path: '/', weight: { ...weight, total } } });
  const growth = (total: number) =>
    verdictOn('its growth', results([catalogue(1000, 1, page(10_000)), catalogue(5000, 2, page(total))]))
      ?.met;

  expect([growth(10_100), growth(10_200)]).toEqual([true, false]);
});

test('the worst kind of page counts', () => {
  const speed = { score: 100, fcp: 900, lcp: 900, tbt: 2, cls: 0 };
  const kinds = {
    '/': { path: '/', speed },
    '/review/': { path: '/review/', speed: { ...speed, score: 97, tbt: 11 } },
  };
  const run = results([{ size: 0, kinds }]);

  expect(verdictOn('lowest score', run)).toMatchObject({ value: 97, met: false });
  expect(verdictOn('longest Total Blocking Time', run)).toMatchObject({ value: 11, met: false });
});

test('the section sets the guide beside its peers', () => {
  const section = scaleSection(
    results([
      { size: 0, kinds: { '/': { path: '/', weight } } },
      catalogue(1000, 12, {
        peers: { starlight },
        challenge: { path: '/', weight },
        search: { desk: search(100), phone: search(900) },
      }),
    ]),
  );

  expect(section).toMatch(
    /\| page: the same, as a share of Starlight’s +\| 0\.32 +\| at most 0\.40 +\| met +\|/,
  );
  expect(section).toMatch(/\| this guide +\| 6\.0 s +\| 12\.0 s +\| 1000 MB +\| 1,500 +\|/);
  expect(section).toMatch(/\| Starlight 0\.42 +\| slow phone +\| 90\.0 kB +\| 100\.0 kB +\| 2000 ms +\|/);
  expect(section).toMatch(/\| `\/` +\| 4 +\| 9\.0 kB +\|/);
  expect(section).toContain('Run on 2026-01-31 at aaaaaaa, medians of 3: Example, 2 cores, Node 24.0.0');
});

test('the READMEs have the place for the figures', () => {
  for (const readme of ['README.md', 'bench/README.md'])
    expect(withSection(readFileSync(readme, 'utf8'), 'the new section')).toContain(
      '<!-- bench:scale -->\n\nthe new section\n\n<!-- /bench:scale -->',
    );
  expect(growthSection(results([catalogue(1000, 12)]))).toMatch(
    /\| 1,000 +\| 1,500 +\| 4,000 +\| 90 MB +\| 1000 MB +\|/,
  );
});

test('the plan is read from the command line', () => {
  expect(planOf([])).toEqual({
    parts: ['builds', 'pages', 'search', 'lighthouse', 'check', 'dev'],
    runs: 3,
    sizes: [1000, 5000],
    peers: false,
  });
  expect(planOf(['--only', 'pages,builds', '--sizes', '50,10,50', '--runs', '1', '--peers'])).toEqual({
    parts: ['pages', 'builds'],
    runs: 1,
    sizes: [10, 50],
    peers: true,
  });
});

test.each([
  [['--only', 'pages,nothing'], /"nothing": it takes builds, pages/],
  [['--sizes', '10,many'], /--sizes is "10,many"/],
  [['--runs', '0'], /--runs is "0"/],
])('%j is refused', (args, message) => {
  expect(() => planOf(args)).toThrow(message);
});
