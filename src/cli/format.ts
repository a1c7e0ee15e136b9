import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { withReferences } from '../exports/reference.ts';

const CONTRIBUTING = 'CONTRIBUTING.md';

/** Writes the references of CONTRIBUTING.md anew, then formats every file; gives Prettier's exit status. */
export function main(): number {
  writeFileSync(CONTRIBUTING, withReferences(readFileSync(CONTRIBUTING, 'utf8')));
  const prettier = ['node_modules/prettier/bin/prettier.cjs', '--write', '.'];
  return spawnSync(process.execPath, prettier, { stdio: 'inherit' }).status ?? 1;
}

if (import.meta.main) process.exitCode = main();
