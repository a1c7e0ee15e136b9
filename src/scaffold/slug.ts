import { isSlug, LONGEST_SLUG, slugOf } from '../model/slug-of.ts';
import type { EntryKind } from '../model/collections.ts';

/** Characters at most: the ids of a challenge's questions begin with its slug and are slugs themselves. */
export const longestSlug = (kind: EntryKind): number => (kind === 'challenge' ? 45 : LONGEST_SLUG);

/** Names that every object has: files of that name would be mistaken for them. */
const isOfObjects = (slug: string) => slug === 'prototype' || slug in {};

/**
 * The slug of a new entry: the one that was asked for, else the one that its title suggests.
 * @returns the slug, or what is wrong with it in a sentence
 */
export function slugFor(
  kind: EntryKind,
  title: string,
  wanted: string | undefined,
): { readonly slug: string } | { readonly wrong: string } {
  const longest = longestSlug(kind);
  if (wanted === undefined) {
    const slug = slugOf(title, longest);
    if (slug === undefined)
      return { wrong: `the title "${title}" has no letter from a to z for a slug; give one with --slug` };
    return isOfObjects(slug) ? { wrong: `"${slug}" may not be a slug; give another with --slug` } : { slug };
  }
  const near = slugOf(wanted, longest);
  const instead =
    near === undefined || near === wanted || isOfObjects(near) ? '' : `; did you mean "${near}"?`;
  if (isOfObjects(wanted)) return { wrong: `--slug may not be "${wanted}"; choose another word` };
  if (!isSlug(wanted))
    return {
      wrong: `--slug is ${JSON.stringify(wanted)}; a slug is lower-case words joined by hyphens, such as concept-drift${instead}`,
    };
  if (wanted.length > longest)
    return { wrong: `--slug has ${wanted.length} characters; ${longest} at most${instead}` };
  return { slug: wanted };
}
