import { COLLECTION_NAMES, COLLECTIONS } from '../model/collections.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import type { Rule } from './rule.ts';
import { slugsOf } from './unread.ts';

/** A redirect leads from a slug that is gone to one that is there; slugs are never used again. */
export const redirectRule: Rule = {
  id: 'redirect',
  check(content, report) {
    const folders = new Map(COLLECTION_NAMES.map((name) => [COLLECTIONS[name].folder as string, name]));
    for (const [folder, slugs] of Object.entries(content.redirects)) {
      const name = folders.get(folder);
      if (!name) {
        const suggestion = nearest(folder, folders.keys());
        report(
          { collection: 'redirects', id: 'redirects', path: [folder] },
          `there is no collection "${folder}"${didYouMean(suggestion)}`,
          {
            found: folder,
            expected: [...folders.keys()].join(', '),
          },
        );
        continue;
      }
      const ids = new Set(slugsOf(content, name));
      for (const [from, to] of Object.entries(slugs)) {
        const where = { collection: 'redirects' as const, id: 'redirects', path: [folder, from] };
        if (ids.has(from))
          report(where, `"${from}" is in use again; a slug that was given away is never reused`, {
            found: from,
          });
        if (!ids.has(to)) {
          const suggestion = nearest(to, ids);
          report(where, `there is no ${COLLECTIONS[name].one} "${to}"${didYouMean(suggestion)}`, {
            found: to,
            ...(suggestion && { suggestion }),
          });
        }
      }
    }
  },
};
