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
 * What a project's own Git answers; something else where there is no Git, or where the folder lies within the repository
 * of something else.
 * @param read asks it, knowing the commits at which a shallow clone begins
 */
function asked<Answer>(
  folder: string,
  otherwise: Answer,
  read: (boundary: ReadonlySet<string>) => Answer,
): Answer {
  try {
    git(folder, 'ls-files', '--error-unmatch', 'package.json');
    return read(boundaryOf(folder));
  } catch {
    return otherwise;
  }
}

/**
 * What Git knows about the content of a project: nothing where there is no Git, or where the folder lies within the
 * repository of something else.
 * @param folder the root of the project
 */
export const historyOf = (folder: string): History =>
  asked(folder, EMPTY_HISTORY, (boundary) => {
    const [commit = '', seconds] = git(folder, 'log', '-1', '--format=%H %ct').trim().split(' ');
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
  });

/**
 * When each slug of `redirects.yaml` was given up, as far as Git tells: when it was first written there.
 * @param folder the root of the project
 */
export const redirectsWritten = (folder: string): ReadonlyMap<string, string> =>
  asked(folder, new Map<string, string>(), (boundary) => {
    const words = ['-p', '--unified=0', '--no-color', '--no-ext-diff', '--', 'content/redirects.yaml'];
    return keysWritten(git(folder, 'log', `--format=${COMMIT_SIGN}%H %ct`, ...words), boundary);
  });

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
