import { distance } from 'fastest-levenshtein';

/** A page as a list names it. */
export interface NamedAddress {
  /** From the root of the host. */
  readonly address: string;
  readonly title: string;
}

/** So many pages are offered at most. */
const MOST = 3;

/** The last part of a path, in lower case, with words parted by hyphens as in a slug; empty for the root. */
export function wantedSlug(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  let text = last;
  try {
    text = decodeURIComponent(last);
  } catch {
    // Percent signs that escape nothing: the text as it was typed.
  }
  return text
    .toLowerCase()
    .replace(/\.(?:html?|mdx?)$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/**
 * How far a slug is from the wanted one: edits as a share of the longer one, less where they share words, so that
 * "drift-of-concepts" is near "concept-drift".
 */
function farness(wanted: string, slug: string): number {
  const words = wanted.split('-').filter((word) => word.length > 3);
  const shared = words.filter((word) => slug.split('-').some((other) => isAlike(word, other))).length;
  const edits = distance(wanted, slug) / Math.max(wanted.length, slug.length);
  return words.length === 0 ? edits : Math.min(edits, 1 - (0.75 * shared) / words.length);
}

/** Words that differ in their ending, or by a slip. */
const isAlike = (a: string, b: string): boolean =>
  b.length > 3 && (distance(a, b) <= 1 || a.startsWith(b) || b.startsWith(a));

/** No page is offered that is farther than this from what was asked for. */
const FARTHEST = 0.4;

/**
 * Pages that may be meant by an address at which there is none, nearest first.
 * @param path what was asked for, from the root of the host
 */
export function pagesNear<Page extends NamedAddress>(path: string, pages: readonly Page[]): Page[] {
  const wanted = wantedSlug(path);
  if (wanted.length < 3) return [];
  return pages
    .map((page) => ({ page, far: farness(wanted, wantedSlug(page.address)) }))
    .filter(({ far }) => far <= FARTHEST)
    .toSorted((a, b) => a.far - b.far || (a.page.address < b.page.address ? -1 : 1))
    .slice(0, MOST)
    .map(({ page }) => page);
}
