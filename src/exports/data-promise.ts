import { headFields, recordOf, type DataField } from './data-json-schema.ts';
import { LIST_NAMES, SCHEMA_VERSION } from './data-schema.ts';
import { TABLES } from './data-tables.ts';

/** What a version of the form of the data promises to whoever reads it. */
export interface Promised {
  readonly schemaVersion: number;
  /** What each field holds, by the list and the field; one that may be left out ends in `?`. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The columns of each table, in order. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

const fieldsOf = (fields: readonly DataField[]) =>
  Object.fromEntries(fields.map(({ name, type, isOptional }) => [`${name}${isOptional ? '?' : ''}`, type]));

/** What the data of today is. */
export const formOfToday = (): Promised => ({
  schemaVersion: SCHEMA_VERSION,
  fields: {
    head: fieldsOf(headFields()),
    ...Object.fromEntries(LIST_NAMES.map((name) => [name, fieldsOf(recordOf(name).fields)])),
  },
  columns: Object.fromEntries(
    Object.entries(TABLES).map(([name, { columns }]) => [name, columns.map(([key]) => key)]),
  ),
});

/** Whether what is read as one type can be read as the other: a list of words may grow. */
function takes(promised: string, today: string): boolean {
  const words = (type: string) => /^(?:list of )?one of: (.*)$/.exec(type)?.[1]?.split(', ');
  const [before, now] = [words(promised), words(today)];
  return before && now ? before.every((word) => now.includes(word)) : promised === today;
}

/**
 * What readers of the data were promised and would no longer find: files, fields, words and columns that are gone, and
 * fields that may now be missing or hold something else. New ones break nothing.
 */
export function brokenPromises(promised: Promised, today: Promised): string[] {
  if (promised.schemaVersion !== today.schemaVersion) return [];
  const fields = Object.entries(promised.fields).flatMap(([list, names]) =>
    Object.entries(names).flatMap(([key, type]) => {
      const name = key.replace(/\?$/, '');
      const now = today.fields[list]?.[name] ?? (key === name ? undefined : today.fields[list]?.[key]);
      if (now !== undefined) return takes(type, now) ? [] : [`${list}: "${name}" was ${type}, and is ${now}`];
      return [`${list}: "${name}" ${today.fields[list]?.[`${name}?`] ? 'may now be missing' : 'is gone'}`];
    }),
  );
  const columns = Object.entries(promised.columns).flatMap(([table, keys]) =>
    keys
      .filter((key) => !today.columns[table]?.includes(key))
      .map((key) => `${table}.csv: the column "${key}" is gone`),
  );
  return [...fields, ...columns];
}
