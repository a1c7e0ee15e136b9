/** Results beyond this place count as not found: nobody reads on, and it is one page of the guide's own list. */
export const CUTOFF = 10;

/** The rank of the first wanted page, from 1; null when none is among the first ten. */
export type Rank = number | null;

/** How well a search answers a group of queries; every figure but `queries` lies between 0 and 1. */
export interface Measures {
  readonly queries: number;
  /** Mean reciprocal rank at 10. */
  readonly mrr: number;
  /** The share of queries whose first result is a wanted page. */
  readonly success1: number;
  /** The share of queries with a wanted page among the first three. */
  readonly success3: number;
}

/** The rank of the first wanted address among the first ten results. */
export function rankOf(results: readonly string[], wants: readonly string[]): Rank {
  const place = results.slice(0, CUTOFF).findIndex((address) => wants.includes(address));
  return place < 0 ? null : place + 1;
}

/** 1 for a wanted page in the first place, 1/2 in the second, … and 0 beyond the tenth (Voorhees, TREC-8, 1999). */
export const reciprocalRank = (rank: Rank): number => (rank === null || rank > CUTOFF ? 0 : 1 / rank);

/** Whether a wanted page is among the first `places` results ("success at n", Craswell and Hawking, TREC 2004). */
export const isSuccess = (rank: Rank, places: number): boolean => rank !== null && rank <= places;

/** The arithmetic mean; 0 of nothing. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The middle value, or the mean of the two in the middle; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

/** The measures over one rank a query. */
export const measuresOf = (ranks: readonly Rank[]): Measures => ({
  queries: ranks.length,
  mrr: mean(ranks.map(reciprocalRank)),
  success1: mean(ranks.map((rank) => Number(isSuccess(rank, 1)))),
  success3: mean(ranks.map((rank) => Number(isSuccess(rank, 3)))),
});

/** The measures of each group that a key makes of the queries, in order of first appearance. */
export function measuresBy<T>(
  queries: readonly T[],
  keyOf: (query: T) => string,
  rankIn: (query: T) => Rank,
): Record<string, Measures> {
  const groups = Map.groupBy(queries, keyOf);
  return Object.fromEntries([...groups].map(([key, group]) => [key, measuresOf(group.map(rankIn))]));
}
