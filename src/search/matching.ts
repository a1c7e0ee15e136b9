import MiniSearch from 'minisearch';
import { PAGE_TYPE } from './facets.ts';
import type { NamedPage, Phrases, Said } from './names.ts';
import type { Terms } from './synonyms.ts';
import { askedAbout, keyOf, wordsIn } from './text.ts';

/** Where a phrase comes from, and so how much it counts. */
export type PhraseKind = 'title' | 'alias' | 'term' | 'symptom' | 'likely' | 'asked' | 'summary';

/** A piece of text under which a page is known. */
export interface Phrase {
  readonly text: string;
  readonly kind: PhraseKind;
  /** Place in the list of pages. */
  readonly page: number;
  readonly weight: number;
}

/** A page whose phrases hold words that were asked for. */
export interface Match {
  readonly page: NamedPage;
  readonly score: number;
  /** The phrase that matched best. */
  readonly phrase: { readonly text: string; readonly kind: PhraseKind };
  /** What was asked for is the phrase, all of it. */
  readonly isExact: boolean;
  /** One phrase, other than the summary, holds everything that was asked for. */
  readonly isWhole: boolean;
  /** What was asked for is a phrase, or says the same as a sentence in nearly the same words. */
  readonly isNear: boolean;
  /** How much of what was asked for the page's phrases hold, 0 to 1; rare words weigh more. */
  readonly share: number;
}

/** Names above descriptions: who types a name means that page. */
const WEIGHTS: Readonly<Record<PhraseKind, number>> = {
  title: 2.4,
  alias: 2,
  term: 1.8,
  symptom: 1.5,
  likely: 1.5,
  asked: 1.5,
  summary: 0.8,
};

/** The second page that a phrase leads to is less likely meant than the first, and so on. */
const FURTHER = 0.8;

/** How much the other phrases of a page count beside its best one, and how many do. */
const [OTHERS, OTHER_PHRASES] = [0.2, 3];

/** The weight of a title that begins with what was typed. */
const BEGINNING = 2.2;

/** Above every score that words can reach. */
const EXACT = 1000;

/** Phrases that are sentences, so that one word more or less leaves them what they are; a name becomes another one. */
const SENTENCES: readonly PhraseKind[] = ['symptom', 'likely', 'asked'];

/**
 * A sentence and a question that share so much of the words of both say the same, in whatever order: a weighted
 * Jaccard index, 0 to 1, in which rare words weigh more. Set on the tuning half of the judged questions in bench/search.
 */
const NEAR = 0.7;

/** How much a term says that so many of all phrases hold (inverse document frequency). */
const rarity = (holders = 1, all: number): number => Math.log(1 + all / holders);

const phrases = (kind: PhraseKind, text: string, pages: readonly number[]): Phrase[] =>
  pages.map((page, i) => ({ text, kind, page, weight: WEIGHTS[kind] * FURTHER ** i }));

/** The phrases under which pages are known by name; those that are no entry and no stage by their names alone. */
export const namePhrases = (pages: readonly NamedPage[]): Phrase[] =>
  pages.flatMap(({ title, aliases, symptoms, summary, type }, page) =>
    type === PAGE_TYPE
      ? aliases.flatMap((name) => phrases(name === title ? 'title' : 'alias', name, [page]))
      : [
          ...phrases('title', title, [page]),
          ...aliases.flatMap((alias) => phrases('alias', alias, [page])),
          ...symptoms.flatMap((symptom) => phrases('symptom', symptom, [page])),
          ...phrases('summary', summary, [page]),
        ],
  );

/** The phrases that people use instead. */
export function otherPhrases({ terms, symptoms, asked }: Phrases): Phrase[] {
  const said = (kind: PhraseKind, all: readonly Said[]) =>
    all.flatMap(({ says, pages }) => phrases(kind, says, pages));
  return [
    ...terms.flatMap(({ says, also, pages }) =>
      [says, ...also].flatMap((text) => phrases('term', text, pages)),
    ),
    ...said('likely', symptoms),
    ...said('asked', asked),
  ];
}

/** Finds pages by short phrases. How well a phrase matches is MiniSearch's BM25+; a page counts by its best phrases. */
export class PhraseIndex {
  readonly #pages: readonly NamedPage[];
  readonly #phrases: readonly Phrase[];
  readonly #terms: Terms;
  readonly #index: MiniSearch<Phrase & { readonly id: number }>;
  readonly #exact: ReadonlyMap<string, readonly Phrase[]>;
  /** What the words of each phrase count as. */
  readonly #words: readonly ReadonlySet<string>[];
  /** In how many phrases a word stands, by what it counts as. */
  readonly #holders = new Map<string, number>();
  readonly #known = new Set<string>();

