import { COLLECTION_NAMES, COLLECTIONS } from '../model/collections.ts';
import { nearest } from '../model/nearest.ts';
import { renamedTo } from '../model/redirects.ts';
import type { Rule } from './rule.ts';
import { slugsOf } from './unread.ts';

/** Every slug that an entry once had is in use, or leads to the one that answers for it: links from elsewhere rely on it. */
export const lostSlug: Rule = {
  id: 'lost-slug',
  check(content, report) {
    const today = new Map(COLLECTION_NAMES.map((name) => [name, new Set(slugsOf(content, name))]));
    for (const { collection, slug, became } of content.published ?? []) {
      const { folder, one } = COLLECTIONS[collection];
      const ids = today.get(collection) ?? new Set();
      if (ids.has(slug) || renamedTo(slug, content.redirects[folder]) !== undefined) continue;
      const suggestion = became !== undefined && ids.has(became) ? became : nearest(slug, ids);
      report(
        { collection: 'redirects', id: 'redirects', path: content.redirects[folder] ? [folder] : [] },
        `the ${one} "${slug}" was published and is gone; say under ${folder} what answers for it${
          suggestion === undefined ? '' : `, such as "${slug}: ${suggestion}"`
        }`,
        {
          found: slug,
          expected: `${slug}: the slug of a ${one}`,
          ...(suggestion && { suggestion: `${slug}: ${suggestion}` }),
        },
      );
    }
  },
};
