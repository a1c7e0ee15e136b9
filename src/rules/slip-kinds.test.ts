import { describe, expect, test } from 'vitest';
import { aCaseBody, aMitigation, aWork } from '../model/samples.ts';
import { entryOf, fileNameSlip, readEntryText } from '../reading/entry.ts';
import { CaseStudy } from '../schema/case-study.ts';
import { findingsOf, RULES } from './index.ts';
import { CASE_STUDY_RULES } from './of-case-study.ts';
import { aContent } from './samples.ts';
import { SLIP_KINDS, slipKind, type SlipKind, type SlipKindName } from './slip-kinds.ts';

/** What is told while files are read, before any rule. */
const OF_READING = [
  ...['unreadable', 'file-size', 'characters', 'file-name', 'file-place', 'front-matter', 'yaml', 'bibtex'],
  ...[
    'duplicate-key',
    'unknown-key',
    'missing-key',
    'empty-value',
    'wrong-type',
    'unknown-value',
    'invalid-value',
  ],
];

const KINDS = Object.entries<SlipKind>(SLIP_KINDS);

test('every slip that is told has its kind, and no kind is made up', () => {
  expect(Object.keys(SLIP_KINDS).toSorted()).toEqual(
    [...new Set([...OF_READING, ...RULES.map(({ id }) => id)])].toSorted(),
  );
});

test.each(KINDS)('%s says what is wrong, why it matters and how to mend it', (_id, { wrong, why, mend }) => {
  expect(wrong).toMatch(/^(?:[A-Z]|`)[^]*\.$/);
  expect(why).toMatch(/^[a-z][^]*[^.?!]$/);
  expect(mend.trim()).not.toBe('');
});

test('an example shows both what is wrong and what is right', () => {
  expect(KINDS.filter(([, { from, to }]) => (from === undefined) !== (to === undefined))).toEqual([]);
});

test.each(['spelling', 'constructor', '__proto__', ''])('"%s" is no kind', (id) => {
  expect(slipKind(id)).toBeUndefined();
});

/** A right case study as a file, with other lines for a field, or for the text below. */
function studyWith({ lines = '', body = aCaseBody }: { lines?: string; body?: string }): string {
  const key = /^(?:- )?(\w+)/.exec(lines)?.[1];
  const isOf = (...keys: string[]) => key !== undefined && keys.includes(key);
  const fields = Object.entries({
    title: 'A zoo counts its animals',
    industry: 'other',
    year: '2021',
    kind: 'case-study',
    task: 'counting animals',
    challenges: '[concept-drift]',
    evidence: 'full-text',
    checked: '2026-01-02',
  }).flatMap(([field, value]) => (isOf(field) ? [] : [`${field}: ${value}`]));
  const indented = lines.replaceAll(/^/gm, '  ');
  return [
    '---',
    ...fields,
    ...(isOf('doi', 'id') ? [] : [lines]),
    ...(isOf('id') ? ['mitigations:', indented] : []),
    'source:',
    '  title: How we count',
    isOf('doi') ? indented : '  url: https://example.org/zoo',
    '---',
    '',
    body,
  ].join('\n');
}

/** The rules that a case study as a file breaks. */
function told(text: string): string[] {
  const { data, record, source, slips } = readEntryText(CaseStudy, 'case-studies/zoo.md', text);
  const content = aContent();
  const zoo = data
    ? { caseStudies: [...content.caseStudies, entryOf('zoo', data, source)] }
    : { unread: [{ collection: 'caseStudies' as const, id: 'zoo', record, body: source.body }] };
  const findings = findingsOf(
    aContent({
      ...zoo,
      mitigations: [...content.mitigations, aMitigation('shadow-deployment', ['concept-drift'])],
      works: [...content.works, aWork('paleyes2022')],
    }),
    CASE_STUDY_RULES,
  );
  return [...new Set([...slips, ...findings.filter(({ id }) => id === 'zoo')].map(({ rule }) => rule))];
}

const inField = (lines: string) => told(studyWith({ lines }));
const inText = (text: string) => told(studyWith({ body: `${aCaseBody}\n${text}\n` }));

/** How an example is put where it can break its rule. */
const EXAMPLES: Partial<Record<SlipKindName, (example: string) => string[]>> = {
  'file-name': (name) => (fileNameSlip(name, '.md') ? ['file-name'] : []),
  // The example leaves out most fields, whose slips are not its point.
  'front-matter': (text) => told(text).filter((rule) => rule === 'front-matter'),
  yaml: inField,
  'duplicate-key': inField,
  'unknown-key': inField,
  'empty-value': inField,
  'wrong-type': inField,
  'unknown-value': inField,
  'invalid-value': inField,
  'known-slug': inField,
  'dated-status': inField,
  'outcome-of-applied': inField,
  sections: (heading) => told(studyWith({ body: aCaseBody.replace('## Problem', heading) })),
  'top-heading': inText,
  'no-raw-html': inText,
  'no-image': inText,
  'known-link': inText,
  'link-reference': inText,
  footnote: inText,
  'link-text': inText,
  'known-citation': inText,
};

test('every example is tried', () => {
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(
    KINDS.filter(([, { from }]) => from !== undefined)
      .map(([id]) => id)
      .toSorted(),
  );
});

describe.each(Object.entries(EXAMPLES))('the example of %s', (id, rulesOf) => {
  const { from = '', to = '' } = slipKind(id) ?? {};

  test('is refused as it stands, for that reason alone', () => {
    expect(rulesOf(from)).toEqual([id]);
  });

  test('is right when it is mended', () => {
    expect(rulesOf(to)).toEqual([]);
  });
});

test('the case study that the examples are put into breaks nothing', () => {
  expect(told(studyWith({}))).toEqual([]);
});
