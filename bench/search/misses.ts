import { isSuccess, rankOf } from './measures.ts';
import type { Query } from './queries.ts';

const SHOWN = 3;

/** A paragraph for each query without a wanted page among the first three: what was wanted, and what came instead. */
export function missesOf(queries: readonly Query[], rankings: readonly (readonly string[])[]): string {
  const paragraphs = queries.flatMap(({ query, kind, set, wants }, i) => {
    const ranking = rankings[i] ?? [];
    const rank = rankOf(ranking, wants);
    if (isSuccess(rank, SHOWN)) return [];
    const came = ranking.slice(0, SHOWN).join(' ') || 'nothing';
    const place = rank === null ? 'not among the first ten' : `in place ${rank}`;
    return [`"${query}" (${kind}, ${set}): ${place}\n  wanted ${wants.join(' ')}\n  came   ${came}`];
  });
  return [`Misses: ${paragraphs.length} of ${queries.length}`, ...paragraphs].join('\n');
}
