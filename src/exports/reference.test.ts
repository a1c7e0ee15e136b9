import GithubSlugger from 'github-slugger';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SLIP_KINDS } from '../rules/slip-kinds.ts';
import { fieldAnchor, fieldsOf, schemaAt } from '../schema/fields.ts';
import { SCHEMAS } from '../schema/index.ts';
import { fieldReference, mendOf, withReferences, withSection } from './reference.ts';
import { vocabularyOf } from './vocabularies.ts';

const contributing = readFileSync('CONTRIBUTING.md', 'utf8');
const { caseStudies } = SCHEMAS;
const fields = fieldsOf(caseStudies);

/** Headings with the anchors that GitHub gives them, code blocks left out. */
function anchorsOf(markdown: string): Map<string, string> {
  const slugger = new GithubSlugger();
  const headings = markdown.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm);
  return new Map(Array.from(headings, ([, title = '']) => [title, slugger.slug(title)] as const));
}

describe('CONTRIBUTING.md', () => {
  test('says what schema and rules say; npm run format writes it anew', () => {
    expect(withReferences(contributing)).toBe(contributing);
  });

  test('has a heading behind every anchor that a message may lead to', () => {
    const anchors = anchorsOf(contributing);
    const names = Object.values(SCHEMAS).flatMap((schema) => fieldsOf(schema).map(({ name }) => name));
    const wanted = [
      ...names.map((name) => [name, fieldAnchor(name)]),
      ...Object.keys(SLIP_KINDS).map((kind) => [kind, kind]),
    ];

    expect(wanted.length).toBeGreaterThan(60);
    expect(wanted.filter(([title = '', anchor]) => anchors.get(title) !== anchor)).toEqual([]);
  });

  test('leads to no anchor of its own that is missing', () => {
    const anchors = new Set(anchorsOf(contributing).values());
    const links = Array.from(contributing.matchAll(/\]\(#([^)]+)\)/g), ([, anchor = '']) => anchor);

    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });
});

test.each(fields)('the good examples of $name are right, also as YAML', ({ name, schema, help }) => {
  const { good = [] } = fieldReference(caseStudies).find((each) => each.name === name) ?? {};
  const step = (at: unknown, key: string): unknown =>
    (Array.isArray(at) ? (at as Record<string, unknown>[])[0] : (at as Record<string, unknown>))?.[key];
  const read = good.map((text) => name.split('.').reduce<unknown>(step, parse(text)));

  expect(read).toEqual(help.examples);
  expect(help.examples.length).toBeGreaterThan(0);
  expect(help.examples.filter((value) => !schema.safeParse(value).success)).toEqual([]);
});

test.each(fields)('the bad examples of $name are wrong', ({ schema, help }) => {
  expect(help.bad.length).toBeGreaterThan(0);
  expect(help.bad.filter(({ value }) => schema.safeParse(value).success)).toEqual([]);
});

test('a field of the items of a list is needed in each of them', () => {
  const need = new Map(fieldReference(caseStudies).map((each) => [each.name, each.need]));

  expect(need.get('title')).toBe('Needed');
  expect(need.get('scope')).toBe('Optional');
  expect(need.get('mitigations.outcome')).toBe('Needed in each item');
  expect(need.get('source.title')).toBe('Needed');
});

test('every word that a field chooses from has a title', () => {
  for (const { name, words } of fields)
    expect(
      vocabularyOf(words).map(({ word }) => word),
      name,
    ).toEqual(words);
  expect(() => vocabularyOf(['perhaps'])).toThrow('no vocabulary');
  expect(schemaAt(caseStudies, ['evidence'])).toBeDefined();
});

test.each<[string, string, string]>([
  ['a', 'b', '- a\n+ b'],
  ['a\nb', 'a', '  a\n- b'],
  ['a\nb', 'b', '- a\n  b'],
  ['a', 'a\n\nb', '  a\n+\n+ b'],
  ['a\nb\nc', 'a\nB\nc', '  a\n- b\n+ B\n  c'],
  ['a\na', 'a', '  a\n- a'],
])('from %j to %j, what stays, goes and comes is marked', (from, to, marked) => {
  expect(mendOf(from, to)).toBe(marked);
});

test('what stands around the markers stays', () => {
  expect(withSection('a\n<!-- x -->\nold\n<!-- /x -->\nb\n', 'x', 'new')).toBe(
    'a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n',
  );
  expect(() => withSection('a', 'x', 'new')).toThrow('lacks');
});
