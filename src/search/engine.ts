import type { Facet } from './facets.ts';

/** What the guide uses of Pagefind's browser API (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(
    query: string | null,
    options?: { filters: Record<string, string> },
  ): Promise<{ results: PageResult[] }>;
}

/** A page that the engine found. */
export interface PageResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<PageText>;
}

/** What the engine knows of a page: excerpts are HTML with `<mark>` around the words. */
export interface PageText {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly {
    readonly title: string;
    readonly url: string;
    readonly excerpt: string;
    readonly weighted_locations: readonly { readonly balanced_score: number }[];
  }[];
}

/**
 * Titles and organisations count for more than prose, rare and nearly whole words for more than repeated ones, and a
 * long page for no more than a short one. Set on the tuning half of the judged questions in bench/search.
 */
const RANKING = {
  termFrequency: 0.3,
  termSimilarity: 4,
  pageLength: 0.75,
  termSaturation: 1,
  metaWeights: { title: 8, organisation: 8, summary: 3 },
};

let loading: Promise<Pagefind> | undefined;

/** Loads the index once; the address is made at run time, since a bundler would take in a constant one. */
function load(index: string): Promise<Pagefind> {
  loading ??= (async () => {
    const pagefind = (await import(
      /* @vite-ignore */ new URL(`${index}pagefind.js`, location.href).href
    )) as Pagefind;
    await pagefind.options({
      baseUrl: index.replace(/pagefind\/$/, ''),
      excerptLength: 24,
      ranking: RANKING,
      // A page that came from a copy on the device gets its data from there too, and a web worker is no page. (While
      // Firefox is offline, it even keeps what web workers fetch from the service worker: https://bugzil.la/2067202.)
      noWorker: document.querySelector('.kept-copy') !== null,
    });
    await pagefind.init();
    return pagefind;
  })();
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Pages that hold every one of some words, best first; all pages when there are no words. */
export const search = async (index: string, words: string | null): Promise<PageResult[]> =>
  (await (await load(index)).search(words)).results;

const counts = new Map<string, Promise<number>>();

/** How many pages the index holds. */
export function pageCount(index: string): Promise<number> {
  const known = counts.get(index) ?? search(index, null).then(({ length }) => length);
  known.catch(() => counts.delete(index));
  counts.set(index, known);
  return known;
}

const members = new Map<string, Promise<ReadonlySet<string>>>();

/** Ids of the pages that have a value of a filter. */
export function membersOf(index: string, facet: Facet, value: string): Promise<ReadonlySet<string>> {
  const key = `${facet}:${value}`;
  const known = members.get(key);
  if (known) return known;
  const asked = load(index)
    .then((pagefind) => pagefind.search(null, { filters: { [facet]: value } }))
    .then(({ results }) => new Set(results.map(({ id }) => id)));
  asked.catch(() => members.delete(key));
  members.set(key, asked);
  return asked;
}