  constructor(pages: readonly NamedPage[], all: readonly Phrase[], terms: Terms) {
    this.#pages = pages;
    this.#phrases = all;
    this.#terms = terms;
    this.#exact = Map.groupBy(
      all.filter(({ kind }) => kind !== 'summary'),
      ({ text }) => keyOf(text),
    );
    this.#index = new MiniSearch({
      fields: ['text'],
      tokenize: wordsIn,
      processTerm: (word) => {
        const own = terms.termsOf(word);
        for (const term of own) this.#known.add(term);
        return own;
      },
    });
    this.#words = all.map(({ text }) => this.#wordsOf(text));
    for (const words of this.#words)
      for (const word of words) this.#holders.set(word, (this.#holders.get(word) ?? 0) + 1);
    this.#index.addAll(all.map((phrase, id) => ({ ...phrase, id })));
  }

  /** Whether a word stands in any phrase, or means the same as one that does. */
  knows(word: string): boolean {
    const terms = this.#terms.termsOf(word);
    return terms.length === 0 || terms.some((term) => this.#known.has(term));
  }

  /** What the words of a text count as: one thing for each, stop words left out. */
  #wordsOf(text: string): Set<string> {
    return new Set(wordsIn(text).flatMap((word) => this.#terms.termsOf(word).at(-1) ?? []));
  }

  /** How much of the words of both a question and a sentence share; 0 for a phrase that is none. */
  #nearness(question: ReadonlySet<string>, phrase: number): number {
    const own = this.#words[phrase];
    if (!own || !SENTENCES.includes(this.#phrases[phrase]?.kind ?? 'summary')) return 0;
    const sumOf = (words: ReadonlySet<string>) =>
      [...words].reduce((sum, word) => sum + rarity(this.#holders.get(word), this.#phrases.length), 0);
    return sumOf(question.intersection(own)) / (sumOf(question.union(own)) || 1);
  }

  /** What it counts that a title begins with all that was typed: less than a title in full, more than an alias. */
  #asBeginning({ title }: NamedPage, question: string): number {
    const typed = wordsIn(question);
    const isBeginning =
      typed.length > 1 && wordsIn(title).slice(0, typed.length).join(' ') === typed.join(' ');
    return isBeginning ? BEGINNING : 0;
  }

  /** The phrases that are all that was asked for, or all that a question asks about. */
  #named(question: string): readonly Phrase[] {
    return this.#exact.get(keyOf(question)) ?? this.#exact.get(keyOf(askedAbout(question) ?? question)) ?? [];
  }

  /** Pages by how well their phrases answer, best first. */
  match(question: string): Match[] {
    const terms = [...new Set(wordsIn(question).flatMap((word) => this.#terms.termsOf(word)))];
    const found = this.#index.search(question, {
      tokenize: wordsIn,
      processTerm: (word) => this.#terms.termsOf(word),
      // Whoever is still typing has not finished the last word.
      prefix: (term, i, all) => i === all.length - 1 && term.length > 2,
      weights: { prefix: 0.6, fuzzy: 0 },
      boostDocument: (id) => this.#phrases[id as number]?.weight ?? 1,
    });
    const holders = new Map<string, number>();
    for (const { queryTerms } of found)
      for (const term of queryTerms) holders.set(term, (holders.get(term) ?? 0) + 1);
    const sumOf = (held: Iterable<string>) =>
      [...held].reduce((sum, term) => sum + rarity(holders.get(term), this.#phrases.length), 0);
    const whole = sumOf(terms) || 1;

    const asked = this.#wordsOf(question);
    const exact = Map.groupBy(this.#named(question), ({ page }) => page);
    const byPage = Map.groupBy(found, ({ id }) => this.#phrases[id as number]?.page ?? -1);
    return [...new Set([...exact.keys(), ...byPage.keys()])]
      .flatMap((place): Match[] => {
        const results = byPage.get(place) ?? [];
        const named = exact.get(place)?.toSorted((a, b) => b.weight - a.weight)[0];
        const [near] = results
          .map(({ id }) => ({
            phrase: this.#phrases[id as number],
            nearness: this.#nearness(asked, id as number),
          }))
          .filter(({ nearness }) => nearness >= NEAR)
          .toSorted((a, b) => b.nearness - a.nearness);
        const phrase = named ?? near?.phrase ?? this.#phrases[(results[0]?.id as number | undefined) ?? -1];
        const page = this.#pages[place];
        if (!page || !phrase) return [];
        const share = sumOf(new Set(results.flatMap(({ queryTerms }) => queryTerms))) / whole;
        const ofBest = sumOf(results[0]?.queryTerms ?? []) / whole;
        const others = results.slice(1, 1 + OTHER_PHRASES).reduce((sum, { score }) => sum + score, 0);
        const words = ((results[0]?.score ?? 0) + OTHERS * others) * Math.sqrt(ofBest) * share;
        return [
          {
            page,
            phrase,
            share,
            isExact: named !== undefined,
            isNear: named !== undefined || near !== undefined,
            isWhole:
              named !== undefined ||
              results.some(
                ({ id, queryTerms }) =>
                  queryTerms.length === terms.length && this.#phrases[id as number]?.kind !== 'summary',
              ),
            score:
              EXACT *
                Math.max(
                  named?.weight ?? 0,
                  (near?.phrase?.weight ?? 0) * (near?.nearness ?? 0),
                  this.#asBeginning(page, question),
                ) +
              words,
          },
        ];
      })
      .toSorted((a, b) => b.score - a.score);
  }
}
