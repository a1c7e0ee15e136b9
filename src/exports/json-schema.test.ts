import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../cli/read-content.ts';
import { aCaseStudy, aChallenge, aMitigation, anApproach, aStage, aStep, aTool } from '../model/samples.ts';
import { EDITOR_WORDS, FRONT_MATTER_NAMES, jsonSchemaOf, namesOf, SCHEMA_NAMES } from './json-schema.ts';

const { content } = readContent('content');
const NAMES = namesOf(content);

const ajv = new Ajv2020({ strict: true, strictTypes: true, allErrors: true });
formats(ajv);
ajv.addVocabulary([...EDITOR_WORDS]);
const validators = new Map<string, ValidateFunction>();

/** What validates a kind of record; it refuses schemas with slips of their own. */
function validatorOf(name: string): ValidateFunction {
  const validator = validators.get(name) ?? ajv.compile(jsonSchemaOf(name, NAMES));
  validators.set(name, validator);
  return validator;
}

/** What a folder or YAML file of `content/` holds, as an editor reads it. */
function recordsOf(name: string): [string, unknown][] {
  const read = (file: string) => readFileSync(join('content', file), 'utf8');
  if (!FRONT_MATTER_NAMES.includes(name)) return [[`${name}.yaml`, parse(read(`${name}.yaml`))]];
  return readdirSync(join('content', name), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => [
      `${name}/${file}`,
      parse(/^---\n([\s\S]*?)\n---$/m.exec(read(join(name, file)))?.[1] ?? ''),
    ]);
}

describe.each(SCHEMA_NAMES)('the JSON Schema "%s"', (name) => {
  test('is sound, and takes all of the content', () => {
    const validate = validatorOf(name);
    const refused = recordsOf(name)
      .filter(([, record]) => !validate(record))
      .map(([file, record]) => [file, validate(record) || validate.errors]);

    expect(refused).toEqual([]);
  });

  test('holds none of the words that only our own help knows', () => {
    expect(JSON.stringify(jsonSchemaOf(name, NAMES))).not.toMatch(/"bad":|"why":"/);
  });
});

const caseStudy = () => structuredClone(recordsOf('case-studies')[0]?.[1]) as Record<string, unknown>;

test.each([
  ['an unknown key', { industrie: 'software' }],
  ['an unknown word', { industry: 'E-commerce' }],
  ['an unknown challenge', { challenges: ['concept-drfit'] }],
  ['an unknown mitigation', { mitigations: [{ id: 'retrainig', outcome: 'helped' }] }],
  ['an unknown tool', { tools: ['mlflwo'] }],
  ['too many challenges', { challenges: Array<string>(9).fill('concept-drift') }],
  ['a year in quotes', { year: '2024' }],
  ['a year to come', { year: 2999 }],
  ['a day in another order', { checked: '23/11/2026' }],
  ['a month in words', { statusAsOf: 'March 2026' }],
  ['a source that nobody can find', { source: { title: 'How we found drift' } }],
  ['an address that runs', { source: { title: 'A', url: 'javascript:alert(1)' } }],
  ['a missing field', { title: undefined }],
])('%s is refused in a case study', (_, change) => {
  const record: unknown = JSON.parse(JSON.stringify({ ...caseStudy(), ...change }));

  expect(validatorOf('case-studies')(record)).toBe(false);
});

test.each([[2025], ['2025'], ['2021-04'], ['2026-03-02']])('a period may be typed as %j', (statusAsOf) => {
  expect(validatorOf('case-studies')({ ...caseStudy(), status: 'finding', statusAsOf })).toBe(true);
});

test.each([
  ['tools', { supports: ['retrainig'] }],
  ['tools', { addresses: [{ challenge: 'concept-drfit', how: 'It watches.' }] }],
  ['approaches', { alternatives: ['mlflwo'] }],
  ['mitigations', { mitigates: [{ challenge: 'concept-drfit', how: 'It helps.' }] }],
  ['challenges', { step: 'updateing' }],
  ['challenges', { related: [{ challenge: 'concept-drfit', why: 'Close.' }] }],
  ['challenges', { names: { 2023: 'Concept drift' } }],
])('an unknown name is refused in %s: %j', (name, change) => {
  const record = { ...(recordsOf(name)[0]?.[1] as object), ...change };

  expect(validatorOf(name)(record)).toBe(false);
});

interface Field {
  readonly description: string;
  readonly markdownDescription: string;
  readonly examples: readonly unknown[];
  readonly enum: readonly string[];
  readonly enumDescriptions: readonly string[];
  readonly items: Field;
  readonly properties: Readonly<Record<string, Field>>;
}
const fieldsOf = (name: string, names = NAMES) =>
  (jsonSchemaOf(name, names) as unknown as { properties: Readonly<Record<string, Field>> }).properties;

test('editors show what a field means, why it matters and what it does not take', () => {
  const { year } = fieldsOf('case-studies');

  expect(year?.description).toBe(
    'Year of the report, from 1990 to this year. Why: what held then may not hold now. Not: "2024" (quotes make it text); 24 (four digits are needed).',
  );
  expect(year?.markdownDescription).toContain('`24` (four digits are needed)');
  expect(year?.examples).toEqual([2024]);
});

test('editors offer slugs with their titles, in the order of the slugs', () => {
  const names = namesOf({
    workflow: { stages: [aStage('model-deployment', [aStep('updating')])], moved: [] },
    challenges: [aChallenge('slow-release'), aChallenge('concept-drift')],
    mitigations: [aMitigation('retraining', [])],
    tools: [aTool('watcher', [])],
    approaches: [anApproach('data-mesh', [])],
    caseStudies: [aCaseStudy('shop', ['concept-drift'])],
  });
  const { challenges, mitigations, tools } = fieldsOf('case-studies', names);

  expect(challenges?.items.enum).toEqual(['concept-drift', 'slow-release']);
  expect(challenges?.items.enumDescriptions).toEqual(['Concept drift', 'Slow release']);
  expect(mitigations?.items.properties['id']?.enum).toEqual(['retraining']);
  expect(tools?.items.enum).toEqual(['data-mesh', 'watcher']);
  const { rules } = fieldsOf('review', names);
  expect(rules?.items.properties['challenges']?.items.properties['seenIn']?.items.enum).toEqual(['shop']);
  expect(fieldsOf('challenges', names)['step']?.enum).toEqual(['updating']);
});

test('editors show what the words for evidence and basis mean', () => {
  const { evidence } = fieldsOf('case-studies');

  expect(evidence?.enumDescriptions[0]).toMatch(/^Someone read part/);
});

test('links take whatever is a slug where nothing is known', () => {
  const { properties } = jsonSchemaOf('case-studies') as unknown as Field;

  expect(properties['challenges']?.items).toEqual({
    type: 'string',
    maxLength: 60,
    pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  });
});

test('there is no schema of another name', () => {
  expect(() => jsonSchemaOf('cases')).toThrow('there is no schema "cases"');
});
