/** What a cell may hold; nothing is an empty cell. */
export type Cell = string | number | undefined;

const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;

/**
 * One cell, quoted where it must be (RFC 4180, section 2). A text that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP, "CSV Injection"; ASVS 5, 1.2.10, adds the null character), since strangers write these
 * texts. Blanks before the sign, and signs of full width, are taken for the same.
 */
function quoted(cell: Cell): string {
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const lineOf = (cells: readonly Cell[]) => `${cells.map(quoted).join(',')}\r\n`;

/** A table as CSV, a line at a time: lines end in CR LF, the first one names the columns. */
export function* csvLines<Row>(
  columns: Readonly<Record<string, (row: Row) => Cell>>,
  rows: Iterable<Row>,
): Generator<string> {
  yield lineOf(Object.keys(columns));
  const cells = Object.values(columns);
  for (const row of rows) yield lineOf(cells.map((cell) => cell(row)));
}

/** A table as CSV: lines end in CR LF, the first one names the columns. */
export const csvOf = <Row>(
  columns: Readonly<Record<string, (row: Row) => Cell>>,
  rows: readonly Row[],
): string => [...csvLines(columns, rows)].join('');
