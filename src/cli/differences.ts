import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

/** A file that is in one of two folders only, or in both with other bytes. */
export interface Difference {
  /** Path inside the folders. */
  readonly file: string;
  readonly kind: 'first-only' | 'second-only' | 'changed';
  /** Place of the first byte that differs, where both have the file. */
  readonly from?: number;
}

/**
 * Files by which two folders differ, byte for byte, sorted by name.
 * @returns an empty list when they are the same
 */
export function differingFiles(first: string, second: string): Difference[] {
  const [ours, theirs] = [new Set(filesUnder(first)), new Set(filesUnder(second))];
  return [...ours.union(theirs)].sort().flatMap((file): Difference[] => {
    if (!theirs.has(file)) return [{ file, kind: 'first-only' }];
    if (!ours.has(file)) return [{ file, kind: 'second-only' }];
    const [a, b] = [readFileSync(join(first, file)), readFileSync(join(second, file))];
    if (a.equals(b)) return [];
    const place = a.findIndex((byte, i) => byte !== b[i]);
    return [{ file, kind: 'changed', from: place < 0 ? a.length : place }];
  });
}

/**
 * How two folders differ, in words: one line a file, sorted by name.
 * @returns an empty list when they are the same
 */
export const differences = (first: string, second: string): string[] =>
  differingFiles(first, second).map(({ file, kind, from = 0 }) =>
    kind === 'changed'
      ? `${file} differs from byte ${from} on`
      : `${file} is in ${kind === 'first-only' ? first : second}/ only`,
  );
