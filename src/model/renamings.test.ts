import { expect, test } from 'vitest';
import type { FileChange } from './history.ts';
import { firstSlugOf, renamingsOf } from './renamings.ts';
import { aCatalogue, aMitigation } from './samples.ts';

const pathOf = (slug: string) => `content/mitigations/${slug}.mdx`;
const day = (number: number) => `2026-01-0${number}T00:00:00Z`;
const change = (number: number, kind: FileChange['kind'], slug: string, from?: string): FileChange => ({
  commit: String(number),
  date: day(number),
  kind,
  path: pathOf(slug),
  ...(from !== undefined && { from: pathOf(from) }),
});

/** What became of the old slugs of mitigations; changes are given oldest first. */
const renamings = (
  redirects: Record<string, string>,
  changes: readonly FileChange[],
  written: Record<string, number> = {},
) =>
  renamingsOf(
    aCatalogue({
      mitigations: [...new Set(Object.values(redirects))].map((slug) => ({
        ...aMitigation(slug, []),
        filePath: pathOf(slug),
      })),
      redirects: { mitigations: redirects },
    }),
    { changes: changes.toReversed() },
    new Map(Object.entries(written).map(([slug, number]) => [slug, day(number)])),
  );
const told = (...words: Parameters<typeof renamings>) =>
  renamings(...words).map(({ from, kind, date, stood }) => [from, kind, date?.slice(8, 10), stood]);

test('an entry whose file took another name was renamed, on that day', () => {
  const changes = [change(1, 'added', 'old'), change(2, 'renamed', 'new', 'old')];

  expect(told({ old: 'new' }, changes, { old: 3 })).toEqual([['old', 'renamed', '02', true]]);
});

test('an entry that was rewritten under another name in one commit was renamed', () => {
  const changes = [change(1, 'added', 'old'), change(2, 'removed', 'old'), change(2, 'added', 'new')];

  expect(told({ old: 'new' }, changes)).toEqual([['old', 'renamed', '02', true]]);
});

test('an entry went into another that was there before: merged', () => {
  const changes = [change(1, 'added', 'old'), change(1, 'added', 'new'), change(2, 'removed', 'old')];

  expect(told({ old: 'new' }, changes)).toEqual([['old', 'merged', '02', true]]);
});

test('several that went into a new one at once were merged, whatever Git takes for its beginning', () => {
  const changes = [
    change(1, 'added', 'a'),
    change(1, 'added', 'b'),
    change(2, 'renamed', 'new', 'a'),
    change(2, 'removed', 'b'),
  ];

  expect(told({ a: 'new', b: 'new' }, changes)).toEqual([
    ['a', 'merged', '02', true],
    ['b', 'merged', '02', true],
  ]);
});

test('an entry that was renamed twice was renamed, not merged', () => {
  const changes = [change(1, 'added', 'a'), change(2, 'renamed', 'b', 'a'), change(3, 'renamed', 'c', 'b')];

  expect(told({ a: 'c', b: 'c' }, changes, { a: 2, b: 3 })).toEqual([
    ['a', 'renamed', '02', true],
    ['b', 'renamed', '03', true],
  ]);
});

test('a slug that never stood in the guide was given up when it was written down', () => {
  expect(told({ old: 'new' }, [change(1, 'added', 'new')], { old: 1 })).toEqual([
    ['old', 'renamed', '01', false],
  ]);
});

test('a shallow clone that knows only that an old slug went tells that its heir was there', () => {
  expect(told({ old: 'new' }, [change(2, 'removed', 'old')])).toEqual([['old', 'merged', '02', true]]);
});

test('without history one old slug is a renaming, several are a merger, and none has a day', () => {
  expect(told({ old: 'new', a: 'both', b: 'both' }, [])).toEqual([
    ['old', 'renamed', undefined, false],
    ['a', 'merged', undefined, false],
    ['b', 'merged', undefined, false],
  ]);
});

test('the first slug of an entry survives its renamings, and is not taken from what was merged into it', () => {
  const renamed = renamings({ a: 'c', b: 'c' }, [
    change(1, 'added', 'a'),
    change(2, 'renamed', 'b', 'a'),
    change(3, 'renamed', 'c', 'b'),
  ]);
  const merged = renamings({ old: 'new' }, [
    change(1, 'added', 'new'),
    change(1, 'added', 'old'),
    change(2, 'removed', 'old'),
  ]);

  expect(firstSlugOf({ collection: 'mitigations', slug: 'c' }, renamed)).toBe('a');
  expect(firstSlugOf({ collection: 'tools', slug: 'c' }, renamed)).toBe('c');
  expect(firstSlugOf({ collection: 'mitigations', slug: 'new' }, merged)).toBe('new');
});
