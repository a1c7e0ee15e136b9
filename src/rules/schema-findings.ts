import type { z } from 'astro/zod';
import { didYouMean, nearest } from '../model/nearest.ts';
import { fieldName, keysAt, schemaAt } from '../schema/fields.ts';
import { mendOf } from './mend.ts';
import type { Detail } from './rule.ts';
import { shortened } from './shortened.ts';

/** A slip that the schema found: where in the record, and what to say about it. */
export interface SchemaFinding extends Detail {
  readonly path: (string | number)[];
  readonly rule: string;
  readonly message: string;
  /** True when the path names a key to point at, rather than a value. */
  readonly atKey?: boolean;
}

type Issue = z.core.$ZodIssue;

/** What a record holds as it stands in the file, where that is known. */
export type Typed = (path: readonly (string | number)[]) => string | undefined;

const show = (value: unknown): string => shortened(JSON.stringify(value));

const valueAt = (record: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    record,
  );

/** Zod's own words for a type are a programmer's; these are an author's. */
const TYPE_WORDS: Record<string, string> = {
  string: 'text',
  array: 'a list (lines that start with "- ", or [a, b])',
  object: 'a group of "key: value" lines',
  record: 'a group of "key: value" lines',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
};

/** A value may break several limits at once; the first one told is the one to mend. */
function firstOfEach(issues: readonly Issue[]): Issue[] {
  const told = new Set<string>();
  return issues.filter((issue) => {
    const place = JSON.stringify(issue.path);
    if (issue.code === 'unrecognized_keys' || !told.has(place)) return told.add(place);
    return false;
  });
}

/** A misspelt key that is needed is one slip: that the right one is missing follows from it. */
function withoutEcho(findings: readonly SchemaFinding[]): SchemaFinding[] {
  const meant = new Set(
    findings.flatMap(({ rule, path, suggestion }) =>
      rule === 'unknown-key' && suggestion ? [JSON.stringify([...path.slice(0, -1), suggestion])] : [],
    ),
  );
  return findings.filter(({ rule, path }) => rule !== 'missing-key' || !meant.has(JSON.stringify(path)));
}

const orRather = (suggestion: string | undefined) =>
  suggestion === undefined ? '' : `; did you mean ${suggestion}?`;

/** Words for a place in a record. */
const nameOf = (path: readonly PropertyKey[]) => (path.length === 0 ? 'the file' : `"${fieldName(path)}"`);

function findingsOf(schema: z.ZodType, record: unknown, issue: Issue, typedAt: Typed): SchemaFinding[] {
  const path = issue.path as (string | number)[];
  const field = nameOf(path);
  const value = valueAt(record, path);
  const at = schemaAt(schema, path);
  const mend = () => {
    const suggestion = at && mendOf(at, value, typedAt(path));
    return suggestion === undefined ? {} : { suggestion };
  };
  const told = (rule: string, message: string, expected: string, detail: Detail = {}): SchemaFinding => ({
    path,
    rule,
    // A value of the right type is shown as it is written: a number without quotes, an identifier with its own.
    message: message + (rule === 'wrong-type' ? orRather(detail.suggestion) : didYouMean(detail.suggestion)),
    expected,
    ...detail,
  });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      // A key that is there already cannot be the one that was meant.
      const free = known.filter((key) => valueAt(record, [...path, key]) === undefined);
      return issue.keys.map((key) => {
        const suggestion = nearest(key, free) ?? nearest(key, known);
        return {
          ...told('unknown-key', `unknown key "${key}"`, known.join(', '), {
            found: key,
            ...(suggestion && { suggestion }),
          }),
          path: [...path, key],
          atKey: true,
        };
      });
    }
    case 'invalid_value': {
      const words = issue.values.map(String).join(', ');
      if (value === undefined)
        return [told('missing-key', `${field} is missing; it takes one of ${words}`, words)];
      if (value === null) return [told('empty-value', `${field} is empty; it takes one of ${words}`, words)];
      return [
        told('unknown-value', `${field} is ${show(value)}; it takes one of ${words}`, words, {
          found: show(value),
          ...mend(),
        }),
      ];
    }
    case 'invalid_type': {
      const words = TYPE_WORDS[issue.expected] ?? issue.expected;
      const expected = /^Invalid input/.test(issue.message) ? words : issue.message;
      if (path.length === 0)
        return [
          told('wrong-type', `the file holds ${show(value)}; it takes ${expected}`, expected, {
            found: show(value),
          }),
        ];
      if (value === undefined)
        return [told('missing-key', `${field} is missing; it takes ${expected}`, expected)];
      if (value === null) return [told('empty-value', `${field} is empty; it takes ${expected}`, expected)];
      const found = show(value);
      return [
        told('wrong-type', `${field} is ${found}; it takes ${expected}`, expected, { found, ...mend() }),
      ];
    }
    case 'custom': {
      const { rule } = (issue.params ?? {}) as { rule?: string };
      if (rule !== undefined) return [{ path, rule, message: issue.message, found: show(value) }];
      return [
        told('invalid-value', `${field} is ${show(value)}; it takes ${issue.message}`, issue.message, {
          found: show(value),
          ...mend(),
        }),
      ];
    }
    default: {
      const expected = /^(Invalid|Too)/.test(issue.message) ? sizeWords(issue) : issue.message;
      return value === ''
        ? [told('empty-value', `${field} is empty; it takes ${expected}`, expected)]
        : [
            told('invalid-value', `${field} is ${show(value)}; it takes ${expected}`, expected, {
              found: show(value),
              ...mend(),
            }),
          ];
    }
  }
}

/**
 * Says what a schema found wrong with a record, one slip a finding, in words that name the mend.
 * @param schema the schema the record was read with, for the names of known keys
 * @param record the record as YAML reads it
 * @param issues what `safeParse` reported
 * @param typedAt what stands in the file at a path, where YAML may have read more into it
 */
export const schemaFindings = (
  schema: z.ZodType,
  record: unknown,
  issues: readonly Issue[],
  typedAt: Typed = () => undefined,
): SchemaFinding[] =>
  withoutEcho(firstOfEach(issues).flatMap((issue) => findingsOf(schema, record, issue, typedAt)));

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
