import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure } from '../../src/cli/failure.ts';

/** A file that came with the first commit of the take-away: what was before it is the guide without. */
const FIRST_FILE = 'src/history.ts';

/** Pages of prose, which stay with the guide that they belong to. */
const PROSE = 'content/pages';

/** Asks Git something about this repository; gives what it says, trimmed. */
export function git(...args: readonly string[]): string {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Failure(`git ${args.join(' ')} failed: ${said}`);
  }
}

/**
 * A commit of this guide with the changes that are not committed yet, in files that Git knows; no branch knows it.
 * @throws Failure when there is no history
 */
export const commitOfToday = (): string =>
  // Git wants a commit to have an author.
  git('-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'stash', 'create') ||
  git('rev-parse', 'HEAD');

/** The guide with and without the take-away, each in a folder of its own that a build may fill. */
export interface Trees {
  readonly with: string;
  readonly without: string;
  /** Commits that the folders hold, abbreviated. */
  readonly commits: { readonly with: string; readonly without: string };
  /** Takes both away, and what Git knows of them. */
  readonly remove: () => void;
}

/**
 * The commit before the take-away came.
 * @throws Failure when the history does not reach so far
 */
function commitWithout(): string {
  const first = git('log', '--diff-filter=A', '--format=%H', '--', FIRST_FILE).split('\n').at(-1);
  if (first === undefined || first === '')
    throw new Failure(
      `the history that is here does not tell which commit brought ${FIRST_FILE}: fetch all of it, or name the commit to compare with by --against`,
    );
  return git('rev-parse', '--verify', `${first}^`);
}

/** Makes the packages of this project those of another folder; what builds keep among them stays apart. */
export function linkPackages(folder: string): void {
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules'))
    if (name === '.bin' || !name.startsWith('.'))
      symlinkSync(realpathSync(join('node_modules', name)), join(folder, 'node_modules', name), 'junction');
}

/**
 * Checks both guides out: this one with the changes that are not committed yet, in files that Git knows; and the one
 * to compare with, which gets the entries of this one, so that both build as many pages.
 * @param against the commit to compare with; the one before the take-away came when left out
 * @throws Failure when there is no such commit, or no history at all
 */
export function checkOut(against?: string): Trees {
  const isRepository = git('rev-parse', '--is-inside-work-tree') === 'true';
  if (!isRepository) throw new Failure('this folder has no history, so there is nothing to compare with');
  const commits = {
    with: commitOfToday(),
    without: against === undefined ? commitWithout() : git('rev-parse', '--verify', `${against}^{commit}`),
  };
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bench-take-away-')));
  const trees = { with: join(folder, 'with'), without: join(folder, 'without') };
  const remove = () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    git('worktree', 'prune');
  };
  try {
    git('worktree', 'add', '--quiet', '--detach', trees.with, commits.with);
    git('worktree', 'add', '--quiet', '--detach', trees.without, commits.without);
    rmSync(join(trees.without, 'content'), { recursive: true });
    git('-C', trees.without, 'checkout', '--quiet', commits.with, '--', 'content');
    // Prose that is no entry links to pages which the guide without does not have.
    if (git('ls-tree', '--name-only', commits.without, PROSE) !== '') {
      rmSync(join(trees.without, PROSE), { recursive: true, force: true });
      git('-C', trees.without, 'checkout', '--quiet', commits.without, '--', PROSE);
    }
    for (const tree of Object.values(trees)) linkPackages(resolve(tree));
  } catch (error) {
    remove();
    throw error;
  }
  const short = (commit: string) => git('rev-parse', '--short', commit);
  return { ...trees, commits: { with: short(commits.with), without: short(commits.without) }, remove };
}
