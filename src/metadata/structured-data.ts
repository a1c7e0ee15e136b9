import { GUIDE } from '../model/guide.ts';

/** The full address of a path from the root of the site. */
export type Locate = (path: string) => string;

/**
 * A node of a graph of JSON-LD in the vocabulary of schema.org, with a name that other nodes and other pages refer to.
 * The words are checked on the built pages, by `e2e/fixtures/vocabulary.ts`: as types they would take the compiler two
 * minutes.
 */
export interface Node {
  readonly '@type': string;
  readonly '@id': string;
  readonly [property: string]: unknown;
}

/** A place on the way to a page. */
export interface Crumb {
  /** From the root of the site; may end in a fragment. */
  readonly address: string;
  readonly title: string;
}

/** What a page is, when what it is about has no better type. */
export type PageType = 'WebPage' | 'CollectionPage' | 'AboutPage' | 'SearchResultsPage';

/** A page as its frame knows it. */
export interface PageFacts {
  /** From the root of the site. */
  readonly path: string;
  readonly type: PageType;
  /** Its first-level heading. */
  readonly heading: string;
  /** The way here as the page shows it; where it shows none, the way begins at home. */
  readonly crumbs: readonly Crumb[];
  /** From the root of the site. */
  readonly image?: string | undefined;
}

/** Refers to a node that is told elsewhere. */
export const refer = (id: string) => ({ '@id': id }) as const;

/** The guide as a whole; told on the home page. */
export const websiteId = (locate: Locate): string => `${locate('/')}#website`;
/** Those who write the guide. */
export const contributorsId = (locate: Locate): string => `${locate('/')}#contributors`;

/** Those who write the guide, as author and publisher. */
export const contributorsNode = (locate: Locate): Node => ({
  '@type': 'Organization',
  '@id': contributorsId(locate),
  name: GUIDE.contributors,
  url: locate('/contribute/'),
});

/** The guide, and how to search it; for the home page. */
export function websiteNode(locate: Locate): Node {
  const search = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${locate('/search/')}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@type': 'WebSite',
    '@id': websiteId(locate),
    name: GUIDE.title,
    alternateName: GUIDE.shortTitle,
    url: locate('/'),
    inLanguage: GUIDE.language,
    license: GUIDE.licenceAddress,
    publisher: contributorsNode(locate),
    potentialAction: search,
  };
}

/** The list that an index page shows, in its order. */
export const itemListNode = (page: string, paths: readonly string[], locate: Locate): Node => ({
  '@type': 'ItemList',
  '@id': `${locate(page)}#list`,
  numberOfItems: paths.length,
  itemListElement: paths.map((path, i) => ({ '@type': 'ListItem', position: i + 1, url: locate(path) })),
});

/** Media types by the ending of a file; the longest ending that fits counts, so it stands first. */
const MEDIA_TYPES = {
  '.csl.json': 'application/vnd.citationstyles.csl+json',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.bib': 'application/x-bibtex',
} as const;

/** The media type of a file of data; none where its ending is not known. */
const mediaTypeOf = (name: string): string | undefined =>
  Object.entries(MEDIA_TYPES).find(([ending]) => name.endsWith(ending))?.[1];

/** The catalogue as data; for the page that documents it. */
export const datasetNode = (
  {
    path,
    title,
    summary,
    version,
    date,
    files,
  }: {
    /** Of the page, from the root of the site. */
    readonly path: string;
    readonly title: string;
    readonly summary: string;
    readonly version: string;
    /** ISO 8601; unknown without Git. */
    readonly date?: string | undefined;
    /** Names of its files, which lie beside the page. */
    readonly files: readonly string[];
  },
  locate: Locate,
): Node => ({
  '@type': 'Dataset',
  '@id': `${locate(path)}#dataset`,
  name: title,
  description: summary,
  url: locate(path),
  version,
  ...(date !== undefined && { dateModified: date }),
  license: GUIDE.licenceAddress,
  creator: contributorsNode(locate),
  isAccessibleForFree: true,
  distribution: files.map((name) => ({
    '@type': 'DataDownload',
    name,
    encodingFormat: mediaTypeOf(name),
    contentUrl: locate(`${path}${name}`),
  })),
});

/** The way to a page: the crumbs it shows, else home, and then its own heading. */
function breadcrumbNode({ path, crumbs, heading }: PageFacts, locate: Locate): Node {
  const way = crumbs.length > 0 ? crumbs : [{ address: '/', title: GUIDE.title }];
  return {
    '@type': 'BreadcrumbList',
    '@id': `${locate(path)}#breadcrumb`,
    itemListElement: [
      ...way.map(({ address, title }, i) => ({
        '@type': 'ListItem',
        position: i + 1,
        name: title,
        item: refer(locate(address)),
      })),
      { '@type': 'ListItem', position: way.length + 1, name: heading },
    ],
  };
}

/**
 * Everything that a page says of itself.
 * @param nodes what the page is about, the most important first: either the page itself, which its id tells, or
 *   something that the page shows
 * @returns the page first, the way to it unless it is home, then the other nodes
 */
export function graphOf(page: PageFacts, nodes: readonly Node[], locate: Locate): Node[] {
  const id = locate(page.path);
  const [first, ...others] = nodes;
  const isThePage = first?.['@id'] === id;
  const breadcrumb = page.path === '/' ? undefined : breadcrumbNode(page, locate);
  const own: Node = isThePage
    ? first
    : {
        '@type': page.type,
        '@id': id,
        name: page.heading,
        inLanguage: GUIDE.language,
        ...(breadcrumb && { breadcrumb: refer(breadcrumb['@id']) }),
        ...(first && { mainEntity: refer(first['@id']) }),
      };
  return [
    {
      ...own,
      isPartOf: refer(websiteId(locate)),
      ...(page.image !== undefined && { image: locate(page.image) }),
    },
    ...(breadcrumb ? [breadcrumb] : []),
    ...(isThePage ? others : nodes),
  ];
}
