import { COLLECTIONS, KINDS_OF_ENTRY, type CollectionName, type EntryKind } from '../model/collections.ts';
import { freeSlug } from '../model/slug-of.ts';
import { sameSource, type WorkAddress } from '../model/source-of.ts';
import type { Known } from './known.ts';
import { longestSlug } from './slug.ts';

/** Case studies name tools and approaches in one list, so these two share their slugs and titles. */
const sharing = (kind: EntryKind): CollectionName[] =>
  kind === 'tool' || kind === 'approach' ? ['tools', 'approaches'] : [KINDS_OF_ENTRY[kind]];

const withArticle = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** Why a slug cannot be given to a new entry; nothing when it is free. */
function whyTaken(kind: EntryKind, slug: string, { entries, keys, redirected }: Known): string | undefined {
  for (const collection of sharing(kind)) {
    if (entries[collection].some((entry) => entry.slug === slug))
      return `there is already ${withArticle(COLLECTIONS[collection].one)} "${slug}"`;
    if (redirected[collection].has(slug))
      return `the slug "${slug}" was given away once, and a slug is never used again`;
  }
  return kind === 'case-study' && keys.has(slug)
    ? `the slug "${slug}" is already the key of a reference`
    : undefined;
}

function slugRefusal(kind: EntryKind, slug: string, known: Known): string | undefined {
  const taken = whyTaken(kind, slug, known);
  if (taken === undefined) return undefined;
  const free = freeSlug(slug, (each) => whyTaken(kind, each, known) !== undefined, longestSlug(kind));
  return `${taken}; free is --slug ${free}`;
}

function titleRefusal(kind: EntryKind, title: string, slug: string | undefined, { entries }: Known) {
  const same = sharing(kind)
    .flatMap((collection) => entries[collection])
    .find((entry) => entry.title.trim().toLowerCase() === title.trim().toLowerCase());
  return same && same.slug !== slug
    ? `"${title}" is already the title of "${same.slug}"; each title is used once`
    : undefined;
}

function sourceRefusal(kind: EntryKind, source: WorkAddress, { entries }: Known): string | undefined {
  const telling = kind === 'case-study' ? sameSource(source, entries.caseStudies) : undefined;
  return telling && `"${telling.slug}" already tells this source; add to it instead`;
}

/**
 * Why an entry cannot be written beside those that are there: its slug, its title or its source is taken.
 * @param entry what is known of it so far
 * @returns a sentence for each reason; none when nothing is in the way
 */
export function refusals(
  kind: EntryKind,
  {
    slug,
    title,
    source,
  }: {
    readonly slug?: string | undefined;
    readonly title?: string | undefined;
    readonly source?: WorkAddress;
  },
  known: Known,
): string[] {
  return [
    slug === undefined ? undefined : slugRefusal(kind, slug, known),
    title === undefined ? undefined : titleRefusal(kind, title, slug, known),
    source && sourceRefusal(kind, source, known),
  ].filter((reason) => reason !== undefined);
}
