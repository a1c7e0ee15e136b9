import type { Slip } from './slip.ts';

/** Slips sorted by file, line and column: the order of reading. */
export const inReadingOrder = (slips: readonly Slip[]): Slip[] =>
  slips.toSorted(
    (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
