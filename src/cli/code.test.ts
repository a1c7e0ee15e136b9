import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, noteCode, notedCode } from './code.ts';

let root: string;
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'code-'));
  write('src/pages/index.astro', '<p>One</p>');
  write('src/model/a.ts', 'export {};');
});
afterEach(() => rmSync(root, { recursive: true }));

const isByOtherCode = () => notedCode(root) !== codeOf(root);

test('what nobody noted was made by other code', () => {
  expect(isByOtherCode()).toBe(true);
});

test('what was noted stays until the code changes', () => {
  noteCode(root, codeOf(root));

  expect(isByOtherCode()).toBe(false);
});

test.each([
  'src/pages/index.astro',
  'src/model/b.ts',
  'src/styles/x.css',
  'astro.config.mjs',
  'package-lock.json',
])('a change of %s is other code', (name) => {
  noteCode(root, codeOf(root));
  write(name, 'changed');

  expect(isByOtherCode()).toBe(true);
});

test('tests and content are not the code that makes the site', () => {
  const before = codeOf(root);
  write('src/model/a.test.ts', 'changed');
  write('content/tools/x.mdx', 'changed');

  expect(codeOf(root)).toBe(before);
});
