import { membersOf, pageCount, search, type PageText } from './engine.ts';
import {
  countsOf,
  FACETS,
  letThrough,
  PAGE_TYPE,
  withUnindexed,
  type Chosen,
  type Facet,
  type Members,
  type Unindexed,
} from './facets.ts';
import { fused, holdingEnough, scaled } from './fusion.ts';
import { idsAt, namesAt, phrasesAt, type Places } from './library.ts';
import type { Match } from './matching.ts';
import type { Meaning } from './meanings.ts';
import type { NamedPage } from './names.ts';
import { withSomeWords } from './partial.ts';
import {
  firstOf,
  isFiltered,
  namedFirst,
  priorOf,
  rankingsOf,
  read,
  typedIn,
  type Query,
} from './reading.ts';
import type { Mended } from './rescue.ts';
import { withoutStopWords, wordsIn } from './text.ts';

/** One page that was found: by a name or phrase, or in its text. */
export interface Hit {
  readonly page?: NamedPage | undefined;
  readonly match?: Match | undefined;
  readonly text?: PageText | undefined;
  /** The stages that the page belongs to. */
  readonly stages: readonly NamedPage[];
  /** Where the page leads: first mitigations of a challenge, challenges of a mitigation. */
  readonly answers: readonly NamedPage[];
}

/** What names and phrases alone answer. */
export interface Quick {
  readonly hits: readonly Hit[];
  /** Stems of the words that were searched for: what to mark. */
  readonly stems: ReadonlySet<string>;
}

/** What a question found. */
export interface Found {
  readonly count: number;
  readonly hits: (from: number, to: number) => Promise<Hit[]>;
  readonly stems: ReadonlySet<string>;
  /** Terms of ours that were searched for as well, since they mean what was typed. */
  readonly meanings: readonly Meaning[];
  readonly mended: readonly Mended[];
  /** Pages with the nearest names, for when nothing was found. */
  readonly nearest: readonly NamedPage[];
  /** How many pages each of some values of each filter would leave. */
  readonly counts: (
    values: ReadonlyMap<Facet, readonly string[]>,
  ) => Promise<ReadonlyMap<Facet, ReadonlyMap<string, number>>>;
}

/**
 * Starts loading: the names, which the first answer needs, when somebody may want to search; everything, when they do.
 * A failure is told by the search itself.
 */
export const warm = (places: Places, what: 'names' | 'everything'): void =>
  void namesAt(places.names)
    .then(async () => {
      if (what === 'everything') await Promise.all([phrasesAt(places), pageCount(places.index)]);
    })
    .catch(() => undefined);

const pagesAt = (places: readonly number[] = [], pages: readonly NamedPage[]): NamedPage[] =>
  places.flatMap((place) => pages[place] ?? []);

/** A page with those that it names by their places. */
const around = (page: NamedPage | undefined, pages: readonly NamedPage[]) => ({
  page,
  stages: pagesAt(page?.stages, pages),
  answers: pagesAt(page?.answers, pages),
});

const hitOf = (match: Match, pages: readonly NamedPage[]): Hit => ({ ...around(match.page, pages), match });

/**
 * What names and phrases alone answer, while the full index is still on its way. The same hits lead the full answer,
 * so that nothing moves when it comes. Nothing, when only the full index can tell: for a filter, or an unknown word.
 * @throws when the names or phrases cannot be loaded
 */
export async function quick(places: Places, query: Query): Promise<Quick> {
  const { index, terms, pages } = await namesAt(places.names);
  const text = typedIn(query);
  const stems = terms.stemsOf(text);
  if (query.isLiteral || isFiltered(query)) return { hits: [], stems };
  const byName = index.match(text);
  const named = namedFirst(byName);
  // The phrases can only add to pages that are named, so these need not wait for them.
  if (named.length > 0) return { hits: named.map((match) => hitOf(match, pages)), stems };
  const phrases = await phrasesAt(places);
  const isNamed = wordsIn(text).every((word) => index.knows(word) || phrases.index.knows(word));
  const first = isNamed ? firstOf({ text, byName, byPhrase: phrases.index.match(text), isNamed }) : [];
  return { hits: first.map((match) => hitOf(match, pages)), stems };
}

/** With fewer pages than this that hold every word, pages that hold some of them are shown too. */
const FEW = 25;

/** How much each list says about what is meant, beside names and phrases. Set on the tuning half of bench/search. */
const SAYS = { texts: 0.3, meanings: 0.1, someWords: 0.8 };

/**
 * Asks the names, the phrases and the full index.
 * @throws when the full index cannot be loaded; without names or phrases it still answers
 */
