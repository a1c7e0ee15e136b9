import { csvOf, type Cell } from '../model/csv.ts';
import type { Figure, Row } from '../model/figure.ts';
import type { Locate } from './catalogue-json.ts';

/**
 * The rows of a figure as a table. What has a page of its own is followed by a column with its address: after
 * `stage` stands `stageAddress`.
 */
export function figureCsv({ columns, rows }: Figure, locate: Locate): string {
  const cells = columns.flatMap(({ key, address }): [string, (row: Row) => Cell][] => [
    [key, (row) => row[key]],
    ...(address === undefined
      ? []
      : [
          [
            `${key}Address`,
            (row: Row) => {
              const path = row[address];
              return typeof path === 'string' ? locate(path) : undefined;
            },
          ] as [string, (row: Row) => Cell],
        ]),
  ]);
  return csvOf(Object.fromEntries(cells), rows);
}
