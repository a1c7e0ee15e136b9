import { distance } from 'fastest-levenshtein';
import { isStopWord, stemOf, wordsIn } from './text.ts';

/** Words of the guide's texts, and on how many pages each stands. */
export type WordCounts = Readonly<Record<string, number>>;

/** A word that stands on no page, and the one that was searched for in its place. */
export interface Mended {
  readonly typed: string;
  readonly meant: string;
}

/** A question as it is searched for. */
export interface Understood {
  readonly text: string;
  readonly mended: readonly Mended[];
  /** Words that stand on no page and are near to none that does. */
  readonly unknown: readonly string[];
}

/** A shorter word has too many neighbours to guess which one was meant. */
const SHORTEST = 4;

/** So many slips are believed in a word of a length. */
const slipsIn = (word: string): number => (word.length < 6 ? 1 : word.length < 9 ? 2 : 3);

const sortedLetters = (word: string): string => Array.from(word).sort().join('');

/** Two letters that changed places are one slip of the fingers, though two edits. */
function slipsBetween(typed: string, known: string): number {
  const edits = distance(typed, known);
  return edits === 2 && sortedLetters(typed) === sortedLetters(known) ? 1 : edits;
}

/** People get the first letter right, so a word that begins with another one has to be nearer. */
const OTHER_START = 0.5;

/** Finds the words that are meant by misspelt ones. */
export class Speller {
  readonly #counts: ReadonlyMap<string, number>;
  readonly #stems: ReadonlySet<string>;

  /** @param counts every word that can be found, with the number of pages that hold it */
  constructor(counts: WordCounts) {
    this.#counts = new Map(Object.entries(counts));
    this.#stems = new Set([...this.#counts.keys()].map((word) => stemOf(word) ?? word));
  }

  /** Whether a word, in one of its forms, stands on some page. Numbers and the shortest words always count as known. */
  knows(word: string): boolean {
    return (
      word.length < SHORTEST ||
      isStopWord(word) ||
      /\d/.test(word) ||
      this.#counts.has(word) ||
      this.#stems.has(stemOf(word) ?? word)
    );
  }

  /** Whether a word that is still being typed may become a known one. */
  #begins(word: string): boolean {
    return [...this.#counts.keys()].some((known) => known.startsWith(word));
  }

  /** The known word nearest to one that is not: by Levenshtein distance, then by the number of pages that hold it. */
  nearest(word: string): string | undefined {
    const limit = slipsIn(word);
    let best: { readonly known: string; readonly slips: number; readonly pages: number } | undefined;
    for (const [known, pages] of this.#counts) {
      if (known.length < SHORTEST || Math.abs(known.length - word.length) > limit) continue;
      const slips = slipsBetween(word, known) + (known[0] === word[0] ? 0 : OTHER_START);
      if (slips > limit) continue;
      if (!best || slips < best.slips || (slips === best.slips && pages > best.pages))
        best = { known, slips, pages };
    }
    return best?.known;
  }

  /**
   * The question with each misspelt word mended; a word that has no neighbour stays.
   * @param isNamed whether a word stands in one of our names; such a word is right
   */
  understand(question: string, isNamed: (word: string) => boolean): Understood {
    const words = wordsIn(question);
    const mended: Mended[] = [];
    const unknown: string[] = [];
    const text = words.map((typed, i) => {
      if (isNamed(typed) || this.knows(typed)) return typed;
      if (i === words.length - 1 && this.#begins(typed)) return typed;
      const meant = this.nearest(typed);
      if (meant) mended.push({ typed, meant });
      else unknown.push(typed);
      return meant ?? typed;
    });
    return { text: mended.length > 0 ? text.join(' ') : question, mended, unknown };
  }
}
