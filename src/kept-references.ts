import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formattedReferences, nameOfText } from './model/bibliography.ts';
import type { Work } from './model/references.ts';

/** Where texts of references are kept from build to build; `npm run build` removes it when the code has changed. */
export const KEPT_REFERENCES = 'node_modules/.cache/references.json';

function kept(file: string): [name: string, text: string][] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, string][];
  } catch {
    return []; // The first build, or one that was stopped while it wrote.
  }
}

/**
 * The texts of all works of a catalogue, of which only those are set that the build before did not set: two milliseconds
 * a work.
 * @param file where they are kept for the next build
 * @returns the text of each work by its key
 */
export function keptReferences(works: readonly Work[], file: string): Map<string, string> {
  const names = new Set(works.map(nameOfText));
  const before = kept(file);
  const known = new Map(before.filter(([name]) => names.has(name)));
  const isSame = known.size === before.length && known.size === names.size;
  const texts = formattedReferences(works, known);
  if (!isSame) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify([...known]));
  }
  return texts;
}
