import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { historyOf, redirectsWritten } from './history.ts';
import { EMPTY_HISTORY } from './model/history.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const git = (...words: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: '2026-11-28T12:00:00+02:00' },
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
const commit = () => {
  git('add', '--all');
  git('commit', '--quiet', '--no-gpg-sign', '--message', 'A change');
  return git('rev-parse', 'HEAD');
};

test('a project without Git has no history', () => {
  write('package.json', '{}');

  expect(historyOf(folder)).toEqual(EMPTY_HISTORY);
});

test('a project that lies in the repository of something else has no history', () => {
  git('init', '--quiet');
  write('content/a.md', 'theirs');
  commit();
  write('guide/package.json', '{}');
  write('guide/content/a.md', 'ours');

  expect(historyOf(join(folder, 'guide'))).toEqual(EMPTY_HISTORY);
});

test('the history tells what happened to the files of the content, and the commit of the project', () => {
  git('init', '--quiet');
  write('package.json', '{}');
  write('content/a "b" é.md', 'A text that is long enough to be known again.');
  const first = commit();
  renameSync(join(folder, 'content/a "b" é.md'), join(folder, 'content/c.md'));
  write('elsewhere.md', 'Not content.');
  const second = commit();

  expect(historyOf(folder)).toEqual({
    commit: second,
    date: '2026-11-28T10:00:00Z',
    isWhole: true,
    changes: [
      {
        commit: second,
        date: '2026-11-28T10:00:00Z',
        kind: 'renamed',
        path: 'content/c.md',
        from: 'content/a "b" é.md',
      },
      { commit: first, date: '2026-11-28T10:00:00Z', kind: 'added', path: 'content/a "b" é.md' },
    ],
  });
});

test('a shallow clone knows that its history is not whole', () => {
  git('init', '--quiet');
  write('package.json', '{}');
  write('content/a.md', 'One');
  commit();
  write('content/a.md', 'Two');
  const second = commit();
  git('clone', '--quiet', '--depth', '1', `file://${folder}`, 'shallow');

  expect(historyOf(join(folder, 'shallow'))).toEqual({
    commit: second,
    date: '2026-11-28T10:00:00Z',
    isWhole: false,
    changes: [],
  });
});

test('slugs were given up when they were first written into redirects.yaml; without Git nobody knows', () => {
  write('package.json', '{}');
  write('content/redirects.yaml', 'tools:\n  reef: snuba\n');
  expect(redirectsWritten(folder).size).toBe(0);

  git('init', '--quiet');
  commit();
  write('content/redirects.yaml', 'tools:\n  reef: snuba\n  "old": snuba\n');
  expect([...redirectsWritten(folder)]).toEqual([['reef', '2026-11-28T10:00:00Z']]);
  commit();
  expect([...redirectsWritten(folder).keys()].toSorted()).toEqual(['old', 'reef']);
});
