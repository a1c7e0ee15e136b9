import { z } from 'astro/zod';
import { CatalogueFile, isListName, LIST_NAMES, listFile, type ListName } from './data-schema.ts';

/** The part of a JSON Schema that the data uses. */
export type DataSchema = z.core.JSONSchema.BaseSchema;

/** Names of the files that have a schema: every list, and the whole. */
export const DATA_NAMES = ['catalogue', ...LIST_NAMES] as const;
export type DataName = (typeof DATA_NAMES)[number];
/** Whether a file of the data in JSON has this name. */
export const isDataName = (name: string): name is DataName => name === 'catalogue' || isListName(name);

/** What a length or a number is held to while it is written; readers of the data are promised none of it. */
const EDITORIAL = ['minLength', 'maxLength', 'minItems', 'maxItems', 'maximum'] as const;

/** Turns the schema of what is written into that of what is read; called for each schema inside another. */
function asRead(json: DataSchema): void {
  for (const word of ['id', 'why', 'bad', 'examples', 'default', ...EDITORIAL])
    Reflect.deleteProperty(json, word);
  // New fields may come within a version, so what is not named is not refused.
  if (json.additionalProperties === false) delete json.additionalProperties;
  // Addresses of others are as browsers take them, who are more lenient than RFC 3986.
  if (json.format === 'uri') {
    delete json.format;
    json.pattern = '^[Hh][Tt][Tt][Pp][Ss]?://';
  }
}

/**
 * The JSON Schema (2020-12) of a file of the data, made from its Zod schema. A record is described under `$defs`.
 * @param address where the schema lives
 */
export function dataSchemaOf(name: DataName, address: string): DataSchema {
  const { $schema, ...json } = z.toJSONSchema(name === 'catalogue' ? CatalogueFile : listFile(name), {
    io: 'output',
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      asRead(jsonSchema);
    },
  }) as DataSchema;
  return {
    ...($schema !== undefined && { $schema }),
    $id: address,
    title: name === 'catalogue' ? 'The whole catalogue' : `The list "${name}"`,
    ...json,
  };
}

/** A field of a record, as the documentation shows it. */
export interface DataField {
  /** `source.doi`; a list carries brackets: `mitigations[].outcome`. */
  readonly name: string;
  /** What it holds, such as `text`, `list of text` or `one of: low, medium, high`. */
  readonly type: string;
  readonly isOptional: boolean;
  readonly description: string;
}

const PLAIN: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'group',
};

function typeOf(schema: DataSchema): string {
  const { type, items, enum: words, const: only, anyOf } = schema;
  if (words) return `one of: ${words.join(', ')}`;
  if (only !== undefined) return `always ${JSON.stringify(only)}`;
  if (type === 'array') return `list of ${typeOf((items ?? {}) as DataSchema).replace(/^group$/, 'groups')}`;
  if (type === undefined && anyOf) return anyOf.map(typeOf).join(' or ');
  return PLAIN[type as string] ?? 'anything';
}

function fieldsIn(schema: DataSchema, prefix: string): DataField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, each]): DataField[] => {
    const field = each as DataSchema;
    const item = field.type === 'array' ? (field.items as DataSchema) : undefined;
    const name = `${prefix}${key}${item ? '[]' : ''}`;
    return [
      {
        name,
        type: typeOf(field),
        isOptional: !(schema.required ?? []).includes(key),
        description: field.description ?? '',
      },
      ...fieldsIn(item ?? field, `${name}.`),
    ];
  });
}

/** What one record of a list is, in a sentence, and its fields in the order of the file, those of groups after their group. */
export function recordOf(name: ListName): {
  readonly description: string;
  readonly fields: readonly DataField[];
} {
  const [record = {}] = Object.values(dataSchemaOf(name, '').$defs ?? {});
  const { description = '' } = record;
  return { description, fields: fieldsIn(record, '') };
}

/** The fields that every file begins with. */
export const headFields = (): DataField[] =>
  fieldsIn(dataSchemaOf('catalogue', ''), '').filter(
    ({ name }) => !LIST_NAMES.some((list) => name === `${list}[]`) && !name.includes('.'),
  );
