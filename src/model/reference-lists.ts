import { slugsIn, type Catalogue } from './catalogue.ts';
import { longestShown } from './changelog.ts';
import { citingEntries, type CitingPage } from './citing.ts';
import { pageAddress, pagesOf, type ListPage } from './pages.ts';
import type { Work } from './references.ts';

/*
 * Where works are listed. The literature that pages cite stands on `/references/`, the sources of the case studies on
 * `/references/case-studies/`, each in as many pages as it needs. The address of a work is on `/references/`, whichever
 * page lists it: pages come and go as works are added, and what others wrote down must not.
 */

export const LITERATURE = '/references/';
export const SOURCES = '/references/case-studies/';

/** What the list of the sources of case studies is called. */
export const SOURCES_TITLE = 'Sources of the case studies';

/**
 * Up to so many works stand on one page, and a page of a longer list has so many: about 230 kB of HTML. The sources of
 * case studies have longer titles and addresses than literature.
 */
const LENGTHS = { literature: { whole: 320, page: 200 }, sources: { whole: 240, page: 150 } } as const;
/** So many of the pages that cite its works are named on a page; a standard work is cited by thousands. */
const MOST_CITING = 600;
/** Up to so many works that stand elsewhere are pointed to one by one, about 40 bytes each. */
const MOST_SIGNPOSTS = 500;

/** A work as its list shows it. */
export interface ListedWork extends Work {
  /** The formatted reference, without its address. */
  readonly text: string;
  /** Whether it is the source of a case study, whose slug is its key. */
  readonly isSource: boolean;
  /** The first pages that cite it. */
  readonly citing: readonly CitingPage[];
  /** How many more pages cite it. */
  readonly moreCiting: number;
}

export interface ReferenceLists {
  readonly literature: readonly ListPage<ListedWork>[];
  readonly sources: readonly ListPage<ListedWork>[];
}

const COLLATOR = new Intl.Collator('en', { sensitivity: 'base' });

/**
 * Every work that can be cited in the lists that show it, in the order of their texts, ties by key.
 * @param works by key
 * @param texts formatted references by key
 */
export function referenceLists(
  works: ReadonlyMap<string, Work>,
  texts: ReadonlyMap<string, string>,
  catalogue: Catalogue,
): ReferenceLists {
  const citing = citingEntries(catalogue);
  const slugs = slugsIn(catalogue.caseStudies);
  const listed = [...works.values()]
    .map((work) => ({ ...work, text: texts.get(work.key) ?? work.csl.title, isSource: slugs.has(work.key) }))
    .toSorted((a, b) => COLLATOR.compare(a.text, b.text) || (a.key < b.key ? -1 : 1));
  const pages = (list: keyof ReferenceLists) => {
    const own = listed.filter(({ isSource }) => isSource === (list === 'sources'));
    return pagesOf(own, LENGTHS[list].page, LENGTHS[list].whole).map((page) => {
      const cited = page.items.map(({ key }) => citing.get(key) ?? []);
      const most = longestShown(
        cited.map(({ length }) => length),
        MOST_CITING,
      );
      return {
        ...page,
        items: page.items.map((work, i): ListedWork => {
          const by = cited[i] ?? [];
          return { ...work, citing: by.slice(0, most), moreCiting: Math.max(0, by.length - most) };
        }),
      };
    });
  };
  return { literature: pages('literature'), sources: pages('sources') };
}

/** A page that lists works besides `/references/`, and the works that are pointed to from there. */
export interface PageElsewhere {
  readonly address: string;
  readonly title: string;
  readonly count: number;
  readonly keys: readonly string[];
}

/** From the first words of the first text to those of the last, as a volume of an encyclopaedia says what is in it. */
const spanOf = ({ items }: ListPage<ListedWork>): string => {
  const begin = (work: ListedWork | undefined) => work?.text.split(/[,.(]/)[0]?.trim() ?? '';
  return `${begin(items[0])} to ${begin(items.at(-1))}`;
};

/**
 * The pages besides `/references/` that list works, in order, each with the works that are pointed to from there. Once
 * those would be too many, the pages that are left are one line, which leads to the first of the sources.
 */
export function pagesElsewhere({ literature, sources }: ReferenceLists): PageElsewhere[] {
  const pages = [
    ...literature.slice(1).map((page) => ({ list: LITERATURE, page })),
    ...sources.filter(({ all }) => all > 0).map((page) => ({ list: SOURCES, page })),
  ];
  const pointed = pages.map(({ page }) => page.items.length);
  const ends = pointed.map((_, i) => pointed.slice(0, i + 1).reduce((sum, count) => sum + count, 0));
  const named = pages.filter((_, i) => (ends[i] ?? 0) <= MOST_SIGNPOSTS);
  const [first] = sources;
  return [
    ...named.map(({ list, page }) => {
      const name = list === SOURCES ? SOURCES_TITLE : 'Literature';
      return {
        address: pageAddress(list, page.number),
        title: page.of === 1 ? name : `${name}, page ${page.number}: ${spanOf(page)}`,
        count: page.items.length,
        keys: page.items.map(({ key }) => key),
      };
    }),
    ...(first && named.length < pages.length
      ? [{ address: SOURCES, title: `${SOURCES_TITLE}, all ${first.of} pages`, count: first.all, keys: [] }]
      : []),
  ];
}
