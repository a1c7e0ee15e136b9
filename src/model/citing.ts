import { byTitle, type Catalogue } from './catalogue.ts';
import { citedKeys } from './citations.ts';
import { addressOf, COLLECTION_NAMES } from './collections.ts';

/** A page that cites a work. */
export interface CitingPage {
  readonly address: string;
  readonly title: string;
}

/** Pages that cite each work, by key, in the order of the collections and then by title. */
export function citingEntries(catalogue: Catalogue): Map<string, CitingPage[]> {
  const citing = new Map<string, CitingPage[]>();
  for (const name of COLLECTION_NAMES)
    for (const entry of [...catalogue[name]].toSorted(byTitle))
      for (const key of citedKeys(entry.body ?? '')) {
        const pages = citing.get(key) ?? [];
        pages.push({ address: addressOf(name, entry.id), title: entry.data.title });
        citing.set(key, pages);
      }
  return citing;
}
