import { FACETS, type Chosen } from './facets.ts';
import { fused, type Ranking } from './fusion.ts';
import { namesAt, phrasesAt, spellerAt, type Places } from './library.ts';
import type { Match } from './matching.ts';
import { meaningsOf, type Meaning } from './meanings.ts';
import type { NamedPage } from './names.ts';
import type { Understood } from './rescue.ts';
import { MAX_LENGTH, wordsIn } from './text.ts';

/** A question: words, the filters that are set, and whether the words are to be taken just as they stand. */
export interface Query {
  readonly words: string;
  readonly chosen: Chosen;
  readonly isLiteral: boolean;
}

/** A question as it was read, before any text is searched. */
export interface Reading extends Understood {
  /** The words that were typed; `text` has them mended. */
  readonly typed: string;
  readonly meanings: readonly Meaning[];
  /** What the names and the phrases say is meant. */
  readonly byName: readonly Match[];
  readonly byPhrase: readonly Match[];
  /** Whether names and phrases hold every word; otherwise the texts have something to say first. */
  readonly isNamed: boolean;
  /** Every page that has a name. */
  readonly pages: readonly NamedPage[];
  /** Stems of all that is searched for: what to mark. */
  readonly stems: ReadonlySet<string>;
}

/** The words that count: nobody types more. */
export const typedIn = ({ words }: Query): string => words.trim().slice(0, MAX_LENGTH);

export const isFiltered = ({ chosen }: Query): boolean => FACETS.some((facet) => chosen[facet] !== undefined);

/** How much names and phrases say about what is meant. Set on the tuning half of the judged questions in bench/search. */
const SAYS = { names: 1, phrases: 1.3 };

/** How likely each type of page is meant: people look for what goes wrong and what to do about it. */
const PRIOR: Readonly<Record<string, number>> = {
  challenge: 1.15,
  mitigation: 1.1,
  stage: 0.7,
  page: 0.6,
};

/** Who asks how to do something wants a mitigation. */
const HOW = /^\s*(?:how|what (?:to|can)|ways? to|(?:the )?best way)\b/i;
const HOW_PRIOR: Readonly<Record<string, number>> = { ...PRIOR, mitigation: 1.5 };

/** How likely a type of page is meant by a question, before its words are compared with any page; 1 is neutral. */
export const priorOf = (text: string, type: string): number =>
  (HOW.test(text) ? HOW_PRIOR : PRIOR)[type] ?? 1;

/** At most so many pages stand before all others for their names alone. */
const MOST_NAMED = 6;

/** Pages whose names answer so well that they stand first, whatever else is found. */
export const namedFirst = (byName: readonly Match[]): Match[] =>
  byName.filter(({ isExact, isWhole }) => isExact || isWhole).slice(0, MOST_NAMED);

/** A page that holds so much of a question in its names or phrases stands first before the texts are searched. */
const LIKELY_SHARE = 0.45;

/** What names and phrases say, as lists to be fused with what the texts say; pages are known by their addresses. */
export function rankingsOf({ byName, byPhrase }: Pick<Reading, 'byName' | 'byPhrase'>): Ranking[] {
  const ranking = (matches: readonly Match[], weight: number): Ranking => {
    // A phrase that is met in full, or nearly, stands apart and is no measure for the others.
    const most = Math.max(0, ...matches.filter(({ isNear }) => !isNear).map(({ score }) => score)) || 1;
    return {
      items: matches.map(({ page, score, share }) => ({
        id: page.address,
        score: share ** 2 * Math.min(1, score / most) ** 0.35,
      })),
      weight,
    };
  };
  return [ranking(byName, SAYS.names), ranking(byPhrase, SAYS.phrases)];
}

/**
 * The pages that stand first before the texts are searched, and stay there: those that are named, those that a phrase
 * means in full, and the likeliest of the rest when it holds much of a question whose words all have a name.
 */
export function firstOf({
  text,
  byName,
  byPhrase,
  isNamed,
}: Pick<Reading, 'text' | 'byName' | 'byPhrase' | 'isNamed'>): Match[] {
  const matchOf = new Map([...byPhrase, ...byName].map((match) => [match.page.address, match]));
  const [likeliest] = fused(rankingsOf({ byName, byPhrase }), (address) =>
    priorOf(text, matchOf.get(address)?.page.type ?? ''),
  );
  const likely = [...byName, ...byPhrase].filter(
    ({ page, share }) => isNamed && page.address === likeliest && share >= LIKELY_SHARE,
  );
  // Of sentences, only the nearest: the further ones count where the lists are joined.
  const nearest = [...byName, ...byPhrase]
    .filter(({ isNear }) => isNear)
    .toSorted((a, b) => b.score - a.score)[0];
  const first = [
    ...namedFirst(byName),
    ...byPhrase.filter(({ isExact }) => isExact),
    ...(nearest ? [nearest] : []),
    ...likely,
  ];
  return [...new Map(first.toReversed().map((match) => [match.page.address, match])).values()].toSorted(
    (a, b) => first.indexOf(a) - first.indexOf(b),
  );
}

/** Reads a question by names and phrases; what cannot be loaded is done without. */
export async function read(places: Places, query: Query): Promise<Reading> {
  const typed = typedIn(query);
  const [names, phrases] = await Promise.all([
    namesAt(places.names).catch(() => undefined),
    phrasesAt(places).catch(() => undefined),
  ]);
  const pages = names?.pages ?? [];
  if (query.isLiteral)
    return {
      ...{ typed, text: typed, mended: [], unknown: [], meanings: [], byName: [], byPhrase: [], pages },
      isNamed: false,
      stems: names?.terms.stemsOf(typed) ?? new Set(),
    };
  const knows = (word: string) =>
    (names?.index.knows(word) ?? false) || (phrases?.index.knows(word) ?? false);
  // The list of all words is large, so it is loaded only for a word that stands in no name or phrase.
  const understood: Understood = wordsIn(typed).every(knows)
    ? { text: typed, mended: [], unknown: [] }
    : (await spellerAt(`${places.index}words.json`)).understand(typed, knows);
  const { text } = understood;
  const meanings = phrases ? meaningsOf(text, phrases.termFor) : [];
  return {
    ...understood,
    typed,
    meanings,
    pages,
    isNamed: wordsIn(text).every(knows),
    byName: names?.index.match(text) ?? [],
    byPhrase: phrases?.index.match(text) ?? [],
    stems: names?.terms.stemsOf([text, ...meanings.map(({ term }) => term)].join(' ')) ?? new Set(),
  };
}
