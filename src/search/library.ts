import { namePhrases, otherPhrases, PhraseIndex } from './matching.ts';
import { termsFor } from './meanings.ts';
import type { NamedPage, Names, Phrases } from './names.ts';
import { Speller, type WordCounts } from './rescue.ts';
import { Terms } from './synonyms.ts';

/** Where the parts of the search lie, from the root of the host. */
export interface Places {
  /** The folder of the full index, with the slash at its end. */
  readonly index: string;
  /** The file of everything that can be found by name. */
  readonly names: string;
  /** The file of what people say instead of our names. */
  readonly phrases: string;
}

/** What is made from a file, kept for the next time; a failure is not kept. */
function kept<K extends string, T>(make: (address: K) => Promise<T>): (address: K) => Promise<T> {
  const made = new Map<K, Promise<T>>();
  return (address) => {
    const before = made.get(address);
    if (before) return before;
    const now = make(address);
    now.catch(() => made.delete(address));
    made.set(address, now);
    return now;
  };
}

async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as T;
}

/** Everything that can be found by name, ready to be searched. */
export interface NameLibrary {
  readonly pages: readonly NamedPage[];
  readonly terms: Terms;
  readonly index: PhraseIndex;
}

/** The names, fetched and indexed once. @throws when they cannot be had */
export const namesAt = kept(async (address): Promise<NameLibrary> => {
  const { pages, synonyms } = await json<Names>(address);
  const terms = new Terms(synonyms);
  return { pages, terms, index: new PhraseIndex(pages, namePhrases(pages), terms) };
});

/** What people say instead of our names, ready to be searched; and our term for each. */
export interface PhraseLibrary {
  readonly index: PhraseIndex;
  readonly termFor: ReadonlyMap<string, string>;
}

const phraseFileAt = kept((address) => json<Phrases>(address));
const phraseLibraries = new WeakMap<Phrases, PhraseLibrary>();

/** The phrases, fetched and indexed once; their places are those in the names. @throws when either cannot be had */
export async function phrasesAt({ phrases, names }: Places): Promise<PhraseLibrary> {
  const [file, { pages, terms }] = await Promise.all([phraseFileAt(phrases), namesAt(names)]);
  const known = phraseLibraries.get(file) ?? {
    index: new PhraseIndex(pages, otherPhrases(file), terms),
    termFor: termsFor(file, pages),
  };
  phraseLibraries.set(file, known);
  return known;
}

/** The engine's id of each page that can be found by name, by address. */
export const idsAt = kept((address) => json<Record<string, string>>(address));

/** The words of all texts, to mend misspelt ones by. */
export const spellerAt = kept(async (address) => new Speller(await json<WordCounts>(address)));
