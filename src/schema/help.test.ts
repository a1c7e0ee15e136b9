import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { CaseStudy } from './case-study.ts';
import { fieldsOf } from './fields.ts';
import { field, helpOf } from './help.ts';

const HELP = {
  description: 'What it is.',
  why: 'it matters',
  examples: ['a'],
  bad: [{ value: 7, why: 'no text' }],
};

test('help stays with the field it was attached to', () => {
  const described = field(z.string(), HELP);
  expect(helpOf(described)).toEqual(HELP);
  expect(described.safeParse('a').success).toBe(true);
});

test('a schema that wraps a field leaves its help behind', () => {
  expect(helpOf(field(z.string(), HELP).optional())).toBeUndefined();
});

test('a schema without help has none', () => {
  expect(helpOf(z.string())).toBeUndefined();
  expect(helpOf(z.string().meta({ description: 'Only this.' }))).toBeUndefined();
});

const fields = fieldsOf(CaseStudy);

describe.each(fields)('the help of $name', ({ schema, help }) => {
  test('says what the field is in sentences, and why it matters in half of one', () => {
    expect(help.description).toMatch(/^[A-Z][^]*\.$/);
    expect(help.why).toMatch(/^[a-z][^]*[^.?!]$/);
  });

  test('has good examples, which the field takes', () => {
    expect(help.examples.length).toBeGreaterThan(0);
    expect(help.examples.filter((value) => !schema.safeParse(value).success)).toEqual([]);
  });

  test('has bad examples, which the field refuses', () => {
    expect(help.bad.length).toBeGreaterThan(0);
    expect(help.bad.filter(({ value }) => schema.safeParse(value).success)).toEqual([]);
    expect(help.bad.filter(({ why }) => why.trim() === '')).toEqual([]);
  });
});

test('the examples of all fields make a right case study together', () => {
  const examples = Object.fromEntries(
    fields.filter(({ name }) => !name.includes('.')).map(({ name, help }) => [name, help.examples[0]]),
  );
  expect(CaseStudy.safeParse(examples).error?.issues ?? []).toEqual([]);
});
