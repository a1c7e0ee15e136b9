import { describe, expect, test } from 'vitest';
import {
  contributorsNode,
  datasetNode,
  graphOf,
  itemListNode,
  websiteNode,
  type Node,
  type PageFacts,
} from './structured-data.ts';

const locate = (path: string) => `https://guide.example/guide${path}`;

const aPage = (path: string, facts: Partial<PageFacts> = {}): PageFacts => ({
  path,
  type: 'WebPage',
  heading: 'A page',
  crumbs: [],
  ...facts,
});

const idsOf = (nodes: readonly Node[]) => nodes.map((node) => node['@id']);

describe('the graph of a page', () => {
  test('begins with the page, which is part of the guide', () => {
    const [page] = graphOf(aPage('/symptoms/', { heading: 'Symptoms' }), [], locate);

    expect(page).toMatchObject({
      '@type': 'WebPage',
      '@id': 'https://guide.example/guide/symptoms/',
      name: 'Symptoms',
      isPartOf: { '@id': 'https://guide.example/guide/#website' },
    });
  });

  test('tells the way as the page shows it, and ends with its heading', () => {
    const [, way] = graphOf(
      aPage('/tools/mlflow/', {
        heading: 'MLflow',
        crumbs: [
          { address: '/tools/', title: 'Tools' },
          { address: '/tools/#kind-platform', title: 'Platform' },
        ],
      }),
      [],
      locate,
    );

    expect(way).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: 'Tools', item: { '@id': 'https://guide.example/guide/tools/' } },
        {
          position: 2,
          name: 'Platform',
          item: { '@id': 'https://guide.example/guide/tools/#kind-platform' },
        },
        { position: 3, name: 'MLflow' },
      ],
    });
  });

  test('tells the way from home where the page shows none', () => {
    const [, way] = graphOf(aPage('/about/', { heading: 'About' }), [], locate);

    expect(way).toMatchObject({
      itemListElement: [{ item: { '@id': 'https://guide.example/guide/' } }, { name: 'About' }],
    });
  });

  test('has no way to home', () => {
    expect(idsOf(graphOf(aPage('/'), [websiteNode(locate)], locate))).toEqual([
      'https://guide.example/guide/',
      'https://guide.example/guide/#website',
    ]);
  });

  test('names what the page shows as its main entity', () => {
    const list = itemListNode('/tools/', ['/tools/mlflow/'], locate);
    const nodes = graphOf(aPage('/tools/', { type: 'CollectionPage' }), [list], locate);

    expect(nodes[0]).toMatchObject({ '@type': 'CollectionPage', mainEntity: { '@id': list['@id'] } });
    expect(nodes).toContainEqual(list);
  });

  test('holds a node that is the page itself once, with the picture of the page', () => {
    const article = {
      '@type': 'TechArticle',
      '@id': locate('/challenges/drift/'),
      headline: 'Drift',
    } as Node;
    const nodes = graphOf(aPage('/challenges/drift/', { image: '/drift.png' }), [article], locate);

    expect(idsOf(nodes)).toEqual([
      'https://guide.example/guide/challenges/drift/',
      'https://guide.example/guide/challenges/drift/#breadcrumb',
    ]);
    expect(nodes[0]).toMatchObject({
      '@type': 'TechArticle',
      headline: 'Drift',
      image: 'https://guide.example/guide/drift.png',
    });
  });
});

test('the guide can be searched at the address of its search page', () => {
  expect(websiteNode(locate)).toMatchObject({
    '@type': 'WebSite',
    url: 'https://guide.example/guide/',
    publisher: contributorsNode(locate),
    potentialAction: {
      '@type': 'SearchAction',
      target: { urlTemplate: 'https://guide.example/guide/search/?q={search_term_string}' },
      'query-input': 'required name=search_term_string',
    },
  });
});

test('a list counts its places from one', () => {
  expect(itemListNode('/paths/', ['/paths/a/', '/paths/b/'], locate)).toMatchObject({
    numberOfItems: 2,
    itemListElement: [
      { position: 1, url: 'https://guide.example/guide/paths/a/' },
      { position: 2, url: 'https://guide.example/guide/paths/b/' },
    ],
  });
});

test('a data set names its files, and no date where none is known', () => {
  const data = datasetNode(
    {
      path: '/data/',
      title: 'Data',
      summary: 'Everything.',
      version: '0.1.0',
      files: ['case-studies.csv', 'references.csl.json'],
    },
    locate,
  );

  expect(data).toMatchObject({
    '@id': 'https://guide.example/guide/data/#dataset',
    distribution: [
      {
        '@type': 'DataDownload',
        name: 'case-studies.csv',
        encodingFormat: 'text/csv',
        contentUrl: 'https://guide.example/guide/data/case-studies.csv',
      },
      { encodingFormat: 'application/vnd.citationstyles.csl+json' },
    ],
  });
  expect(data).not.toHaveProperty('dateModified');
});
