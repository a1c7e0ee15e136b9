import { gunzipSync } from 'node:zlib';
import { MARK, type IndexFile } from './stable-index.ts';
import type { WordCounts } from './rescue.ts';
import { isStopWord, wordsIn } from './text.ts';

/** What the index keeps of one page. */
export interface IndexedPage {
  /** The id by which the engine names the page in its results. */
  readonly id: string;
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** Every page of a Pagefind index, read from its fragments, by address. */
export function pagesOf(files: readonly IndexFile[]): IndexedPage[] {
  return files
    .filter(({ path }) => path.endsWith('.pf_fragment'))
    .map(({ path, content }) => {
      const text = gunzipSync(content).subarray(MARK.length).toString('utf8');
      const { url, content: words, meta } = JSON.parse(text) as Omit<IndexedPage, 'id'>;
      return { id: path.replace(/^.*\/|\.pf_fragment$/g, ''), url, content: words, meta };
    })
    .toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

/** Ids of the pages that can be found by name, by address: all but the case studies, of which there may be thousands. */
export const idsOf = (pages: readonly IndexedPage[]): Record<string, string> =>
  Object.fromEntries(
    pages.filter(({ meta }) => meta['type'] !== 'case-study').map(({ url, id }) => [url, id]),
  );

/** Words of titles count as if they stood on so many pages: they are what people look for. */
const TITLE = 5;

/** A list for the rescue of misspelt words stays small however much the guide grows. */
const MOST_WORDS = 20_000;

/** The words that a search can find, with the number of pages that hold each, the most frequent first. */
export function wordCountsOf(pages: readonly IndexedPage[]): WordCounts {
  const counts = new Map<string, number>();
  for (const { content, meta } of pages) {
    const title = new Set(wordsIn(meta['title'] ?? ''));
    for (const word of new Set(wordsIn(content)))
      counts.set(word, (counts.get(word) ?? 0) + (title.has(word) ? TITLE : 1));
  }
  return Object.fromEntries(
    [...counts]
      .filter(([word]) => word.length > 2 && !/\d/.test(word) && !isStopWord(word))
      .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, MOST_WORDS),
  );
}
