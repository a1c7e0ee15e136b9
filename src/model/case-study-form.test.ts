import { describe, expect, test } from 'vitest';
import { controlOf, fieldsOfForm, filledRows, isSwallowed, type FormEntries } from './case-study-form.ts';
import { caseStudyText, sectionAt, sectionBefore, sectionTitled } from './case-study-text.ts';

const ENTRIES: FormEntries = [
  ['source.doi', ' 10.1145/3533378 '],
  ['source.arxiv', ''],
  ['source.title', 'How we found drift'],
  ['source.authors', 'A. Author\r\n\n  B. Writer  \n'],
  ['source.year', '2023'],
  ['title', 'Shadow traffic: a story'],
  ['slug', 'shadow-traffic'],
  ['organisation', '   '],
  ['year', 'last year'],
  ['problem', '  It fell.\n\n## Outcome\n\nIt fell again.  \n'],
  ['whatWasDone', ''],
  ['outcome', 'It rose.'],
  ['lessons', 'Look.'],
  ['challenges', ''],
  ['challenges', 'concept-drift'],
  ['challenges', 'monitoring'],
  ['mitigations.id', ''],
  ['mitigations.outcome', ''],
  ['mitigations.basis', 'used'],
  ['mitigations.note', ''],
  ['mitigations.id', 'retraining'],
  ['mitigations.outcome', 'helped'],
  ['mitigations.basis', 'used'],
  ['mitigations.note', 'It took a week.'],
  ['mitigations.id', ''],
  ['mitigations.outcome', 'partly'],
  ['mitigations.basis', 'evaluated'],
  ['mitigations.note', ''],
  ['tools', ''],
  ['facts', 'Recall: 70 percent.\nOne market.'],
];
const FIELDS = fieldsOfForm(ENTRIES);
const TEXT = caseStudyText(FIELDS);
/** The line of the file that holds some words, from 1. */
const lineOf = (words: string, after = 0) =>
  TEXT.split('\n').findIndex((line, i) => i >= after && line.includes(words)) + 1;
const slip = (of: { field?: string; line?: number; rule?: string; message?: string }) => ({
  line: 1,
  rule: 'characters',
  message: 'a sign that nobody sees',
  ...of,
});

describe('fields', () => {
  test('are trimmed, and left out where nothing is typed', () => {
    expect(FIELDS).toMatchObject({ title: 'Shadow traffic: a story', organisation: undefined, tools: [] });
    expect(FIELDS.source).toMatchObject({ doi: '10.1145/3533378', arxiv: undefined });
  });

  test('are numbers where they are years, and as typed where they are none', () => {
    expect(FIELDS.source?.year).toBe(2023);
    expect(FIELDS.year).toBe('last year');
    expect(fieldsOfForm([['year', '20240101000']]).year).toBe('20240101000');
  });

  test('are lists where they are typed one a line', () => {
    expect(FIELDS.source?.authors).toEqual(['A. Author', 'B. Writer']);
    expect(FIELDS.facts).toEqual(['Recall: 70 percent.', 'One market.']);
    expect(FIELDS.challenges).toEqual(['concept-drift', 'monitoring']);
  });

  test('of mitigations keep gaps, and say no basis that goes without saying', () => {
    expect(FIELDS.mitigations).toEqual([
      { id: 'retraining', outcome: 'helped', note: 'It took a week.' },
      { id: null, outcome: 'partly', basis: 'evaluated' },
    ]);
  });

  test('of no form are none', () => {
    expect(
      Object.values(fieldsOfForm([]))
        .flat()
        .filter((value) => typeof value === 'string'),
    ).toEqual([]);
  });
});

test('rows count as filled when they hold anything but what they hold from the start', () => {
  expect(filledRows(ENTRIES, 'challenges')).toEqual([1, 2]);
  expect(filledRows(ENTRIES, 'mitigations')).toEqual([1, 2]);
  expect(filledRows(ENTRIES, 'tools')).toEqual([]);
});

