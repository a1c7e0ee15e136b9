import { distance } from 'fastest-levenshtein';

/** What can be set side by side: the folders of the collections, which are also the names in the address. */
export const COMPARABLE = ['case-studies', 'mitigations', 'tools'] as const;
export type Comparable = (typeof COMPARABLE)[number];

/** So many entries make a table. */
export const FEWEST = 2;
export const MOST = 4;

/** One thing that an entry says in a row of the table. */
export interface Cell {
  readonly text: string;
  /** Where the text leads, base path included, or a public address elsewhere. */
  readonly address?: string;
  /** What it is about, where others may say the same: marked where they do. */
  readonly id?: string;
  /** Short words before the note, such as the outcome. */
  readonly facts?: string;
  readonly note?: string;
}

/** An entry as the table shows it: one list of cells for each row of `ComparedIndex.rows`. */
export interface ComparedEntry {
  readonly title: string;
  readonly address: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** What the table needs to know of all entries of a kind before any is chosen. */
export interface ComparedIndex {
  /** Titles of the rows. */
  readonly rows: readonly string[];
  /** Slug and title of every entry, by title. */
  readonly entries: readonly (readonly [slug: string, title: string])[];
  /** Old slugs and what they are called today. */
  readonly renamed: Readonly<Record<string, string>>;
}

/**
 * The query that names entries of a kind; more than four are cut off.
 * @example compareQuery('case-studies', ['a', 'b']) // '?case-studies=a,b'
 */
export const compareQuery = (kind: Comparable, slugs: readonly string[]): string =>
  `?${kind}=${slugs.slice(0, MOST).map(encodeURIComponent).join(',')}`;

/** The address of the page that sets entries side by side, without the base path. */
export const compareAddress = (kind: Comparable, slugs: readonly string[]): string =>
  `/compare/${compareQuery(kind, slugs)}`;

/** What an address asks to set side by side, as it is written there. */
export interface Asked {
  readonly kind: Comparable;
  readonly slugs: readonly string[];
  /** Several kinds are asked for; only the first can be shown. */
  readonly isMixed: boolean;
}

/** So many words of an address are read: enough to tell what became of each, whatever strangers write into links. */
const WORDS = 20;

/** Reads the query of an address; without one, case studies are meant, and none is chosen. */
export function askedIn(query: string): Asked {
  const parameters = new URLSearchParams(query);
  const lists = COMPARABLE.map((kind) => ({
    kind,
    slugs: parameters
      .getAll(kind)
      .flatMap((list) => list.split(','))
      .map((slug) => slug.trim())
      .filter(Boolean)
      .slice(0, WORDS),
  }));
  const filled = lists.filter(({ slugs }) => slugs.length > 0);
  const named = lists.find(({ kind }) => parameters.has(kind));
  const { kind, slugs } = filled[0] ?? named ?? { kind: COMPARABLE[0], slugs: [] };
  return { kind, slugs, isMixed: filled.length > 1 };
}

/** What was found for a word in the address that is no entry as it stands. */
export type Remark =
  | { readonly what: 'renamed'; readonly asked: string; readonly slug: string }
  | { readonly what: 'twice'; readonly slug: string }
  | { readonly what: 'too-many'; readonly slug: string }
  | { readonly what: 'unknown'; readonly asked: string; readonly near: readonly string[] };

/**
 * The entries that an address means: old slugs followed, each entry once, four at most, in the order of the address;
 * and a remark on everything that was not taken as it stands, once for each word that is unknown.
 */
export function chosenFrom(
  asked: readonly string[],
  { entries, renamed }: ComparedIndex,
): { slugs: string[]; remarks: Remark[] } {
  const known = new Set(entries.map(([slug]) => slug));
  const slugs: string[] = [];
  const remarks: Remark[] = [];
  for (const word of asked) {
    const today = Object.hasOwn(renamed, word) ? renamed[word] : undefined;
    const slug = known.has(word) ? word : today;
    if (slug === undefined || !known.has(slug)) {
      if (!remarks.some((remark) => remark.what === 'unknown' && remark.asked === word))
        remarks.push({ what: 'unknown', asked: word, near: nearestTo(word, entries) });
    } else if (slugs.includes(slug)) remarks.push({ what: 'twice', slug });
    else if (slugs.length === MOST) remarks.push({ what: 'too-many', slug });
    else {
      slugs.push(slug);
      if (slug !== word) remarks.push({ what: 'renamed', asked: word, slug });
    }
  }
  return { slugs, remarks };
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Words are compared by so many of their letters at most: addresses may hold any text. */
const READ = 120;

/**
 * Slugs of the entries that a word may mean: those whose slug or title holds most of its parts, then those that differ
 * in the fewest letters (Levenshtein distance), at most in a third of them.
 */
export function nearestTo(word: string, entries: ComparedIndex['entries'], limit = 3): string[] {
  const asked = word.slice(0, READ).toLowerCase();
  const parts = wordsOf(asked);
  return entries
    .map(([slug, title]) => {
      const own = wordsOf(`${slug} ${title}`);
      return {
        slug,
        parts: parts.filter((part) => own.some((each) => each.startsWith(part))).length,
        letters: distance(asked, slug),
      };
    })
    .filter((each) => each.parts > 0 || each.letters <= Math.max(asked.length, each.slug.length) / 3)
    .toSorted((a, b) => b.parts - a.parts || a.letters - b.letters || (a.slug < b.slug ? -1 : 1))
    .slice(0, limit)
    .map(({ slug }) => slug);
}

/**
 * The entries that somebody may have typed: the one with that title or slug alone, or else all that have the words in
 * their titles, the shortest title first, since it has the least besides.
 */
export function entriesTyped(
  typed: string,
  entries: ComparedIndex['entries'],
): readonly ComparedIndex['entries'][number][] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const exact = entries.find(([slug, title]) => title.toLowerCase() === wanted || slug === wanted);
  return exact
    ? [exact]
    : entries
        .filter(([, title]) => title.toLowerCase().includes(wanted))
        .toSorted(([, a], [, b]) => a.length - b.length);
}

/** Which of some entries, counted from 0, tell each thing of a row, for what more than one of them tells. */
export function sharedIn(
  entries: readonly Pick<ComparedEntry, 'rows'>[],
  row: number,
): Map<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [at, { rows }] of entries.entries())
    for (const id of new Set(rows[row]?.flatMap((cell) => cell.id ?? [])))
      holders.set(id, [...(holders.get(id) ?? []), at]);
  return new Map([...holders].filter(([, { length }]) => length > 1));
}
