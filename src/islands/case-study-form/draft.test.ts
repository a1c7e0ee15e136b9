import { afterEach, expect, test, vi } from 'vitest';
import type { FormEntries } from '../../model/case-study-form.ts';
import { forgetDraft, holdsSomething, keepDraft, keptDraft } from './draft.ts';

const DRAFT: FormEntries = [
  ['title', 'A title'],
  ['checked', '2026-11-23'],
];

/** A browser that keeps things, or refuses to. */
function browser(kept: Record<string, string>, isRefusing = false): void {
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(kept, key),
  };
  vi.stubGlobal(
    'localStorage',
    new Proxy(storage, {
      get: (target, key) => {
        if (isRefusing) throw new DOMException('denied', 'SecurityError');
        return Reflect.get(target, key) as unknown;
      },
    }),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a draft is kept, read back, and forgotten', () => {
  browser({});

  expect(keptDraft()).toBeUndefined();
  expect(keepDraft(DRAFT)).toBe(true);
  expect(keptDraft()).toEqual(DRAFT);
  forgetDraft();
  expect(keptDraft()).toBeUndefined();
});

test('a browser that refuses keeps nothing, and nothing fails', () => {
  browser({}, true);

  expect(keepDraft(DRAFT)).toBe(false);
  expect(keptDraft()).toBeUndefined();
  expect(() => {
    forgetDraft();
  }).not.toThrow();
});

test.each(['', 'null', '{', '{}', '"text"', '[1]', '[["title"]]', '[["title", 1]]', '[["a", "b", "c"]]'])(
  'a broken draft is none: %s',
  (text) => {
    browser({ 'case-study-draft': text });

    expect(keptDraft()).toBeUndefined();
  },
);

test.each<[string, FormEntries, boolean]>([
  ['nothing', [], false],
  [
    'what a form holds from the start',
    [
      ['title', ''],
      ['mitigations.basis', 'used'],
      ['checked', '2026-11-23'],
    ],
    false,
  ],
  ['blanks', [['title', ' \n ']], false],
  ['one word', [['tools', 'mlflow']], true],
])('a form with %s', (_what, entries, isSomething) => {
  expect(holdsSomething(entries)).toBe(isSomething);
});
