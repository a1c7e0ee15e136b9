import { expect, test } from 'vitest';
import { pagesElsewhere, referenceLists } from './reference-lists.ts';
import { workOf, worksByKey } from './references.ts';
import { aCaseStudy, aCatalogue, aChallenge, aWork } from './samples.ts';

const textsOf = (keys: readonly string[]) => new Map(keys.map((key) => [key, `${key}, A. (2020). A text.`]));
const numbered = (what: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${what}-${String(i).padStart(5, '0')}`);

/** The lists of a guide with so many works and so many case studies. */
function listsOf(literature: number, caseStudies: number) {
  const catalogue = aCatalogue({
    works: numbered('work', literature).map((key) => aWork(key)),
    caseStudies: numbered('case', caseStudies).map((id) => aCaseStudy(id, ['drift'])),
  });
  const works = worksByKey(catalogue);
  return referenceLists(works, textsOf([...works.keys()]), catalogue);
}

test('the literature and the sources of case studies are two lists, each in the order of its texts', () => {
  const caseStudies = [aCaseStudy('zoo', ['drift']), aCaseStudy('ark', ['drift'])];
  const catalogue = aCatalogue({ works: [aWork('b'), aWork('a')], caseStudies });
  const texts = new Map([
    ['a', 'Zimmer, A.'],
    ['b', 'Ábel, B.'],
    ['zoo', 'Cole, C.'],
    ['ark', 'Dale, D.'],
  ]);
  const { literature, sources } = referenceLists(worksByKey(catalogue), texts, catalogue);

  expect(literature.flatMap(({ items }) => items.map(({ key }) => key))).toEqual(['b', 'a']);
  expect(sources.flatMap(({ items }) => items.map(({ key, isSource }) => [key, isSource]))).toEqual([
    ['zoo', true],
    ['ark', true],
  ]);
});

test('a work without a formatted text is called by its title', () => {
  const catalogue = aCatalogue({ caseStudies: [aCaseStudy('shop', ['drift'])] });
  const works = new Map(catalogue.caseStudies.map((study) => [study.id, workOf(study)]));

  expect(referenceLists(works, new Map(), catalogue).sources[0]?.items[0]?.text).toBe(
    works.get('shop')?.csl.title,
  );
});

test('of the many pages that cite a work the first are named, and the others counted', () => {
  const citing = numbered('challenge', 700).map((id) => ({
    ...aChallenge(id),
    body: 'Said before [@classic].',
  }));
  const catalogue = aCatalogue({ works: [aWork('classic'), aWork('new')], challenges: citing });
  const [classic, fresh] =
    referenceLists(worksByKey(catalogue), textsOf(['classic', 'new']), catalogue).literature[0]?.items ?? [];

  expect([classic?.citing.length, classic?.moreCiting]).toEqual([600, 100]);
  expect([fresh?.citing, fresh?.moreCiting]).toEqual([[], 0]);
});

test.each([
  [0, 0, [[0], [0]]],
  [320, 240, [[320], [240]]],
  [
    321,
    400,
    [
      [200, 121],
      [150, 150, 100],
    ],
  ],
])('%i works of literature and %i sources stand on pages of %j', (literature, sources, expected) => {
  const lists = listsOf(literature, sources);

  expect([lists.literature, lists.sources].map((pages) => pages.map(({ items }) => items.length))).toEqual(
    expected,
  );
});

test('whatever stands on another page is pointed to', () => {
  const pages = pagesElsewhere(listsOf(321, 2));

  expect(pages.map(({ address, title, count }) => [address, title, count])).toEqual([
    ['/references/page/2/', 'Literature, page 2: work-00200 to work-00320', 121],
    ['/references/case-studies/', 'Sources of the case studies', 2],
  ]);
  expect(pages[1]?.keys).toEqual(['case-00000', 'case-00001']);
});

test('ten thousand sources are not pointed to one by one', () => {
  const pages = pagesElsewhere(listsOf(2, 10_000));

  expect(pages).toHaveLength(4);
  expect(pages.at(-1)).toEqual({
    address: '/references/case-studies/',
    title: 'Sources of the case studies, all 67 pages',
    count: 10_000,
    keys: [],
  });
  expect(pages.flatMap(({ keys }) => keys)).toHaveLength(450);
});

test('a guide without case studies has no page of their sources to point to', () => {
  expect(pagesElsewhere(listsOf(3, 0))).toEqual([]);
});
