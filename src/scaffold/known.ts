import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from '../model/collections.ts';
import type { WorkAddress } from '../model/source-of.ts';
import { stepsInOrder } from '../model/workflow.ts';
import { fieldIn, listIn } from '../rules/loose.ts';
import type { Content } from '../rules/rule.ts';
import type { Choice } from './choices.ts';

/** What must be known of an entry, or of the draft of one, before another is written. */
export interface KnownEntry extends Choice {
  readonly step?: string | undefined;
  readonly order?: number | undefined;
  readonly source?: WorkAddress | undefined;
}

/** What is there already. */
export interface Known {
  readonly entries: Readonly<Record<CollectionName, readonly KnownEntry[]>>;
  /** Steps in workflow order, each with the stage whose folder holds its challenges. */
  readonly steps: readonly (Choice & { readonly stage: string })[];
  /** Keys of `references.bib`. */
  readonly keys: ReadonlySet<string>;
  /** Slugs that were given away, by collection. */
  readonly redirected: Readonly<Record<CollectionName, ReadonlySet<string>>>;
}

const textIn = (record: unknown, key: string) => {
  const value = fieldIn(record, key);
  return typeof value === 'string' ? value : undefined;
};

/** What can be told of an entry from front matter that is not sound yet. */
export function knownEntry(slug: string, fields: unknown): KnownEntry {
  const source = fieldIn(fields, 'source');
  const order = fieldIn(fields, 'order');
  return {
    slug,
    title: textIn(fields, 'title') ?? slug,
    aliases: listIn(fields, 'aliases').filter((alias) => typeof alias === 'string'),
    step: textIn(fields, 'step'),
    order: typeof order === 'number' ? order : undefined,
    source: { doi: textIn(source, 'doi'), arxiv: textIn(source, 'arxiv'), url: textIn(source, 'url') },
  };
}

/** What is there, from the content as it was read: sound entries, and those that somebody has begun and not finished. */
export function knownIn(content: Content): Known {
  const of = <T>(make: (collection: CollectionName) => T) =>
    Object.fromEntries(COLLECTION_NAMES.map((name) => [name, make(name)])) as Record<CollectionName, T>;
  const { unread = [], redirects, works } = content;
  return {
    entries: of((name) => [
      ...content[name].map(({ id, data }) => knownEntry(id, data)),
      ...unread
        .filter(({ collection }) => collection === name)
        .map(({ id, record }) => knownEntry(id, record)),
    ]),
    steps: stepsInOrder(content).map(({ stage, step: { slug, title, aliases } }) => ({
      slug,
      title,
      aliases,
      stage: stage.slug,
    })),
    keys: new Set(works.map(({ key }) => key)),
    redirected: of((name) => new Set(Object.keys(redirects[COLLECTIONS[name].folder] ?? {}))),
  };
}
