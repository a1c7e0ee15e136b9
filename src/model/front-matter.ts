import { z } from 'astro/zod';
import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isSlug } from './slug-of.ts';

/** What belongs into a gap, by the path of its field, such as `year` or `source.url`. */
export type Hints = Readonly<Record<string, string>>;

/** The schema inside optional, default and transforming ones. */
function unwrapped(schema: unknown): unknown {
  let at = schema;
  while (at instanceof z.ZodOptional || at instanceof z.ZodDefault || at instanceof z.ZodPipe)
    at = at instanceof z.ZodPipe ? at.def.out : at.def.innerType;
  return at;
}

const isNeeded = (schema: z.ZodType) => !schema.safeParse(undefined).success;

/** Left out by whoever filled in the fields: not there, no text, no item of a list. */
const isBlank = (value: unknown) =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key without value: the check names it until somebody fills it in. */
function gap(hint: string | undefined): Scalar {
  const empty = new Scalar(null);
  if (hint !== undefined) empty.comment = ` ${hint}`;
  return empty;
}

function absent(schema: z.ZodType, path: string, hints: Hints): Scalar | YAMLMap | YAMLSeq {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return mapOf(inner, {}, path, hints);
  if (inner instanceof z.ZodArray && unwrapped(inner.element) instanceof z.ZodObject)
    return nodeOf(schema, [{}], path, hints);
  return gap(hints[path]);
}

function nodeOf(schema: unknown, value: unknown, path: string, hints: Hints): Scalar | YAMLMap | YAMLSeq {
  const inner = unwrapped(schema);
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    const element = inner instanceof z.ZodArray ? inner.element : undefined;
    list.items = value.map((item: unknown, i) => nodeOf(element, item, path, i === 0 ? hints : {}));
    list.flow = value.every((item) => typeof item === 'number' || (typeof item === 'string' && isSlug(item)));
    return list;
  }
  if (inner instanceof z.ZodObject && isGroup(value)) return mapOf(inner, value, path, hints);
  return typeof value === 'string' ? textNode(value.toWellFormed().trim()) : new Scalar(value);
}

/** Characters that YAML takes only escaped, or that some reader takes for the end of a line. */
const TO_ESCAPE = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;
/** Those among them that the library leaves as they are between double quotes. */
const LEFT_AS_IS = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

function textNode(text: string): Scalar {
  const scalar = new Scalar(text);
  if (TO_ESCAPE.test(text)) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

function mapOf(
  schema: z.ZodObject,
  value: Readonly<Record<string, unknown>>,
  path: string,
  hints: Hints,
): YAMLMap {
  const map = new YAMLMap();
  const shape: Readonly<Record<string, z.ZodType>> = schema.shape;
  for (const [key, field] of Object.entries(shape)) {
    const given = Object.hasOwn(value, key) ? value[key] : undefined;
    const own = path === '' ? key : `${path}.${key}`;
    // A number stays a number: YAML writes the key 2021 without quotes.
    const name = new Scalar(/^\d+$/.test(key) ? Number(key) : key);
    if (given === null) map.items.push(new Pair(name, gap(hints[own])));
    else if (!isBlank(given)) map.items.push(new Pair(name, nodeOf(field, given, own, hints)));
    else if (isNeeded(field)) map.items.push(new Pair(name, absent(field, own, hints)));
  }
  return map;
}

/**
 * Front matter as text, with its lines of `---`: fields in the order of the schema, one line a value, never folded.
 * Every value is read back as it was, by readers of YAML 1.1 too. What the schema needs and the record lacks
 * becomes a key without value (so does a field that is null), a comment telling what belongs there.
 * @param fields values as the schema takes them; those it does not know are left out
 * @param hints comments for gaps, by the path of the field
 */
export function frontMatter(
  schema: z.ZodObject,
  fields: Readonly<Record<string, unknown>>,
  hints: Hints = {},
): string {
  const yaml = new Document(undefined, { compat: 'yaml-1.1' });
  yaml.contents = mapOf(schema, fields, '', hints);
  const text = yaml.toString({
    lineWidth: 0,
    singleQuote: true,
    blockQuote: false,
    nullStr: '',
    flowCollectionPadding: false,
  });
  return `---\n${text.replace(/[ \t]+(?=\n)/g, '').replace(LEFT_AS_IS, escaped)}---\n`;
}
