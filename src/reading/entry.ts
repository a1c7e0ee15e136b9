import type { z } from 'astro/zod';
import { isPair, isScalar, isSeq, visit, type Document } from 'yaml';
import type { Entry } from '../model/catalogue.ts';
import { slugOf } from '../model/slug-of.ts';
import type { Finding, Where } from '../rules/rule.ts';
import { schemaFindings } from '../rules/schema-findings.ts';
import { fieldName, schemaAt } from '../schema/fields.ts';
import { hiddenSignsIn } from '../schema/hidden-signs.ts';
import { SLUG_PATTERN } from '../schema/slug-pattern.ts';
import { linesOf, offsetOf, placeIn, typedAt, type Source } from './places.ts';
import { explanationOf, oneLine, type Slip } from './slip.ts';
import { isGroup, readYaml } from './yaml.ts';

/** The most bytes that the file of an entry may have. */
export const MOST_BYTES = 65_536;

/** What reading the text of a file gives: its parts with their places, what it holds when it is sound, and the slips. */
export interface TextReading<T> {
  readonly source: Source;
  /** Nothing when the record is not sound. */
  readonly data: T | undefined;
  /** The fields as YAML reads them, of whatever shape; nothing when they cannot be read. */
  readonly record: unknown;
  readonly slips: readonly Slip[];
}

/** Slips are about one file; this names it once. */
type Tell = (offset: number, rule: string, message: string, detail?: Partial<Slip>) => void;

const tellerOf =
  (source: Pick<Source, 'path' | 'lines'>, slips: Slip[]): Tell =>
  (offset, rule, message, detail) =>
    slips.push({
      ...placeIn(source, offset),
      rule,
      message: oneLine(message),
      ...explanationOf(rule, undefined, undefined),
      ...detail,
    });

/** Tells of signs that nobody sees, and gives the lines on which they stand. */
function tellHiddenSigns(text: string, lineOf: (offset: number) => number, tell: Tell): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { offset, names } of hiddenSignsIn(text)) {
    lines.add(lineOf(offset));
    tell(
      offset,
      'characters',
      names === 'U+000D'
        ? 'a carriage return (U+000D) stands here alone, which some programs take for a line end and others do not; use plain line ends'
        : `the text holds a sign that nobody sees, or that turns the reading order (${names}); remove it`,
      { found: names },
    );
  }
  return lines;
}

/** Slips without those of lines that hold signs nobody sees, but for the slips about these signs. */
export const apartFrom = (slips: readonly Slip[], lines: ReadonlySet<number>): Slip[] =>
  slips.filter(({ line, rule }) => rule === 'characters' || !lines.has(line));

/** A record as YAML reads it, and what the schema makes of it when it is sound. */
interface Validated<T> {
  readonly record: unknown;
  readonly data: T | undefined;
}

/** What Astro's reader of YAML takes for a date or a number where it stands without quotes, and ours for text. */
const READ_OTHERWISE =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d[\d.]*[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?)?|[-+]?0b[01]+)$/;

/** Where a node stands: the keys and numbers of all that it lies in. */
const pathOf = (node: unknown, around: readonly unknown[]): (string | number)[] =>
  around.flatMap((each, i): (string | number)[] => {
    const next = around[i + 1] ?? node;
    if (isPair(each) && isScalar(each.key) && each.value === next) return [String(each.key.value)];
    return isSeq(each) ? [each.items.indexOf(next)] : [];
  });

/** Tells of text that would be a date or a number in the build, but for fields that take dates. */
function tellReadOtherwise<T>(yaml: Document, start: number, schema: z.ZodType<T>, tell: Tell): void {
  visit(yaml, {
    Scalar(key, node, around) {
      const { type, value, range } = node;
      if (key === 'key' || type !== 'PLAIN' || typeof value !== 'string' || !READ_OTHERWISE.test(value))
        return;
      const path = pathOf(node, around);
      const field = schemaAt(schema, path);
      if (!field?.safeParse(value).success || field.safeParse(new Date(0)).success) return;
      const suggestion = `"${value}"`;
      tell(
        start + (range?.[0] ?? 0),
        'wrong-type',
        `"${fieldName(path)}" is ${value}, which YAML takes for a date or a number; put it in quotes: ${suggestion}`,
        {
          found: value,
          expected: 'text in quotes',
          suggestion,
          ...explanationOf('wrong-type', schema, path),
        },
      );
    },
  });
}

