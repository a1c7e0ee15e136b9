import { pagesOfFile } from './content-files.ts';
import type { Dates } from './history.ts';

/**
 * When pages last changed, as far as the files of the content tell: the page of an entry by its file, the list of a
 * collection by the newest of its entries. Pages of which it is not known are left out.
 * @param dates by path of the file, of all files of today
 * @returns moments in ISO 8601 by address from the root of the site
 */
export function lastChanged(dates: ReadonlyMap<string, Dates>): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const [path, { changed }] of dates)
    if (changed !== undefined)
      for (const address of pagesOfFile(path))
        if (changed > (newest.get(address) ?? '')) newest.set(address, changed);
  return newest;
}
