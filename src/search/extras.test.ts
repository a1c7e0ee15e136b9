import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { idsOf, pagesOf, wordCountsOf, type IndexedPage } from './extras.ts';

const aFragment = (id: string, page: object) => ({
  path: `fragment/${id}.pf_fragment`,
  content: gzipSync(`pagefind_dcd${JSON.stringify(page)}`),
});
const aPage = (url: string, content: string, meta: Record<string, string> = {}): IndexedPage => ({
  id: url,
  url,
  content,
  meta,
});

test('pages are read from their fragments, by address, and other files left alone', () => {
  const pages = pagesOf([
    aFragment('en_b', { url: '/b/', content: 'Beta', meta: { type: 'tool' }, word_count: 1 }),
    { path: 'index/en_x.pf_index', content: Buffer.of(1, 2, 3) },
    aFragment('en_a', { url: '/a/', content: 'Alpha', meta: {} }),
  ]);

  expect(pages).toEqual([
    { id: 'en_a', url: '/a/', content: 'Alpha', meta: {} },
    { id: 'en_b', url: '/b/', content: 'Beta', meta: { type: 'tool' } },
  ]);
});

test('ids are kept of all pages but the case studies', () => {
  expect(idsOf([aPage('/tool/', '', { type: 'tool' }), aPage('/case/', '', { type: 'case-study' })])).toEqual(
    { '/tool/': '/tool/' },
  );
});

describe('the words that can be found', () => {
  test('are counted by page, those of titles higher', () => {
    expect(
      wordCountsOf([
        aPage('/a/', 'Drift drift and shift', { title: 'Drift' }),
        aPage('/b/', 'Shift happens'),
      ]),
    ).toEqual({ drift: 5, shift: 2, happens: 1 });
  });

  test('leave out stop words, numbers and the shortest', () => {
    expect(wordCountsOf([aPage('/a/', 'The ml of 2021 gpt4 was')])).toEqual({});
  });

  test('come in the same order whatever the order of the pages', () => {
    const pages = [aPage('/a/', 'beta alpha'), aPage('/b/', 'gamma alpha')];

    expect(JSON.stringify(wordCountsOf(pages))).toBe(JSON.stringify(wordCountsOf(pages.toReversed())));
    expect(Object.keys(wordCountsOf(pages))).toEqual(['alpha', 'beta', 'gamma']);
  });

  test('may be the names of things that every object has', () => {
    expect(wordCountsOf([aPage('/a/', 'constructor valueOf')])).toEqual({ constructor: 1, valueof: 1 });
  });
});
