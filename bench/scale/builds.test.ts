import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtOf, edit } from './builds.ts';

test('a built site is counted: pages among its files, and the one with most HTML', () => {
  expect(
    builtOf(
      new Map([
        ['index.html', 10],
        ['a/index.html', 30],
        ['a.css', 500],
      ]),
    ),
  ).toEqual({ pages: 2, files: 3, bytes: 540, heaviestPage: { path: 'a/index.html', bytes: 30 } });
});

test('each edit changes the text of a case study again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'edited-'));
  const file = join(folder, 'case.md');
  try {
    writeFileSync(file, '---\ntitle: A\n---\n\n## Problem\n\nOne.\n\n## What was done\n\nTwo.\n');
    edit(file, 2);
    const once = readFileSync(file, 'utf8');
    edit(file, 3);

    expect(once).toContain('One.\n\nSomebody looked at it once more: look number 2.\n\n## What was done');
    expect(readFileSync(file, 'utf8')).toContain(
      'look number 2.\n\nSomebody looked at it once more: look number 3',
    );
    writeFileSync(file, 'nothing');
    expect(() => {
      edit(file, 4);
    }).toThrow('What was done');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
