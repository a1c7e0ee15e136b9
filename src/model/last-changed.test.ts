import { expect, test } from 'vitest';
import { lastChanged } from './last-changed.ts';

const FIRST = '2026-01-01T00:00:00Z';
const SECOND = '2026-02-01T00:00:00Z';

test('an entry changed when its file did, and the list of its collection with the newest of its entries', () => {
  const changed = lastChanged(
    new Map([
      ['content/tools/mlflow.mdx', { changed: SECOND }],
      ['content/tools/snuba.mdx', { changed: FIRST }],
      ['content/glossary.yaml', { changed: FIRST }],
      ['content/words.txt', { changed: SECOND }],
    ]),
  );

  expect([...changed]).toEqual([
    ['/tools/mlflow/', SECOND],
    ['/tools/', SECOND],
    ['/tools/snuba/', FIRST],
    ['/glossary/', FIRST],
  ]);
});

test('a page whose file has no known date is left out', () => {
  expect(lastChanged(new Map([['content/tools/mlflow.mdx', {}]])).size).toBe(0);
  expect(lastChanged(new Map()).size).toBe(0);
});