export async function find(places: Places, query: Query): Promise<Found> {
  const ask = (words: string | null) =>
    search(places.index, words === null || query.isLiteral ? words : withoutStopWords(words));
  // The full index takes longest, so it is on its way while the question is read.
  const [reading, asTyped, ids] = await Promise.all([
    read(places, query),
    ask(typedIn(query) || null),
    idsAt(`${places.index}ids.json`).catch((): Record<string, string> => ({})),
  ]);
  const { text, unknown, meanings } = reading;
  // For a word that stands on no page the engine would take another one that begins alike.
  const texts = unknown.length > 0 ? [] : text === reading.typed ? asTyped : await ask(text);
  const known = wordsIn(text).filter((word) => !unknown.includes(word));
  const [some, ...meant] = await Promise.all([
    query.isLiteral || texts.length >= FEW ? [] : withSomeWords(known, await pageCount(places.index), ask),
    ...meanings.map(({ words }) => ask(words)),
  ]);

  const idOf = (address: string) => ids[address] ?? address;
  const pageOf = new Map(reading.pages.map((page) => [idOf(page.address), page]));
  // Every page has an id here but the case studies; those that have no name are pages of prose.
  const prose = new Set(Object.values(ids).filter((id) => !pageOf.has(id)));
  const resultOf = new Map(
    [...some.map(({ result }) => result), ...meant.flat(), ...texts].map((result) => [result.id, result]),
  );
  const matchOf = new Map(
    [...reading.byPhrase, ...reading.byName].map((match) => [idOf(match.page.address), match]),
  );
  const ranked = fused(
    [
      ...rankingsOf(reading).map(({ items, weight }) => ({
        items: items.map(({ id, score }) => ({ id: idOf(id), score })),
        weight,
      })),
      scaled(texts, SAYS.texts),
      ...meant.map((results) => scaled(results, SAYS.meanings)),
      scaled(
        some.map(({ result: { id }, score }) => ({ id, score })),
        SAYS.someWords,
      ),
    ],
    (id) => priorOf(text, pageOf.get(id)?.type ?? (prose.has(id) ? 'page' : '')),
  );
  const first = new Map(firstOf(reading).map((match) => [idOf(match.page.address), match]));
  // A text that the engine finds holds every word.
  const inFull = [...meant.flat(), ...texts].map(({ id }) => ({ id, share: 1 }));
  const held = holdingEnough([
    inFull,
    [...reading.byName, ...reading.byPhrase].map(({ page, share }) => ({ id: idOf(page.address), share })),
    some.map(({ result: { id }, share }) => ({ id, share })),
  ]);
  const all = [...new Set([...first.keys(), ...ranked.filter((id) => held.has(id))])];
  const unindexed = reading.pages
    .filter(({ type, address }) => type === PAGE_TYPE && ids[address] === undefined)
    .map((page) => ({ id: page.address, facets: facetsOf(page, reading.pages) }));
  const membersOfAll = async (values: ReadonlyMap<Facet, readonly string[]>) =>
    withUnindexed(await membersIn(places.index, values), unindexed);
  const left = letThrough(all, query.chosen, await membersOfAll(valuesOf(query.chosen)));

  const hitAt = async (id: string): Promise<Hit> => {
    const match = first.get(id) ?? (resultOf.has(id) ? undefined : matchOf.get(id));
    if (match) return hitOf(match, reading.pages);
    return { ...around(pageOf.get(id), reading.pages), text: await resultOf.get(id)?.data() };
  };
  return {
    count: left.length,
    hits: (from, to) => Promise.all(left.slice(from, to).map(hitAt)),
    stems: reading.stems,
    meanings,
    mended: reading.mended,
    nearest: [...reading.byName, ...reading.byPhrase].slice(0, 5).map(({ page }) => page),
    counts: async (values) => countsOf(all, query.chosen, await membersOfAll(values)),
  };
}

/** What a page answers to the filters, as far as its name tells: what it is, and its stages by the slugs in their addresses. */
const facetsOf = ({ type, stages }: NamedPage, pages: readonly NamedPage[]): Unindexed['facets'] => [
  ['type', type],
  ...pagesAt(stages, pages).map(({ address }) => ['stage', address.split('/').at(-2) ?? ''] as const),
];

const valuesOf = (chosen: Chosen): Map<Facet, string[]> =>
  new Map(FACETS.flatMap((facet) => (chosen[facet] === undefined ? [] : [[facet, [chosen[facet]]]])));

/** The pages behind each of some values of each filter. */
async function membersIn(index: string, values: ReadonlyMap<Facet, readonly string[]>): Promise<Members> {
  const setsOf = async (facet: Facet, own: readonly string[]) =>
    new Map(
      await Promise.all(own.map(async (value) => [value, await membersOf(index, facet, value)] as const)),
    );
  return new Map(
    await Promise.all([...values].map(async ([facet, own]) => [facet, await setsOf(facet, own)] as const)),
  );
}
