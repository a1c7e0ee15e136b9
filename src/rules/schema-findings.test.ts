import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { aCaseStudy, aTool, aToolGroup } from '../model/samples.ts';
import { CaseStudy } from '../schema/case-study.ts';
import { ToolGroup } from '../schema/tool-group.ts';
import { Tool } from '../schema/tool.ts';
import { schemaFindings } from './schema-findings.ts';

const RIGHT = aCaseStudy('shop', ['concept-drift']).data;

const findingsIn = (record: unknown, schema: z.ZodType = CaseStudy) =>
  schemaFindings(schema, record, schema.safeParse(record).error?.issues ?? []);

/** Findings of a case study with a change, as `[rule] path: message`. */
const told = (change: object, drop: string[] = []) => {
  const record = Object.fromEntries(
    Object.entries({ ...RIGHT, ...change }).filter(([key]) => !drop.includes(key)),
  );
  return findingsIn(record).map(({ rule, path, message }) => `[${rule}] ${path.join('.')}: ${message}`);
};

describe('one slip gives one finding', () => {
  test.each<[string, object, string]>([
    [
      'an unknown key, with the key that was meant',
      { industy: 'x' },
      '[unknown-key] industy: unknown key "industy"; did you mean "industry"?',
    ],
    ['an unknown key like no other', { surprise: 'x' }, '[unknown-key] surprise: unknown key "surprise"'],
    [
      'a word outside the vocabulary, with the word that was meant',
      { kind: 'incidnt' },
      '[unknown-value] kind: "kind" is "incidnt"; it takes one of case-study, application-review, lessons-learned, ' +
        'interview-study, regulation, incident; did you mean "incident"?',
    ],
    [
      'a word like no other',
      { evidence: 'hearsay' },
      '[unknown-value] evidence: "evidence" is "hearsay"; it takes one of full-text, abstract, secondary',
    ],
    ['an empty value', { task: null }, '[empty-value] task: "task" is empty; it takes text'],
    [
      'an empty word of a vocabulary',
      { evidence: null },
      '[empty-value] evidence: "evidence" is empty; it takes one of full-text, abstract, secondary',
    ],
    ['a number for text', { task: 7 }, '[wrong-type] task: "task" is 7; it takes text; did you mean "7"?'],
    [
      'text for a list',
      { challenges: 'drift' },
      '[wrong-type] challenges: "challenges" is "drift"; it takes a list (lines that start with "- ", or [a, b]); did you mean [drift]?',
    ],
    [
      'long text for a list, which is too long as well',
      { challenges: 'concept-drift' },
      '[wrong-type] challenges: "challenges" is "concept-drift"; it takes a list (lines that start with "- ", or [a, b]); did you mean [concept-drift]?',
    ],
    [
      'text for a group',
      { source: 'a paper' },
      '[wrong-type] source: "source" is "a paper"; it takes a group of "key: value" lines',
    ],
    [
      'a year in quotes',
      { year: '2024' },
      '[wrong-type] year: "year" is "2024"; it takes a year such as 2024, without quotes; did you mean 2024?',
    ],
    ['an early year', { year: 1066 }, '[invalid-value] year: "year" is 1066; it takes a year from 1990 on'],
    ['an empty title', { title: '' }, '[empty-value] title: "title" is empty; it takes some text'],
    [
      'a short title',
      { title: 'Short' },
      '[invalid-value] title: "title" is "Short"; it takes a title of 10 to 120 characters',
    ],
    [
      'a day in another order',
      { checked: '1.2.2026' },
      '[invalid-value] checked: "checked" is "1.2.2026"; it takes a date such as 2026-11-23; did you mean "2026-02-01"?',
    ],
    [
      'a month that does not exist',
      { checked: '2026-13-45' },
      '[invalid-value] checked: "checked" is "2026-13-45"; it takes a date such as 2026-11-23',
    ],
    [
      'a day that does not exist',
      { checked: '2026-02-30' },
      '[invalid-value] checked: "checked" is "2026-02-30"; it takes a day that exists in the calendar; did you mean "2026-02-28"?',
    ],
    [
      'no challenge',
      { challenges: [] },
      '[invalid-value] challenges: "challenges" is []; it takes at least one challenge',
    ],
    [
      'too many challenges',
      { challenges: 'a b c d e f g h i'.split(' ') },
      '[invalid-value] challenges: "challenges" is ["a","b","c","d","e","f","g","h","i"]; it takes 8 challenges at most',
    ],
    [
      'a name given twice',
      { tools: ['a', 'a'] },
      '[once] tools.1: "a" stands in this list already, as number 1; remove one of the two',
    ],
    [
      'a wrong item of a list, counted from 1',
      { challenges: ['a', 'B b'] },
      '[invalid-value] challenges.1: "challenges[2]" is "B b"; it takes a slug: lower-case words joined by hyphens, such as concept-drift; did you mean "b-b"?',
    ],
    [
      'a wrong field within a list',
      { mitigations: [{ id: 'a', outcome: 'helpd' }] },
      '[unknown-value] mitigations.0.outcome: "mitigations[1].outcome" is "helpd"; it takes one of helped, partly, ' +
        'did-not-help, not-reported; did you mean "helped"?',
    ],
    [
      'an unknown key within a list',
      { mitigations: [{ id: 'a', outcome: 'helped', notes: 'x' }] },
      '[unknown-key] mitigations.0.notes: unknown key "notes"; did you mean "note"?',
    ],
    [
      'an unknown key within a group, even where it hides the address that is needed',
      { source: { title: 'A', urll: 'https://a.org' } },
      '[unknown-key] source.urll: unknown key "urll"; did you mean "url"?',
    ],
    [
      'a source without an address',
      { source: { title: 'A' } },
      '[invalid-value] source: "source" is {"title":"A"}; it takes at least one of doi, arxiv, isbn or url',
    ],
    [
      'an address with a space',
      { source: { title: 'A', url: 'https://a b.org' } },
      '[invalid-value] source.url: "source.url" is "https://a b.org"; it takes a web address that starts with https:// or http://',
    ],
  ])('%s', (_what, change, finding) => {
    expect(told(change)).toEqual([finding]);
  });

  test.each([
    ['task', '[missing-key] task: "task" is missing; it takes text'],
    [
      'challenges',
      '[missing-key] challenges: "challenges" is missing; it takes a list (lines that start with "- ", or [a, b])',
    ],
    [
      'evidence',
      '[missing-key] evidence: "evidence" is missing; it takes one of full-text, abstract, secondary',
    ],
    ['checked', '[missing-key] checked: "checked" is missing; it takes a date such as 2026-11-23'],
    ['year', '[missing-key] year: "year" is missing; it takes a year such as 2024, without quotes'],
  ])('a record without %s', (key, finding) => {
    expect(told({}, [key])).toEqual([finding]);
  });
});

