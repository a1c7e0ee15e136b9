import { SLUG_PATTERN } from '../schema/slug-pattern.ts';

/** Letters that are no letter of a to z with a mark on it. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** The most characters that a slug may have. */
export const LONGEST_SLUG = 60;

/** The text in lower-case letters without marks, as slugs are made and typed words are compared. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => SPELT[letter] ?? letter);

/** Cuts a slug to a length, between two words where there are two. */
function cut(slug: string, longest: number): string {
  if (slug.length <= longest) return slug;
  const end = slug.lastIndexOf('-', longest);
  return slug.slice(0, end > 0 ? end : longest);
}

/**
 * The slug that a title suggests: its words in lower case, marks taken off, joined by hyphens.
 * @param longest characters at most; it is cut between words
 * @returns nothing when the title holds no letter or digit that a slug can hold
 * @example slugOf('Détection de fraude: what helped?') // 'detection-de-fraude-what-helped'
 */
export function slugOf(title: string, longest = LONGEST_SLUG): string | undefined {
  const slug = folded(title)
    .replace(/['’ʼ]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? undefined : cut(slug, longest);
}

/**
 * The first of slug, slug-2, slug-3 and so on that is free.
 * @param isTaken must be false for some of them
 */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean, longest = LONGEST_SLUG): string {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `-${number}`;
    const each = `${cut(slug, longest - ending.length)}${ending}`;
    if (!isTaken(each)) return each;
  }
}

/** Whether a text is a slug by its form, whatever its length. */
export const isSlug = (text: string): boolean => SLUG_PATTERN.test(text);
