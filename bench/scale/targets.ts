import { median } from '../search/measures.ts';
import type { State } from './builds.ts';
import type { Use } from './measured.ts';
import type { PeerName } from './peers.ts';
import type { CatalogueFigures, PageFigures, Part, Results } from './results.ts';

/** What a figure needs to be known: a part of the bench, or more on the command line. */
type Need = Part | '--peers' | `--sizes ${string}`;

/** Something that the guide has to reach; figures are in bytes, milliseconds, seconds or shares. */
export interface Target {
  readonly area: 'page' | 'speed' | 'search' | 'build' | 'growth' | 'check' | 'authoring';
  readonly says: string;
  readonly is: 'at most' | 'at least';
  readonly limit: number;
  readonly unit: Unit;
  readonly needs: readonly Need[];
  /** Nothing where it was not measured. */
  readonly figure: (results: Results) => number | undefined;
}

const UNITS = {
  kilobytes: (value) => `${(value / 1000).toFixed(1)} kB`,
  megabytes: (value) => `${Math.round(value / 1e6)} MB`,
  milliseconds: (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`,
  seconds: (value) => `${value.toFixed(1)} s`,
  share: (value) => value.toFixed(2),
  percent: (value) => `${(value * 100).toFixed(1)} %`,
  shift: (value) => value.toFixed(3),
  count: (value) => String(value),
} as const satisfies Record<string, (value: number) => string>;
type Unit = keyof typeof UNITS;

/** A figure as people read it. */
export const shown = (value: number, unit: Unit): string => UNITS[unit](value);

/** The guide as it is, and catalogues with generated entries. */
type Catalogues = Pick<Results, 'catalogues'>;
const real = ({ catalogues }: Catalogues) => catalogues.find(({ size }) => size === 0);
const generated = ({ catalogues }: Catalogues) => catalogues.filter(({ size }) => size > 0);
const smallest = (results: Results) => generated(results).at(0);
const largest = (results: Results) => generated(results).at(-1);
const ofSize = (size: number) => (results: Catalogues) =>
  generated(results).find((catalogue) => catalogue.size === size);

const ratio = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? undefined : one / other;

/** The largest or smallest figure over pages of each kind, of those that have it. */
const over = (
  pages: Readonly<Record<string, PageFigures>> | undefined,
  choose: 'max' | 'min',
  figure: (page: PageFigures) => number | undefined,
) => {
  const figures = Object.values(pages ?? {}).flatMap((page) => figure(page) ?? []);
  return figures.length === 0 ? undefined : Math[choose](...figures);
};

const middle = (uses: readonly Use[] | undefined, name: keyof Use) =>
  uses === undefined || uses.length === 0 ? undefined : median(uses.map((use) => use[name]));

/** The median of a figure over the builds of a state. */
export const ofBuilds = (
  catalogue: CatalogueFigures | undefined,
  state: State,
  name: keyof Use,
): number | undefined => middle(catalogue?.builds?.uses[state], name);

/** The median of a figure over the builds of a peer. */
export const ofPeer = (
  catalogue: CatalogueFigures | undefined,
  peer: PeerName,
  name: keyof Use,
): number | undefined => middle(catalogue?.peers?.[peer]?.uses, name);

/** Processor milliseconds of a cold build for each case study that one catalogue has more than another. */
export function perAddedCase(
  fewer: CatalogueFigures | undefined,
  more: CatalogueFigures | undefined,
): number | undefined {
  const [less, most] = [fewer, more].map((each) => ofBuilds(each, 'cold', 'processorSeconds'));
  if (!fewer || !more || less === undefined || most === undefined || more.size === fewer.size)
    return undefined;
  return ((most - less) / (more.size - fewer.size)) * 1000;
}

/** Processor time of a cold build as a share of Starlight's. */
const buildOfStarlight = (catalogue: CatalogueFigures | undefined) =>
  ratio(ofBuilds(catalogue, 'cold', 'processorSeconds'), ofPeer(catalogue, 'starlight', 'processorSeconds'));

/** The largest catalogue that Starlight has built too. */
const largestWithStarlight = (results: Results) =>
  generated(results).findLast(({ peers }) => peers?.starlight !== undefined);

export const TARGETS: readonly Target[] = [
  {
    area: 'page',
    says: 'a generated challenge of 900 words, N = 1,000, without fonts',
    is: 'at most',
    limit: 19_000,
    unit: 'kilobytes',
    needs: ['pages', '--sizes 1000'],
    figure: (results) => ofSize(1000)(results)?.challenge?.weight?.total,
  },
  {
    area: 'page',
    says: 'the same, as a share of Starlight’s',
    is: 'at most',
    limit: 0.4,
    unit: 'share',
    needs: ['pages', '--peers', '--sizes 1000'],
    figure: (results) => {
      const { challenge, peers } = ofSize(1000)(results) ?? {};
      return ratio(challenge?.weight?.total, peers?.starlight?.challenge.weight?.total);
    },
  },
  {
    area: 'page',
    says: 'its requests, without fonts',
    is: 'at most',
    limit: 4,
    unit: 'count',
    needs: ['pages', '--sizes 1000'],
    figure: (results) => ofSize(1000)(results)?.challenge?.weight?.requests,
  },
  {
    area: 'page',
    says: 'its HTML and CSS',
    is: 'at most',
    limit: 14_600,
    unit: 'kilobytes',
    needs: ['pages', '--sizes 1000'],
    figure: (results) => {
      const weight = ofSize(1000)(results)?.challenge?.weight;
      return weight && weight.html + weight.css;
    },
  },
  {
    area: 'page',
    says: 'its script before any interaction',
    is: 'at most',
    limit: 4000,
    unit: 'kilobytes',
    needs: ['pages', '--sizes 1000'],
    figure: (results) => ofSize(1000)(results)?.challenge?.weight?.script,
  },
  {
    area: 'page',
    says: 'its growth to N = 5,000',
    is: 'at most',
    limit: 0.01,
    unit: 'percent',
    needs: ['pages', '--sizes 1000,5000'],
    figure: (results) => {
      const [fewer, more] = [1000, 5000].map((size) => ofSize(size)(results)?.challenge?.weight?.total);
      return fewer === undefined || more === undefined ? undefined : (more - fewer) / fewer;
    },
  },
  {
    area: 'page',
    says: 'the heaviest real challenge',
    is: 'at most',
    limit: 30_000,
    unit: 'kilobytes',
    needs: ['pages'],
    figure: (results) => real(results)?.kinds?.['/challenges/*/']?.weight?.total,
  },
  ...(['/', '/matrix/'] as const).map((path): Target => ({
    area: 'page',
    says: path === '/' ? 'the home page' : 'the map',
    is: 'at most',
    limit: 40_000,
    unit: 'kilobytes',
    needs: ['pages'],
    figure: (results) => real(results)?.kinds?.[path]?.weight?.total,
  })),
  {
    area: 'page',
    says: 'fonts of any page',
    is: 'at most',
    limit: 45_000,
    unit: 'kilobytes',
    needs: ['pages'],
    figure: (results) => over(real(results)?.kinds, 'max', ({ weight }) => weight?.fonts),
  },
  {
    area: 'page',
    says: 'kinds of page whose text waits for a font',
    is: 'at most',
    limit: 0,
    unit: 'count',
    needs: ['pages'],
    figure: (results) => {
      const arrivals = Object.values(real(results)?.kinds ?? {}).flatMap(({ arrival }) => arrival ?? []);
      return arrivals.length === 0
        ? undefined
        : arrivals.filter(({ blockingFonts }) => blockingFonts.length > 0).length;
    },
  },
  {
    area: 'page',
    says: 'kinds of page without a budget of bytes in npm test',
    is: 'at most',
    limit: 0,
    unit: 'count',
    needs: ['pages'],
    figure: ({ withoutBudget }) => withoutBudget?.length,
  },
  {
    area: 'speed',
    says: 'layout shift of any kind of page, slow phone',
    is: 'at most',
    limit: 0.01,
    unit: 'shift',
    needs: ['pages'],
    figure: (results) => over(real(results)?.kinds, 'max', ({ arrival }) => arrival?.shift),
  },
  {
    area: 'speed',
    says: 'layout shift of any kind of page, Lighthouse',
    is: 'at most',
    limit: 0.01,
    unit: 'shift',
    needs: ['lighthouse'],
    figure: (results) => over(real(results)?.kinds, 'max', ({ speed }) => speed?.cls),
  },
  {
    area: 'speed',
    says: 'Lighthouse’s lowest score for performance of any kind of page',
    is: 'at least',
    limit: 100,
    unit: 'count',
    needs: ['lighthouse'],
    figure: (results) => over(real(results)?.kinds, 'min', ({ speed }) => speed?.score),
  },
  {
    area: 'speed',
    says: 'Lighthouse’s longest Total Blocking Time of any kind of page',
    is: 'at most',
    limit: 10,
    unit: 'milliseconds',
    needs: ['lighthouse'],
    figure: (results) => over(real(results)?.kinds, 'max', ({ speed }) => speed?.tbt),
  },
  {
    area: 'speed',
    says: 'Largest Contentful Paint of the generated challenge, as a share of Starlight’s',
    is: 'at most',
    limit: 0.87,
    unit: 'share',
    needs: ['lighthouse', '--peers', '--sizes 1000'],
    figure: (results) => {
      const { challenge, peers } = ofSize(1000)(results) ?? {};
      return ratio(challenge?.speed?.lcp, peers?.starlight?.challenge.speed?.lcp);
    },
  },
  {
    area: 'search',
    says: 'first hit at N = 5,000, slow phone: what has arrived by then',
    is: 'at most',
    limit: 110_000,
    unit: 'kilobytes',
    needs: ['search', '--sizes 5000'],
    figure: (results) => ofSize(5000)(results)?.search?.phone.cold.arrivedBytes,
  },
  {
    area: 'search',
    says: 'first hit at the largest N, slow phone: its time as a share of Starlight’s',
    is: 'at most',
    limit: 0.6,
    unit: 'share',
    needs: ['search', '--peers'],
    figure: (results) => {
      const catalogue = largestWithStarlight(results);
      return ratio(
        catalogue?.search?.phone.cold.milliseconds,
        catalogue?.peers?.starlight?.search?.phone.cold.milliseconds,
      );
    },
  },
  ...(['desk', 'phone'] as const).map((reader): Target => ({
    area: 'search',
    says: `later queries at the largest N, ${reader === 'desk' ? 'desktop' : 'slow phone'}`,
    is: 'at most',
    limit: 100,
    unit: 'milliseconds',
    needs: ['search'],
    figure: (results) => largest(results)?.search?.[reader].laterMilliseconds,
  })),
  {
    area: 'search',
    says: 'sent of the search before it is wanted',
    is: 'at most',
    limit: 0,
    unit: 'kilobytes',
    needs: ['search'],
    figure: (results) => {
      const search = largest(results)?.search;
      return search && Math.max(search.desk.unasked, search.phone.unasked);
    },
  },
  {
    area: 'search',
    says: 'intents that warm it: pointing, focus, /',
    is: 'at least',
    limit: 3,
    unit: 'count',
    needs: ['search'],
    figure: (results) => largest(results)?.warmingIntents?.length,
  },
  ...(
    [
      [1000, 0.7],
      [5000, 0.65],
    ] as const
  ).map(([size, limit]): Target => ({
    area: 'build',
    says: `processor time of a cold build at N = ${size.toLocaleString('en-GB')}, as a share of Starlight’s`,
    is: 'at most',
    limit,
    unit: 'share',
    needs: ['builds', '--peers', `--sizes ${size}`],
    figure: (results) => buildOfStarlight(ofSize(size)(results)),
  })),
  {
    area: 'build',
    says: 'processor time for each added case study',
    is: 'at most',
    limit: 8.2,
    unit: 'milliseconds',
    needs: ['builds', '--sizes 1000,5000'],
    figure: (results) => perAddedCase(smallest(results), largest(results)),
  },
  {
    area: 'build',
    says: 'the same from 5,000 to 10,000, as a share of that from 1,000 to 5,000 (noise allowed for: 0.05)',
    is: 'at most',
    limit: 1.05,
    unit: 'share',
    needs: ['builds', '--sizes 1000,5000,10000'],
    figure: (results) =>
      ratio(
        perAddedCase(ofSize(5000)(results), ofSize(10_000)(results)),
        perAddedCase(ofSize(1000)(results), ofSize(5000)(results)),
      ),
  },
  {
    area: 'build',
    says: 'peak memory of a cold build at the largest N, as a share of Starlight’s',
    is: 'at most',
    limit: 0.75,
    unit: 'share',
    needs: ['builds', '--peers'],
    figure: (results) => {
      const catalogue = largestWithStarlight(results);
      return ratio(ofBuilds(catalogue, 'cold', 'peakBytes'), ofPeer(catalogue, 'starlight', 'peakBytes'));
    },
  },
  {
    area: 'build',
    says: 'processor time after one edit, as a share of a cold build; the worst N',
    is: 'at most',
    limit: 0.35,
    unit: 'share',
    needs: ['builds'],
    figure: (results) => {
      const shares = generated(results).flatMap(
        (catalogue) =>
          ratio(
            ofBuilds(catalogue, 'edited', 'processorSeconds'),
            ofBuilds(catalogue, 'cold', 'processorSeconds'),
          ) ?? [],
      );
      return shares.length === 0 ? undefined : Math.max(...shares);
    },
  },
  {
    area: 'growth',
    says: 'HTML of the heaviest page at the largest N, before compression',
    is: 'at most',
    limit: 250_000,
    unit: 'kilobytes',
    needs: ['builds'],
    figure: (results) => largest(results)?.builds?.site.heaviestPage.bytes,
  },
  {
    area: 'check',
    says: 'npm run check of 10,000 generated case studies',
    is: 'at most',
    limit: 8,
    unit: 'seconds',
    needs: ['check'],
    figure: ({ check }) => check?.seconds,
  },
  {
    area: 'check',
    says: 'its peak memory',
    is: 'at most',
    limit: 600e6,
    unit: 'megabytes',
    needs: ['check'],
    figure: ({ check }) => check?.peakBytes,
  },
  {
    area: 'authoring',
    says: 'an edit of a case study shows in npm run dev, N = 1,000',
    is: 'at most',
    limit: 1000,
    unit: 'milliseconds',
    needs: ['dev', '--sizes 1000'],
    figure: (results) => {
      const edits = ofSize(1000)(results)?.edits;
      return edits && median(edits);
    },
  },
];

/** Whether a run went without something. */
function isLacking(need: Need, { parts, catalogues }: Results): boolean {
  if (need === '--peers') return catalogues.every(({ peers }) => peers === undefined);
  if (!need.startsWith('--sizes')) return !parts.some((part) => part === need);
  const sizes = need.replace('--sizes ', '').split(',').map(Number);
  return sizes.some((size) => ofSize(size)({ catalogues }) === undefined);
}

/** What a run went without that a target needs, as it stands on the command line. */
export const lackingFor = ({ needs }: Target, results: Results): string[] =>
  needs.filter((need) => isLacking(need, results));

/** What became of a target. */
export interface Verdict {
  readonly target: Target;
  readonly value: number | undefined;
  /** Nothing where it was not measured. */
  readonly met: boolean | undefined;
}

/** What became of each target. */
export const verdictsOf = (results: Results, targets: readonly Target[] = TARGETS): Verdict[] =>
  targets.map((target) => {
    const value = target.figure(results);
    if (value === undefined) return { target, value, met: undefined };
    return { target, value, met: target.is === 'at most' ? value <= target.limit : value >= target.limit };
  });
