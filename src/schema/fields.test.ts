import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { AppliedMitigation, CaseStudy } from './case-study.ts';
import { fieldAnchor, fieldAt, fieldName, fieldsOf, isList, keysAt, schemaAt, wordsOf } from './fields.ts';
import { field } from './help.ts';
import { Source } from './source.ts';
import { ToolGroup } from './tool-group.ts';

const HELP = { description: 'What it is.', why: 'it matters', examples: ['a'], bad: [] };
const Groups = z.record(z.string(), ToolGroup);

const fields = fieldsOf(CaseStudy);

describe('every field of', () => {
  test.each<[string, string, z.ZodType, string[]]>([
    ['a case study', '', CaseStudy, []],
    // Only the maintainers use it, for works whose own page nobody could open.
    ['its source', 'source.', Source, ['urlIsCopy']],
    ['its mitigations', 'mitigations.', AppliedMitigation, []],
  ])('%s has help', (_what, prefix, schema, without) => {
    const named = fields
      .map(({ name }) => name)
      .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.'));
    expect(named.toSorted()).toEqual(
      keysAt(schema, [])
        .filter((key) => !without.includes(key))
        .map((key) => `${prefix}${key}`)
        .toSorted(),
    );
  });
});

test('fields come in the order of the schema, those of a group after their group', () => {
  const names = fields.map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['title', 'organisation', 'industry']);
  expect(names.slice(names.indexOf('mitigations'), names.indexOf('mitigations') + 6)).toEqual([
    'mitigations',
    'mitigations.id',
    'mitigations.outcome',
    'mitigations.basis',
    'mitigations.note',
    'tools',
  ]);
});

test('a field says whether it may be left out, and which words it takes', () => {
  const of = (name: string) => fields.find((each) => each.name === name);
  expect(fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name)).toEqual([
    ...['title', 'industry', 'year', 'kind', 'task', 'challenges', 'mitigations.id', 'mitigations.outcome'],
    ...['source', 'source.title', 'evidence', 'checked'],
  ]);
  expect(of('evidence')?.words).toEqual(['full-text', 'abstract', 'secondary']);
  expect(of('mitigations.basis')?.words).toContain('ordered');
  expect(of('title')?.words).toEqual([]);
});

test.each<[z.ZodType, (string | number)[], string[]]>([
  [CaseStudy, ['mitigations', 3], ['id', 'outcome', 'basis', 'note']],
  [CaseStudy, ['title'], []],
  [CaseStudy, ['nowhere', 'at', 'all'], []],
  [CaseStudy, ['constructor'], []],
  [Groups, ['monitors'], Object.keys(ToolGroup.shape)],
])('the keys at a path are known', (schema, path, keys) => {
  expect(keysAt(schema, path)).toEqual(keys);
});

test('the schema at a path is the field itself, with all that wraps it', () => {
  expect(schemaAt(CaseStudy, ['source', 'doi'])).toBe(Source.shape.doi);
  expect(schemaAt(CaseStudy, ['mitigations', 0, 'basis'])).toBe(AppliedMitigation.shape.basis);
  expect(schemaAt(CaseStudy, ['source', 'toString'])).toBeUndefined();
});

test('lists and vocabularies are known through what wraps them', () => {
  expect(isList(CaseStudy.shape.mitigations)).toBe(true);
  expect(isList(Source.shape.authors)).toBe(true);
  expect(isList(CaseStudy.shape.title)).toBe(false);
  expect(isList(undefined)).toBe(false);
  expect(wordsOf(AppliedMitigation.shape.basis)).toEqual([
    'used',
    'ordered',
    'evaluated',
    'proposed',
    'inferred',
  ]);
  expect(wordsOf(CaseStudy.shape.checked)).toEqual([]);
});

test.each<[(string | number)[], string]>([
  [['title'], 'title'],
  [['source', 'doi'], 'source.doi'],
  [['mitigations', 0, 'outcome'], 'mitigations[1].outcome'],
  [[0, 'see', 1], '[1].see[2]'],
  [[], ''],
])('the path %j is written %s', (path, name) => {
  expect(fieldName(path)).toBe(name);
});

test('anchors are those of headings that hold the name alone, and each is used once', () => {
  expect(fieldAnchor('source.doi')).toBe('sourcedoi');
  expect(fieldAnchor('statusAsOf')).toBe('statusasof');
  const anchors = fields.map(({ name }) => fieldAnchor(name));
  expect(new Set(anchors).size).toBe(anchors.length);
});

test.each<[(string | number)[], string | undefined]>([
  [['title'], 'title'],
  [['challenges', 3], 'challenges'],
  [['mitigations', 0, 'outcome'], 'mitigations.outcome'],
  [['mitigations', 0], 'mitigations'],
  [['source', 'nothing'], 'source'],
  [['nothing'], undefined],
  [[], undefined],
])('the nearest help on the way to %j is that of %s', (path, name) => {
  expect(fieldAt(CaseStudy, path)?.name).toBe(name);
});

test('a field that is wrapped after its help was attached is no field with help', () => {
  const schema = z.strictObject({ a: field(z.string(), HELP), b: field(z.string(), HELP).optional() });
  expect(fieldsOf(schema).map(({ name }) => name)).toEqual(['a']);
});