describe('sections', () => {
  test('are found by their lines, whatever headings their texts hold', () => {
    expect(sectionAt(FIELDS, TEXT, lineOf('title:'))).toBeUndefined();
    expect(sectionAt(FIELDS, TEXT, lineOf('## Problem'))).toBe('problem');
    expect(sectionAt(FIELDS, TEXT, lineOf('It fell again'))).toBe('problem');
    expect(sectionAt(FIELDS, TEXT, lineOf('## What was done'))).toBe('whatWasDone');
    expect(sectionAt(FIELDS, TEXT, lineOf('It rose'))).toBe('outcome');
    expect(sectionAt(FIELDS, TEXT, lineOf('Look.'))).toBe('lessons');
    expect(sectionAt(FIELDS, TEXT, 9999)).toBe('lessons');
  });

  test('are found by their titles, and follow each other', () => {
    expect(sectionTitled('What was done')).toBe('whatWasDone');
    expect(sectionTitled('constructor')).toBeUndefined();
    expect(sectionBefore('outcome')).toBe('whatWasDone');
    expect(sectionBefore('problem')).toBe('problem');
  });
});

describe('the control of a slip', () => {
  test.each([
    ['title', { name: 'title', index: 0 }],
    ['source.doi', { name: 'source.doi', index: 0 }],
    ['source.authors[2]', { name: 'source.authors', index: 0 }],
    ['source', { name: 'identifier', index: 0 }],
    ['facts[1]', { name: 'facts', index: 0 }],
    ['challenges', { name: 'challenges', index: 2 }],
    ['challenges[1]', { name: 'challenges', index: 1 }],
    ['challenges[2]', { name: 'challenges', index: 2 }],
    ['mitigations[1].note', { name: 'mitigations.note', index: 1 }],
    ['mitigations[2].id', { name: 'mitigations.id', index: 2 }],
    ['mitigations[2]', { name: 'mitigations.id', index: 2 }],
    ['tools', { name: 'tools', index: 0 }],
  ])('of the field %s', (field, control) => {
    expect(controlOf(slip({ field, rule: 'invalid-value' }), TEXT, ENTRIES)).toEqual(control);
  });

  test.each([
    ['file-name', { rule: 'file-name' }],
    ['a slug in use', { rule: 'once' }],
  ])('of %s is the name of the file', (_what, of) => {
    expect(controlOf(slip(of), TEXT, ENTRIES)).toEqual({ name: 'slug', index: 0 });
  });

  test('of a title in use is the title', () => {
    expect(controlOf(slip({ rule: 'once', field: 'title' }), TEXT, ENTRIES).name).toBe('title');
  });

  test('of a source without any address is the place to paste one', () => {
    expect(controlOf(slip({ rule: 'empty-value', field: 'source.url' }), TEXT, ENTRIES).name).toBe(
      'identifier',
    );
    expect(controlOf(slip({ rule: 'invalid-value', field: 'source.url' }), TEXT, ENTRIES).name).toBe(
      'source.url',
    );
  });

  test.each([
    ['title:', { name: 'title', index: 0 }],
    ['Shadow traffic', { name: 'title', index: 0 }],
    ['monitoring', { name: 'challenges', index: 2 }],
    ['id: retraining', { name: 'mitigations.id', index: 1 }],
    ['It took a week', { name: 'mitigations.note', index: 1 }],
    ['outcome: partly', { name: 'mitigations.outcome', index: 2 }],
    ['10.1145', { name: 'source.doi', index: 0 }],
    ['B. Writer', { name: 'source.authors', index: 0 }],
    ['One market', { name: 'facts', index: 0 }],
    ['It fell again', { name: 'problem', index: 0 }],
    ['It rose', { name: 'outcome', index: 0 }],
  ])('that is told by its line alone: %s', (words, control) => {
    expect(controlOf(slip({ line: lineOf(words) }), TEXT, ENTRIES)).toEqual(control);
  });

  test('of a section that another one swallows is the one above', () => {
    const swallowed = slip({
      rule: 'sections',
      message: 'the section "## Outcome" is missing',
      line: lineOf('## P') - 1,
    });

    expect(isSwallowed(swallowed)).toBe(true);
    expect(controlOf(swallowed, TEXT, ENTRIES).name).toBe('whatWasDone');
  });

  test('of the whole file is the first section', () => {
    expect(controlOf(slip({ rule: 'file-size' }), TEXT, ENTRIES).name).toBe('problem');
  });
});
