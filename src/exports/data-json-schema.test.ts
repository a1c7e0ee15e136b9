import { describe, expect, test } from 'vitest';
import { DATA_NAMES, dataSchemaOf, headFields, recordOf, type DataSchema } from './data-json-schema.ts';
import { LIST_NAMES } from './data-schema.ts';

/** Every schema inside a schema, itself among them. */
const within = (schema: unknown): DataSchema[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : [schema as DataSchema, ...Object.values(schema).flatMap(within)];

describe.each(DATA_NAMES)('the JSON Schema of %s', (name) => {
  const schema = dataSchemaOf(name, `https://guide.example/data/schema/${name}.json`);

  test('says where it lives, and describes a record under $defs', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://guide.example/data/schema/${name}.json`,
    });
    expect(Object.keys(schema.$defs ?? {})).toHaveLength(name === 'catalogue' ? LIST_NAMES.length : 1);
  });

  test('promises nothing that only writers are held to, nor anything that depends on the day', () => {
    const words = new Set(within(schema).flatMap((each) => Object.keys(each)));

    for (const word of ['why', 'bad', 'maxItems', 'maxLength', 'maximum'])
      expect([...words].filter((each) => each === word && !isField(schema, each))).toEqual([]);
  });

  test('leaves room for fields to come', () => {
    expect(within(schema).filter(({ additionalProperties }) => additionalProperties === false)).toEqual([]);
  });
});

/** Whether a word is also the name of a field, as "why" is. */
const isField = (schema: DataSchema, word: string) =>
  within(schema).some(({ properties }) => properties && Object.hasOwn(properties, word));

test.each(LIST_NAMES)('every field of %s says what it holds and what it means', (name) => {
  const { description, fields } = recordOf(name);

  expect(description).toMatch(/\.$/);
  expect(fields.filter((field) => field.description === '' || field.type === 'anything')).toEqual([]);
});

test('fields are named by their way through the record', () => {
  expect(recordOf('case-studies').fields).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'slug', type: 'text', isOptional: false }),
      expect.objectContaining({ name: 'organisation', isOptional: true }),
      expect.objectContaining({ name: 'challenges[]', type: 'list of text' }),
      expect.objectContaining({ name: 'mitigations[]', type: 'list of groups' }),
      expect.objectContaining({
        name: 'mitigations[].outcome',
        type: 'one of: helped, partly, did-not-help, not-reported',
      }),
      expect.objectContaining({ name: 'source.year', type: 'whole number', isOptional: true }),
      expect.objectContaining({ name: 'relations.stages[]', isOptional: false }),
    ]),
  );
});

test('every file begins with its head', () => {
  expect(headFields().map(({ name }) => name)).toEqual([
    '$schema',
    'schemaVersion',
    'title',
    'version',
    'commit',
    'date',
    'licence',
    'licenceAddress',
    'address',
    'counts',
  ]);
});
