import { nearest } from '../model/nearest.ts';
import { strengthOf } from '../model/relations.ts';
import { sourceNames } from '../model/source-names.ts';
import { CaseStudy } from '../schema/case-study.ts';
import { OUTCOMES, STATUSES, type Outcome } from '../schema/vocabulary.ts';
import { fieldIn, listIn } from './loose.ts';
import type { Rule } from './rule.ts';
import { lacks, orderOfTelling, recordsOf } from './unread.ts';

/** Whether a record has a key that is none and may have been meant as another: that is a slip of its own. */
const isMisspelt = (record: unknown, key: string): boolean =>
  record !== null &&
  typeof record === 'object' &&
  nearest(
    key,
    Object.keys(record).filter((each) => !Object.hasOwn(CaseStudy.shape, each)),
  ) !== undefined;

/** A legal status is the state on a date; without the date it says nothing. */
export const datedStatus: Rule = {
  id: 'dated-status',
  check(content, report) {
    for (const { id, record } of recordsOf(content, 'caseStudies')) {
      // One of the two may be there by a misspelt name, which is a slip of its own.
      if (Object.keys(record ?? {}).some((key) => !Object.hasOwn(CaseStudy.shape, key))) continue;
      const [status, asOf] = [fieldIn(record, 'status'), fieldIn(record, 'statusAsOf')];
      if (status !== undefined && asOf === undefined && !isMisspelt(record, 'statusAsOf'))
        report(
          { collection: 'caseStudies', id, path: ['status'] },
          '"status" needs "statusAsOf", the date it was so',
          { expected: 'statusAsOf: 2026-03-02, 2026-03 or 2026' },
        );
      if (asOf !== undefined && status === undefined && !isMisspelt(record, 'status'))
        report(
          { collection: 'caseStudies', id, path: ['statusAsOf'] },
          '"statusAsOf" stands alone; say which "status" it dates',
          { expected: Object.keys(STATUSES).join(', ') },
        );
    }
  },
};

/** What nobody applied has no outcome. */
export const outcomeOfApplied: Rule = {
  id: 'outcome-of-applied',
  check(content, report) {
    for (const { id, record } of recordsOf(content, 'caseStudies'))
      for (const [i, applied] of listIn(record, 'mitigations').entries()) {
        const [basis, outcome] = [fieldIn(applied, 'basis'), fieldIn(applied, 'outcome')];
        if (
          (basis === 'proposed' || basis === 'inferred') &&
          isOutcome(outcome) &&
          outcome !== 'not-reported'
        )
          report(
            { collection: 'caseStudies', id, path: ['mitigations', i, 'outcome'] },
            `a mitigation that is only ${basis} has no outcome; did you mean "not-reported"?`,
            { found: outcome, expected: 'not-reported', suggestion: 'not-reported' },
          );
      }
  },
};

const isOutcome = (word: unknown): word is Outcome =>
  typeof word === 'string' && Object.hasOwn(OUTCOMES, word);

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

/** One report is one case study: no two share a DOI, an arXiv number, an ISBN or an address, however it is written. */
export const sourceOnce: Rule = {
  id: 'source-once',
  check(content, report) {
    const first = new Map<string, string>();
    const collection = 'caseStudies';
    const order = orderOfTelling(content);
    for (const { id, record } of recordsOf(content, collection)
      .map((study) => ({ ...study, collection }) as const)
      .toSorted(order))
      for (const { field, name, value } of sourceNames(record)) {
        const other = first.get(name);
        if (other === undefined) first.set(name, id);
        else if (other !== id) {
          report(
            { collection: 'caseStudies', id, path: ['source', field] },
            `the case study "${other}" tells this source already; add to content/case-studies/${other}.md instead`,
            { found: value, expected: 'a source that no case study tells yet' },
          );
          break;
        }
      }
  },
};
