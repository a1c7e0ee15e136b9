import { GUIDE } from './guide.ts';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from './collections.ts';

/** A feed of the guide: one of everything, and one for each collection. */
export interface FeedPlace {
  /** Its address from the root of the site. */
  readonly address: string;
  readonly title: string;
  /** What readers get by it. */
  readonly subtitle: string;
  /** The page it belongs to. */
  readonly page: string;
  readonly collections: readonly CollectionName[];
}

/** The feed of the whole guide. */
export const SITE_FEED: FeedPlace = {
  address: '/feed.xml',
  title: GUIDE.title,
  subtitle: 'New and changed entries of the guide, in full.',
  page: '/changelog/',
  collections: COLLECTION_NAMES,
};

/** The feed of one collection. */
export function feedOf(collection: CollectionName): FeedPlace {
  const { folder, title } = COLLECTIONS[collection];
  return {
    address: `/${folder}/feed.xml`,
    title: `${title} · ${SITE_FEED.title}`,
    subtitle: `New and changed ${title.toLowerCase()}, in full.`,
    page: `/${folder}/`,
    collections: [collection],
  };
}

/** A feed as the head of a page names it. */
export const alternateOf = ({ address, title }: FeedPlace) => ({
  type: 'application/atom+xml',
  address,
  title,
});
