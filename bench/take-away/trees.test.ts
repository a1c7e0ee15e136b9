import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkOut } from './trees.ts';

const project = process.cwd();
let folder = '';

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** Writes files, and commits them. */
function commit(files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  git('add', '.');
  git('commit', '--quiet', '--message', 'A change');
  return git('rev-parse', '--short', 'HEAD');
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'trees-')));
  process.chdir(folder);
  git('init', '--quiet');
  for (const [key, value] of [
    ['user.name', 'A'],
    ['user.email', 'a@example.org'],
    ['commit.gpgsign', 'false'],
  ] as const)
    git('config', key, value);
  mkdirSync('node_modules/a', { recursive: true });
  mkdirSync('node_modules/.cache');
  writeFileSync('node_modules/a/index.js', '');
  writeFileSync('.gitignore', 'node_modules\n');
});
afterEach(() => {
  process.chdir(project);
  rmSync(folder, { recursive: true });
});

test('the guide without is that of the commit before the take-away, with the content of today', () => {
  const before = commit({
    'src/page.ts': 'old',
    'content/a.md': 'old',
    'content/gone.md': 'old',
    'content/pages/about.md': 'old',
  });
  git('rm', '--quiet', 'content/gone.md');
  commit({ 'src/history.ts': '', 'src/page.ts': 'new', 'content/a.md': 'new' });
  commit({ 'content/b.md': 'new', 'content/pages/about.md': 'new', 'content/pages/later.md': 'new' });
  writeFileSync('src/page.ts', 'not committed yet');
  const trees = checkOut();
  try {
    const read = (side: 'with' | 'without', path: string) => readFileSync(join(trees[side], path), 'utf8');

    expect(trees.commits.without).toBe(before);
    expect([read('without', 'src/page.ts'), read('with', 'src/page.ts')]).toEqual([
      'old',
      'not committed yet',
    ]);
    expect([read('without', 'content/a.md'), read('without', 'content/b.md')]).toEqual(['new', 'new']);
    expect(existsSync(join(trees.without, 'content/gone.md'))).toBe(false);
    // Prose stays with the pages that it links to.
    expect(read('without', 'content/pages/about.md')).toBe('old');
    expect(existsSync(join(trees.without, 'content/pages/later.md'))).toBe(false);
    expect(existsSync(join(trees.without, 'src/history.ts'))).toBe(false);
    for (const side of ['with', 'without'] as const) {
      expect(read(side, 'node_modules/a/index.js')).toBe('');
      expect(existsSync(join(trees[side], 'node_modules/.cache'))).toBe(false);
    }
  } finally {
    trees.remove();
  }
  expect(existsSync(trees.with)).toBe(false);
  expect(git('worktree', 'list').split('\n')).toHaveLength(1);
  expect(git('status', '--short')).toBe('M src/page.ts');
  expect(git('stash', 'list')).toBe('');
});

test('another commit may be named', () => {
  const first = commit({ 'src/history.ts': '', 'content/a.md': 'old' });
  commit({ 'content/a.md': 'new' });
  const trees = checkOut(first);
  trees.remove();

  expect(trees.commits.without).toBe(first);
});

test.each([
  ['a history that does not reach so far', undefined, /fetch all of it/],
  ['a commit that is not there', 'unheard-of', /unheard-of/],
])('%s is told, and nothing is left behind', (_, against, message) => {
  commit({ 'content/a.md': 'old' });

  expect(() => checkOut(against)).toThrow(message);
  expect(git('worktree', 'list').split('\n')).toHaveLength(1);
});

test('a folder without a history is told', () => {
  rmSync('.git', { recursive: true });

  expect(() => checkOut()).toThrow(/not a git repository/);
});
