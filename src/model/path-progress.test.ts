import { describe, expect, test } from 'vitest';
import { progressText, readProgress, withoutPath, withPage, type Progress } from './path-progress.ts';

const plain = (progress: Progress) =>
  Object.fromEntries([...progress].map(([path, pages]) => [path, [...pages]]));
const read = (text: string | null) => {
  const { progress, isSound } = readProgress(text);
  return [plain(progress), isSound];
};
const NONE: Progress = new Map();

test('nothing kept is no progress, and sound', () => {
  expect(read(null)).toEqual([{}, true]);
});

test('what was kept is read again', () => {
  const progress = withPage(
    withPage(NONE, 'first-model', '/challenges/a/', true),
    'first-model',
    '/tools/b/',
    true,
  );

  expect(read(progressText(progress))).toEqual([{ 'first-model': ['/challenges/a/', '/tools/b/'] }, true]);
});

describe('of a value that somebody else wrote, what is sound is kept', () => {
  test.each<[string, string, Record<string, string[]>]>([
    ['no JSON', '{', {}],
    ['an empty text', '', {}],
    ['null', 'null', {}],
    ['a list', '[["a", ["/a/"]]]', {}],
    ['a number', '7', {}],
    ['a path that is no list', '{"a": "/a/", "b": ["/b/"]}', { b: ['/b/'] }],
    ['an id that is no slug', '{"<b>": ["/a/"], "b": ["/b/"]}', { b: ['/b/'] }],
    ['a page that is no text', '{"a": [1, null, {}, "/a/"]}', { a: ['/a/'] }],
    ['a script for a page', '{"a": ["javascript:alert(1)", "/a/"]}', { a: ['/a/'] }],
    ['a page with markup', '{"a": ["/<img>/", "/a/"]}', { a: ['/a/'] }],
    ['a page that is too long', JSON.stringify({ a: [`/${'x'.repeat(141)}`, '/a/'] }), { a: ['/a/'] }],
    ['the name of a prototype', '{"__proto__": ["/a/"], "b": ["/b/"]}', { b: ['/b/'] }],
  ])('%s', (_what, text, kept) => {
    expect(read(text)).toEqual([kept, false]);
  });

  test('a list without end', () => {
    const pages = Array.from({ length: 100_000 }, (_, i) => `/${i}/`);
    const { progress, isSound } = readProgress(JSON.stringify({ a: pages }));

    expect([progress.get('a')?.size, isSound]).toEqual([200, false]);
  });
});

test('a page is marked once, and marking it leaves other paths alone', () => {
  const before = withPage(NONE, 'b', '/b/', true);
  const after = withPage(withPage(before, 'a', '/a/', true), 'a', '/a/', true);

  expect(plain(after)).toEqual({ b: ['/b/'], a: ['/a/'] });
  expect(plain(before)).toEqual({ b: ['/b/'] });
});

test('a path without a page that is read is not kept', () => {
  const progress = withPage(withPage(NONE, 'a', '/a/', true), 'b', '/b/', true);

  expect(plain(withPage(progress, 'a', '/a/', false))).toEqual({ b: ['/b/'] });
  expect(plain(withPage(NONE, 'a', '/a/', false))).toEqual({});
});

test('a path is forgotten, the others stay', () => {
  const progress = withPage(withPage(NONE, 'a', '/a/', true), 'b', '/b/', true);

  expect(plain(withoutPath(progress, 'a'))).toEqual({ b: ['/b/'] });
});
