import { expect, test } from 'vitest';
import type { CaseStudy } from '../schema/case-study.ts';
import { aCaseStudy, applied } from './samples.ts';
import { shortcomingsOf } from './shortcomings.ts';

const told = (data: Partial<CaseStudy>) =>
  shortcomingsOf(
    aCaseStudy('a', ['drift'], { mitigations: [applied('x', { outcome: 'helped' })], ...data }).data,
  );

test('a case that was read, applied something and tells how it turned out lacks nothing', () => {
  expect(told({})).toEqual([]);
});

test.each<[string, Partial<CaseStudy>, RegExp]>([
  ['told by another source', { evidence: 'secondary' }, /told by another source/],
  ['known by its abstract', { evidence: 'abstract' }, /Only the abstract/],
  [
    'seen as a copy',
    { source: { title: 'T', url: 'https://example.org/a', urlIsCopy: true } },
    /Only a copy/,
  ],
  ['without mitigation', { mitigations: [] }, /reports no mitigation/],
  ['with proposals only', { mitigations: [applied('x', { basis: 'proposed' })] }, /Nobody applied/],
  ['without outcome', { mitigations: [applied('x', { outcome: 'not-reported' })] }, /does not report how/],
])('a case %s says so', (_what, data, expected) => {
  expect(told(data).join(' ')).toMatch(expected);
});

test('figures of an unread source without scope have no known boundary', () => {
  const data = { evidence: 'abstract', facts: ['Errors fell by 12 percent.'] } as const;

  expect(told({ ...data, facts: [...data.facts] })).toContain('The boundary of its figures is not stated.');
  expect(told({ ...data, facts: [...data.facts], scope: 'One hospital.' })).not.toContain(
    'The boundary of its figures is not stated.',
  );
});
