import { expect, test } from 'vitest';
import { pagesNear, wantedSlug } from './near-pages.ts';

const pages = [
  '/challenges/concept-drift/',
  '/challenges/data-discovery/',
  '/mitigations/drift-monitoring/',
  '/tools/mlflow/',
].map((address) => ({ address, title: address }));

test.each([
  ['/challenges/concept-drfit/', '/challenges/concept-drift/'],
  ['/challenge/concept-drift', '/challenges/concept-drift/'],
  ['/challenges/Concept%20Drift.html', '/challenges/concept-drift/'],
  ['/challenges/drift-of-concepts/', '/challenges/concept-drift/'],
  ['/tools/ml-flow/', '/tools/mlflow/'],
])('%s may mean %s', (path, expected) => {
  expect(pagesNear(path, pages)[0]?.address).toBe(expected);
});

test.each(['/', '/ab/', '/wp-admin/setup.php', '/%E0%A4%A/', '/case-studies/nothing-like-any-of-these/'])(
  'nothing is near %s',
  (path) => {
    expect(pagesNear(path, pages)).toEqual([]);
  },
);

test('a slug is read from any address', () => {
  expect(wantedSlug('/guide/tools/ML_Flow.html')).toBe('ml-flow');
  expect(wantedSlug('/%E0%A4%A')).toBe('e0-a4-a');
  expect(wantedSlug('/')).toBe('');
});
