import { stemOf, wordsIn } from './text.ts';

/** What words count as when they are compared: their stems, and one stem for a whole group of synonyms. */
export class Terms {
  readonly #meant = new Map<string, string>();

  /** @param groups everyday words that mean the same */
  constructor(groups: readonly (readonly string[])[] = []) {
    for (const [first = '', ...others] of groups) {
      const meant = stemOf(first) ?? first;
      for (const word of [first, ...others]) this.#meant.set(stemOf(word) ?? word, meant);
    }
  }

  /** What a word counts as: its stem, and what it means where other words mean the same. Nothing for a stop word. */
  termsOf(word: string): string[] {
    const stem = stemOf(word);
    if (stem === undefined) return [];
    const meant = this.#meant.get(stem);
    return meant === undefined ? [stem] : [stem, `=${meant}`];
  }

  /** The stems of all words that count as words of a text: what to mark in what was found. */
  stemsOf(text: string): Set<string> {
    const words = wordsIn(text);
    const terms = new Set(words.flatMap((word) => this.termsOf(word)));
    const stems = new Set(words.flatMap((word) => stemOf(word) ?? []));
    for (const [stem, meant] of this.#meant) if (terms.has(`=${meant}`)) stems.add(stem);
    return stems;
  }
}
