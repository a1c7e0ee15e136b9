import { table } from '../search/report.ts';
import { sectionWriter } from '../section.ts';
import type { Cost } from './costs.ts';
import type { Outcome } from './fuzz.ts';

/** What became of all mutants of a run. */
export interface Fuzzed {
  readonly seed: number;
  readonly seeds: number;
  readonly runs: number;
  readonly accepted: number;
  readonly refused: number;
  readonly crashes: number;
  readonly faults: number;
  /** Files that have a slip of a rule, by rule, most first. */
  readonly byRule: readonly (readonly [rule: string, files: number])[];
  readonly milliseconds: { readonly median: number; readonly most99: number; readonly worst: number };
  /** Mutations of the file that took longest. */
  readonly worst: readonly string[];
}

/** All that a run of the bench finds out. */
export interface Results {
  /** Day of the run, as in 2026-01-31. */
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly cores: number };
  readonly node: string;
  readonly fuzzed: Fuzzed;
  readonly costs: readonly Cost[];
}

/** The value that a share of sorted values does not pass; 0 of none. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Counts outcomes; `seeds` is the number of files that were mutated. */
export function summaryOf(outcomes: readonly Outcome[], seed: number, seeds: number): Fuzzed {
  const files = new Map<string, number>();
  for (const { rules } of outcomes)
    for (const rule of new Set(rules)) files.set(rule, (files.get(rule) ?? 0) + 1);
  const slowest = outcomes.toSorted((a, b) => a.milliseconds - b.milliseconds);
  const times = slowest.map(({ milliseconds }) => milliseconds);
  const crashes = outcomes.filter(({ crash }) => crash !== undefined).length;
  const accepted = outcomes.filter(({ crash, rules }) => crash === undefined && rules.length === 0).length;
  return {
    seed,
    seeds,
    runs: outcomes.length,
    accepted,
    refused: outcomes.length - accepted - crashes,
    crashes,
    faults: outcomes.filter(({ faults }) => faults.length > 0).length,
    byRule: [...files].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
    milliseconds: { median: quantile(times, 0.5), most99: quantile(times, 0.99), worst: quantile(times, 1) },
    worst: slowest.at(-1)?.mutant.by ?? [],
  };
}

const count = (number: number) => number.toLocaleString('en-GB');
const milliseconds = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

/** The section of the benches' README, between its markers, from the figures of a run. */
export function checkSection({ date, machine, node, fuzzed, costs }: Results): string {
  const { seed, seeds, runs, accepted, refused, crashes, faults, byRule, worst } = fuzzed;
  const times = fuzzed.milliseconds;
  return [
    `${count(runs)} mutants of ${seeds} sound case studies, seed ${seed}:`,
    table(
      ['accepted', 'refused', 'crashes', 'disagreements', 'median', '99th percentile', 'worst'],
      [
        [
          ...[accepted, refused, crashes, faults].map(count),
          ...[times.median, times.most99, times.worst].map(milliseconds),
        ],
      ],
    ),
    `The slowest was mutated by: ${worst.join(', ')}. Times are of the command's own function for one file, with all that lies around it. Files with a slip of each rule:`,
    table(
      ['rule', 'files'],
      byRule.map(([rule, files]) => [rule, count(files)]),
    ),
    'What the command costs, each in a process of its own:',
    table(
      ['check of', 'files', 'time', 'processor time', 'peak memory'],
      costs.map(({ what, files, seconds, processorSeconds, peakBytes }) => [
        what,
        count(files),
        `${seconds.toFixed(1)} s`,
        `${processorSeconds.toFixed(1)} s`,
        `${Math.round(peakBytes / 1e6)} MB`,
      ]),
    ),
    `Run on ${date}: ${machine.cpu}, ${machine.cores} cores, Node ${node}.`,
  ].join('\n\n');
}

/** The README with another text between the markers of this bench; throws when it lacks them. */
export const withSection = sectionWriter('check');
