import { median } from '../search/measures.ts';
import { table } from '../search/report.ts';
import { sectionWriter } from '../section.ts';
import type { Build } from './builds.ts';
import type { Addition } from './parts.ts';

/** The builds of a run, with and without the take-away; a cold one finds nothing that an earlier one has kept. */
export interface Builds {
  readonly cold: readonly Build[];
  readonly warm: readonly Build[];
}

/** All that a run of the bench finds out. */
export interface Results {
  /** Day of the run, as in 2026-01-31. */
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly cores: number };
  readonly node: string;
  readonly commits: { readonly with: string; readonly without: string };
  readonly with: Builds;
  readonly without: Builds;
  readonly additions: readonly Addition[];
}

/** How long a build with the take-away may take at most, as a share of one without. */
export const LIMIT = 1.25;

const STATES = ['cold', 'warm'] as const;
type State = (typeof STATES)[number];

/** Medians of builds, and their ratio. */
function compared(results: Results, state: State, figure: keyof Build) {
  const [with_, without] = [results.with, results.without].map((builds) =>
    median(builds[state].map((build) => build[figure])),
  ) as [number, number];
  return { with: with_, without, ratio: with_ / without };
}

/** Whether a target was reached, and the line that says so. */
export interface Verdict {
  readonly met: boolean;
  readonly line: string;
}

/** Whether the build has become too slow; by the clock, since that is what people wait for. */
export const verdictsOf = (results: Results): Verdict[] =>
  STATES.map((state) => {
    const { ratio } = compared(results, state, 'seconds');
    const met = ratio <= LIMIT;
    return {
      met,
      line: `${met ? 'met' : 'missed'}: a ${state} build with the take-away takes ${ratio.toFixed(2)} times as long as without, wanted at most ${LIMIT.toFixed(2)}`,
    };
  });

const seconds = (value: number) => `${value.toFixed(1)} s`;
const signed = (value: number) =>
  value > 0 ? `+${value.toLocaleString('en-GB')}` : value.toLocaleString('en-GB');
const kilobytes = (bytes: number) => `${signed(Math.round(bytes / 1000))} kB`;

/** The section of the benches' README, between its markers, from the figures of a run. */
export function takeAwaySection(results: Results): string {
  const { date, machine, node, commits, additions } = results;
  const rows = STATES.flatMap((state) =>
    (
      [
        ['seconds', 'time', LIMIT.toFixed(2)],
        ['processorSeconds', 'processor time', ''],
      ] as const
    ).map(([figure, title, limit]) => {
      const { with: with_, without, ratio } = compared(results, state, figure);
      return [
        `${title}, ${state}`,
        seconds(without),
        seconds(with_),
        ratio.toFixed(2),
        limit && `≤ ${limit}`,
      ];
    }),
  );
  const sum = additions.reduce(
    (all, { files, bytes }) => ({ files: all.files + files, bytes: all.bytes + bytes }),
    { files: 0, bytes: 0 },
  );
  return [
    `Medians of ${results.with.cold.length} builds each, without (${commits.without}) and with (${commits.with}):`,
    table(['build', 'without', 'with', 'ratio', 'target'], rows),
    verdictsOf(results)
      .map(({ line }) => `- ${line}`)
      .join('\n'),
    'What it adds to the built site, before compression:',
    table(
      ['part', 'files', 'bytes'],
      [...additions, { part: 'together', ...sum }].map(({ part, files, bytes }) => [
        part,
        signed(files),
        kilobytes(bytes),
      ]),
    ),
    `Run on ${date}: ${machine.cpu}, ${machine.cores} cores, Node ${node}.`,
  ].join('\n\n');
}

/** The README with another text between the markers of this bench; throws when it lacks them. */
export const withSection = sectionWriter('take-away');
