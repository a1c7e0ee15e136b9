/** One of the pages of a list that is too long for one. */
export interface ListPage<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly number: number;
  /** How many pages the list has. */
  readonly of: number;
  /** The place of its first item in the whole list, from 1; 0 when the list is empty. */
  readonly first: number;
  /** How many items the whole list has. */
  readonly all: number;
}

/**
 * A list in pages. An empty list has one page, an empty one.
 * @param size how many items a page has
 * @param whole up to how many items stand on one page all the same, so that no list is parted for a few
 */
export function pagesOf<T>(items: readonly T[], size: number, whole = size): ListPage<T>[] {
  const all = items.length;
  const most = all <= whole ? Math.max(all, 1) : size;
  const of = Math.max(1, Math.ceil(all / most));
  return Array.from({ length: of }, (_, i) => ({
    items: items.slice(i * most, (i + 1) * most),
    number: i + 1,
    of,
    first: all === 0 ? 0 : i * most + 1,
    all,
  }));
}

/**
 * Address of a page of a list, from the root of the site; the first one is the list itself.
 * @param list such as `/case-studies/`
 * @example pageAddress('/case-studies/', 2) // '/case-studies/page/2/'
 */
export const pageAddress = (list: string, number: number): string =>
  number === 1 ? list : `${list}page/${number}/`;

/** What a page of a list is called. @example pageTitle('Case studies', { number: 2, of: 20 }) // 'Case studies, page 2 of 20' */
export const pageTitle = (title: string, { number, of }: Pick<ListPage<unknown>, 'number' | 'of'>): string =>
  number === 1 ? title : `${title}, page ${number} of ${of}`;

/**
 * The pages that the navigation of a page names: the first, the last and those around it; where it leaves some out,
 * there is nothing in their place.
 * @example numbersAround({ number: 6, of: 20 }) // [1, undefined, 4, 5, 6, 7, 8, undefined, 20]
 */
export function numbersAround({
  number,
  of,
}: Pick<ListPage<unknown>, 'number' | 'of'>): (number | undefined)[] {
  const named = Array.from({ length: of }, (_, i) => i + 1).filter(
    (each) => each === 1 || each === of || Math.abs(each - number) <= 2,
  );
  return named.flatMap((each, i) => {
    const before = named[i - 1] ?? 0;
    // A gap of one page is no shorter than the page.
    if (each - before > 2) return [undefined, each];
    return each - before === 2 ? [each - 1, each] : [each];
  });
}
