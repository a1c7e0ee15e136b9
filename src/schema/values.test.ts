import type { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { Day, Period, Year } from './date.ts';
import { Slug } from './slug.ts';
import { Line, WebAddress } from './text.ts';
import * as vocabulary from './vocabulary.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const accepted: [what: string, schema: z.ZodType, typed: unknown, kept: unknown][] = [
  ['a day', Day, '2026-01-31', '2026-01-31'],
  ['today', Day, dayFromNow(0), dayFromNow(0)],
  ['29 February of a leap year', Day, '2024-02-29', '2024-02-29'],
  ['a day read as a Date', Day, new Date('2024-02-29T00:00:00Z'), '2024-02-29'],
  ['a period that is a day', Period, '2026-03-02', '2026-03-02'],
  ['a period that is a month', Period, '2021-04', '2021-04'],
  ['a period that is a year', Period, '2025', '2025'],
  ['a period that is the present year', Period, dayFromNow(0).slice(0, 4), dayFromNow(0).slice(0, 4)],
  ['a year read as a number', Period, 2025, '2025'],
  ['a period read as a Date', Period, new Date('2026-01-01T00:00:00Z'), '2026-01-01'],
  ['a year', Year, 2011, 2011],
  ['a slug of one word', Slug, 'tfx', 'tfx'],
  ['a slug with digits', Slug, 'booking-com-150-models', 'booking-com-150-models'],
  ['a slug of 60 characters', Slug, 'x'.repeat(60), 'x'.repeat(60)],
  ['a line, trimmed', Line, '  some text ', 'some text'],
  ['a line in any script', Line, 'Überwachung 監視', 'Überwachung 監視'],
  ['an address', WebAddress, 'https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
];

test.each(accepted)('%s is accepted', (_what, schema, typed, kept) => {
  expect(schema.parse(typed)).toBe(kept);
});

const refused: [what: string, schema: z.ZodType, typed: unknown, first: string][] = [
  ['30 February', Day, '2026-02-30', 'a day that exists in the calendar'],
  ['29 February of a common year', Day, '2025-02-29', 'a day that exists in the calendar'],
  ['31 April', Day, '2026-04-31', 'a day that exists in the calendar'],
  ['month 13', Day, '2026-13-01', 'a date such as 2026-11-23'],
  ['a day in another order', Day, '23.11.2026', 'a date such as 2026-11-23'],
  ['a month for a day', Day, '2026-01', 'a date such as 2026-11-23'],
  ['a number for a day', Day, 20260101, 'a date such as 2026-11-23'],
  ['a Date that is none', Day, new Date('x'), 'a date such as 2026-11-23'],
  ['a list for a day', Day, ['2026-01-01'], 'a date such as 2026-11-23'],
  ['a day and a time', Day, '2026-01-01T10:00:00Z', 'a date such as 2026-11-23'],
  ['the day after tomorrow', Day, dayFromNow(2), 'a date that is not in the future'],
  ['30 February as a period', Period, '2026-02-30', 'a date that exists in the calendar'],
  ['a period to come', Period, '2999-01', 'a date that is not in the future'],
  ['a year to come', Period, 2999, 'a date that is not in the future'],
  ['month 0', Period, '2021-00', 'a date, month or year such as 2026-03-02, 2021-04 or 2025'],
  ['words for a period', Period, 'last year', 'a date, month or year such as 2026-03-02, 2021-04 or 2025'],
  ['a year in quotes', Year, '2024', 'a year such as 2024, without quotes'],
  ['a year long ago', Year, 1939, 'a year from 1940 on'],
  ['a year that has not come', Year, 2999, 'a year that is not in the future'],
  ...[
    '',
    'Concept-drift',
    'concept drift',
    'concept_drift',
    '-a',
    'a-',
    'a--b',
    'ü',
    'a/b',
    '../a',
    'a.b',
    'a\n',
  ].map((slug): [string, z.ZodType, string, string] => [
    `the slug ${JSON.stringify(slug)}`,
    Slug,
    slug,
    'a slug: lower-case words joined by hyphens, such as concept-drift',
  ]),
  ['a slug of 61 characters', Slug, 'x'.repeat(61), 'a slug of 60 characters at most'],
  ['an empty line', Line, '', 'some text'],
  ['a line of spaces', Line, ' \t ', 'some text'],
  ['two lines', Line, 'a\nb', 'text on one line'],
  ['two lines of an old Mac', Line, 'a\rb', 'text on one line'],
  ...[
    'example.org',
    '//example.org',
    '/challenges/',
    'ftp://example.org/',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'https:example.org',
    'https://',
    'https://exa mple.org/',
  ].map((address): [string, z.ZodType, string, string] => [
    `the address ${JSON.stringify(address)}`,
    WebAddress,
    address,
    'a web address that starts with https:// or http://',
  ]),
];

test.each(refused)('%s is refused', (_what, schema, typed, first) => {
  expect(schema.safeParse(typed).error?.issues[0]?.message).toBe(first);
});

describe('vocabularies', () => {
  test.each([
    ['evidence level', vocabulary.EVIDENCE, vocabulary.EVIDENCE_MEANING],
    ['basis', vocabulary.BASES, vocabulary.BASIS_MEANING],
    ['strength', vocabulary.STRENGTHS, vocabulary.STRENGTH_MEANING],
  ])('every %s has a meaning to show', (_what, words, meanings) => {
    expect(Object.keys(meanings)).toEqual(Object.keys(words));
    expect(Object.values(meanings).filter((meaning) => meaning.trim() === '')).toEqual([]);
  });

  test('keys come in the order of the list', () => {
    expect(vocabulary.keysOf({ b: 'B', a: 'A' })).toEqual(['b', 'a']);
  });
});
