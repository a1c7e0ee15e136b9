/** A list of pages, and how much it says about what is meant. */
export interface Ranking {
  /** Ids of pages, best first, each with how well it answers, 0 to 1. */
  readonly items: readonly { readonly id: string; readonly score: number }[];
  readonly weight: number;
}

/** A list whose scores are on a scale of their own, put on that of its best. */
export function scaled(items: Ranking['items'], weight: number): Ranking {
  const best = items[0]?.score ?? 0;
  return { items: items.map(({ id, score }) => ({ id, score: best > 0 ? score / best : 0 })), weight };
}

/**
 * Several rankings as one: weighted scores are added (CombSUM; Fox and Shaw, TREC-2, 1994).
 * @param prior how likely a page is meant before any word is read; 1 is neutral
 */
export function fused(rankings: readonly Ranking[], prior: (id: string) => number): string[] {
  const scores = new Map<string, number>();
  for (const { items, weight } of rankings)
    for (const { id, score } of items) scores.set(id, (scores.get(id) ?? 0) + weight * score);
  return [...scores].toSorted(([a, m], [b, n]) => n * prior(b) - m * prior(a)).map(([id]) => id);
}
