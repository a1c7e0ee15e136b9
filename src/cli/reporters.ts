import { counted } from '../model/in-words.ts';
import { sentencesOf, type Slip } from '../reading/slip.ts';

/** GitHub reads `%`, line ends, `:` and `,` in its annotations as marks of its own. */
const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Control characters in a file must not move the cursor of whoever reads the message. */
const printable = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => `\\u${sign.codePointAt(0)?.toString(16).padStart(4, '0')}`);

const total = (slips: readonly Slip[], files: number) =>
  slips.length === 0
    ? `${counted(files, 'file')}, no slips`
    : `${counted(slips.length, 'slip')} in ${counted(files, 'file')}`;

/** What to say of a slip, with the address of its help. */
const told = (slip: Slip, help: string): string =>
  sentencesOf(slip) + (slip.help === undefined ? '' : ` (${help}#${slip.help})`);

/** The file that helps, seen from the root of a clone. */
const HELP = 'CONTRIBUTING.md';

/**
 * The ways to print slips: each takes them in order, the number of files read, and the address of the page that helps,
 * and gives the whole output.
 */
export const REPORTERS = {
  text: (slips: readonly Slip[], files: number, help = HELP): string =>
    [
      ...slips.map(
        (slip) =>
          `${printable(slip.path)}:${slip.line}:${slip.column}: ${printable(told(slip, help))} [${slip.rule}]`,
      ),
      total(slips, files),
    ].join('\n'),
  json: (slips: readonly Slip[], _files?: number, help = HELP): string =>
    JSON.stringify(
      slips.map((slip) => {
        const { path, line, column, rule, found = null, expected = null, suggestion = null } = slip;
        return { path, line, column, rule, message: told(slip, help), found, expected, suggestion };
      }),
      null,
      2,
    ),
  github: (slips: readonly Slip[], files: number, help = HELP): string =>
    [...slips.map((slip) => annotation('error', slip, told(slip, help))), total(slips, files)].join('\n'),
};
export type Format = keyof typeof REPORTERS;

const annotation = (
  level: 'error' | 'warning',
  { path, line, column, rule }: Slip,
  message: string,
): string =>
  `::${level} file=${escapedProperty(path)},line=${line},col=${column},title=${escapedProperty(rule)}::${escaped(message)}`;

/** The ways to print a warning, which is no slip: it fails nothing and is not counted. */
export const WARNERS = {
  text: ({ path, line, column, message, rule }: Slip): string =>
    `${printable(path)}:${line}:${column}: warning: ${printable(message)} [${rule}]`,
  github: (slip: Slip): string => annotation('warning', slip, slip.message),
};
export type Warned = keyof typeof WARNERS;
