import { strengthOf } from '../model/relations.ts';
import type { Rule } from './rule.ts';
import { lacks } from './unread.ts';

/** A legal status is the state on a date; without the date it says nothing. */
export const datedStatus: Rule = {
  id: 'dated-status',
  check({ caseStudies }, report) {
    for (const { id, data } of caseStudies) {
      if (data.status && !data.statusAsOf)
        report(
          { collection: 'caseStudies', id, path: ['status'] },
          '"status" needs "statusAsOf", the date it was so',
          {
            expected: 'statusAsOf: 2026-03-02, 2026-03 or 2026',
          },
        );
      if (data.statusAsOf && !data.status)
        report(
          { collection: 'caseStudies', id, path: ['statusAsOf'] },
          '"statusAsOf" stands alone; say which "status" it dates',
        );
    }
  },
};

/** What nobody applied has no outcome. */
export const outcomeOfApplied: Rule = {
  id: 'outcome-of-applied',
  check({ caseStudies }, report) {
    for (const { id, data } of caseStudies)
      for (const [i, { basis, outcome }] of data.mitigations.entries())
        if ((basis === 'proposed' || basis === 'inferred') && outcome !== 'not-reported')
          report(
            { collection: 'caseStudies', id, path: ['mitigations', i, 'outcome'] },
            `a mitigation that is only ${basis} has no outcome`,
            { found: outcome, expected: 'not-reported', suggestion: 'not-reported' },
          );
  },
};

/** A mitigation is called measured only when a case did apply it. */
export const measuredIsApplied: Rule = {
  id: 'measured-is-applied',
  check(content, report) {
    if (lacks(content, ['caseStudies'])) return;
    const { mitigations, caseStudies } = content;
    for (const mitigation of mitigations)
      if (mitigation.data.measured && strengthOf(mitigation, { caseStudies }) === 'none')
        report(
          { collection: 'mitigations', id: mitigation.id, path: ['measured'] },
          'no case study used, ordered or evaluated this mitigation, so nothing was measured; remove the line',
        );
  },
};

/** One report is one case study: no two share a DOI, an arXiv number or an address. */
export const sourceOnce: Rule = {
  id: 'source-once',
  check({ caseStudies }, report) {
    const first = new Map<string, string>();
    for (const { id, data } of caseStudies.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      for (const field of ['doi', 'arxiv', 'url'] as const) {
        const value = data.source[field]?.toLowerCase().replace(/\/$/, '');
        if (!value) continue;
        const other = first.get(`${field} ${value}`);
        if (other)
          report(
            { collection: 'caseStudies', id, path: ['source', field] },
            `"${other}" already tells this source; add to it instead`,
            { found: value },
          );
        else first.set(`${field} ${value}`, id);
      }
  },
};
