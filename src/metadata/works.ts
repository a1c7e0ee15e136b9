import { referenceAnchor } from '../model/citations.ts';
import { nameInWords, type CslItem, type Work } from '../model/references.ts';
import { GUIDE } from '../model/guide.ts';
import type { Locate, Node } from './structured-data.ts';

/** The name of a work in every graph: its address, which leads to it from whichever page lists it. */
export const workId = (key: string, locate: Locate): string => locate(`/references/#${referenceAnchor(key)}`);

/** Authors as persons where all are seen to be persons; a mixed list, or one with "others", as the words it is. */
function authorsOf({ author = [] }: CslItem) {
  if (author.length === 0) return {};
  if (author.some(({ family }) => family === undefined))
    return { creditText: author.map(nameInWords).join(', ') };
  return { author: author.map((name) => ({ '@type': 'Person', name: nameInWords(name) })) };
}

const isScholarly = ({ csl, url }: Work): boolean =>
  csl.type === 'paper-conference' ||
  (csl.type === 'article-journal' && csl.DOI !== undefined) ||
  (url?.startsWith('https://arxiv.org/') ?? false);

/** What a work is when it is neither a book nor a scholarly article: the source of an entry is a report, of others no more is known. */
type Otherwise = 'Report' | 'CreativeWork';

const typeOf = (work: Work, otherwise: Otherwise) =>
  work.csl.ISBN !== undefined ? 'Book' : isScholarly(work) ? 'ScholarlyArticle' : otherwise;

/** The source of an entry: who, what, when and where. */
export function sourceNode(work: Work) {
  const { csl, url } = work;
  const year = csl.issued?.['date-parts'][0]?.[0];
  return {
    '@type': typeOf(work, 'Report'),
    name: csl.title,
    ...authorsOf(csl),
    ...(year !== undefined && { datePublished: String(year) }),
    ...(csl.ISBN !== undefined && { isbn: csl.ISBN }),
    ...(url !== undefined && { url }),
  };
}

/**
 * A page of the references: its works, under the names by which other pages cite them. Kind and title only, since
 * authors and addresses would make the page half as heavy again; they stand beside them in its text.
 * @param page its address from the root of the site
 * @param title its heading
 */
export const referencesNode = (
  page: string,
  title: string,
  works: readonly (Work & { readonly isSource: boolean })[],
  locate: Locate,
): Node => ({
  '@type': 'CollectionPage',
  '@id': locate(page),
  name: title,
  inLanguage: GUIDE.language,
  citation: works.map((work) => ({
    '@type': typeOf(work, work.isSource ? 'Report' : 'CreativeWork'),
    '@id': workId(work.key, locate),
    name: work.csl.title,
  })),
});
