import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Failure } from '../../src/cli/failure.ts';
import { build, filesOf, forget, type Build } from './builds.ts';
import { additionsOf } from './parts.ts';
import { takeAwaySection, verdictsOf, withSection, type Results } from './report.ts';
import { checkOut, type Trees } from './trees.ts';

const FOLDER = 'bench/results/take-away';
const README = 'bench/README.md';

type Side = 'with' | 'without';

/** Builds both guides in turn, each cold and then warm, so that the noise of the machine falls on both. */
async function measured(trees: Trees, rounds: number, signal: AbortSignal) {
  const builds = {
    with: { cold: [] as Build[], warm: [] as Build[] },
    without: { cold: [] as Build[], warm: [] as Build[] },
  };
  const sides: readonly Side[] = ['without', 'with'];
  for (let round = 0; round < rounds; round += 1)
    // Each goes first as often as the other.
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      forget(trees[side]);
      for (const state of ['cold', 'warm'] as const) {
        const one = await build(trees[side], signal);
        builds[side][state].push(one);
        console.log(`${round + 1}/${rounds} ${side}, ${state}: ${one.seconds.toFixed(1)} s`);
      }
    }
  return builds;
}

const numberOf = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Failure(`--runs is "${text}": it must be a number from 1 on`);
  return number;
};

/**
 * Measures how much longer the guide builds with all that people take away than it did without; prints the figures
 * and writes them into bench/results/take-away/ and the benches' README.
 * @param args `--runs` builds of each sort, `--against` the commit without
 * @returns 1 when the target is missed
 */
export async function benchTakeAway(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { runs: { type: 'string', default: '5' }, against: { type: 'string' } },
  });
  const rounds = numberOf(values.runs);
  const trees = checkOut(values.against);
  const stopped = new AbortController();
  const stop = () => {
    stopped.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const builds = await measured(trees, rounds, stopped.signal);
    const results: Results = {
      date: new Date().toISOString().slice(0, 10),
      machine: { cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: cpus().length },
      node: process.versions.node,
      commits: trees.commits,
      ...builds,
      additions: additionsOf(filesOf(trees.without), filesOf(trees.with)),
    };
    console.log(`\n${takeAwaySection(results)}`);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${FOLDER}/results.json`, `${JSON.stringify(results, null, 2)}\n`);
    writeFileSync(README, withSection(readFileSync(README, 'utf8'), takeAwaySection(results)));
    return verdictsOf(results).every(({ met }) => met) ? 0 : 1;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    trees.remove();
  }
}
