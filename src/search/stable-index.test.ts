import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inStableOrder, type IndexFile } from './stable-index.ts';

const head = (type: number, size: number) => (size < 24 ? [(type << 5) | size] : [(type << 5) | 24, size]);

/** Texts, numbers and lists as CBOR. */
const cbor = (value: unknown): number[] => {
  if (typeof value === 'number') return head(0, value);
  if (typeof value === 'string') return [...head(3, value.length), ...Buffer.from(value)];
  if (Array.isArray(value)) return [...head(4, value.length), ...value.flatMap(cbor)];
  throw new Error('no such sample');
};

const file = (path: string, value: unknown): IndexFile => ({
  path,
  content: gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(cbor(value))])),
});

const pages = Array.from({ length: 30 }, (_, i) => i);
const stages = [
  ['data', [1, 2]],
  ['model', pages],
];
const types = [
  ['tool', [7]],
  ['challenge', [200]],
];

/** An index with two filters, as one run or another of Pagefind would write it. */
const index = (order: <T>(list: T[]) => T[], names: [string, string, string]): IndexFile[] => [
  { path: 'pagefind.js', content: Buffer.from('code') },
  file(`filter/${names[0]}.pf_filter`, ['stage', order(stages)]),
  file(`filter/${names[1]}.pf_filter`, ['type', order(types)]),
  file(`pagefind.${names[2]}.pf_meta`, [
    '1.5.2',
    [],
    [],
    order([
      ['stage', names[0]],
      ['type', names[1]],
    ]),
    ['title'],
  ]),
  {
    path: 'pagefind-entry.json',
    content: Buffer.from(JSON.stringify({ languages: { en: { hash: names[2] } } })),
  },
];

const one = inStableOrder(index((list) => list, ['en_1111111', 'en_2222222', 'en_3333333333']));
const two = inStableOrder(index((list) => list.toReversed(), ['en_4444444', 'en_5555555', 'en_6666666666']));

test('two runs that differ only in order give the same files', () => {
  expect(two).toEqual(one);
});

test('the files find each other by their new names', () => {
  const paths = one.map(({ path }) => path);
  const textOf = (ending: string) => {
    const content = Buffer.from(one.find(({ path }) => path.endsWith(ending))?.content ?? []);
    return ending === '.json' ? content.toString() : gunzipSync(content).toString('latin1');
  };
  const filters = paths.filter((path) => path.startsWith('filter/'));

  expect(filters).toHaveLength(2);
  for (const path of filters) expect(textOf('.pf_meta')).toContain(/en_[\da-f]{7}/.exec(path)?.[0]);
  expect(paths).toContain(`pagefind.${/en_[\da-f]{10}/.exec(textOf('.json'))?.[0] ?? ''}.pf_meta`);
  expect(paths).toContain('pagefind.js');
});

test('no value is lost', () => {
  const filters = one.filter(({ path }) => path.endsWith('.pf_filter'));
  const sizes = filters.map(({ content }) => gunzipSync(content).length - 'pagefind_dcd'.length);

  expect(sizes).toEqual([cbor(['stage', stages]).length, cbor(['type', types]).length]);
});
