import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where Astro keeps what it made, for the next build. */
export const KEPT_BY_ASTRO = 'node_modules/.astro';

/** Where a build notes by which code it was made. */
const NOTE = join(KEPT_BY_ASTRO, 'made-by.txt');

/** All that makes pages out of content: this guide's own code, and the versions of everybody else's. */
const FOLDER = 'src';
const FILES = [
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  // Its terms are marked in texts when these are rendered.
  'content/glossary.yaml',
];

/**
 * A hash of the code that makes the site; tests make nothing.
 * @param root folder of the project; a file that is not there counts as empty
 */
export function codeOf(root: string): string {
  const code = readdirSync(join(root, FOLDER), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[a-z]+$/.test(name) && !name.includes('.test.'))
    .map((name) => join(FOLDER, name))
    .toSorted();
  const hash = createHash('sha256');
  for (const name of [...FILES, ...code]) hash.update(`${name}\n`).update(textOf(join(root, name)));
  return hash.digest('hex');
}

function textOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0); // A folder whose name looks like a file's, or a file that this project has not.
  }
}

/** The code that made what the last build kept; empty where nobody noted it. */
export const notedCode = (root: string): string => textOf(join(root, NOTE)).toString();

/**
 * Notes which code made what is kept now.
 * @param code as `codeOf` told it before the build: what changed meanwhile is not in it
 */
export function noteCode(root: string, code: string): void {
  const file = join(root, NOTE);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
}
