/** What a page is, in words, that is neither an entry nor a stage. */
export const PAGE_TYPE = 'page';

/**
 * Filters of the search page, in order. Their names are also those in the address and in the index;
 * their values are slugs in both.
 */
export const FACETS = [
  'type',
  'stage',
  'step',
  'industry',
  'year',
  'outcome',
  'kind',
  'evidence',
  'edition',
  'strength',
] as const;
export type Facet = (typeof FACETS)[number];

/** The value of each filter that is set. */
export type Chosen = Readonly<Partial<Record<Facet, string>>>;

/** A set of pages for each filter that is set, and how many pages each value of each filter would leave. */
export type Members = ReadonlyMap<Facet, ReadonlyMap<string, ReadonlySet<string>>>;

/** What a search result can be: its slug in the index, and the words for it. */
export const TYPES = {
  challenge: 'Challenge',
  mitigation: 'Mitigation',
  tool: 'Tool',
  approach: 'Approach',
  'case-study': 'Case study',
  stage: 'Stage',
  page: 'Page',
} as const;
export type Type = keyof typeof TYPES;

/** A page that the index does not hold, and what it answers to the filters all the same. */
export interface Unindexed {
  readonly id: string;
  readonly facets: readonly (readonly [Facet, string])[];
}

/** The members of each value together with pages that the index does not hold. */
export const withUnindexed = (members: Members, pages: readonly Unindexed[]): Members =>
  new Map(
    [...members].map(([facet, values]) => [
      facet,
      new Map(
        [...values].map(([value, ids]) => {
          const isOf = ({ facets }: Unindexed) =>
            facets.some(([name, own]) => name === facet && own === value);
          return [value, new Set([...ids, ...pages.filter(isOf).map(({ id }) => id)])];
        }),
      ),
    ]),
  );

/** The pages that every filter that is set lets through, in their order. */
export const letThrough = (ids: readonly string[], chosen: Chosen, members: Members): string[] =>
  ids.filter((id) =>
    FACETS.every((facet) => {
      const value = chosen[facet];
      return value === undefined || (members.get(facet)?.get(value)?.has(id) ?? false);
    }),
  );

/**
 * How many of some pages each value of each filter would leave, with the other filters as they are.
 * @param ids pages that hold the words, before any filter
 * @param members of every value to count and of every value that is set
 */
export function countsOf(
  ids: readonly string[],
  chosen: Chosen,
  members: Members,
): Map<Facet, Map<string, number>> {
  return new Map(
    [...members].map(([facet, values]) => {
      const left = letThrough(ids, { ...chosen, [facet]: undefined }, members);
      return [
        facet,
        new Map([...values].map(([value, set]) => [value, left.filter((id) => set.has(id)).length])),
      ];
    }),
  );
}
