import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import type { SearchPage } from './costs.ts';
import { flexSearch, miniSearch, writeDefaultUi, writeLibraryPage } from './libraries.ts';
import { documentsOf, writeWithDefaults } from './pages.ts';
import { rankingOfGuide, rankingOfPagefind, RESULTS } from './rankings.ts';
import type { Contestant } from './results.ts';
import { serve } from './server.ts';

/** The addresses that each contestant lists for a query, best first. */
export type Rankings = Readonly<Record<Contestant, readonly string[]>>;

/** All contestants, ready to be asked. */
export interface Contestants {
  readonly settings: Record<Contestant, string>;
  readonly rank: (query: string) => Promise<Rankings>;
  /** Pages to measure costs on. */
  readonly searchPages: Record<Contestant, SearchPage>;
  /** Where the files of the other contestants are served. */
  readonly address: string;
  readonly close: () => void;
}

/**
 * Sets up the contestants over the same pages: the guide as it was built, the others in a folder of their own.
 * @param dist the built guide
 * @param pages its pages, by address
 * @param folder an empty folder
 */
export async function contestantsOf(
  browser: Browser,
  dist: string,
  pages: ReadonlyMap<string, string>,
  folder: string,
): Promise<Contestants> {
  await writeWithDefaults(pages, folder);
  await writeDefaultUi(folder);
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Nothing here</title>');
  const [guide, others] = [await serve(dist), await serve(folder)];
  const [guidePage, page] = [await browser.newPage(), await browser.newPage()];
  await page.goto(others.address);
  const documents = await documentsOf(page, pages);
  const [mini, flex] = [miniSearch(documents), flexSearch(documents)];
  await writeLibraryPage(folder, 'minisearch', mini);
  await writeLibraryPage(folder, 'flexsearch', flex);
  const links = `${RESULTS} a[href]`;
  const bare = { site: others, input: 'input', links };
  return {
    settings: {
      guide: 'its own search page',
      pagefind: 'the same pages with data-pagefind-body alone; default options; costs: the Default UI',
      minisearch: mini.settings,
      flexsearch: flex.settings,
    },
    rank: async (query) => ({
      guide: await rankingOfGuide(guidePage, guide.address, query),
      pagefind: await rankingOfPagefind(page, query),
      minisearch: mini.ranking(query),
      flexsearch: flex.ranking(query),
    }),
    searchPages: {
      guide: { site: guide, path: '/search/', input: 'search-page input[name="q"]', links },
      pagefind: { ...bare, path: '/pagefind-ui.html', links: '.pagefind-ui__result-link' },
      minisearch: { ...bare, path: '/minisearch.html' },
      flexsearch: { ...bare, path: '/flexsearch.html' },
    },
    address: others.address,
    close: () => {
      guide.close();
      others.close();
    },
  };
}
