import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brokenPromises, formOfToday, type Promised } from './data-promise.ts';

const FILE = 'src/exports/promised-fields.json';
const promised = JSON.parse(readFileSync(FILE, 'utf8')) as Promised;

const form = (fields: Record<string, string>, columns = ['slug', 'title'], schemaVersion = 1): Promised => ({
  schemaVersion,
  fields: { tools: fields },
  columns: { tools: columns },
});
const BEFORE = form({ slug: 'text', 'status?': 'one of: active, archived' });

test.each([
  [{ slug: 'text', 'status?': 'one of: active, archived' }, []],
  [{ slug: 'text', 'status?': 'one of: active, archived', title: 'text' }, []],
  [{ slug: 'text', status: 'one of: active, archived' }, []],
  [{ slug: 'text', 'status?': 'one of: active, asleep, archived' }, []],
  [{ slug: 'text' }, ['tools: "status" is gone']],
  [{ 'slug?': 'text', 'status?': 'one of: active, archived' }, ['tools: "slug" may now be missing']],
  [
    { slug: 'whole number', 'status?': 'one of: active, archived' },
    ['tools: "slug" was text, and is whole number'],
  ],
  [
    { slug: 'text', 'status?': 'one of: active' },
    ['tools: "status" was one of: active, archived, and is one of: active'],
  ],
])('with the fields %j these promises are broken: %j', (today, broken) => {
  expect(brokenPromises(BEFORE, form(today))).toEqual(broken);
});

test('a list or a column that is gone breaks a promise, a new column does not', () => {
  const { fields } = BEFORE;

  expect(brokenPromises(BEFORE, { ...BEFORE, columns: { tools: ['slug', 'new', 'title'] } })).toEqual([]);
  expect(brokenPromises(BEFORE, { ...BEFORE, columns: { tools: ['slug'] } })).toEqual([
    'tools.csv: the column "title" is gone',
  ]);
  expect(brokenPromises(BEFORE, { schemaVersion: 1, fields: {}, columns: BEFORE.columns })).toHaveLength(
    Object.keys(fields['tools'] ?? {}).length,
  );
});

test('another version of the form may change everything', () => {
  expect(brokenPromises(BEFORE, form({}, [], 2))).toEqual([]);
});

test('the data of today keeps what its version promises', () => {
  expect(brokenPromises(promised, formOfToday())).toEqual([]);
});

test(`every field and column of today is promised: "npm run format" writes new ones into ${FILE}`, () => {
  expect(promised).toEqual(formOfToday());
});
