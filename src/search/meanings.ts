import type { NamedPage, Phrases } from './names.ts';
import { isStopWord, keyOf, stemOf, wordsIn } from './text.ts';

/** A phrase that was typed, what the guide calls it, and the question with that put in its place. */
export interface Meaning {
  readonly typed: string;
  readonly term: string;
  readonly words: string;
}

/** The longest phrase that is looked up, in words. */
const LONGEST = 5;

/** More would bury what was typed. */
const MOST = 2;

/** In a longer question a single word is only itself: "accuracy" alone may mean the metric, "accuracy fell" does not. */
const SHORT = 2;

/**
 * Our term for each other name, by how the name compares. Terms of the glossary come before names of pages; what is
 * the title of a page means that page, and nothing else.
 */
export function termsFor({ terms }: Phrases, pages: readonly NamedPage[]): Map<string, string> {
  const meant = new Map<string, string>();
  const titles = new Set(pages.map(({ title }) => keyOf(title)));
  const add = (typed: string, term: string) => {
    const key = keyOf(typed);
    if (key !== keyOf(term) && !titles.has(key) && !meant.has(key)) meant.set(key, term);
  };
  for (const { says, also } of terms) for (const typed of also) add(typed, says);
  for (const { title, aliases, type } of pages)
    if (type === 'challenge' || type === 'mitigation') for (const alias of aliases) add(alias, title);
  return meant;
}

/**
 * Our terms for phrases in a question, the longest phrases first; none whose words were typed anyway.
 * @param terms what `termsFor` gives
 * @example 'covariate shift in prod' → concept drift, 'concept drift in prod'
 */
export function meaningsOf(question: string, terms: ReadonlyMap<string, string>): Meaning[] {
  const words = wordsIn(question);
  const stems = new Set(words.map(stemOf));
  const isShort = words.filter((word) => !isStopWord(word)).length <= SHORT;
  const taken = new Set<number>();
  const meanings: Meaning[] = [];
  for (let length = Math.min(LONGEST, words.length); length > (isShort ? 0 : 1); length -= 1)
    for (let start = 0; start + length <= words.length; start += 1) {
      const places = Array.from({ length }, (_, i) => start + i);
      const typed = words.slice(start, start + length).join(' ');
      const term = places.some((place) => taken.has(place)) ? undefined : terms.get(keyOf(typed));
      if (!term || wordsIn(term).every((word) => stems.has(stemOf(word)))) continue;
      for (const place of places) taken.add(place);
      const put = [...words.slice(0, start), ...wordsIn(term), ...words.slice(start + length)];
      meanings.push({ typed, term, words: put.join(' ') });
    }
  return meanings.slice(0, MOST);
}
