import { sectionsOf } from '../model/sections.ts';
import { strengthOf } from '../model/relations.ts';
import { didYouMean, nearest } from './nearest.ts';
import type { Rule } from './rule.ts';
import { lacks, textsOf } from './unread.ts';

const REQUIRED = ['Problem', 'What was done', 'Outcome'] as const;
const SECTIONS = [...REQUIRED, 'Lessons'] as const;

/** Offset of a line (from 0) in a text. */
const offsetOfLine = (text: string, line: number) =>
  text
    .split('\n')
    .slice(0, line)
    .reduce((sum, each) => sum + each.length + 1, 0);

/** A case study tells its problem, what was done and the outcome, in this order, and may add lessons. */
export const caseStudySections: Rule = {
  id: 'case-study-sections',
  check(content, report) {
    for (const { where: study, body } of textsOf(content, ['caseStudies'])) {
      const at = (offset: number) => ({ ...study, offset });
      const sections = sectionsOf(body);
      const seen = new Map<string, number>();
      for (const [i, { title, line, isEmpty }] of sections.entries()) {
        const where = at(offsetOfLine(body, line));
        if (!(SECTIONS as readonly string[]).includes(title)) {
          const suggestion = nearest(title, SECTIONS);
          report(where, `"## ${title}" is no section of a case study${didYouMean(suggestion)}`, {
            found: title,
            expected: SECTIONS.join(', '),
            ...(suggestion && { suggestion }),
          });
        } else if (seen.has(title)) report(where, `"## ${title}" stands here twice`, { found: title });
        else {
          const later = SECTIONS.slice(SECTIONS.indexOf(title as (typeof SECTIONS)[number]) + 1).find(
            (each) => seen.has(each),
          );
          if (later) report(where, `"## ${title}" belongs before "## ${later}"`, { found: title });
          seen.set(title, i);
        }
        if (isEmpty) report(where, `"## ${title}" is empty; one honest sentence is enough`, { found: title });
      }
      for (const title of REQUIRED)
        if (!sections.some((section) => section.title === title))
          report(at(0), `the section "## ${title}" is missing`, { expected: REQUIRED.join(', ') });
    }
  },
};

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
