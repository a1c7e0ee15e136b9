import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { costsOf } from './costs.ts';
import { mutantsOf, outcomeOf, type Outcome } from './fuzz.ts';
import { checkSection, summaryOf, withSection, type Results } from './report.ts';
import { worldOf } from './world.ts';

const FOLDER = 'bench/results/check';
const README = 'bench/README.md';

/** Checks the mutants of a run, and keeps those on which something went wrong, to be looked at. */
async function fuzz(seed: number, runs: number): Promise<{ outcomes: Outcome[]; seeds: number }> {
  const world = worldOf();
  try {
    const outcomes: Outcome[] = [];
    for (const mutant of mutantsOf(world, seed, runs)) {
      const outcome = await outcomeOf(world, mutant);
      outcomes.push(outcome);
      if (outcome.crash === undefined && outcome.faults.length === 0) continue;
      const file = join(FOLDER, `mutant-${outcomes.length}.md`);
      writeFileSync(file, mutant.bytes);
      console.error(`${file} (${mutant.name}, ${mutant.by.join(', ')})`);
      for (const line of [...(outcome.crash?.split('\n').slice(0, 5) ?? []), ...outcome.faults])
        console.error(`  ${line}`);
    }
    return { outcomes, seeds: world.seeds.length };
  } finally {
    world.remove();
  }
}

/**
 * Mutates sound case studies and judges what the check says of them, then measures what the check costs; prints the
 * figures and writes them into bench/results/check/ and the benches' README.
 * @param args `--runs` mutants, `--seed` they come from, `--no-costs` to leave out the measuring and the README
 * @returns 1 when the check crashed on a mutant, or disagrees with the second opinion
 */
export async function benchCheck(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      runs: { type: 'string', default: '10000' },
      'no-costs': { type: 'boolean' },
    },
  });
  mkdirSync(FOLDER, { recursive: true });
  const { outcomes, seeds } = await fuzz(Number(values.seed), Number(values.runs));
  const fuzzed = summaryOf(outcomes, Number(values.seed), seeds);
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: { cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: cpus().length },
    node: process.versions.node,
    fuzzed,
    costs: values['no-costs'] ? [] : await costsOf([1000, 10_000]),
  };
  console.log(`\n${checkSection(results)}\n`);
  writeFileSync(join(FOLDER, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  if (!values['no-costs'])
    writeFileSync(README, withSection(readFileSync(README, 'utf8'), checkSection(results)));
  return fuzzed.crashes + fuzzed.faults === 0 ? 0 : 1;
}
