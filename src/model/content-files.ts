import { addressOf, COLLECTION_NAMES, COLLECTIONS, type CollectionName } from './collections.ts';
import { fileSlug } from './file-slug.ts';

/** An entry by its collection and slug. */
export interface EntryKey {
  readonly collection: CollectionName;
  readonly slug: string;
}

const BY_FOLDER = new Map<string, CollectionName>(
  COLLECTION_NAMES.map((name) => [COLLECTIONS[name].folder, name]),
);
const ENTRY = /^content\/([a-z-]+)\/(?:[^/]+\/)?[^/]+\.mdx?$/;

/** The entry that a file holds, by the path of the file from the root of the project; nothing for other files. */
export function entryOfFile(path: string): EntryKey | undefined {
  const collection = BY_FOLDER.get(ENTRY.exec(path)?.[1] ?? '');
  return collection && { collection, slug: fileSlug(path) };
}

/** Pages that are no entry, by the file that holds what they say. */
const PAGE_OF_FILE: ReadonlyMap<string, string> = new Map([
  ['content/glossary.yaml', '/glossary/'],
  ['content/symptoms.yaml', '/symptoms/'],
  ['content/paths.yaml', '/paths/'],
  ['content/review.yaml', '/review/'],
  ['content/references.bib', '/references/'],
  ['content/workflow.yaml', '/stages/'],
  ['content/pages/about.md', '/about/'],
  ['content/pages/contribute.md', '/contribute/'],
]);
const STAGE = /^content\/pages\/stage-([^/]+)\.md$/;

/**
 * The page that is no entry and whose text a file holds.
 * @param path of the file from the root of the project
 * @returns its address from the root of the site; nothing for entries, and for files that no one page shows
 */
export function pageOfFile(path: string): string | undefined {
  const stage = STAGE.exec(path)?.[1];
  return stage === undefined ? PAGE_OF_FILE.get(path) : `/stages/${stage}/`;
}

/** Every page that shows what a file holds: the page of an entry and the list of its collection, or the one page it is for. */
export function pagesOfFile(path: string): string[] {
  const entry = entryOfFile(path);
  if (entry) return [addressOf(entry.collection, entry.slug), `/${COLLECTIONS[entry.collection].folder}/`];
  const page = pageOfFile(path);
  return page === undefined ? [] : [page];
}
