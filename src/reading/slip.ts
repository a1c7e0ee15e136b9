import type { z } from 'astro/zod';
import { slipKind } from '../rules/slip-kinds.ts';
import { fieldAnchor, fieldAt, fieldName } from '../schema/fields.ts';

/** A slip with its place in a file; lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface Slip {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly suggestion?: string;
  /** The field it is about, such as `source.doi` or `mitigations[2].outcome`; left out for the text below the fields. */
  readonly field?: string;
  /** Why it matters, in half a sentence. */
  readonly why?: string;
  /** Where help is: an anchor of CONTRIBUTING.md. */
  readonly help?: string;
}

/** Kinds of slip that are about what a field holds, so that the help of the field says more than that of the kind. */
const OF_VALUES = new Set([
  'missing-key',
  'empty-value',
  'wrong-type',
  'unknown-value',
  'invalid-value',
  'known-slug',
]);

/**
 * What an author should know besides what is wrong: the field, why it matters, and where help is.
 * @param schema of the record, where the slip is about a field
 * @param path of the field in the record
 */
export function explanationOf(
  rule: string,
  schema: z.ZodType | undefined,
  path: readonly (string | number)[] | undefined,
): Pick<Slip, 'field' | 'why' | 'help'> {
  const kind = slipKind(rule);
  const field = path && path.length > 0 ? fieldName(path) : undefined;
  const described = schema && path && OF_VALUES.has(rule) ? fieldAt(schema, path) : undefined;
  const why = described?.help.why ?? kind?.why;
  const help = described ? fieldAnchor(described.name) : kind && rule;
  return { ...(field !== undefined && { field }), ...(why !== undefined && { why }), ...(help && { help }) };
}

/** A message on one line, without signs that could change how a terminal shows it; what authors wrote may stand in it. */
export const oneLine = (message: string): string =>
  message
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(
      /\p{Bidi_Control}/gu,
      (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    );

/** A slip in a sentence or two: what is wrong, what would be right, and why it matters. */
export function sentencesOf({ message, why }: Pick<Slip, 'message' | 'why'>): string {
  if (why === undefined) return message;
  const end = /[.?!]$/.test(message) ? '' : '.';
  return `${message}${end} ${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
}
