import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from './collections.ts';
import { entryOfFile } from './content-files.ts';
import type { Catalogue } from './catalogue.ts';
import { datesByPath, type History } from './history.ts';

/** A slug that was given up, and the entry that answers for it. */
export interface Renaming {
  readonly collection: CollectionName;
  readonly from: string;
  readonly to: string;
  /** An entry took another name, or became part of one that was there, or of one made from several. */
  readonly kind: 'renamed' | 'merged';
  /** When, in ISO 8601; nothing where this copy does not know. */
  readonly date?: string;
  /** Whether an entry stood in the guide under the old slug, as far as the history tells. */
  readonly stood: boolean;
}

const keyOf = (collection: CollectionName, slug: string) => `${collection}/${slug}`;

/** What Git tells about the slugs of entries, by collection and slug. */
function slugsIn({ changes }: Pick<History, 'changes'>) {
  /** When an entry last went from a slug. */
  const gone = new Map<string, string>();
  /** The slugs that the file of an entry had before, as Git followed it. */
  const before = new Map<string, ReadonlySet<string>>();
  for (const { kind, path, from, date } of changes.toReversed()) {
    const entry = entryOfFile(path);
    const old = from === undefined ? undefined : entryOfFile(from);
    if (kind === 'removed' && entry) gone.set(keyOf(entry.collection, entry.slug), date);
    if (!old || (old.collection === entry?.collection && old.slug === entry.slug)) continue;
    const oldKey = keyOf(old.collection, old.slug);
    gone.set(oldKey, date);
    if (old.collection === entry?.collection)
      before.set(keyOf(entry.collection, entry.slug), new Set([...(before.get(oldKey) ?? []), old.slug]));
  }
  return { gone, before };
}

/**
 * What became of every slug in `redirects.yaml`. A slug was merged when what answers for it was there before, or when
 * several went into it at once; else it was renamed.
 * @param written when each old slug was first written into the file, as far as Git tells
 */
export function renamingsOf(
  catalogue: Pick<Catalogue, 'redirects' | CollectionName>,
  history: Pick<History, 'changes'>,
  written: ReadonlyMap<string, string>,
): Renaming[] {
  const { gone, before } = slugsIn(history);
  const dates = datesByPath(history);
  return COLLECTION_NAMES.flatMap((collection) => {
    const paths = new Map(catalogue[collection].map(({ id, filePath }) => [id, filePath]));
    const all = Object.entries(catalogue.redirects[COLLECTIONS[collection].folder] ?? {}).map(
      ([from, to]) => {
        const left = gone.get(keyOf(collection, from));
        return { collection, from, to, date: left ?? written.get(from), stood: left !== undefined };
      },
    );
    const together = Map.groupBy(all, ({ to, date }) => `${to} ${date ?? ''}`);
    return all.map(({ date, ...rest }): Renaming => {
      const { from, to } = rest;
      const isFollowed = before.get(keyOf(collection, to))?.has(from) ?? false;
      const came = dates.get(paths.get(to) ?? '')?.added ?? '';
      const wasThere = date !== undefined && came < date && !isFollowed;
      const isOne = (together.get(`${to} ${date ?? ''}`)?.length ?? 0) === 1;
      return {
        ...rest,
        kind: wasThere || !isOne ? 'merged' : 'renamed',
        ...(date !== undefined && { date }),
      };
    });
  });
}

/**
 * The slug under which an entry first stood in the guide: what its identity in the feeds is made of, since that may not
 * change with its name.
 */
export function firstSlugOf(
  { collection, slug }: { readonly collection: CollectionName; readonly slug: string },
  renamings: readonly Renaming[],
): string {
  const own = renamings.filter(
    (each) => each.collection === collection && each.to === slug && each.kind === 'renamed' && each.stood,
  );
  // All lead to the slug of today; the one that was given up first is the oldest.
  return own.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))[0]?.from ?? slug;
}
