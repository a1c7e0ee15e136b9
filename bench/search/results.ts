import type { Costs } from './costs.ts';
import { measuresBy, measuresOf, type Measures, type Rank } from './measures.ts';
import type { Query } from './queries.ts';

/** The searches that are compared, this guide's first. */
export const CONTESTANTS = {
  guide: 'this guide',
  pagefind: 'Pagefind, defaults',
  minisearch: 'MiniSearch',
  flexsearch: 'FlexSearch',
} as const;
export type Contestant = keyof typeof CONTESTANTS;

/** The contestants' keys, in order. */
export const NAMES = Object.keys(CONTESTANTS) as Contestant[];

/** A query, and where each contestant put its first wanted page. */
export type Ranked = Pick<Query, 'query' | 'kind' | 'set'> & { readonly ranks: Record<Contestant, Rank> };

/** How well one contestant answers: all queries, and each kind and set of them. */
export interface Quality {
  readonly all: Measures;
  readonly byKind: Readonly<Record<string, Measures>>;
  readonly bySet: Readonly<Record<string, Measures>>;
}

/** All that a run finds out; results.json holds the last one that was committed. */
export interface Results {
  /** Day of the run, as in 2026-01-31. */
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly cores: number };
  readonly versions: Readonly<Record<string, string>>;
  /** Pages that can be found. */
  readonly pages: number;
  readonly settings: Readonly<Record<Contestant, string>>;
  readonly quality: Readonly<Record<Contestant, Quality>>;
  /** Queries of the sample that costs are medians of. */
  readonly costQueries: readonly string[];
  /** For Pagefind: its Default UI. */
  readonly costs: Readonly<Record<Contestant, Costs>>;
  /** The serialised indexes with the code that reads them, compressed with Brotli, in bytes. */
  readonly indexBytes: Readonly<Record<'minisearch' | 'flexsearch', number>>;
  readonly queries: readonly Ranked[];
}

/** How well a contestant answers, from the ranks. */
export function qualityOf(queries: readonly Ranked[], name: Contestant): Quality {
  const rankIn = ({ ranks }: Ranked) => ranks[name];
  return {
    all: measuresOf(queries.map(rankIn)),
    byKind: measuresBy(queries, ({ kind }) => kind, rankIn),
    bySet: measuresBy(queries, ({ set }) => set, rankIn),
  };
}

/** Bytes that the guide sends before the first result of a first visit, as a share of what Pagefind's Default UI does. */
export const byteRatio = ({ costs }: Pick<Results, 'costs'>): number =>
  costs.guide.cold.bytes / costs.pagefind.cold.bytes;
