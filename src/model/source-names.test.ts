import { describe, expect, test } from 'vitest';
import { sourceNames } from './source-names.ts';

const namesOf = (source: unknown) => sourceNames({ source }).map(({ name }) => name);

describe('a work has one name, however it is written', () => {
  test.each<[string, object[], string]>([
    [
      'a DOI',
      [
        { doi: '10.1145/ABC.1' },
        { doi: '10.1145/abc.1' },
        { url: 'https://doi.org/10.1145/abc.1' },
        { url: 'http://dx.doi.org/10.1145/ABC.1' },
        { url: 'https://www.doi.org/10.1145%2Fabc.1' },
      ],
      'doi 10.1145/abc.1',
    ],
    [
      'an arXiv number',
      [
        { arxiv: '2011.09926' },
        { arxiv: '2011.09926v2' },
        { doi: '10.48550/arXiv.2011.09926' },
        { url: 'https://arxiv.org/abs/2011.09926' },
        { url: 'https://arxiv.org/abs/2011.09926/' },
        { url: 'https://www.arxiv.org/pdf/2011.09926v3.pdf' },
        { url: 'https://arxiv.org/html/2011.09926v1' },
        { url: 'https://doi.org/10.48550/arXiv.2011.09926' },
      ],
      'arxiv 2011.09926',
    ],
    [
      'an old arXiv number',
      [{ arxiv: 'cs/0112017' }, { url: 'https://arxiv.org/abs/cs/0112017v1' }],
      'arxiv cs/0112017',
    ],
    ['an ISBN', [{ isbn: '978-0-262-03384-8' }, { isbn: '978 0262033848' }], 'isbn 9780262033848'],
    ['an ISBN that ends in X', [{ isbn: '0-8044-2957-x' }, { isbn: '080442957X' }], 'isbn 080442957X'],
    [
      'an address',
      [
        { url: 'https://example.org/Report' },
        { url: 'http://www.example.org/report/' },
        { url: 'https://EXAMPLE.org/report#results' },
        { url: 'https://example.org/report?utm_source=a&utm_medium=b' },
        { url: 'https://example.org/report?ref=home' },
      ],
      'url example.org/report',
    ],
    ['an address with a port', [{ url: 'https://example.org:8443/' }], 'url example.org:8443'],
    [
      'an address whose parameters tell the page',
      [{ url: 'https://example.org/?id=7&utm_source=a' }],
      'url example.org?id=7',
    ],
  ])('%s', (_what, sources, name) => {
    expect(sources.map(namesOf)).toEqual(sources.map(() => [name]));
  });
});

test.each([
  ['https://example.org/?id=7', 'https://example.org/?id=8'],
  ['https://a.example.org/x', 'https://b.example.org/x'],
  ['https://arxiv.org/abs/2011.09926', 'https://arxiv.org/abs/2011.09927'],
  ['https://arxiv.org/list/cs', 'https://arxiv.org/abs/2011.09926'],
])('%s and %s are two works', (one, other) => {
  expect(namesOf({ url: one })).not.toEqual(namesOf({ url: other }));
});

test('a source is known by all its names, in a fixed order, with the field of each', () => {
  const url = 'https://example.org/a';
  expect(sourceNames({ source: { url, isbn: '1', arxiv: '2011.09926', doi: '10.1/a' } })).toEqual([
    { field: 'doi', value: '10.1/a', name: 'doi 10.1/a' },
    { field: 'arxiv', value: '2011.09926', name: 'arxiv 2011.09926' },
    { field: 'isbn', value: '1', name: 'isbn 1' },
    { field: 'url', value: url, name: 'url example.org/a' },
  ]);
});

test.each([
  undefined,
  null,
  7,
  'x',
  {},
  { source: null },
  { source: 'x' },
  { source: [] },
  { source: { doi: 7, url: '', arxiv: null } },
])('fields that are not sound have no names: %j', (study) => {
  expect(sourceNames(study)).toEqual([]);
});

test('an address that is none, or whose signs encode nothing, is a name as well', () => {
  expect(namesOf({ url: 'not an address' })).toEqual(['url not an address']);
  expect(namesOf({ url: 'https://doi.org/10.1/%zz' })).toEqual(['doi 10.1/%zz']);
});
