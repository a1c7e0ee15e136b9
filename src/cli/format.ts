import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { brokenPromises, formOfToday, type Promised } from '../exports/data-promise.ts';
import { withReferences } from '../exports/reference.ts';

const CONTRIBUTING = 'CONTRIBUTING.md';
const PROMISED = 'src/exports/promised-fields.json';

/** Writes down what the data promises, unless that would take back what it has promised. */
function promise(): void {
  const today = formOfToday();
  if (brokenPromises(JSON.parse(readFileSync(PROMISED, 'utf8')) as Promised, today).length === 0)
    writeFileSync(PROMISED, JSON.stringify(today, undefined, 2));
}

/**
 * Writes the references of CONTRIBUTING and the promised fields of the data anew, then formats every file; gives
 * Prettier's exit status.
 */
export function main(): number {
  writeFileSync(CONTRIBUTING, withReferences(readFileSync(CONTRIBUTING, 'utf8')));
  promise();
  const prettier = ['node_modules/prettier/bin/prettier.cjs', '--write', '.'];
  return spawnSync(process.execPath, prettier, { stdio: 'inherit' }).status ?? 1;
}

if (import.meta.main) process.exitCode = main();
