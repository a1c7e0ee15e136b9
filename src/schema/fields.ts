import type { z } from 'astro/zod';
import { helpOf, type FieldHelp } from './help.ts';

/** What Zod keeps inside a schema, as far as walking it needs. */
interface Inside {
  readonly def?: {
    readonly type?: string;
    readonly innerType?: Inside;
    readonly out?: Inside;
    readonly element?: Inside;
    readonly valueType?: Inside;
    readonly entries?: Readonly<Record<string, string>>;
    readonly values?: readonly unknown[];
  };
  readonly shape?: Readonly<Record<string, Inside>>;
}

const inside = (schema: unknown) => schema as Inside;

/** A schema without what wraps it: optional, default, preprocess. */
function bare(schema: Inside | undefined): Inside | undefined {
  let at = schema;
  while (at && !at.shape && (at.def?.innerType ?? at.def?.out)) at = at.def.innerType ?? at.def.out;
  return at;
}

/** One step down: a field of an object, an item of a list, a value of a map. */
const below = (schema: Inside | undefined, key: PropertyKey): Inside | undefined => {
  const at = bare(schema);
  if (typeof key === 'number') return at?.def?.element;
  const name = String(key);
  return at?.shape && Object.hasOwn(at.shape, name) ? at.shape[name] : at?.def?.valueType;
};

/** The schema at a path inside another, or nothing where the path leads out of it. */
export const schemaAt = (schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined =>
  path.reduce<Inside | undefined>(below, inside(schema)) as z.ZodType | undefined;

/** Keys that the schema at a path knows; none where it is no object. */
export const keysAt = (schema: z.ZodType, path: readonly PropertyKey[]): string[] =>
  Object.keys(bare(path.reduce<Inside | undefined>(below, inside(schema)))?.shape ?? {});

/** Whether a field is a list. */
export const isList = (schema: z.ZodType | undefined): boolean =>
  schema !== undefined && bare(inside(schema))?.def?.type === 'array';

/** The words that a field chooses from, numbers as words too; none where it takes free text. */
export const wordsOf = (schema: z.ZodType): string[] => {
  const { entries = {}, values = Object.values(entries) } = bare(inside(schema))?.def ?? {};
  return values.map(String);
};

/** How a field is written in messages: `source.doi`, `mitigations[2].outcome`. */
export const fieldName = (path: readonly PropertyKey[]): string =>
  path
    .map((part, i) =>
      typeof part === 'number' ? `[${part + 1}]` : i === 0 ? String(part) : `.${String(part)}`,
    )
    .join('');

/** A field of a kind of entry, with its help. */
export interface Field {
  /** `source.doi`; items of lists are left out of the name: `mitigations.outcome`. */
  readonly name: string;
  readonly isOptional: boolean;
  readonly schema: z.ZodType;
  readonly help: FieldHelp;
  /** What it may be, where it chooses from a list of words. */
  readonly words: readonly string[];
}

/** The fields of an object schema that carry help, in order, those of groups after their group. */
export function fieldsOf(schema: z.ZodType, prefix = ''): Field[] {
  return Object.entries(bare(inside(schema))?.shape ?? {}).flatMap(([key, each]): Field[] => {
    const own = each as unknown as z.ZodType;
    const help = helpOf(own);
    const name = `${prefix}${key}`;
    const item = bare(each)?.def?.element;
    return [
      ...(help
        ? [{ name, isOptional: own.safeParse(undefined).success, schema: own, help, words: wordsOf(own) }]
        : []),
      ...fieldsOf((item ?? each) as unknown as z.ZodType, `${name}.`),
    ];
  });
}

/** Anchor of a field in the field reference: GitHub's, for a heading that is the name alone. */
export const fieldAnchor = (name: string): string => name.replaceAll('.', '').toLowerCase();

/** The nearest field with help on the way to a path. */
export function fieldAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
): { readonly name: string; readonly help: FieldHelp } | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const at = schemaAt(schema, part);
    const help = at && helpOf(at);
    if (help) return { name: fieldName(part.filter((key) => typeof key !== 'number')), help };
  }
  return undefined;
}
