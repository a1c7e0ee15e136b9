import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { CaseStudy } from '../schema/case-study.ts';
import { Period } from '../schema/date.ts';
import { schemaAt } from '../schema/fields.ts';
import { Slug } from '../schema/slug.ts';
import { Source } from '../schema/source.ts';
import { mendOf } from './mend.ts';

type Row = [
  what: string,
  path: (string | number)[],
  value: unknown,
  mend: string | undefined,
  typed?: string,
];

const ROWS: Record<string, Row[]> = {
  words: [
    ['a letter missing', ['industry'], 'e-comerce', 'e-commerce'],
    ['capitals', ['industry'], 'FINANCE', 'finance'],
    ['the title that readers see', ['industry'], 'Human resources', 'human-resources'],
    ['another sign between', ['kind'], 'case_study', 'case-study'],
    ['blanks around', ['evidence'], ' full-text ', 'full-text'],
    ['no hyphen', ['evidence'], 'fulltext', 'full-text'],
    ['a title with other words', ['mitigations', 0, 'outcome'], 'Did not help', 'did-not-help'],
    ['nothing near', ['industry'], 'zoology', undefined],
    ['a member of objects', ['industry'], 'constructor', undefined],
    ['an empty text', ['industry'], '', undefined],
  ],
  'numbers and truth': [
    ['a year in quotes', ['year'], '2024', '2024'],
    ['a year in quotes that is out of bounds', ['year'], '1066', undefined],
    ['a number for text', ['task'], 7, '"7"'],
    ['a number for text, as it was typed', ['source', 'arxiv'], 2011.1, '"2011.10000"', '2011.10000'],
    ['truth for text', ['task'], true, '"true"'],
    ['a number of base 16 for text', ['task'], 2024, '"0x7E8"', '0x7E8'],
    ['text that holds a colon', ['task'], ' a: b ', '"a: b"'],
  ],
  lists: [
    ['one word', ['challenges'], 'concept-drift', '[concept-drift]'],
    ['several words', ['challenges'], 'concept-drift, feedback-loops', '[concept-drift, feedback-loops]'],
    ['a title', ['tools'], 'MLflow', '[mlflow]'],
    ['text that may stand in a list as it is', ['source', 'authors'], 'A. Author', '[A. Author]'],
    ['nothing', ['challenges'], null, undefined],
    ['a list that is too long', ['challenges'], 'a b c d e f g h i'.split(' '), undefined],
  ],
  dates: [
    ['day, month, year with slashes', ['checked'], '23/11/2025', '2025-11-23'],
    ['day, month, year with full stops', ['checked'], '1.2.2026', '2026-02-01'],
    ['year, month, day with slashes', ['checked'], '2025/11/23', '2025-11-23'],
    ['one digit for a month', ['checked'], '2025-1-2', '2025-01-02'],
    ['a day that February never has', ['checked'], '2025-02-30', '2025-02-28'],
    ['a day that February has in leap years', ['checked'], '2024-02-30', '2024-02-29'],
    ['a day that November never has', ['checked'], '2025-11-31', '2025-11-30'],
    ['a month that there is not', ['checked'], '2025-13-01', undefined],
    ['a day to come', ['checked'], '9999-01-01', undefined],
    ['a word', ['checked'], 'yesterday', undefined],
  ],
  identifiers: [
    ['a DOI with its address', ['source', 'doi'], 'https://doi.org/10.1145/3533378', '10.1145/3533378'],
    ['a DOI with an old address', ['source', 'doi'], 'http://dx.doi.org/10.1/a', undefined],
    ['a DOI with its prefix', ['source', 'doi'], 'doi: 10.1145/3533378', '10.1145/3533378'],
    ['an address that is no DOI', ['source', 'doi'], 'https://example.org/a', undefined],
    ['an arXiv number with prefix and version', ['source', 'arxiv'], 'arXiv:2011.09926v3', '"2011.09926"'],
    [
      'an arXiv number in an address',
      ['source', 'arxiv'],
      'https://arxiv.org/pdf/2011.09926v1.pdf',
      '"2011.09926"',
    ],
    [
      'an old arXiv number in an address',
      ['source', 'arxiv'],
      'https://arxiv.org/abs/cs/0112017',
      'cs/0112017',
    ],
  ],
  addresses: [
    ['no protocol', ['source', 'url'], 'www.example.org/report', 'https://www.example.org/report'],
    ['half a protocol', ['source', 'url'], '//example.org/report', 'https://example.org/report'],
    ['a blank within', ['source', 'url'], 'https://example.org/a b', 'https://example.org/a%20b'],
    ['blanks around', ['source', 'url'], ' https://example.org ', 'https://example.org'],
    ['a script', ['source', 'url'], 'javascript:alert(1)', undefined],
    ['data', ['source', 'url'], 'data:text/html,x', undefined],
    ['a host that is not public', ['source', 'url'], 'https://localhost/', undefined],
  ],
  slugs: [
    ['a title', ['challenges', 0], 'Concept drift', 'concept-drift'],
    ['marks above letters', ['challenges', 0], 'Café_été', 'cafe-ete'],
    ['no letter at all', ['challenges', 0], '動物園', undefined],
  ],
};

describe.each(Object.entries(ROWS))('the nearest valid value is found: %s', (_kind, rows) => {
  test.each(rows)('%s', (_what, path, value, mend, typed) => {
    const schema = schemaAt(CaseStudy, path);
    expect(schema && mendOf(schema, value, typed)).toBe(mend);
  });
});

test('a value that is right needs no mend', () => {
  expect(mendOf(Slug, 'concept-drift')).toBeUndefined();
  expect(mendOf(Source.shape.year, 2022)).toBeUndefined();
});

test('yes and no are offered as true and false, and only where these are taken', () => {
  expect(mendOf(z.boolean(), 'yes')).toBe('true');
  expect(mendOf(z.boolean(), 'No')).toBe('false');
  expect(mendOf(Period, 'yes')).toBeUndefined();
});

test('words that are numbers are known as well', () => {
  const edition = z.literal([2021, 2022, 'community']);
  expect(mendOf(edition, 2032)).toBe('2022');
  expect(mendOf(edition, '2021')).toBe('2021');
  expect(mendOf(edition, 'Community')).toBe('community');
  expect(mendOf(edition, 1999)).toBeUndefined();
});

test('a value of no sort that is typed is offered nothing', () => {
  for (const value of [null, undefined, {}, []]) expect(mendOf(Slug, value)).toBeUndefined();
});
