import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  changesFrom,
  COMMIT_SIGN,
  datesByPath,
  EMPTY_HISTORY,
  isoOf,
  lastChangeOf,
  keysWritten,
  type Dates,
  type History,
} from './model/history.ts';

/**
 * What Git answers; its own settings of colours, signatures and renames must not matter.
 * @throws when there is no Git, or it refuses
 */
const git = (folder: string, ...words: readonly string[]): string =>
  execFileSync('git', ['-c', 'log.showSignature=false', ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** Commits that stand without their parents in a shallow clone. */
function boundaryOf(folder: string): Set<string> {
  if (git(folder, 'rev-parse', '--is-shallow-repository').trim() !== 'true') return new Set();
  const file = git(folder, 'rev-parse', '--path-format=absolute', '--git-path', 'shallow').trim();
  return new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean));
}

/**
 * What Git knows about the content of a project: nothing where there is no Git, or where the folder lies within the
 * repository of something else.
 * @param folder the root of the project
 */
export function historyOf(folder: string): History {
  try {
    git(folder, 'ls-files', '--error-unmatch', 'package.json');
    const [commit = '', seconds] = git(folder, 'log', '-1', '--format=%H %ct').trim().split(' ');
    const boundary = boundaryOf(folder);
    const log = git(
      folder,
      'log',
      '-z',
      `--format=${COMMIT_SIGN}%H %ct`,
      '--name-status',
      '-M',
      '--relative',
      '--',
      'content',
    );
    return {
      commit,
      date: isoOf(Number(seconds)),
      isWhole: boundary.size === 0,
      changes: changesFrom(log, boundary),
    };
  } catch {
    return EMPTY_HISTORY;
  }
}

/**
 * When each slug of `redirects.yaml` was given up, as far as Git tells: when it was first written there.
 * @param folder the root of the project
 */
export function redirectsWritten(folder: string): ReadonlyMap<string, string> {
  try {
    git(folder, 'ls-files', '--error-unmatch', 'package.json');
    const words = ['-p', '--unified=0', '--no-color', '--no-ext-diff', '--', 'content/redirects.yaml'];
    return keysWritten(git(folder, 'log', `--format=${COMMIT_SIGN}%H %ct`, ...words), boundaryOf(folder));
  } catch {
    return new Map();
  }
}

/** The history of this copy, read once. */
export const history: History = historyOf('.');

/** When each file of today came and last changed, by its path from the root of the project. */
export const dates = datesByPath(history);

/**
 * When an entry came and when it last changed.
 * @param path of its file, from the root of the project: `Entry.filePath`
 */
export const datesOf = (path: string | undefined): Dates => (path && dates.get(path)) || {};

/** When the content as a whole last changed. */
export const lastChange: Dates = lastChangeOf(history);
