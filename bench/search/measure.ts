import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Browser } from 'playwright';
import { contestantsOf, type Rankings } from './contestants.ts';
import { costsOf } from './costs.ts';
import { rankOf } from './measures.ts';
import { missesOf } from './misses.ts';
import { pagesOf } from './pages.ts';
import { queriesOf, type Query } from './queries.ts';
import { NAMES, qualityOf, type Contestant, type Results } from './results.ts';

const DIST = 'dist';
const QUERIES = 'bench/search/queries.yaml';

/** Costs are medians of about this many queries. */
const COST_QUERIES = 12;

const forEachContestant = <T>(valueOf: (name: Contestant) => T): Record<Contestant, T> => ({
  guide: valueOf('guide'),
  pagefind: valueOf('pagefind'),
  minisearch: valueOf('minisearch'),
  flexsearch: valueOf('flexsearch'),
});

/** Every nth query that all contestants have some answer for, so that there is a first result to wait for. */
function sampleOf(queries: readonly Query[], rankings: readonly Rankings[]): string[] {
  const answered = queries.filter((_, i) => NAMES.every((name) => (rankings[i]?.[name].length ?? 0) > 0));
  const step = Math.max(1, Math.floor(answered.length / COST_QUERIES));
  return answered
    .filter((_, i) => i % step === 0)
    .slice(0, COST_QUERIES)
    .map(({ query }) => query);
}

async function versionOf(name: string): Promise<string> {
  const manifest = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

/** What the bench's server sends for a library and its index, without the heads. */
async function libraryBytes(address: string, name: string): Promise<number> {
  const sizes = [`/${name}.js`, `/${name}.json`].map(async (path) =>
    Number((await fetch(address + path, { method: 'HEAD' })).headers.get('content-length')),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/**
 * Asks every contestant every query, and measures what a sample of them costs.
 * @param folder an empty folder for the files of the contestants
 * @returns the results, and the guide's misses in words
 */
export async function measure(
  browser: Browser,
  folder: string,
): Promise<{ readonly results: Results; readonly misses: string }> {
  const pages = await pagesOf(DIST);
  const queries = queriesOf(await readFile(QUERIES, 'utf8'), QUERIES, new Set(pages.keys()));
  const contestants = await contestantsOf(browser, DIST, pages, folder);
  try {
    console.log(`Asking ${NAMES.length} searches ${queries.length} queries over ${pages.size} pages…`);
    const rankings: Rankings[] = [];
    for (const { query } of queries) rankings.push(await contestants.rank(query));
    const sample = sampleOf(queries, rankings);
    console.log(`Measuring bytes and times with ${sample.length} of them…`);
    const costs = await costsOf(browser, contestants.searchPages, sample);
    const ranked = queries.map(({ query, kind, set, wants }, i) => {
      const ranks = forEachContestant((name) => rankOf(rankings[i]?.[name] ?? [], wants));
      return { query, kind, set, ranks };
    });
    const results: Results = {
      date: new Date().toISOString().slice(0, 10),
      machine: { cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: cpus().length },
      versions: {
        node: process.versions.node,
        chromium: browser.version(),
        pagefind: await versionOf('pagefind'),
        minisearch: await versionOf('minisearch'),
        flexsearch: await versionOf('flexsearch'),
      },
      pages: pages.size,
      settings: contestants.settings,
      quality: forEachContestant((name) => qualityOf(ranked, name)),
      costQueries: sample,
      costs,
      indexBytes: {
        minisearch: await libraryBytes(contestants.address, 'minisearch'),
        flexsearch: await libraryBytes(contestants.address, 'flexsearch'),
      },
      queries: ranked,
    };
    const guideRankings = rankings.map(({ guide }) => guide);
    return { results, misses: missesOf(queries, guideRankings) };
  } finally {
    contestants.close();
  }
}
