import type { CollectionName, COLLECTIONS } from '../model/collections.ts';
import { nearest, renamedOrMeant } from '../model/nearest.ts';
import { renamedIn } from '../model/redirects.ts';
import { linksOf, slugsByTarget, type Target } from './links.ts';
import type { Rule } from './rule.ts';
import { lacks } from './unread.ts';

/** Where an author finds the slugs that there are. */
const LISTS: Record<Target, string> = {
  challenge: 'content/challenges/',
  mitigation: 'content/mitigations/',
  tool: 'content/tools/',
  'tool or approach': 'content/tools/ and content/approaches/',
  'case study': 'content/case-studies/',
  step: 'content/workflow.yaml',
  stage: 'content/workflow.yaml',
};

/** The folders whose old slugs a target may have. */
const FOLDERS: Record<Target, readonly (typeof COLLECTIONS)[CollectionName]['folder'][]> = {
  challenge: ['challenges'],
  mitigation: ['mitigations'],
  tool: ['tools'],
  'tool or approach': ['tools', 'approaches'],
  'case study': ['case-studies'],
  step: [],
  stage: [],
};

/** A record links only to records that exist. Astro's `reference()` would print this and build all the same. */
export const knownSlug: Rule = {
  id: 'known-slug',
  check(content, report) {
    const known = slugsByTarget(content);
    for (const { target, slug, ...where } of linksOf(content)) {
      if (known[target].has(slug)) continue;
      if ((target === 'step' || target === 'stage') && lacks(content, ['workflow'])) continue;
      const today = renamedIn(slug, FOLDERS[target], content.redirects);
      const suggestion = today ?? nearest(slug, known[target]);
      const hint = renamedOrMeant(today, suggestion) || `; the names are those in ${LISTS[target]}`;
      report(where, `there is no ${target} "${slug}"${hint}`, {
        found: slug,
        expected: `the slug of a ${target}`,
        ...(suggestion && { suggestion }),
      });
    }
  },
};
