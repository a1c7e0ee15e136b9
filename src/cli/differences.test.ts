import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { differences } from './differences.ts';

let root = '';
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'differences-'))));
afterEach(() => {
  rmSync(root, { recursive: true });
});

const folder = (name: string, files: Record<string, string>) => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, file)), { recursive: true });
    writeFileSync(join(root, name, file), text);
  }
  return join(root, name);
};

test('folders with the same files do not differ', () => {
  const files = { 'index.html': 'home', 'a/b.js': 'x' };

  expect(differences(folder('a', files), folder('b', files))).toEqual([]);
});

test('files that are missing, added, changed or cut short are named', () => {
  const a = folder('a', { 'changed.html': 'one', 'gone.html': '', 'short.html': 'long' });
  const b = folder('b', { 'changed.html': 'ore', 'new.html': '', 'short.html': 'long and longer' });

  expect(differences(a, b)).toEqual([
    'changed.html differs from byte 1 on',
    `gone.html is in ${a}/ only`,
    `new.html is in ${b}/ only`,
    'short.html differs from byte 4 on',
  ]);
});