/** Validates a parsed document, and tells what is wrong with it at its place. */
function validated<T>(yaml: Document, start: number, schema: z.ZodType<T>, tell: Tell): Validated<T> {
  let record: unknown;
  try {
    record = yaml.toJS({ maxAliasCount: 0 }) ?? {};
  } catch (error) {
    tell(start, 'yaml', `the fields cannot be read: ${(error as Error).message}`);
    return { record: undefined, data: undefined };
  }
  tellReadOtherwise(yaml, start, schema, tell);
  const parsed = schema.safeParse(record);
  if (parsed.success) return { record, data: parsed.data };
  for (const { path, atKey, rule, message, ...detail } of schemaFindings(
    schema,
    record,
    parsed.error.issues,
    (at) => typedAt(yaml, at),
  ))
    tell(start + offsetOf(yaml, path, atKey ?? false), rule, message, {
      ...detail,
      ...explanationOf(rule, schema, path),
    });
  return { record, data: undefined };
}

const FENCE = /^---[ \t]*\r?$/;

/** Offsets that front matter is cut by; nothing when there is none that ends. */
interface Cut {
  readonly yamlStart: number;
  readonly yamlEnd: number;
  readonly bodyStart: number;
}

/** Cuts a text at the two lines of `---`. @returns what is wrong where that cannot be done */
function cut(text: string): Cut | string {
  const lines = text.split('\n');
  if (!FENCE.test(lines[0] ?? '')) {
    const first = lines.findIndex((line) => FENCE.test(line));
    const isLate = first > 0 && lines.slice(0, first).every((line) => line.trim() === '');
    return isLate
      ? 'the front matter must begin on the first line; remove what stands before the line of ---'
      : 'the file must begin with front matter: a line of ---, the fields, and a line of ---';
  }
  const end = lines.findIndex((line, i) => i > 0 && FENCE.test(line));
  if (end < 0) return 'the front matter opens here and never ends; write a line of --- after the last field';
  const offsetOfLine = (line: number) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  return {
    yamlStart: offsetOfLine(1),
    yamlEnd: offsetOfLine(end),
    bodyStart: Math.min(text.length, offsetOfLine(end + 1)),
  };
}

/** What every reading begins with: places in the text, and a way to tell slips. */
function opened(path: string, text: string) {
  const slips: Slip[] = [];
  const lines = linesOf(text);
  const tell = tellerOf({ path, lines }, slips);
  const blindLines = tellHiddenSigns(text, (offset) => lines.linePos(offset).line, tell);
  const source: Source = {
    path,
    text,
    lines,
    yaml: undefined,
    yamlStart: 0,
    bodyStart: 0,
    body: '',
    blindLines,
  };
  /** What the reading came to; a record counts as sound when nothing was told at all. */
  const result = <T>(
    own: Source,
    { record, data }: Validated<T> = { record: undefined, data: undefined },
  ): TextReading<T> => ({
    source: own,
    record,
    data: slips.length === 0 ? data : undefined,
    slips: apartFrom(slips, blindLines),
  });
  return { source, tell, result };
}

/** Reads and validates a stretch of YAML, and tells what is wrong with it. */
function readRecord<T>(schema: z.ZodType<T>, text: string, start: number, tell: Tell) {
  const { yaml, faults } = readYaml(text);
  for (const { offset, rule, message, ...detail } of faults) tell(start + offset, rule, message, detail);
  if (!yaml) return undefined;
  return { yaml, validated: () => validated(yaml, start, schema, tell) };
}

/**
 * Reads the text of an entry: fields between two lines of `---`, Markdown below.
 * @param text as decoded, without a byte-order mark
 * @param path for the slips
 */
