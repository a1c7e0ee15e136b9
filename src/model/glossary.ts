import type { Term } from '../schema/glossary.ts';
import { byTitle, type Catalogue } from './catalogue.ts';
import { pageTitles } from './site-pages.ts';

/** A link that leads on from a term. */
export interface SeeAlso {
  readonly address: string;
  readonly title: string;
}

/** The terms under one letter, as a reader looks them up. */
export interface Letter {
  /** A capital, or `#` for terms that begin with a digit or a sign. */
  readonly letter: string;
  /** The letter's anchor on the page. */
  readonly id: string;
  readonly terms: readonly (Omit<Term, 'see'> & { readonly see: readonly SeeAlso[] })[];
}

/** The letter that a term stands under; accents do not count. */
const letterOf = (term: string): string => {
  const first = term.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
};

/**
 * The glossary from A to Z, in the order of titles, each term with the titles of the pages it leads to.
 * An address with an anchor that has no title of its own takes that of its page; unknown ones are left out
 * (a rule reports them).
 */
export function glossaryInLetters(catalogue: Parameters<typeof pageTitles>[0]): Letter[] {
  const titles = pageTitles(catalogue);
  const seeOf = (address: string): SeeAlso[] => {
    const title = titles.get(address) ?? titles.get(address.replace(/[#?].*$/, ''));
    return title === undefined ? [] : [{ address, title }];
  };
  const sorted = termsInOrder(catalogue);
  return [...Map.groupBy(sorted, ({ term }) => letterOf(term))].map(([letter, terms]) => ({
    letter,
    id: `letter-${letter === '#' ? 'other' : letter.toLowerCase()}`,
    terms: terms.map((term) => ({ ...term, see: term.see.flatMap(seeOf) })),
  }));
}

/** All terms by name, ties by id. */
export const termsInOrder = ({ glossary }: Pick<Catalogue, 'glossary'>): Term[] =>
  glossary
    .map((data) => ({ id: data.id, data: { ...data, title: data.term } }))
    .toSorted(byTitle)
    .map(({ data: { title: _title, ...term } }) => term);
