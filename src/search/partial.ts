import type { PageResult } from './engine.ts';
import { isStopWord } from './text.ts';

/** So many words of a long question are looked for one by one. */
const MOST_WORDS = 12;

/** Of a word that most pages hold, only the pages count that hold it best. */
const BEST_PAGES = 150;

/**
 * Pages that hold some of the words of a question, best first: Pagefind wants every word on a page, and people
 * describe a symptom in words that no page holds all of. Each word counts by its score on the page, and the more so
 * the fewer pages hold it (inverse document frequency). The share tells how much of the question a page holds.
 * @param words of the question, without those that no page holds
 * @param pages how many pages there are
 * @param search finds the pages that hold a word
 */
export async function withSomeWords(
  words: readonly string[],
  pages: number,
  search: (word: string) => Promise<readonly PageResult[]>,
): Promise<{ result: PageResult; score: number; share: number }[]> {
  const asked = [...new Set(words)].filter((word) => !isStopWord(word)).slice(0, MOST_WORDS);
  const found = (await Promise.all(asked.map(search)))
    .map((results) => results.slice(0, BEST_PAGES))
    .filter((results) => results.length > 0)
    .map((results) => ({ results, rarity: Math.log((pages + 1) / results.length) }));
  const held = new Map<string, { result: PageResult; score: number; words: number; rarity: number }>();
  for (const { results, rarity } of found) {
    const best = results[0]?.score ?? 1;
    for (const result of results) {
      const before = held.get(result.id) ?? { score: 0, words: 0, rarity: 0 };
      held.set(result.id, {
        result,
        score: before.score + Math.sqrt(result.score / best) * rarity,
        words: before.words + 1,
        rarity: before.rarity + rarity,
      });
    }
  }
  const whole = found.reduce((sum, { rarity }) => sum + rarity, 0);
  // A page that holds more of the words is more likely meant than one that repeats a single word.
  return [...held.values()]
    .map(({ result, score, words: number, rarity }) => ({
      result,
      score: (score * number) / asked.length,
      share: rarity / whole,
    }))
    .toSorted((a, b) => b.score - a.score);
}
