import { expect, test } from 'vitest';
import { aCaseStudy, aWork } from '../model/samples.ts';
import { workOf } from '../model/references.ts';
import type { Source } from '../schema/source.ts';
import { referencesNode, sourceNode } from './works.ts';

const sourced = (source: Source) => sourceNode(workOf(aCaseStudy('shop', [], { source })));

test.each<[string, Partial<Source>, string]>([
  ['an arXiv number', { arxiv: '2011.09926' }, 'ScholarlyArticle'],
  ['a DOI and a venue', { doi: '10.1145/3533378', venue: 'ACM Computing Surveys' }, 'ScholarlyArticle'],
  ['an ISBN', { isbn: '978-0-262-03384-8' }, 'Book'],
  ['a web address alone', { url: 'https://example.org/' }, 'Report'],
  ['a venue without a DOI', { url: 'https://example.org/', venue: 'Example blog' }, 'Report'],
])('a source with %s is of its type', (_, source, type) => {
  expect(sourced({ title: 'A work', ...source })).toMatchObject({ '@type': type, name: 'A work' });
});

test('authors who are all seen to be persons are told as persons', () => {
  expect(
    sourced({ title: 'A work', authors: ['Andrei Paleyes', 'Neil D. Lawrence'], url: 'https://a.example/' }),
  ).toMatchObject({
    author: [
      { '@type': 'Person', name: 'Andrei Paleyes' },
      { '@type': 'Person', name: 'Neil D. Lawrence' },
    ],
  });
});

test.each([
  [['US Copyright Office'], 'US Copyright Office'],
  [['Will Parker', 'et al.'], 'Will Parker, others'],
])('authors who may be no persons are told in words', (authors, words) => {
  const work = sourced({ title: 'A work', authors, url: 'https://a.example/' });

  expect(work).toMatchObject({ creditText: words });
  expect(work).not.toHaveProperty('author');
});

test('what was not seen of a source is left out', () => {
  expect(sourced({ title: 'A work', url: 'https://copy.example/', urlIsCopy: true })).toEqual({
    '@type': 'Report',
    name: 'A work',
  });
});

test('a page of the references tells each work under its address, whichever page lists it', () => {
  const works = [
    { ...aWork('shop'), isSource: true },
    { ...aWork('notes'), isSource: false },
    { ...aWork('paper', { URL: 'https://arxiv.org/abs/2011.09926' }), isSource: false },
  ];

  expect(
    referencesNode(
      '/references/page/2/',
      'References, page 2',
      works,
      (path) => `https://guide.example${path}`,
    ),
  ).toMatchObject({
    '@id': 'https://guide.example/references/page/2/',
    name: 'References, page 2',
    citation: [
      { '@type': 'Report', '@id': 'https://guide.example/references/#ref-shop', name: 'Shop' },
      { '@type': 'CreativeWork', '@id': 'https://guide.example/references/#ref-notes' },
      { '@type': 'ScholarlyArticle', '@id': 'https://guide.example/references/#ref-paper' },
    ],
  });
});