test('a misspelt key that is needed is told once, not as missing too', () => {
  expect(told({ industy: 'finance' }, ['industry'])).toEqual([
    '[unknown-key] industy: unknown key "industy"; did you mean "industry"?',
  ]);
  expect(told({ source: { titel: 'A report', url: 'https://a.org' } })).toEqual([
    '[unknown-key] source.titel: unknown key "titel"; did you mean "title"?',
  ]);
});

test('a misspelt key is not taken for one that is there already, unless no other is near', () => {
  expect(findingsIn({ ...RIGHT, organisaton: 'x' }).map(({ suggestion }) => suggestion)).toEqual([
    'organisation',
  ]);
  expect(findingsIn({ ...RIGHT, titles: 'x' }).map(({ suggestion }) => suggestion)).toEqual(['title']);
});

test('what stands in the file is offered where YAML read a number', () => {
  const record = { ...RIGHT, source: { title: 'A', arxiv: 2011.1 } };
  const typed = (path: readonly (string | number)[]) => (path.at(-1) === 'arxiv' ? '2011.10000' : undefined);
  expect(
    schemaFindings(CaseStudy, record, CaseStudy.safeParse(record).error?.issues ?? [], typed).map(
      ({ rule, suggestion }) => [rule, suggestion],
    ),
  ).toEqual([['wrong-type', '"2011.10000"']]);
});

test('every slip of a record is told', () => {
  const slips = told({ industy: 1, titel: 2, kind: 'x', year: 3 }, ['task']).map(
    (line) => line.split(':')[0],
  );
  expect(slips.toSorted()).toEqual([
    '[invalid-value] year',
    '[missing-key] task',
    '[unknown-key] industy',
    '[unknown-key] titel',
    '[unknown-value] kind',
  ]);
});

test('a finding says what was found, what would be right and what was meant', () => {
  expect(findingsIn({ ...RIGHT, industry: 'e-comerce' })).toEqual([
    expect.objectContaining({
      found: '"e-comerce"',
      expected: expect.stringContaining('automotive, aviation, e-commerce, education') as string,
      suggestion: 'e-commerce',
    }),
  ]);
  expect(findingsIn({ ...RIGHT, industy: 'x' })).toEqual([
    expect.objectContaining({
      found: 'industy',
      expected: expect.stringContaining('title, organisation, industry') as string,
      suggestion: 'industry',
      atKey: true,
    }),
  ]);
});

test('keys of an optional group and of a record of groups are known as well', () => {
  const { data } = aTool('tfx', ['a'], { latestVersion: { version: '1', registry: 'PyPI' } });
  const tool = { ...data, latestVersion: { ...data.latestVersion, publishd: '2026' } };
  const groups = { monitors: { ...aToolGroup('monitors').data, challengs: ['a'] } };

  expect(findingsIn(tool, Tool).map(({ suggestion }) => suggestion)).toEqual(['published']);
  expect(
    findingsIn(groups, z.record(z.string(), ToolGroup)).map(({ path, suggestion }) => [path, suggestion]),
  ).toEqual([[['monitors', 'challengs'], 'challenges']]);
});

test('a long value is cut', () => {
  const [finding] = findingsIn({ ...RIGHT, title: 'x'.repeat(500) });
  expect(finding?.found).toBe(`"${'x'.repeat(59)}…`);
});

test('a record that is no group at all is told as a whole', () => {
  expect(findingsIn('hello').map(({ message }) => message)).toEqual([
    'the file holds "hello"; it takes a group of "key: value" lines',
  ]);
});

test('a right record has no findings', () => {
  expect(findingsIn(RIGHT)).toEqual([]);
});
