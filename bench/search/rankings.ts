import type { Page } from 'playwright';
import { Failure } from '../../src/cli/failure.ts';
import { CUTOFF } from './measures.ts';

/** Where the search page lists what it found. */
export const RESULTS = 'ol[aria-label="Search results"] > li';

/**
 * What the guide's own search page lists for a query: the page of the first link of each result, best first.
 * @throws Failure when the page does not say that it is done
 */
export async function rankingOfGuide(page: Page, site: string, query: string): Promise<string[]> {
  await page.goto(`${site}/search/?${new URLSearchParams({ q: query }).toString()}`);
  try {
    await page.waitForFunction(() => {
      const search = document.querySelector('search-page');
      const state = search?.getAttribute('data-state');
      if (state !== null && state !== undefined) return state === 'done';
      // A search page that tells no state writes its status together with the list.
      return search?.querySelector('[role="status"]')?.textContent.trim() !== '';
    });
  } catch {
    throw new Failure(`the search page did not finish "${query}" within 30 s`);
  }
  return page.evaluate(
    ([results, limit]) =>
      [...document.querySelectorAll(results)]
        .slice(0, limit)
        .map((item) => item.querySelector<HTMLAnchorElement>('a[href]')?.pathname ?? ''),
    [RESULTS, CUTOFF] as const,
  );
}

/** What Pagefind's browser API with its default options finds for a query, on a page of the site that holds the index. */
export const rankingOfPagefind = (page: Page, query: string): Promise<string[]> =>
  page.evaluate(
    async ([words, limit]) => {
      const address = '/pagefind/pagefind.js';
      const pagefind = (await import(address)) as {
        search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
      };
      const { results } = await pagefind.search(words);
      const found = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return found.map(({ url }) => new URL(url, location.href).pathname);
    },
    [query, CUTOFF] as const,
  );
