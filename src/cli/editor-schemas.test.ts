import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FRONT_MATTER_NAMES, SCHEMA_NAMES } from '../exports/json-schema.ts';
import { writeEditorSchemas } from './editor-schemas.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'editor-schemas-'));
  cpSync('content', join(root, 'content'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(root, '.astro/collections', file), 'utf8'));

test('every file of front matter is given its schema, and each schema is there', () => {
  writeEditorSchemas(root);
  const { collections, entries } = read('collections.json') as {
    collections: { name: string }[];
    entries: Record<string, string>;
  };

  expect(collections.map(({ name }) => name)).toEqual(FRONT_MATTER_NAMES.map((name) => `guide-${name}`));
  expect(entries[pathToFileURL(join(root, 'content/pages/about.md')).href.toLowerCase()]).toBe('guide-pages');
  expect(readdirSync(join(root, '.astro/collections')).toSorted()).toEqual(
    ['collections.json', ...SCHEMA_NAMES.map((name) => `guide-${name}.schema.json`)].toSorted(),
  );
});

test('a challenge that was just begun is offered by its slug', () => {
  writeFileSync(join(root, 'content/challenges/model-deployment/brand-new.mdx'), '---\ntitle: "unclosed\n');
  writeEditorSchemas(root);

  expect(JSON.stringify(read('guide-case-studies.schema.json'))).toContain('"brand-new"');
});

test('while the workflow is wrong, the schemas of before stay', () => {
  writeEditorSchemas(root);
  const before = read('guide-challenges.schema.json');
  writeFileSync(join(root, 'content/workflow.yaml'), 'stages: []\n');
  writeEditorSchemas(root);

  expect(read('guide-challenges.schema.json')).toEqual(before);
});

test('the settings for VS Code name every YAML file and a schema that is written', () => {
  const settings = readFileSync('.vscode/settings.json', 'utf8').replace(/^\s*\/\/.*$/gm, '');
  const { 'yaml.schemas': schemas } = JSON.parse(settings) as { 'yaml.schemas': Record<string, string> };

  expect(Object.entries(schemas).toSorted()).toEqual(
    SCHEMA_NAMES.filter((name) => !FRONT_MATTER_NAMES.includes(name))
      .map((name) => [`.astro/collections/guide-${name}.schema.json`, `content/${name}.yaml`])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
  for (const file of Object.values(schemas)) expect(existsSync(file)).toBe(true);
});
