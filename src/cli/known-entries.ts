import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { COLLECTIONS, type CollectionName } from '../model/collections.ts';
import { fileSlug } from '../model/file-slug.ts';
import { knownIn, type Known } from '../scaffold/known.ts';
import { readContent } from './read-content.ts';

/** The front matter of a file as far as it can be read; nothing when it cannot. */
function draftIn(file: string): unknown {
  try {
    const text = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(readFileSync(file, 'utf8'))?.[1];
    return text === undefined ? undefined : parseDocument(text).toJS({ maxAliasCount: 50 });
  } catch {
    return undefined;
  }
}

/**
 * What is in a content folder: sound entries, and those that somebody has begun and not finished.
 * @param root the content folder
 */
export function knownEntries(root: string): Known {
  const fileOf = (collection: CollectionName, slug: string) => {
    const folder = join(root, COLLECTIONS[collection].folder);
    const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    const name = names.find((each) => /\.mdx?$/.test(each) && fileSlug(each) === slug);
    return name === undefined ? undefined : join(folder, name);
  };
  return knownIn(readContent(root).content, (collection, slug) => {
    const file = fileOf(collection, slug);
    return file === undefined ? undefined : draftIn(file);
  });
}
