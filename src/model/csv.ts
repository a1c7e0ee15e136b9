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

/** A table as CSV: lines end in CR LF, the first one names the columns. */
export const csvOf = <Row>(
  columns: Readonly<Record<string, (row: Row) => Cell>>,
  rows: readonly Row[],
): string =>
  [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((cell) => cell(row)))]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
