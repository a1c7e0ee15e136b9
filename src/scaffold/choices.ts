import MiniSearch from 'minisearch';
import { nearest } from '../model/nearest.ts';
import { folded } from '../model/slug-of.ts';

/** Something to choose: by its slug, and found by its title and its other names too. */
export interface Choice {
  readonly slug: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** The choices of a vocabulary, as its keys and how readers see them. */
export const choicesOf = (vocabulary: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(vocabulary).map(([slug, title]) => ({ slug, title, aliases: [] }));

const wordsIn = (text: string) =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** How much of a word may differ: nothing in short ones, a quarter in longer ones. */
const fuzzy = (word: string) => (word.length < 4 ? false : 0.25);

/** Prepares choices for `matching`; done once for a list, since every key that is typed asks again. */
function indexOf(choices: readonly Choice[]): MiniSearch {
  const index = new MiniSearch({
    idField: 'place',
    fields: ['title', 'slug', 'aliases'],
    tokenize: wordsIn,
    processTerm: (word) => word,
    searchOptions: { prefix: true, fuzzy, boost: { title: 2, slug: 2 } },
  });
  index.addAll(
    choices.map(({ slug, title, aliases }, place) => ({ place, slug, title, aliases: aliases.join(' ') })),
  );
  return index;
}

/**
 * A finder of choices by what somebody types: beginnings of words and misspelt words, in slugs, titles and aliases.
 * @returns a function from what was typed to the choices that fit, best first; all of them where nothing was typed.
 *   Those that hold all of the words hide those that hold some.
 */
export function finderOf(choices: readonly Choice[]): (typed: string) => Choice[] {
  const index = indexOf(choices);
  const found = (typed: string, combineWith: 'AND' | 'OR') =>
    index.search(typed, { combineWith }).flatMap(({ id }) => choices[id as number] ?? []);
  return (typed) => {
    const words = wordsIn(typed).join(' ');
    if (words === '') return typed.trim() === '' ? [...choices] : [];
    const isNamed = ({ slug, title, aliases }: Choice) =>
      [slug, title, ...aliases].some((name) => wordsIn(name).join(' ') === words);
    const all = found(words, 'AND');
    const fitting = all.length > 0 ? all : found(words, 'OR');
    return [...fitting.filter(isNamed), ...fitting.filter((choice) => !isNamed(choice))];
  };
}

/** The slug that somebody most likely meant, by its spelling or by other names of the entry. */
export const nearestChoice = (typed: string, choices: readonly Choice[]): string | undefined =>
  nearest(
    typed,
    choices.map(({ slug }) => slug),
  ) ?? finderOf(choices)(typed)[0]?.slug;
