import { expect, test } from 'vitest';
import { LONGEST_ADDRESS, newFileAddress } from './new-file.ts';

const GITHUB = { address: 'https://github.com/a/b/new/main', name: 'filename', text: 'value' };
const GITLAB = { address: 'https://gitlab.com/a/b/-/new/main', name: 'file_name' };
const PATH = 'content/case-studies/a-case.md';
const TEXT = '---\ntitle: \'A & B: 100 % # "so"\'\n---\n\n## Problem\n\nÜber + 中文 🙂\n';

test('a host that takes text gets the path and every sign of the text', () => {
  const address = new URL(newFileAddress(GITHUB, PATH, TEXT) ?? '');

  expect(address.origin + address.pathname).toBe(GITHUB.address);
  expect([...address.searchParams]).toEqual([
    ['filename', PATH],
    ['value', TEXT],
  ]);
});

test('a host that takes no text gets the path, however long the text is', () => {
  const address = new URL(newFileAddress(GITLAB, PATH, 'a'.repeat(50_000)) ?? '');

  expect([...address.searchParams]).toEqual([['file_name', PATH]]);
});

test('a text too long for an address has none', () => {
  const room = LONGEST_ADDRESS - (newFileAddress(GITHUB, PATH, '')?.length ?? 0);

  expect(newFileAddress(GITHUB, PATH, 'a'.repeat(room))).toHaveLength(LONGEST_ADDRESS);
  expect(newFileAddress(GITHUB, PATH, 'a'.repeat(room + 1))).toBeUndefined();
  // Signs count as the address writes them.
  expect(newFileAddress(GITHUB, PATH, '中'.repeat(room / 2))).toBeUndefined();
});
