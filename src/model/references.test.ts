import { describe, expect, test } from 'vitest';
import type { Source } from '../schema/source.ts';
import { urlOfSource, workOf, worksByKey } from './references.ts';
import { aCaseStudy, aWork } from './samples.ts';

const doi = '10.1145/3533378';
const arxiv = '2011.09926';
const url = 'https://example.org/paper';

describe('the address of a source', () => {
  test.each<[string, Partial<Source>, string | undefined]>([
    ['is its DOI before all others', { doi, arxiv, url }, 'https://doi.org/10.1145/3533378'],
    ['is its arXiv number before an address', { arxiv, url }, 'https://arxiv.org/abs/2011.09926'],
    ['is its own address where it has no number', { url }, url],
    ['is never that of a copy', { url, urlIsCopy: true }, undefined],
    [
      'is its DOI where only a copy was seen',
      { doi, url, urlIsCopy: true },
      'https://doi.org/10.1145/3533378',
    ],
    [
      'is its arXiv number where only a copy was seen',
      { arxiv, url, urlIsCopy: true },
      'https://arxiv.org/abs/2011.09926',
    ],
    ['is none for a book without one', { isbn: '978-1-4493-6941-3' }, undefined],
  ])('%s', (_what, source, address) => {
    expect(urlOfSource({ title: 'A paper', ...source })).toBe(address);
  });
});

describe('the work behind a case study', () => {
  const workWith = (source: Partial<Source>) =>
    workOf(aCaseStudy('shop', ['a'], { source: { title: 'A paper', ...source } }));

  test('is cited by the slug of the case', () => {
    const work = workWith({ url });
    expect([work.key, work.csl.id]).toEqual(['shop', 'shop']);
  });

  test('carries what the source says, and nothing it does not say', () => {
    expect(workWith({ url })).toEqual({
      key: 'shop',
      csl: { id: 'shop', type: 'webpage', title: 'A paper', URL: url },
      url,
    });
    expect(workWith({ doi, url, year: 2022, venue: 'A journal', authors: ['Ada Lovelace'] })).toEqual({
      key: 'shop',
      csl: {
        id: 'shop',
        type: 'article-journal',
        title: 'A paper',
        author: [{ family: 'Lovelace', given: 'Ada' }],
        issued: { 'date-parts': [[2022]] },
        'container-title': 'A journal',
        DOI: doi,
      },
      url: 'https://doi.org/10.1145/3533378',
    });
  });

  test('has no address where only a copy was seen', () => {
    const work = workWith({ url, urlIsCopy: true });
    expect([work.url, work.csl.URL]).toEqual([undefined, undefined]);
  });

  test('is a book where the source has an ISBN', () => {
    expect(workWith({ isbn: '978-1-4493-6941-3' }).csl).toMatchObject({
      type: 'book',
      ISBN: '978-1-4493-6941-3',
    });
  });

  test.each<[Partial<Source>, string]>([
    [{ arxiv, venue: 'A journal' }, 'article-journal'],
    [{ url, venue: 'Court of Appeal' }, 'webpage'],
    [{ doi }, 'webpage'],
  ])('is no article unless a venue and a number tell: %j', (source, type) => {
    expect(workWith(source).csl.type).toBe(type);
  });

  test.each([
    ['Ada Lovelace', { family: 'Lovelace', given: 'Ada' }],
    ['Neil D. Lawrence', { family: 'Lawrence', given: 'Neil D.' }],
    ['  Ada   Lovelace ', { family: 'Lovelace', given: 'Ada' }],
    ['Plato', { literal: 'Plato' }],
    ['Federal Trade Commission', { literal: 'Federal Trade Commission' }],
    ['Spotify Engineering Team', { literal: 'Spotify Engineering Team' }],
    ['Meta AI', { literal: 'Meta AI' }],
    ['Ada Lovelace and others', { literal: 'Ada Lovelace and others' }],
  ])('prints the author %j as a person or a body', (author, name) => {
    expect(workWith({ url, authors: [author] }).csl.author).toEqual([name]);
  });
});

test('what can be cited is each work of the bibliography and each case study', () => {
  const works = worksByKey({ works: [aWork('smith2020')], caseStudies: [aCaseStudy('shop', ['a'])] });
  expect([...works].map(([key, work]) => [key, work.csl.title])).toEqual([
    ['smith2020', 'Smith2020'],
    ['shop', 'Report of shop'],
  ]);
});
