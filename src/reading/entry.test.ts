import { describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import { fileNameSlip, readEntryText, readYamlText, slipOf } from './entry.ts';

const Note = z.strictObject({ title: z.string(), year: z.int().optional() });
const read = (text: string) => readEntryText(Note, 'notes/a.md', text);

/** Slips as `line:column [rule]`, with the beginning of their words. */
const told = (text: string) =>
  read(text).slips.map(({ line, column, rule, message }) => `${line}:${column} [${rule}] ${message}`);

describe('an entry is read', () => {
  test('as its fields and the text below them', () => {
    const { data, source, slips } = read('---\ntitle: A\nyear: 2024\n---\n\nText.\n');
    expect(slips).toEqual([]);
    expect(data).toEqual({ title: 'A', year: 2024 });
    expect(source.body).toBe('\nText.\n');
    expect(source.text.slice(source.bodyStart)).toBe(source.body);
  });

  test.each([
    ['with line ends of Windows', '---\r\ntitle: A\r\n---\r\nText.\r\n', 'Text.\r\n'],
    ['with blanks behind the marks', '---  \ntitle: A\n--- \t\nText.', 'Text.'],
    ['without text', '---\ntitle: A\n---', ''],
    ['with a rule in the text', '---\ntitle: A\n---\nText.\n\n---\n', 'Text.\n\n---\n'],
  ])('%s', (_what, text, body) => {
    expect(read(text)).toMatchObject({ data: { title: 'A' }, source: { body }, slips: [] });
  });
});

describe('what is wrong is told in its place', () => {
  test.each<[string, string, string[]]>([
    [
      'no front matter',
      '## Problem\n',
      [
        '1:1 [front-matter] the file must begin with front matter: a line of ---, the fields, and a line of ---',
      ],
    ],
    [
      'an empty file',
      '',
      [
        '1:1 [front-matter] the file must begin with front matter: a line of ---, the fields, and a line of ---',
      ],
    ],
    [
      'a line before it',
      '\n---\ntitle: A\n---\n',
      [
        '1:1 [front-matter] the front matter must begin on the first line; remove what stands before the line of ---',
      ],
    ],
    [
      'no end of it',
      '---\ntitle: A\n',
      [
        '1:1 [front-matter] the front matter opens here and never ends; write a line of --- after the last field',
      ],
    ],
    [
      'text for fields',
      '---\nhello\n---\n',
      ['2:1 [wrong-type] the front matter holds no fields; it takes "key: value" lines'],
    ],
    [
      'a list for fields',
      '---\n- title\n---\n',
      ['2:1 [wrong-type] the front matter holds no fields; it takes "key: value" lines'],
    ],
    ['no field at all', '---\n---\n', ['2:1 [missing-key] "title" is missing; it takes text']],
    [
      'a wrong value',
      '---\ntitle: 7\n---\n',
      ['2:8 [wrong-type] "title" is 7; it takes text; did you mean "7"?'],
    ],
    [
      'an unknown key, at the key',
      '---\ntitle: A\nyaer: 1\n---\n',
      ['3:1 [unknown-key] unknown key "yaer"; did you mean "year"?'],
    ],
    [
      'a fault in the YAML, counted from the start of the file',
      '---\ntitle: A: b\n---\n',
      ["2:8 [yaml] the value holds a colon; put the value in quotes: 'A: b'"],
    ],
    [
      'a key that stands twice, and what else is wrong',
      '---\ntitle: A\ntitle: B\nyear: x\n---\n',
      [
        '3:1 [duplicate-key] "title" stands here a second time; keep one of the two',
        '4:7 [wrong-type] "year" is "x"; it takes a number',
      ],
    ],
  ])('%s', (_what, text, slips) => {
    expect(told(text)).toEqual(slips);
  });
});

describe('signs that nobody sees are told once, and nothing that follows from them', () => {
  test.each<[string, string, string[]]>([
    ['in a key', '---\nti\u200Btle: A\n---\n', ['2:3']],
    ['in a value and in the text', '---\ntitle: A\u200B\n---\n\u202EText.\n', ['2:9', '4:1']],
    ['a carriage return between two fields', '---\ntitle: A\ryear: 2024\n---\n', ['2:9']],
    ['before the front matter', '\u200B---\ntitle: A\n---\n', ['1:1']],
  ])('%s', (_what, text, places) => {
    const { slips, data } = read(text);
    expect(slips.map(({ line, column }) => `${line}:${column}`)).toEqual(places);
    expect(new Set(slips.map(({ rule }) => rule))).toEqual(new Set(['characters']));
    expect(data).toBeUndefined();
  });
});

test('unsound fields are kept as they are, and the text too', () => {
  expect(read('---\ntitle: 7\n---\nText.\n')).toMatchObject({
    data: undefined,
    record: { title: 7 },
    source: { body: 'Text.\n' },
  });
});

test('a file of YAML is read as a whole', () => {
  const List = z.array(z.string());
  expect(readYamlText(List, 'a.yaml', '- a\n- b\n')).toMatchObject({ data: ['a', 'b'], slips: [] });
  expect(readYamlText(List, 'a.yaml', '- a\n- 7\n').slips).toMatchObject([
    { path: 'a.yaml', line: 2, column: 3, rule: 'wrong-type', field: '[2]' },
  ]);
  expect(readYamlText(List, 'a.yaml', '- a\n---\n- b\n').slips).toMatchObject([{ line: 2, rule: 'yaml' }]);
});

describe('a finding of a rule gets its place', () => {
  const { source } = read('---\ntitle: A\nyear: 2024\n---\n\nText.\n');
  test.each<[string, object, string]>([
    ['in a field', { path: ['year'] }, '3:7'],
    ['in the text', { offset: 1 }, '6:1'],
    ['in the whole file', {}, '1:1'],
  ])('%s', (_what, where, place) => {
    const finding = { rule: 'once', message: 'it is', collection: 'pages', id: 'a', ...where } as const;
    const { line, column } = slipOf(finding, source, Note);
    expect(`${line}:${column}`).toBe(place);
  });
});

describe('a file name is', () => {
  test.each<[string, '.md' | '.mdx']>([
    ['shop.md', '.md'],
    ['data-mesh.mdx', '.mdx'],
    ['a1-b2.md', '.md'],
  ])('right: %s', (name, ending) => {
    expect(fileNameSlip(name, ending)).toBeUndefined();
  });

  test.each<[string, '.md' | '.mdx', RegExp, string | undefined]>([
    ['My Shop.md', '.md', /is no slug/, 'my-shop.md'],
    ['shop.mdx', '.md', /end in \.md/, 'shop.md'],
    ['shop.md', '.mdx', /end in \.mdx/, 'shop.mdx'],
    ['shop.MD', '.md', /end in \.md/, 'shop.md'],
    [`${'x'.repeat(61)}.md`, '.md', /61 characters/, `${'x'.repeat(60)}.md`],
    ['constructor.md', '.md', /keep for themselves/, undefined],
    ['__proto__.md', '.md', /keep for themselves/, 'proto.md'],
    ['動物園.md', '.md', /is no slug/, undefined],
  ])('wrong: %s', (name, ending, message, suggestion) => {
    const slip = fileNameSlip(name, ending);
    expect(slip?.message).toMatch(message);
    expect(slip?.suggestion).toBe(suggestion);
    expect(slip?.found).toBe(name);
  });
});