export function readEntryText<T>(schema: z.ZodType<T>, path: string, text: string): TextReading<T> {
  const { source: whole, tell, result } = opened(path, text);
  const parts = cut(text);
  if (typeof parts === 'string') {
    tell(0, 'front-matter', parts);
    return result(whole);
  }
  const { yamlStart, yamlEnd, bodyStart } = parts;
  const source = { ...whole, yamlStart, bodyStart, body: text.slice(bodyStart) };
  const fields = text.slice(yamlStart, yamlEnd);
  const read = readRecord(schema, fields, yamlStart, tell);
  if (!read) return result(source);
  if (isGroup(read.yaml)) return result({ ...source, yaml: read.yaml }, read.validated());
  tell(yamlStart, 'wrong-type', 'the front matter holds no fields; it takes "key: value" lines', {
    found: fields.trim().slice(0, 40),
    expected: '"key: value" lines',
  });
  return result(source);
}

/** Reads a whole YAML file. */
export function readYamlText<T>(schema: z.ZodType<T>, path: string, text: string): TextReading<T> {
  const { source, tell, result } = opened(path, text);
  const own = { ...source, body: text };
  const read = readRecord(schema, text, 0, tell);
  return read ? result({ ...own, yaml: read.yaml }, read.validated()) : result(own);
}

/** Names that programs keep for themselves: as a slug they would be taken for a part of every record. */
const RESERVED = new Set(['constructor', 'prototype', '__proto__']);

/**
 * What is wrong with the name of an entry's file, or nothing.
 * @param name without folders
 * @param ending `.md` or `.mdx`, as its collection wants
 */
export function fileNameSlip(
  name: string,
  ending: '.md' | '.mdx',
): Pick<Slip, 'message' | 'found' | 'expected' | 'suggestion'> | undefined {
  const stem = name.replace(/\.[^.]*$/, '');
  const right = slugOf(stem) ?? '';
  const suggestion = right && !RESERVED.has(right) ? { suggestion: `${right}${ending}` } : {};
  const told = (message: string, expected: string) => ({
    message: oneLine(suggestion.suggestion ? `${message}; rename it "${suggestion.suggestion}"` : message),
    found: name,
    expected,
    ...suggestion,
  });
  const slug = 'lower-case words of letters and digits, joined by single hyphens, 60 characters at most';
  if (RESERVED.has(stem))
    return told(`the file name "${stem}" is a word that programs keep for themselves`, slug);
  if (!name.endsWith(ending) || (ending === '.md' && name.endsWith('.mdx')))
    return told(`files here end in ${ending}, and this is "${name}"`, `${right || '<slug>'}${ending}`);
  if (stem.length > 60) return told(`the file name has ${stem.length} characters; 60 at most`, slug);
  if (!SLUG_PATTERN.test(stem)) return told(`the file name "${stem}" is no slug`, slug);
  return undefined;
}

/** What a finding is about in a file that maps one thing to another: a key, or what it leads to. */
const isAboutKey = ({ collection, path }: Where) =>
  collection === 'redirects' ||
  (collection === 'asked' && path?.length === 1) ||
  (collection === 'review' && path?.at(-2) === 'when');

function offsetIn(source: Source, where: Where): number {
  if (where.collection === 'works') return Math.max(0, source.body.indexOf(`{${where.id},`));
  if (where.offset !== undefined) return source.bodyStart + where.offset;
  return source.yaml && where.path
    ? source.yamlStart + offsetOf(source.yaml, where.path, isAboutKey(where))
    : 0;
}

/** A finding of a rule as a slip with its place. */
export function slipOf(finding: Finding, source: Source, schema: z.ZodType | undefined): Slip {
  const { rule, message, found, expected, suggestion, path } = finding;
  return {
    ...placeIn(source, offsetIn(source, finding)),
    rule,
    message: oneLine(message),
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
    ...(suggestion !== undefined && { suggestion }),
    ...explanationOf(rule, schema, path),
  };
}

/** An entry as the model wants it. */
export const entryOf = <T>(id: string, data: T, { body, path }: Source): Entry<T> => ({
  id,
  data,
  body,
  filePath: path,
});
