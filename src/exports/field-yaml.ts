import type { z } from 'astro/zod';
import { Document, isScalar, visit } from 'yaml';
import { isList, schemaAt } from '../schema/fields.ts';

/** Longest list that stands in one line. */
const LINE = 60;

/** YAML as people here write it: single quotes where quotes are needed, short lists in one line. */
function written(value: unknown, isInline: boolean): string {
  const document = new Document(value);
  visit(document, {
    Collection: (_, node) => {
      const parts = node.items.map((item) => (isScalar(item) ? String(item.value) : undefined));
      const isShort = parts.every((part) => part !== undefined) && parts.join(', ').length <= LINE;
      if (isInline || isShort) node.flow = true;
    },
  });
  return document.toString({ singleQuote: true, lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

/**
 * A value of a field as it stands in a file, within the fields and lists that it belongs to.
 * @param schema of the whole entry, which knows which fields are lists
 * @param name of the field, such as `mitigations.outcome`
 */
export function fieldYaml(schema: z.ZodType, name: string, value: unknown): string {
  const parts = name.split('.');
  const nested = parts.reduceRight<unknown>(
    (inner, part, i) => ({
      [part]: i < parts.length - 1 && isList(schemaAt(schema, parts.slice(0, i + 1))) ? [inner] : inner,
    }),
    value,
  );
  return written(nested, false);
}

/** A value behind the last part of its field's name, in one line: `doi: 10.1145/3533378`. */
export const fieldLine = (name: string, value: unknown): string =>
  `${name.slice(name.lastIndexOf('.') + 1)}: ${written(value, true)}`;
