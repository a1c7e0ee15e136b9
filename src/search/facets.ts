import { COLLECTIONS, COLLECTION_NAMES } from '../model/collections.ts';

/** What a search result can be, as the index and the address name it. */
export const TYPES = [...COLLECTION_NAMES.map((name) => COLLECTIONS[name].one), 'stage', 'page'] as const;

/** Filters of the search page, in order; their names are also those in the address and in the index. */
export const FACETS = ['type', 'stage', 'evidence', 'industry', 'kind', 'edition'] as const;
export type Facet = (typeof FACETS)[number];
