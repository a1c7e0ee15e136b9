/** What the guide uses of Pagefind's browser API (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(
    query: string | null,
    options: { filters: Record<string, string> },
  ): Promise<{ results: PagefindResult[] }>;
}
interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<PagefindHit>;
}
interface PagefindHit {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Record<string, string>;
}

/** One page that was found. */
export interface Hit {
  readonly url: string;
  readonly title: string;
  /** What the page is, in words: challenge, mitigation, … */
  readonly type: string;
  readonly summary: string;
  /** HTML from the index: text with `<mark>` around the words that matched. */
  readonly excerpt: string;
}

/** A question to the index: words, and the filters that are set. */
export interface Query {
  readonly words: string;
  readonly filters: Readonly<Record<string, string>>;
}

/** How many pages were found, and a way to read some of them. */
export interface Found {
  readonly count: number;
  readonly hits: (from: number, to: number) => Promise<Hit[]>;
}

/** Pages whose title or alias matches count for more than long prose that repeats a word. */
const RANKING = { termFrequency: 0.8, termSimilarity: 2, pageLength: 0.5, termSaturation: 1.6 };

let loading: Promise<Pagefind> | undefined;

/** Loads the index once; the address is made at run time, since Astro would bundle a constant one. */
function load(index: string): Promise<Pagefind> {
  loading ??= (async () => {
    const pagefind = (await import(
      /* @vite-ignore */ new URL(`${index}pagefind.js`, location.href).href
    )) as Pagefind;
    await pagefind.options({
      baseUrl: index.replace(/pagefind\/$/, ''),
      excerptLength: 24,
      ranking: RANKING,
    });
    await pagefind.init();
    return pagefind;
  })();
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Starts loading the index, so that the first search finds it there. A failure is told by the search itself. */
export const warm = (index: string): void => void load(index).catch(() => undefined);

/** Pagefind is not made for essays; nobody types more than this. */
const MAX_LENGTH = 300;

/** With fewer pages than this that hold every word, pages that hold some of them are shown too. */
const FEW = 5;

/** Words that every page holds and no reader means. */
const STOP_WORDS = new Set(
  'a after an and are as at be but by can do does for from had has have how i in is it its my no not of on or our so than that the then they this to too was we what when where which who why will with you your'.split(
    ' ',
  ),
);

/**
 * Pagefind wants every word on a page; people describe a symptom in words that no page holds all of.
 * Adds the pages that hold some of the words: each word counts by its score on the page, and the more so the
 * fewer pages hold it (inverse document frequency).
 */
async function withSomeWords(
  pagefind: Pagefind,
  text: string,
  filters: Query['filters'],
  exact: readonly PagefindResult[],
): Promise<PagefindResult[]> {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].filter(
    (word) => !STOP_WORDS.has(word),
  );
  if (words.length < 2) return [...exact];
  const found = await Promise.all(
    words
      .slice(0, 12)
      .map(async (word) => (await pagefind.search(word, { filters: { ...filters } })).results),
  );
  const pages = Math.max(2, ...found.map((results) => results.length)) + 1;
  const scores = new Map<string, { result: PagefindResult; score: number; words: number }>();
  for (const results of found) {
    const best = results[0]?.score ?? 1;
    for (const result of results) {
      const before = scores.get(result.id) ?? { score: 0, words: 0 };
      const score = before.score + Math.sqrt(result.score / best) * Math.log(pages / results.length);
      scores.set(result.id, { result, score, words: before.words + 1 });
    }
  }
  // A page that holds more of the words is more likely meant than one that repeats a single word.
  const rank = ({ score, words: held }: { score: number; words: number }) => score * (held / words.length);
  const partial = [...scores.values()].toSorted((a, b) => rank(b) - rank(a)).map(({ result }) => result);
  const known = new Set(partial.map(({ id }) => id));
  return [...partial, ...exact.filter(({ id }) => !known.has(id))];
}

/** Whether a page bears the very words as its title; what stands in brackets after a title is no part of the name. */
const isNamed = ({ title }: Hit, words: string): boolean =>
  title.replace(/\s*\([^)]*\)$/, '').toLowerCase() === words.toLowerCase();

/**
 * Asks the index.
 * @param index address of the folder that holds it, with the slash at its end
 * @throws when the index cannot be loaded
 */
export async function find(index: string, { words, filters }: Query): Promise<Found> {
  const pagefind = await load(index);
  const text = words.trim().slice(0, MAX_LENGTH);
  const { results: exact } = await pagefind.search(text === '' ? null : text, { filters: { ...filters } });
  const results = exact.length < FEW ? await withSomeWords(pagefind, text, filters, exact) : exact;
  return {
    count: results.length,
    hits: async (from, to) => {
      const pages = await Promise.all(results.slice(from, to).map((result) => result.data()));
      const hits = pages.map(({ url, excerpt, meta }) => ({
        url,
        excerpt,
        title: meta['title'] ?? url,
        type: meta['type'] ?? '',
        summary: meta['summary'] ?? '',
      }));
      // Who types a name means that page, however often another page says the words.
      return from === 0 ? hits.toSorted((a, b) => Number(isNamed(b, text)) - Number(isNamed(a, text))) : hits;
    },
  };
}

/** Text and marks of an excerpt as nodes; anything else that might be in it is dropped. */
export function excerptNodes(excerpt: string): Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    if (node instanceof HTMLElement && node.tagName === 'MARK') {
      const mark = document.createElement('mark');
      mark.textContent = node.textContent;
      return mark;
    }
    return document.createTextNode(node.textContent ?? '');
  });
}
