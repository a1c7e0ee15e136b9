import type { Cell } from './csv.ts';

/** What one line of a figure says: what its columns show, and what its drawing needs besides. */
export type Row = Readonly<Record<string, Cell>>;

/** A column of the table and of the file. */
export interface Column<Key extends string = string> {
  /** The field of the rows that it shows; its name in the file too. */
  readonly key: Key;
  /** Its heading in the table. */
  readonly title: string;
  /** The field that holds the address of what the cell names, from the root of the site. */
  readonly address?: Key;
}

/** Something that the catalogue shows once it is counted: drawn, told in a table, and kept in a file from the same rows. */
export interface Figure<R extends Row = Row> {
  /** Its anchor on the page, and the name of its file. */
  readonly id: string;
  readonly title: string;
  /** What the rows show, in a line or two. */
  readonly finding: string;
  readonly columns: readonly Column[];
  readonly rows: readonly R[];
}

/** Something with a name that was counted. */
export interface Counted {
  readonly title: string;
  readonly count: number;
}

/** Whatever was counted most often: several where they tie, none where nothing was counted. */
export function leadersOf<T extends Counted>(all: readonly T[]): T[] {
  const most = Math.max(0, ...all.map(({ count }) => count));
  return most === 0 ? [] : all.filter(({ count }) => count === most);
}
