import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  extentOf,
  filesInWords,
  hashOf,
  listOf,
  missingFrom,
  progressInWords,
  releaseInWords,
  sizeInWords,
  type ListedFile,
} from './list.ts';

const HOME: ListedFile = ['', 'aaaa', 100];
const ABOUT: ListedFile = ['about/', 'bbbb', 20];
const release = { version: '0.1.0', date: '2026-11-28T20:34:00Z' };

test('a hash is the beginning of the SHA-256, in signs that an address takes', async () => {
  for (const text of ['', 'a', 'concept drift', '…'.repeat(1000)]) {
    const bytes = new TextEncoder().encode(text);
    const expected = createHash('sha256').update(bytes).digest().subarray(0, 12).toString('base64url');
    expect(await hashOf(bytes)).toBe(expected);
  }
});

test('the same files have the same list, in whatever order they come', async () => {
  expect(await listOf(release, [ABOUT, HOME])).toEqual(await listOf(release, [HOME, ABOUT]));
  expect((await listOf(release, [ABOUT, HOME])).files).toEqual([HOME, ABOUT]);
});

test('another content, path, version or date is another list', async () => {
  const lists = [
    await listOf(release, [HOME]),
    await listOf(release, [['', 'cccc', 100]]),
    await listOf(release, [['about/', 'aaaa', 100]]),
    await listOf({ ...release, version: '0.2.0' }, [HOME]),
    await listOf({ version: '0.1.0' }, [HOME]),
  ];

  expect(new Set(lists.map(({ id }) => id)).size).toBe(lists.length);
});

test('a list says nothing of a date that nobody knows', async () => {
  expect(Object.keys(await listOf({ version: '0.1.0', date: undefined }, []))).toEqual([
    'id',
    'version',
    'files',
  ]);
});

test('what is here is not missing, and one content under two paths is fetched once', () => {
  const files: ListedFile[] = [HOME, ABOUT, ['old/', 'bbbb', 20], ['new/', 'dddd', 5]];

  expect(missingFrom(new Set(['aaaa', 'zzzz']), { files }).map(([, hash]) => hash)).toEqual(['bbbb', 'dddd']);
  expect(missingFrom(new Set(['aaaa', 'bbbb', 'dddd']), { files })).toEqual([]);
});

test('the extent of files is their number and bytes', () => {
  expect(extentOf([HOME, ABOUT])).toEqual({ files: 2, bytes: 120 });
  expect(extentOf([])).toEqual({ files: 0, bytes: 0 });
});

test.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [412_000, '412 kB'],
  [999_000, '999 kB'],
  [999_900, '1.0 MB'],
  [6_120_000, '6.1 MB'],
  [9_960_000, '10 MB'],
  [21_888_796, '22 MB'],
  [1_234_567_890, '1,235 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});

test('files are counted', () => {
  expect([0, 1, 1388].map(filesInWords)).toEqual(['0 files', '1 file', '1,388 files']);
});

test('what is there is told as a part of the whole', () => {
  expect(progressInWords({ files: 822, bytes: 15_800_000 }, { files: 1392, bytes: 21_888_796 })).toBe(
    '822 of 1,392 files, 16 MB of 22 MB',
  );
});

test('a guide is told by its date and version, or by its version alone', () => {
  expect(releaseInWords(release)).toBe('28 November 2026, version 0.1.0');
  expect(releaseInWords({ version: '0.1.0' })).toBe('version 0.1.0');
});
