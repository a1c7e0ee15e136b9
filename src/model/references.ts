import type { CaseStudy } from '../schema/case-study.ts';
import type { Source } from '../schema/source.ts';
import type { Catalogue, Entry } from './catalogue.ts';

/** A name as CSL-JSON has it. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  /** What stands before the family name and belongs to it, such as `de`. */
  readonly 'non-dropping-particle'?: string;
  /** What stands behind it, such as `Jr`. */
  readonly suffix?: string;
  readonly literal?: string;
}

/** A name as people write it in running text. */
export const nameInWords = ({
  literal,
  given,
  family,
  suffix,
  'non-dropping-particle': particle,
}: CslName): string => literal ?? [given, particle, family, suffix].filter(Boolean).join(' ');

/** The part of a CSL-JSON item that the guide uses. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts': readonly (readonly (number | string)[])[] };
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly ISBN?: string;
  readonly number?: string;
  readonly volume?: string;
  readonly page?: string;
  readonly note?: string;
  readonly version?: string;
}

/** A work that can be cited: a record of `references.bib`, or the source of a case study. */
export interface Work {
  /** What stands between `[@` and `]`: the BibTeX key, or the slug of a case study. */
  readonly key: string;
  readonly csl: CslItem;
  /** Where a reader finds it: DOI, arXiv or publisher address; never the address of a copy. */
  readonly url: string | undefined;
}

/** Address of a source for readers: its DOI, else arXiv, else its own address; nothing where only a copy was seen. */
export const urlOfSource = ({ doi, arxiv, url, urlIsCopy }: Source): string | undefined => {
  if (doi) return `https://doi.org/${doi}`;
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`;
  return urlIsCopy ? undefined : url;
};

/** Words that show that an "author" is a body, whose last word is no family name: "US Food and Drug Administration". */
const BODY_WORD =
  /\b(?:of|and|for|the|per|Administration|Agency|Association|Authority|Bank|Board|Bureau|Commission|Company|Council|Court|Department|Foundation|Group|Inc|Initiative|Institute|Labs?|Ministry|Office|Review|Team|Trust|Union|University|Analytics|Autoriteit|Coie|Garante|Journal|Media|News|Newsroom|Notes|Press|Rechtbank|Reports|Times)\b/i;
const ABBREVIATION = /\b(?:AG|AI|EU|UK|US|[A-Z]{3,})\b/;

const nameOf = (author: string): CslName => {
  if (/^(?:et al\.?|(?:and )?others)$/i.test(author.trim())) return { literal: 'others' };
  const words = author.trim().split(/\s+/);
  const family = words.at(-1);
  if (words.length === 1 || family === undefined || BODY_WORD.test(author) || ABBREVIATION.test(author))
    return { literal: author.trim() };
  return { family, given: words.slice(0, -1).join(' ') };
};

/**
 * What kind of work a source is, as far as its record tells. A venue may be a journal, a court or a blog; only beside a
 * DOI or an arXiv number is it taken for the place of an article.
 */
const typeOfSource = ({ isbn, venue, doi, arxiv }: Source): string =>
  isbn ? 'book' : venue && (doi ?? arxiv) ? 'article-journal' : 'webpage';

/** A source as a work that any page can cite by a key. */
export function workOfSource(key: string, source: Source): Work {
  const url = urlOfSource(source);
  return {
    key,
    csl: {
      id: key,
      type: typeOfSource(source),
      title: source.title,
      ...(source.authors && { author: source.authors.map(nameOf) }),
      ...(source.year && { issued: { 'date-parts': [[source.year]] } }),
      ...(source.venue && { 'container-title': source.venue }),
      ...(source.isbn && { ISBN: source.isbn }),
      ...(source.doi ? { DOI: source.doi } : url && { URL: url }),
    },
    url,
  };
}

/** The source of a case study as a work, cited by the slug of the case. */
export const workOf = ({ id, data }: Entry<CaseStudy>): Work => workOfSource(id, data.source);

/** Works by key, in the order that every machine gives them. */
export const worksInOrder = (works: ReadonlyMap<string, Work>): Work[] =>
  [...works.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));

/** Every work that a page may cite, by key: `references.bib` and the source of each case study. */
export const worksByKey = ({
  works,
  caseStudies,
}: Pick<Catalogue, 'works' | 'caseStudies'>): Map<string, Work> =>
  new Map([
    ...works.map((work) => [work.key, work] as const),
    ...caseStudies.map((study) => [study.id, workOf(study)] as const),
  ]);
