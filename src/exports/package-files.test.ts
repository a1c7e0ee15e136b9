import { expect, test } from 'vitest';
import type { DataSchema } from './data-json-schema.ts';
import { packageFiles } from './package-files.ts';

const CATALOGUE = {
  title: 'ML Deployment Field Guide',
  version: '0.1.0',
  licence: 'CC-BY-4.0',
  counts: { 'case-studies': 1 },
  'case-studies': [{ slug: 'shop' }],
  tools: [],
};
const list = (of: string): DataSchema => ({
  description: 'All records.',
  type: 'array',
  items: { $ref: `#/$defs/${of}` },
});
const record = (description: string): DataSchema => ({
  type: 'object',
  description,
  properties: { slug: { type: 'string', description: 'Its name */ in addresses.' } },
  required: ['slug'],
});
const SCHEMA: DataSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The whole catalogue',
  type: 'object',
  properties: {
    version: { type: 'string', description: 'The version.' },
    'case-studies': list('CaseStudy'),
    tools: list('Tool'),
  },
  required: ['version', 'case-studies', 'tools'],
  $defs: { CaseStudy: record('One report.'), Tool: record('One tool.') },
};

test('the module gives the catalogue and each list, under a name that JavaScript takes', async () => {
  const files = await packageFiles(CATALOGUE, SCHEMA);

  expect(files.get('index.js')).toBe(`/* ML Deployment Field Guide 0.1.0, CC-BY-4.0. Made by "npm pack". */
import catalogue from './catalogue.json' with { type: 'json' };

export { catalogue };
export const caseStudies = catalogue['case-studies'];
export const tools = catalogue['tools'];
`);
});

test('the types name each kind of record, tell what it is, and end no comment too early', async () => {
  const types = (await packageFiles(CATALOGUE, SCHEMA)).get('index.d.ts');

  expect(types).toContain('One report.\n */\nexport interface CaseStudy {');
  expect(types).toContain('export interface Catalogue {');
  expect(types).toContain("export declare const caseStudies: Catalogue['case-studies'];");
  expect(types).not.toContain('name */ in');
  expect(types).not.toContain('[k: string]');
});

test('a rule across fields is no part of the types', async () => {
  const source: DataSchema = {
    type: 'object',
    properties: { doi: { type: 'string', description: 'Its DOI.' }, url: { type: 'string' } },
    anyOf: [
      { required: ['doi'], properties: { doi: true } },
      { required: ['url'], properties: { url: true } },
    ],
  };
  const files = await packageFiles(CATALOGUE, { ...SCHEMA, properties: { ...SCHEMA.properties, source } });

  expect(files.get('index.d.ts')).toContain('Its DOI.\n */\ndoi?: string\n');
  expect(files.get('index.d.ts')).not.toContain('unknown');
});

test('each file of a list has types of its own', async () => {
  const files = await packageFiles(CATALOGUE, SCHEMA);

  expect([...files.keys()]).toEqual([
    'index.js',
    'index.d.ts',
    'types/catalogue.d.ts',
    'types/case-studies.d.ts',
    'types/tools.d.ts',
  ]);
  expect(files.get('types/tools.d.ts')).toBe(
    "import type { ListFile } from '../index.js';\ndeclare const file: ListFile<'tools'>;\nexport default file;\n",
  );
});

test('the same catalogue gives the same files', async () => {
  expect(await packageFiles(CATALOGUE, SCHEMA)).toEqual(await packageFiles(CATALOGUE, SCHEMA));
});
