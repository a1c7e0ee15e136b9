import type { Slip } from './read-content.ts';

/** Slips sorted by file, line and column: the order of reading. */
export const inReadingOrder = (slips: readonly Slip[]): Slip[] =>
  slips.toSorted(
    (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column,
  );

/** GitHub reads `%`, line ends, `:` and `,` in its annotations as marks of its own. */
const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Control characters in a file must not move the cursor of whoever reads the message. */
const printable = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => `\\u${sign.codePointAt(0)?.toString(16).padStart(4, '0')}`);

const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
const total = (slips: readonly Slip[], files: number) =>
  slips.length === 0
    ? `${counted(files, 'file')}, no slips`
    : `${counted(slips.length, 'slip')} in ${counted(files, 'file')}`;

/** The ways to print slips: each takes them in order, and the number of files read, and gives the whole output. */
export const REPORTERS = {
  text: (slips: readonly Slip[], files: number): string =>
    [
      ...slips.map(
        ({ path, line, column, message, rule }) =>
          `${printable(path)}:${line}:${column}: ${printable(message)} [${rule}]`,
      ),
      total(slips, files),
    ].join('\n'),
  json: (slips: readonly Slip[]): string =>
    JSON.stringify(
      slips.map(({ path, line, column, rule, message, found = null, expected = null, suggestion = null }) => {
        return { path, line, column, rule, message, found, expected, suggestion };
      }),
      null,
      2,
    ),
  github: (slips: readonly Slip[], files: number): string =>
    [
      ...slips.map(
        ({ path, line, column, message, rule }) =>
          `::error file=${escapedProperty(path)},line=${line},col=${column},title=${escapedProperty(rule)}::${escaped(message)}`,
      ),
      total(slips, files),
    ].join('\n'),
};
export type Format = keyof typeof REPORTERS;

/** The ways to print a warning, which is no slip: it fails nothing and is not counted. */
export const WARNERS = {
  text: ({ path, line, column, message, rule }: Slip): string =>
    `${printable(path)}:${line}:${column}: warning: ${printable(message)} [${rule}]`,
  github: ({ path, line, column, message, rule }: Slip): string =>
    `::warning file=${escapedProperty(path)},line=${line},col=${column},title=${escapedProperty(rule)}::${escaped(message)}`,
};
export type Warned = keyof typeof WARNERS;
