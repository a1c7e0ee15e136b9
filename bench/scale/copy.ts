import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { git, linkPackages, commitOfToday } from '../take-away/trees.ts';
import { contentOf, generatedFor, writeGenerated, type Generated } from '../generated/content.ts';

/** Challenges that a generated catalogue has in all. */
export const CHALLENGES = 50;

/** A copy of the guide with generated entries beside its own. */
export interface Copy {
  readonly project: string;
  readonly generated: Generated;
}

/** Author and date of the commit that brings the generated entries. */
const COMMITTED = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];

/**
 * Copies this guide, with the changes that are not committed yet in files that Git knows, and commits generated entries
 * to the copy, so that it has a history like any catalogue. The copy borrows Git's objects from here and gives none.
 * @param folder a new folder for the copy
 * @param size how many case studies are generated; the copy of none has no generated challenges either
 * @throws Failure when there is no history
 */
export function copyWith(folder: string, size: number): Copy {
  const commit = commitOfToday();
  mkdirSync(folder);
  const project = resolve(folder);
  git('clone', '--quiet', '--shared', '--no-checkout', '.', project);
  git('-C', project, 'checkout', '--quiet', '--detach', commit);
  linkPackages(project);
  const content = contentOf(project);
  const generated: Generated =
    size === 0 ? { caseStudies: [], challenges: [] } : generatedFor(content, size, CHALLENGES);
  if (size > 0) {
    writeGenerated(join(project, 'content'), generated);
    git('-C', project, 'add', 'content');
    git('-C', project, ...COMMITTED, 'commit', '--quiet', '--message', 'Add generated entries');
  }
  return { project, generated };
}
