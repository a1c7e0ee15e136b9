import { entryOfFile, type EntryKey } from './content-files.ts';
import type { History } from './history.ts';

/** A slug that an entry had once. */
export interface PublishedSlug extends EntryKey {
  /** The slug that its file was given later, where Git saw that. */
  readonly became?: string;
}

/** Every slug that an entry ever had, each once, as far as a history goes back. */
export function publishedSlugs({ changes }: Pick<History, 'changes'>): PublishedSlug[] {
  const slugs = new Map<string, PublishedSlug>();
  // From the oldest on, so that what a file became last is what stays.
  for (const { path, from } of changes.toReversed()) {
    const now = entryOfFile(path);
    const before = from === undefined ? undefined : entryOfFile(from);
    if (now) slugs.set(`${now.collection}/${now.slug}`, now);
    if (before && now && (before.slug !== now.slug || before.collection !== now.collection))
      slugs.set(`${before.collection}/${before.slug}`, {
        ...before,
        ...(before.collection === now.collection && { became: now.slug }),
      });
  }
  return [...slugs.values()];
}
