import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { startBrowser } from '../browser.ts';
import { buildSiteAnew } from '../built-site.ts';
import { measure } from './measure.ts';
import { searchSection, withSection } from './report.ts';
import { CONTESTANTS, NAMES, type Results } from './results.ts';
import { verdictsOf } from './targets.ts';

const RESULTS_FILE = 'bench/search/results.json';

async function write(results: Results): Promise<void> {
  const options = { ...(await resolveConfig(RESULTS_FILE)), filepath: RESULTS_FILE };
  await writeFile(RESULTS_FILE, await format(JSON.stringify(results, null, 2), options));
  await writeFile('README.md', withSection(await readFile('README.md', 'utf8'), searchSection(results)));
}

function print(results: Results): void {
  console.log(`\n${searchSection(results)}\n`);
  for (const name of NAMES) console.log(`${CONTESTANTS[name]}: ${results.settings[name]}`);
  for (const name of ['minisearch', 'flexsearch'] as const)
    console.log(
      `${CONTESTANTS[name]}: library and index ${Math.round(results.indexBytes[name] / 1000)} kB, compressed`,
    );
}

/**
 * Measures how well the guide's search finds, and what it costs, beside other searches over the same pages; prints it
 * and writes results.json and the README's section.
 * @param args `--no-build` to measure what is in dist/, `--misses` to name the queries that fail
 * @returns 1 when a target is missed
 */
export async function benchSearch(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'no-build': { type: 'boolean' }, misses: { type: 'boolean' } },
  });
  if (!values['no-build']) await buildSiteAnew();
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const browser = await startBrowser();
  try {
    const { results, misses } = await measure(browser, folder);
    await write(results);
    print(results);
    if (values.misses) console.log(`\n${misses}`);
    const verdicts = verdictsOf(results);
    console.log(`\n${verdicts.map(({ line }) => line).join('\n')}`);
    return verdicts.every(({ met }) => met) ? 0 : 1;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
