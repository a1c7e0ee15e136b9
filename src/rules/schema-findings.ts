import type { z } from 'astro/zod';
import { didYouMean, nearest } from './nearest.ts';
import type { Detail } from './rule.ts';

/** A slip that the schema found: where in the record, and what to say about it. */
export interface SchemaFinding extends Detail {
  readonly path: (string | number)[];
  readonly rule: string;
  readonly message: string;
  /** True when the path names a key to point at, rather than a value. */
  readonly atKey?: boolean;
}

type Issue = z.core.$ZodIssue;

const MAX_SHOWN = 60;
const show = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
};

const valueAt = (record: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    record,
  );

/** Keys that an object schema knows, found by walking the schema along the path of an issue. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let at = schema as { def?: Record<string, unknown>; shape?: Record<string, unknown> } | undefined;
  const unwrap = () => {
    while (at?.def && !at.shape && (at.def['innerType'] || at.def['out']))
      at = (at.def['innerType'] ?? at.def['out']) as typeof at;
  };
  unwrap();
  for (const key of path) {
    at = (
      typeof key === 'number' ? at?.def?.['element'] : (at?.shape?.[String(key)] ?? at?.def?.['valueType'])
    ) as typeof at;
    unwrap();
  }
  return Object.keys(at?.shape ?? {});
}

/** Zod's own words for a type are a programmer's; these are an author's. */
const TYPE_WORDS: Record<string, string> = {
  string: 'text',
  array: 'a list (lines that start with "- ", or [a, b])',
  object: 'a group of "key: value" lines',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
};

const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, i) =>
      typeof part === 'number' ? `[${part + 1}]` : i === 0 ? String(part) : `.${String(part)}`,
    )
    .join('');

/** A value may break several limits at once; the first one told is the one to mend. */
function firstOfEach(issues: readonly Issue[]): Issue[] {
  const told = new Set<string>();
  return issues.filter((issue) => {
    const place = JSON.stringify(issue.path);
    if (issue.code === 'unrecognized_keys' || !told.has(place)) return told.add(place);
    return false;
  });
}

/**
 * Says what a schema found wrong with a record, one slip a finding, in words that name the mend.
 * @param schema the schema the record was read with, for the names of known keys
 * @param record the record as it was typed
 * @param issues what `safeParse` reported
 */
export function schemaFindings(
  schema: z.ZodType,
  record: unknown,
  issues: readonly Issue[],
): SchemaFinding[] {
  return firstOfEach(issues).flatMap((issue): SchemaFinding[] => {
    const path = issue.path as (string | number)[];
    const field = fieldOf(path) || 'the record';
    const value = valueAt(record, path);
    switch (issue.code) {
      case 'unrecognized_keys': {
        const known = keysAt(schema, path);
        return issue.keys.map((key) => {
          const suggestion = nearest(key, known);
          return {
            path: [...path, key],
            atKey: true,
            rule: 'unknown-key',
            message: `unknown key "${key}"${didYouMean(suggestion)}`,
            found: key,
            expected: known.join(', '),
            ...(suggestion && { suggestion }),
          };
        });
      }
      case 'invalid_value': {
        const words = issue.values.map(String);
        if (value === undefined)
          return [
            {
              path,
              rule: 'missing-key',
              message: `"${field}" is missing; one of ${words.join(', ')}`,
              expected: words.join(', '),
            },
          ];
        const suggestion = nearest(typeof value === 'string' ? value : JSON.stringify(value), words);
        return [
          {
            path,
            rule: 'unknown-value',
            message: `"${field}" may not be ${show(value)}; one of ${words.join(', ')}${didYouMean(suggestion)}`,
            found: show(value),
            expected: words.join(', '),
            ...(suggestion && { suggestion }),
          },
        ];
      }
      case 'invalid_type': {
        const words = TYPE_WORDS[issue.expected] ?? issue.expected;
        const expected = /^Invalid input/.test(issue.message) ? words : issue.message;
        if (value === undefined)
          return [
            { path, rule: 'missing-key', message: `"${field}" is missing; ${expected} is needed`, expected },
          ];
        if (value === null)
          return [
            {
              path,
              rule: 'empty-value',
              message: `"${field}" is empty; write ${expected} or remove the line`,
              expected,
            },
          ];
        const found = show(value);
        return [
          {
            path,
            rule: 'wrong-type',
            message: `"${field}" is ${found}; ${expected} is needed`,
            found,
            expected,
          },
        ];
      }
      default: {
        const told = /^(Invalid|Too)/.test(issue.message) ? sizeWords(issue) : issue.message;
        return [
          {
            path,
            rule: 'invalid-value',
            message: `"${field}" is ${show(value)}; ${told} is needed`,
            found: show(value),
            expected: told,
          },
        ];
      }
    }
  });
}

function sizeWords(issue: Issue): string {
  if (issue.code === 'too_small')
    return issue.origin === 'array'
      ? `a list of at least ${issue.minimum}`
      : `at least ${issue.minimum}${issue.origin === 'string' ? ' character(s)' : ''}`;
  if (issue.code === 'too_big')
    return issue.origin === 'array'
      ? `a list of ${issue.maximum} at most`
      : `${issue.maximum}${issue.origin === 'string' ? ' characters' : ''} at most`;
  return issue.message;
}
