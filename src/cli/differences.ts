import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

/**
 * How two folders differ, byte for byte: one line a file, sorted by name.
 * @returns an empty list when they are the same
 */
export function differences(first: string, second: string): string[] {
  const [ours, theirs] = [new Set(filesUnder(first)), new Set(filesUnder(second))];
  return [...ours.union(theirs)].sort().flatMap((file) => {
    if (!theirs.has(file)) return [`${file} is in ${first}/ only`];
    if (!ours.has(file)) return [`${file} is in ${second}/ only`];
    const [a, b] = [readFileSync(join(first, file)), readFileSync(join(second, file))];
    if (a.equals(b)) return [];
    const place = a.findIndex((byte, i) => byte !== b[i]);
    return [`${file} differs from byte ${place < 0 ? a.length : place} on`];
  });
}
