import { byTitle, type Catalogue, type Entry } from './catalogue.ts';
import { addressOf, COLLECTION_NAMES, COLLECTIONS, type CollectionName } from './collections.ts';
import { entryOfFile, pageOfFile, type EntryKey } from './content-files.ts';
import type { History } from './history.ts';
import { counted, MONTHS } from './in-words.ts';
import type { Renaming } from './renamings.ts';
import { pageTitles } from './site-pages.ts';

/** What can happen to a page, in the order in which a month tells it. */
export const HAPPENINGS = ['added', 'renamed', 'merged', 'changed', 'removed', 'reviewed'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** What happened, as readers see it. */
export const HAPPENING_TITLES: Readonly<Record<Happening, string>> = {
  added: 'Added',
  renamed: 'Renamed',
  merged: 'Merged',
  changed: 'Changed',
  removed: 'Removed',
  reviewed: 'Compared with the source',
};

/** What a list of the changelog is about: a kind of entry, or pages that are no entry. */
export const SUBJECTS = [...COLLECTION_NAMES, 'pages'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A page to which something happened. */
export interface ChangedPage {
  /** Its title of today; of one that is gone, its slug in words. */
  readonly title: string;
  /** Where it can be read today, from the root of the site; nothing where it is gone. */
  readonly address?: string;
  /** What it was called before, of one that was renamed or became part of another: the old slug, in words where those differ from the title. */
  readonly before?: string;
}

/** Pages of one kind to which the same happened. */
export interface ChangeList {
  readonly happening: Happening;
  readonly subject: Subject;
  /** In the order of their titles. */
  readonly pages: readonly ChangedPage[];
}

export interface ChangelogMonth {
  /** Such as `2026-11`. */
  readonly month: string;
  readonly lists: readonly ChangeList[];
}

export interface Changelog {
  /** Newest first; only months in which something happened. */
  readonly months: readonly ChangelogMonth[];
  /** What was renamed or merged at a time that this copy does not know. */
  readonly undated: readonly ChangeList[];
}

/** A month as readers see it. @example monthInWords('2026-11') // 'November 2026' */
export const monthInWords = (month: string): string =>
  `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;

/** Pages of one kind with their number: `1 case study`, `12 other pages`. */
export function subjectCounted(subject: Subject, count: number): string {
  if (subject === 'pages') return counted(count, 'other page');
  const { one, title } = COLLECTIONS[subject];
  return counted(count, one, title.toLowerCase());
}

/** `alert-budget` as words: `Alert budget`. */
const titleOfSlug = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

/** What a page was called under an old slug: the slug itself where its words are the title of today, which spells them. */
function nameBefore(slug: string, title: string): string {
  const spelt = new Map(title.split(/[^\p{L}\p{N}]+/u).map((word) => [word.toLowerCase(), word]));
  const words = titleOfSlug(
    slug
      .split('-')
      .map((word) => spelt.get(word) ?? word)
      .join('-'),
  );
  return words.toLowerCase() === title.toLowerCase() ? slug : words;
}

type Pages = Map<string, ChangedPage>;
/** What happened in a month, by happening and subject; a page stands once in each, by its key. */
type Month = Map<string, Pages>;

function listsOf(month: Month): ChangeList[] {
  return HAPPENINGS.flatMap((happening) =>
    SUBJECTS.flatMap((subject) => {
      const pages = month.get(`${happening} ${subject}`);
      if (!pages) return [];
      const sorted = [...pages]
        .map(([id, page]) => ({ id, data: { title: page.before ?? page.title }, page }))
        .toSorted(byTitle);
      return [{ happening, subject, pages: sorted.map(({ page }) => page) }];
    }),
  );
}

/**
 * What happened to the pages of the guide, by month: from the history of the content, the slugs that were given up, and
 * the days on which entries were compared with their sources. What came in a month is not also told as changed in it.
 */
export function changelogOf(
  catalogue: Pick<Catalogue, 'workflow' | 'glossary' | 'paths' | CollectionName>,
  history: Pick<History, 'changes'>,
  renamings: readonly Renaming[],
): Changelog {
  const titles = pageTitles(catalogue);
  const today = new Map<string, Entry<{ readonly title: string }>>(
    COLLECTION_NAMES.flatMap((name) =>
      catalogue[name].map((entry): [string, Entry<{ readonly title: string }>] => [
        `${name}/${entry.id}`,
        entry,
      ]),
    ),
  );
  const givenUp = new Map(renamings.map((each) => [`${each.collection}/${each.from}`, each]));
  const months = new Map<string, Month>();
  const note = (when: string, happening: Happening, subject: Subject, key: string, page: ChangedPage) => {
    const month = months.get(when.slice(0, 7)) ?? new Map<string, Pages>();
    months.set(when.slice(0, 7), month);
    const list = `${happening} ${subject}`;
    month.set(list, (month.get(list) ?? new Map<string, ChangedPage>()).set(key, page));
  };

  /** An entry as readers find it today, under whatever slug it stood then. */
  function pageOf({ collection, slug }: EntryKey): ChangedPage & { readonly slug: string } {
    const renaming = givenUp.get(`${collection}/${slug}`);
    const entry = today.get(`${collection}/${renaming?.to ?? slug}`);
    if (!entry) return { slug, title: titleOfSlug(slug) };
    const address = addressOf(collection, entry.id);
    return renaming?.kind === 'merged'
      ? { slug, title: titleOfSlug(slug), address }
      : { slug: entry.id, title: entry.data.title, address };
  }

  /** When an entry took the slug of today from another; then its file may seem to be new. */
  const took = new Set(
    renamings.flatMap(({ collection, to, kind, stood, date }) =>
      kind === 'renamed' && stood && date !== undefined ? [`${collection}/${to} ${date}`] : [],
    ),
  );
  const noteEntry = (date: string, happening: 'added' | 'changed' | 'removed', key: EntryKey) => {
    if (happening === 'added' && took.has(`${key.collection}/${key.slug} ${date}`)) return;
    const { slug, ...page } = pageOf(key);
    // A change of an entry that is gone tells nobody anything.
    if (happening === 'changed' && page.address === undefined) return;
    note(date, happening, key.collection, slug, page);
  };

  for (const { kind, path, from, date } of history.changes) {
    const entry = entryOfFile(path);
    const old = from === undefined ? undefined : entryOfFile(from);
    const isSame = old?.collection === entry?.collection && old?.slug === entry?.slug;
    // An entry that left its slug without a word in redirects.yaml is gone.
    const left = kind === 'removed' ? entry : isSame ? undefined : old;
    if (left && !givenUp.has(`${left.collection}/${left.slug}`)) noteEntry(date, 'removed', left);
    if (entry && kind !== 'removed') {
      const isNew = kind === 'added' || (old !== undefined && !isSame);
      if (!isNew || !old || !givenUp.has(`${old.collection}/${old.slug}`))
        noteEntry(date, isNew ? 'added' : 'changed', entry);
    }
    const address = pageOfFile(path);
    const title = address === undefined ? undefined : titles.get(address);
    if (address !== undefined && title !== undefined && kind !== 'removed')
      note(date, kind === 'added' ? 'added' : 'changed', 'pages', address, { title, address });
  }

  const undated: Month = new Map();
  for (const { collection, from, to, kind, date } of renamings) {
    const entry = today.get(`${collection}/${to}`);
    if (!entry) continue;
    const { title } = entry.data;
    const page = { title, address: addressOf(collection, to), before: nameBefore(from, title) };
    if (date !== undefined) note(date, kind, collection, from, page);
    else {
      const list = `${kind} ${collection}`;
      undated.set(list, (undated.get(list) ?? new Map<string, ChangedPage>()).set(from, page));
    }
  }

  for (const collection of ['tools', 'approaches', 'caseStudies'] as const)
    for (const { id, data } of catalogue[collection])
      note(data.checked, 'reviewed', collection, id, {
        title: data.title,
        address: addressOf(collection, id),
      });

  for (const month of months.values())
    for (const subject of SUBJECTS) {
      const changed = month.get(`changed ${subject}`);
      for (const key of month.get(`added ${subject}`)?.keys() ?? []) changed?.delete(key);
      if (changed?.size === 0) month.delete(`changed ${subject}`);
    }

  return {
    months: [...months]
      .map(([month, happenings]) => ({ month, lists: listsOf(happenings) }))
      .filter(({ lists }) => lists.length > 0)
      .toSorted((a, b) => (a.month < b.month ? 1 : -1)),
    undated: listsOf(undated),
  };
}

/** The months of a changelog by year, both newest first. */
export const yearsOf = ({ months }: Changelog): { year: string; months: ChangelogMonth[] }[] =>
  [...Map.groupBy(months, ({ month }) => month.slice(0, 4))].map(([year, own]) => ({ year, months: own }));

/**
 * How many items each list of a page may show, so that all of them together show no more than so many: short lists are
 * shown in full, and long ones share what is left.
 * @param lengths of the lists
 */
export function longestShown(lengths: readonly number[], most: number): number {
  const sorted = lengths.toSorted((a, b) => a - b);
  let left = most;
  for (const [i, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - i));
    if (length > share) return share;
    left -= length;
  }
  return sorted.at(-1) ?? 0;
}
