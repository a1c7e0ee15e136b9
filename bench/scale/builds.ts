import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, forget, PLAIN } from '../take-away/builds.ts';
import type { Files } from '../take-away/parts.ts';
import { measured, type Use } from './measured.ts';

/** What a build finds of the build before it. */
export const STATES = {
  cold: 'cold',
  warm: 'again, nothing changed',
  edited: 'again, one case study edited',
} as const;
export type State = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as State[];

/** Builds of one catalogue, one a run, and what the site is made of. */
export interface Builds {
  readonly uses: Readonly<Record<State, readonly Use[]>>;
  readonly site: Built;
}

/** What a built site is made of. */
export interface Built {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  /** The page with most HTML, and how much, before compression. */
  readonly heaviestPage: { readonly path: string; readonly bytes: number };
}

/** Counts files, by their path, with their bytes. */
export function builtOf(files: Files): Built {
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  const [path, bytes] = pages.reduce((most, page) => (page[1] > most[1] ? page : most), ['', 0]);
  return {
    pages: pages.length,
    files: files.size,
    bytes: [...files.values()].reduce((sum, each) => sum + each, 0),
    heaviestPage: { path, bytes },
  };
}

/** Adds a sentence to the text of a case study, another one each time. */
export function edit(file: string, time: number): void {
  const text = readFileSync(file, 'utf8');
  const end = text.search(/\n## What was done/);
  if (end < 0) throw new Error(`${file} has no section "What was done" to write before`);
  writeFileSync(
    file,
    `${text.slice(0, end)}\nSomebody looked at it once more: look number ${time}.\n${text.slice(end)}`,
  );
}

/**
 * Builds a copy of the guide as `npm run build` does: cold, then again with what that build kept, then after one edit.
 * @param edited path of the case study to edit, within the project
 * @param told gets each build when it has ended
 */
export async function buildsOf(
  project: string,
  edited: string,
  runs: number,
  signal: AbortSignal,
  told: (state: State, use: Use) => void,
): Promise<Builds> {
  const uses: Record<State, Use[]> = { cold: [], warm: [], edited: [] };
  for (let run = 1; run <= runs; run += 1) {
    forget(project);
    rmSync(join(project, 'dist'), { recursive: true, force: true });
    for (const state of STATE_NAMES) {
      if (state === 'edited') edit(join(project, edited), run + 1);
      const use = await measured({ args: ['src/cli/build.ts'], cwd: project, env: PLAIN }, signal);
      uses[state].push(use);
      told(state, use);
    }
  }
  return { uses, site: builtOf(filesOf(project)) };
}
