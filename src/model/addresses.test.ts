import { describe, expect, test } from 'vitest';
import { bySlug, byTitle } from './catalogue.ts';
import { addressOf, COLLECTION_NAMES, COLLECTIONS } from './collections.ts';
import { fileSlug } from './file-slug.ts';
import { redirectTable } from './redirects.ts';
import { routesOf } from './routes.ts';

describe('the slug of a file', () => {
  test.each([
    ['shop.md', 'shop'],
    ['model-deployment/concept-drift.mdx', 'concept-drift'],
    ['/a/b.c/shop.md', 'shop'],
    ['C:\\content\\tools\\tfx.mdx', 'tfx'],
    ['notes.txt', 'notes.txt'],
    ['a.md.mdx', 'a.md'],
    ['md', 'md'],
  ])('%s is %s', (path, slug) => {
    expect(fileSlug(path)).toBe(slug);
  });
});

test.each([
  ['challenges', 'concept-drift', '/challenges/concept-drift/'],
  ['caseStudies', 'firebird', '/case-studies/firebird/'],
] as const)('the page of an entry of %s, %s, is %s', (collection, id, address) => {
  expect(addressOf(collection, id)).toBe(address);
});

test('each collection has its own folder and names', () => {
  for (const field of ['folder', 'one', 'title'] as const)
    expect(new Set(COLLECTION_NAMES.map((name) => COLLECTIONS[name][field])).size).toBe(
      COLLECTION_NAMES.length,
    );
});

test('redirects become addresses from the root of the site', () => {
  expect(redirectTable({ tools: { reef: 'snuba', old: 'tfx' }, 'case-studies': { a: 'b' } })).toEqual({
    '/tools/reef/': '/tools/snuba/',
    '/tools/old/': '/tools/tfx/',
    '/case-studies/a/': '/case-studies/b/',
  });
  expect(redirectTable({})).toEqual({});
});

test('each entry has one route', () => {
  expect(routesOf([{ id: 'a' }, { id: 'b' }], ({ id }) => `made of ${id}`)).toEqual([
    { params: { slug: 'a' }, props: { entry: { id: 'a' } }, cacheKey: 'made of a' },
    { params: { slug: 'b' }, props: { entry: { id: 'b' } }, cacheKey: 'made of b' },
  ]);
});

describe('lists are sorted', () => {
  test('by slug as computers compare: the same on every machine', () => {
    const entries = ['b', 'a-b', 'a', 'a1'].map((id) => ({ id }));
    expect(entries.toSorted(bySlug).map(({ id }) => id)).toEqual(['a', 'a-b', 'a1', 'b']);
    expect(bySlug({ id: 'a' }, { id: 'a' })).toBe(0);
  });

  test('by title as people look things up: any case, numbers by size, ties by slug', () => {
    const entries = ['Tool 10', 'tool 9', 'Ärger', 'zoo', 'Zoo'].map((title, i) => ({
      id: `s${9 - i}`,
      data: { title },
    }));
    expect(entries.toSorted(byTitle).map(({ id, data }) => `${id} ${data.title}`)).toEqual([
      's7 Ärger',
      's8 tool 9',
      's9 Tool 10',
      's5 Zoo',
      's6 zoo',
    ]);
  });
});
