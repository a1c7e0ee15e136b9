import { withoutCode } from './prose.ts';

/** Components that tell of an entry in the text of a challenge: the element's name, and what it tells of. */
export const TELLERS = { Case: 'case study', Mitigation: 'mitigation', Tool: 'tool or approach' } as const;
export type Teller = keyof typeof TELLERS;

/** An entry that the text of a challenge tells of: `<Case of="zillow-offers-shutdown">`. */
export interface Told {
  readonly teller: Teller;
  readonly slug: string;
  /** Where the slug stands in the text, in UTF-16 units. */
  readonly start: number;
}

const TELLING = /<(Case|Mitigation|Tool)\s+of\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Entries that a text tells of, in order; what stands in code tells of nothing. */
export const toldIn = (body: string): Told[] =>
  [...withoutCode(body).matchAll(TELLING)].map((match) => {
    const slug = match[2] ?? match[3] ?? '';
    return { teller: match[1] as Teller, slug, start: match.index + match[0].length - slug.length - 1 };
  });

/** Slugs that a text tells of with one kind of element. */
export const slugsTold = (body: string | undefined, teller: Teller): Set<string> =>
  new Set(toldIn(body ?? '').flatMap((each) => (each.teller === teller ? [each.slug] : [])));
