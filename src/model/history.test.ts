import { expect, test } from 'vitest';
import { changesFrom, COMMIT_SIGN, datesByPath, keysWritten, lastChangeOf } from './history.ts';

const FIRST = 'a'.repeat(40);
const SECOND = 'b'.repeat(40);

/** A log as Git prints it: commits newest first, each with words that end in NUL. */
const logOf = (...commits: readonly (readonly [hash: string, seconds: number, ...words: string[]])[]) =>
  commits
    .map(([hash, seconds, ...words]) => `${COMMIT_SIGN}${hash} ${seconds}\0\n${words.join('\0')}\0`)
    .join('');

test('a log is read as changes, newest first, with dates in UTC', () => {
  const log = logOf(
    [SECOND, 86_400, 'R087', 'content/tools/reef.mdx', 'content/tools/snuba.mdx', 'D', 'content/b.yaml'],
    [FIRST, 0, 'A', 'content/tools/reef.mdx', 'A', 'content/b.yaml'],
  );

  expect(changesFrom(log)).toEqual([
    {
      commit: SECOND,
      date: '1970-01-02T00:00:00Z',
      kind: 'renamed',
      path: 'content/tools/snuba.mdx',
      from: 'content/tools/reef.mdx',
    },
    { commit: SECOND, date: '1970-01-02T00:00:00Z', kind: 'removed', path: 'content/b.yaml' },
    { commit: FIRST, date: '1970-01-01T00:00:00Z', kind: 'added', path: 'content/tools/reef.mdx' },
    { commit: FIRST, date: '1970-01-01T00:00:00Z', kind: 'added', path: 'content/b.yaml' },
  ]);
});

test.each(['', '\0', 'fatal: not a log'])('a log of %j holds no change', (log) => {
  expect(changesFrom(log)).toEqual([]);
});

test('what a shallow clone seems to add at its beginning is no change', () => {
  const log = logOf([SECOND, 1, 'M', 'content/a.md'], [FIRST, 0, 'A', 'content/a.md', 'A', 'content/b.md']);
  const changes = changesFrom(log, new Set([FIRST]));

  expect(changes.map(({ path }) => path)).toEqual(['content/a.md']);
  expect(datesByPath({ changes })).toEqual(
    new Map([['content/a.md', { changed: '1970-01-01T00:00:01Z', commit: SECOND }]]),
  );
});

test('a file came when it was first added, under whatever name, and changed when it last did', () => {
  const changes = changesFrom(
    logOf(
      [SECOND, 2, 'R100', 'content/old.md', 'content/new.md'],
      [FIRST, 1, 'M', 'content/old.md'],
      [FIRST, 0, 'A', 'content/old.md'],
    ),
  );

  expect([...datesByPath({ changes })]).toEqual([
    ['content/new.md', { added: '1970-01-01T00:00:00Z', changed: '1970-01-01T00:00:02Z', commit: SECOND }],
  ]);
});

test('a file that went and came back came the second time', () => {
  const changes = changesFrom(
    logOf([SECOND, 9, 'A', 'content/a.md'], [FIRST, 5, 'D', 'content/a.md'], [FIRST, 0, 'A', 'content/a.md']),
  );

  expect(datesByPath({ changes }).get('content/a.md')?.added).toBe('1970-01-01T00:00:09Z');
});

test('the content last changed with the newest change, if any is known', () => {
  const change = {
    commit: 'b',
    date: '2026-11-28T20:34:00Z',
    kind: 'changed',
    path: 'content/a.md',
  } as const;

  expect(lastChangeOf({ changes: [change, { ...change, commit: 'a' }] })).toEqual({
    changed: '2026-11-28T20:34:00Z',
    commit: 'b',
  });
  expect(lastChangeOf({ changes: [] })).toEqual({});
});

test('a key of a file was written when it first came, whatever it leads to today', () => {
  const log = [
    `${COMMIT_SIGN}${SECOND} 86400`,
    '',
    '+++ b/content/redirects.yaml',
    '@@ -2 +2,2 @@',
    '-  old: new',
    '+  old: newest',
    "+  '2021': later",
    `${COMMIT_SIGN}${FIRST} 0`,
    '+++ b/content/redirects.yaml',
    '+# A note: no key.',
    '+mitigations:',
    '+  old: new',
    '-  gone: new',
  ].join('\n');

  expect([...keysWritten(log)]).toEqual([
    ['old', '1970-01-01T00:00:00Z'],
    ['2021', '1970-01-02T00:00:00Z'],
  ]);
  expect([...keysWritten(log, new Set([FIRST]))]).toEqual([['2021', '1970-01-02T00:00:00Z']]);
  expect(keysWritten('').size).toBe(0);
});
