import { linksOf, slugsByTarget } from './links.ts';
import { didYouMean, nearest } from './nearest.ts';
import type { Rule } from './rule.ts';
import { lacks } from './unread.ts';

/** A record links only to records that exist. Astro's `reference()` would print this and build all the same. */
export const knownSlug: Rule = {
  id: 'known-slug',
  check(content, report) {
    const known = slugsByTarget(content);
    for (const { target, slug, ...where } of linksOf(content)) {
      if (known[target].has(slug)) continue;
      if ((target === 'step' || target === 'stage') && lacks(content, ['workflow'])) continue;
      const suggestion = nearest(slug, known[target]);
      report(where, `there is no ${target} "${slug}"${didYouMean(suggestion)}`, {
        found: slug,
        expected: `the slug of a ${target}`,
        ...(suggestion && { suggestion }),
      });
    }
  },
};
