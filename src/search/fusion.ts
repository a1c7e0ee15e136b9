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

/** A page, and how much of a question it holds, 0 to 1. */
export interface Held {
  readonly id: string;
  readonly share: number;
}

/**
 * Of what the page holds that holds most of a question, another one has to hold so much; a page with less shares a
 * word with it by chance, and a count of such pages says nothing. Set on the tuning half of bench/search.
 */
const ENOUGH = 0.5;

/** The pages that hold enough of a question to be shown, by the list that says most of each. */
export function holdingEnough(lists: readonly (readonly Held[])[]): Set<string> {
  const most = new Map<string, number>();
  for (const { id, share } of lists.flat()) most.set(id, Math.max(share, most.get(id) ?? 0));
  const enough = ENOUGH * Math.max(0, ...most.values());
  return new Set([...most].filter(([, share]) => share >= enough).map(([id]) => id));
}
