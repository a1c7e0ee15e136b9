import { byteRatio, type Results } from './results.ts';

/** What the guide's search has to reach. */
interface Target {
  readonly says: string;
  readonly limit: number;
  readonly is: 'at least' | 'at most';
  readonly figure: (results: Results) => number;
  readonly shown: (value: number) => string;
}

const share = (value: number) => `${(value * 100).toFixed(1)} %`;

const milliseconds = (value: number) => `${value} ms`;

const TARGETS: readonly Target[] = [
  {
    says: 'MRR@10',
    is: 'at least',
    limit: 0.9,
    figure: ({ quality }) => quality.guide.all.mrr,
    shown: (value) => value.toFixed(3),
  },
  {
    says: 'success@3',
    is: 'at least',
    limit: 0.95,
    figure: ({ quality }) => quality.guide.all.success3,
    shown: share,
  },
  {
    says: 'success@3 of typos',
    is: 'at least',
    limit: 0.9,
    figure: ({ quality }) => quality.guide.byKind['typo']?.success3 ?? 0,
    shown: share,
  },
  {
    says: "bytes before the first result, of those of Pagefind's Default UI",
    is: 'at most',
    limit: 0.6,
    figure: byteRatio,
    shown: share,
  },
  {
    says: 'time to the first result of a first visit',
    is: 'at most',
    limit: 1000,
    figure: ({ costs }) => costs.guide.cold.milliseconds,
    shown: milliseconds,
  },
  {
    says: 'time to the first result of a next query',
    is: 'at most',
    limit: 300,
    figure: ({ costs }) => costs.guide.warm.milliseconds,
    shown: milliseconds,
  },
];

/** A line for each target, and whether it is met. */
export const verdictsOf = (results: Results): { readonly met: boolean; readonly line: string }[] =>
  TARGETS.map(({ says, is, limit, figure, shown }) => {
    const value = figure(results);
    const met = is === 'at least' ? value >= limit : value <= limit;
    return {
      met,
      line: `${met ? 'met' : 'MISSED'}: ${says} is ${shown(value)}, wanted ${is} ${shown(limit)}`,
    };
  });
