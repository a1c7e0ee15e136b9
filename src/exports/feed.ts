import { generateAtomFeed } from 'feedsmith';
import type { Root } from 'mdast';
import { bySlug, type Catalogue } from '../model/catalogue.ts';
import { addressOf, COLLECTIONS, type CollectionName } from '../model/collections.ts';
import type { FeedPlace } from '../model/feeds.ts';
import type { Dates, History } from '../model/history.ts';
import { firstSlugOf, type Renaming } from '../model/renamings.ts';
import { stagesOf } from '../model/workflow.ts';
import { withoutForbidden } from '../model/xml.ts';
import { INDUSTRIES, KINDS } from '../schema/vocabulary.ts';
import { GUIDE } from '../model/guide.ts';
import type { Locate } from './catalogue-json.ts';
import { htmlOf } from './twin-text.ts';

/** Entries that a feed holds at most: its newest. Readers fetch all of it again and again, so it may not grow for ever. */
export const MOST_ENTRIES = 50;

/** When nothing tells a date at all, and Atom wants one: the moment that stands for none. */
const NEVER = '1970-01-01T00:00:00Z';

/** What dates entries, as far as this copy knows. */
export interface Chronicle {
  readonly history: Pick<History, 'isWhole' | 'date' | 'changes'>;
  /** When an entry came and last changed, by the path of its file. */
  readonly datesOf: (path: string | undefined) => Dates;
}

type Collections = Pick<Catalogue, 'workflow' | CollectionName>;

/** An entry of the catalogue as a feed takes it. */
export interface FeedEntry {
  readonly collection: CollectionName;
  readonly entry: Collections[CollectionName][number];
  /** When it last changed, in ISO 8601. */
  readonly updated: string;
  /** When it came; nothing where that is not known. */
  readonly published?: string;
}

const checkedOf = ({ data }: FeedEntry['entry']) =>
  'checked' in data ? `${data.checked}T00:00:00Z` : undefined;

/**
 * Entries for a feed, newest first, `MOST_ENTRIES` at most. What came at one moment, such as all that the guide began
 * with, stands in the order of the collections and by slug.
 *
 * Atom wants to know of each entry when it last changed. Where the history does not tell, it is the day on which the
 * entry was last compared with its sources; of other kinds of entry, the latest moment that it can have been: the commit
 * that the copy stands at, or the oldest change that a shallow clone knows; without Git, the newest such day of all.
 */
export function feedEntries(
  collections: readonly CollectionName[],
  catalogue: Collections,
  { history, datesOf }: Chronicle,
): FeedEntry[] {
  const all = collections.flatMap((collection) =>
    [...catalogue[collection]].sort(bySlug).map((entry) => ({ collection, entry })),
  );
  const oldest = history.isWhole ? undefined : history.changes.at(-1)?.date;
  const latest = [...catalogue.caseStudies, ...catalogue.tools, ...catalogue.approaches]
    .map(checkedOf)
    .reduce<string | undefined>((a, b) => ((b ?? '') > (a ?? '') ? b : a), undefined);
  const elsewise = oldest ?? history.date ?? latest ?? NEVER;
  return all
    .map(({ collection, entry }): FeedEntry => {
      const { added, changed } = datesOf(entry.filePath);
      return {
        collection,
        entry,
        updated: changed ?? checkedOf(entry) ?? elsewise,
        ...(added !== undefined && { published: added }),
      };
    })
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
    .slice(0, MOST_ENTRIES);
}

/** The challenges that an entry deals with. */
const challengesOf = ({ id, data }: FeedEntry['entry']): string[] => {
  if ('mitigates' in data) return data.mitigates.map(({ challenge }) => challenge);
  if ('addresses' in data) return data.addresses.map(({ challenge }) => challenge);
  return 'challenges' in data ? data.challenges : [id];
};

/** What an entry is, in which stages, and of a case study its kind and industry. */
function categoriesOf({ collection, entry }: FeedEntry, catalogue: Collections, locate: Locate) {
  const { folder, one } = COLLECTIONS[collection];
  const { data } = entry;
  return [
    { term: folder, label: one.charAt(0).toUpperCase() + one.slice(1), scheme: locate('/') },
    ...stagesOf(challengesOf(entry), catalogue).map(({ slug, title }) => ({
      term: slug,
      label: title,
      scheme: locate('/stages/'),
    })),
    ...('industry' in data
      ? [
          { term: data.kind, label: KINDS[data.kind], scheme: locate('/case-studies/') },
          { term: data.industry, label: INDUSTRIES[data.industry], scheme: locate('/case-studies/') },
        ]
      : []),
  ];
}

const HTML = 'text/html';
const ATOM = 'application/atom+xml';

/** The text of an entry as a feed holds it: its twin as safe HTML, without the title, which the entry has beside it. */
export const contentOf = (twin: Root): string =>
  htmlOf({
    ...twin,
    children: twin.children.filter((node) => node.type !== 'heading' || node.depth > 1),
  });

/**
 * A feed in Atom 1.0 (RFC 4287) with entries in full. The same content and history give the same bytes.
 *
 * The id of an entry is the address under which it first stood in the guide: it stays when the entry is renamed, and the
 * old address keeps answering.
 * @param textOf the text of an entry as safe HTML with full addresses
 */
export function atomOf(
  place: FeedPlace,
  entries: readonly FeedEntry[],
  catalogue: Collections,
  {
    renamings,
    locate,
    textOf,
    history,
  }: {
    readonly renamings: readonly Renaming[];
    readonly locate: Locate;
    readonly textOf: (entry: FeedEntry) => string;
    readonly history: Pick<History, 'date'>;
  },
): string {
  const xml = generateAtomFeed({
    xml: { lang: GUIDE.language },
    id: locate(place.address),
    title: { value: place.title },
    subtitle: { value: place.subtitle },
    updated: entries[0]?.updated ?? history.date ?? NEVER,
    authors: [{ name: GUIDE.contributors, uri: locate('/') }],
    rights: { value: GUIDE.licenceTitle },
    icon: locate('/favicon.svg'),
    links: [
      { href: locate(place.address), rel: 'self', type: ATOM },
      { href: locate(place.page), rel: 'alternate', type: HTML },
      { href: GUIDE.licenceAddress, rel: 'license', type: HTML },
    ],
    entries: entries.map((each) => {
      const { collection, entry, updated, published } = each;
      const first = firstSlugOf({ collection, slug: entry.id }, renamings);
      const { data } = entry;
      return {
        id: locate(addressOf(collection, first)),
        title: { value: data.title },
        updated,
        ...(published !== undefined && { published }),
        ...('contributor' in data &&
          data.contributor !== undefined && { authors: [{ name: data.contributor }] }),
        categories: categoriesOf(each, catalogue, locate),
        links: [
          { href: locate(addressOf(collection, entry.id)), rel: 'alternate', type: HTML },
          { href: GUIDE.licenceAddress, rel: 'license', type: HTML },
        ],
        ...('summary' in data && { summary: { value: data.summary } }),
        content: { type: 'html', value: textOf(each) },
      };
    }),
  });
  return `${withoutForbidden(xml.toWellFormed())}\n`;
}
