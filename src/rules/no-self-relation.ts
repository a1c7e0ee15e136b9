import { linksOf, type Target } from './links.ts';
import type { Part, Rule } from './rule.ts';

const OWN_KIND: Partial<Record<Part, readonly Target[]>> = {
  challenges: ['challenge'],
  tools: ['tool or approach', 'tool'],
  approaches: ['tool or approach'],
};

/** A record is no neighbour or alternative of itself. */
export const noSelfRelation: Rule = {
  id: 'no-self-relation',
  check(content, report) {
    for (const { target, slug, ...where } of linksOf(content))
      if (slug === where.id && OWN_KIND[where.collection]?.includes(target))
        report(where, `"${slug}" names itself; remove this line`, { found: slug });
    for (const [i, stage] of content.workflow.stages.entries())
      for (const [j, related] of stage.related.entries())
        if (related.stage === stage.slug)
          report(
            { collection: 'workflow', id: 'workflow', path: ['stages', i, 'related', j, 'stage'] },
            `"${stage.slug}" names itself; remove this line`,
          );
  },
};
