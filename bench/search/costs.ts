import type { Browser, Page } from 'playwright';
import { Failure } from '../../src/cli/failure.ts';
import { median } from './measures.ts';
import type { Response, Served } from './server.ts';

/** A page that searches when its address says so. */
export interface SearchPage {
  readonly site: Served;
  /** Path of the page. */
  readonly path: string;
  readonly input: string;
  /** The links of the results. */
  readonly links: string;
}

/** What it costs until the first result is in the page; medians over the sample. */
export interface Cost {
  /** Bytes that the server sent: heads and bodies. */
  readonly bytes: number;
  /** Of these, HTML, style sheets, fonts and images. */
  readonly pageBytes: number;
  /** The others: scripts, index, WebAssembly. */
  readonly searchBytes: number;
  readonly milliseconds: number;
}

/** Costs of a page, and how many queries they are medians of. */
export interface Costs {
  /** A first visit, nothing cached, the query in the address: from the start of the navigation. */
  readonly cold: Cost;
  /** A second query typed into the same page: from the input event. */
  readonly warm: Cost;
  /** Warm searches whose first result differs from the one before, so that its coming can be seen. */
  readonly warmQueries: number;
}

const PAGE_PARTS = ['document', 'style', 'font', 'image'];

interface Watch {
  /** The first result when the watch was set; it must change to count. */
  before: string | undefined;
  asked: number;
  shown: number | undefined;
}
declare global {
  interface Window {
    searchWatch: Watch;
  }
}

/** Runs in the page, before anything else: notes when the first result comes. */
export function watch(links: string) {
  const state: Watch = { before: undefined, asked: 0, shown: undefined };
  window.searchWatch = state;
  new MutationObserver(() => {
    const first = document.querySelector<HTMLAnchorElement>(links)?.href;
    if (state.shown === undefined && first !== undefined && first !== '' && first !== state.before)
      state.shown = performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });
  addEventListener('input', () => (state.asked = performance.now()), true);
}

const SECONDS = 1000;

/** Waits for the first result; when the page was opened, asked and showed it, in milliseconds since 1970. */
export async function firstResult(page: Page, timeout: number) {
  await page.waitForFunction(() => window.searchWatch.shown !== undefined, undefined, { timeout });
  return page.evaluate(() => ({
    opened: performance.timeOrigin,
    asked: performance.timeOrigin + window.searchWatch.asked,
    shown: performance.timeOrigin + (window.searchWatch.shown ?? 0),
  }));
}

/** What was sent and arrived within a stretch of time. */
function costOf(responses: readonly Response[], from: number, shown: number): Cost {
  const sum = (wanted: (response: Response) => boolean) =>
    responses
      .filter((response) => response.at <= shown && wanted(response))
      .reduce((total, { bytes }) => total + bytes, 0);
  const isPagePart = ({ destination }: Response) => PAGE_PARTS.includes(destination);
  return {
    bytes: sum(() => true),
    pageBytes: sum(isPagePart),
    searchBytes: sum((response) => !isPagePart(response)),
    milliseconds: shown - from,
  };
}

/** One visit: a query in the address, then another typed; no warm cost when both have the same first result. */
async function visit(
  browser: Browser,
  { site, path, input, links }: SearchPage,
  first: string,
  second: string,
): Promise<{ cold: Cost; warm: Cost | undefined }> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(watch, links);
    let from = site.responses.length;
    await page.goto(`${site.address}${path}?${new URLSearchParams({ q: first }).toString()}`);
    const arrived = await firstResult(page, 30 * SECONDS).catch(() => {
      throw new Failure(`${path} shows no result for "${first}"`);
    });
    const cold = costOf(site.responses.slice(from), arrived.opened, arrived.shown);

    await page.waitForLoadState('networkidle');
    from = site.responses.length;
    await page.evaluate((selector) => {
      window.searchWatch.before = document.querySelector<HTMLAnchorElement>(selector)?.href;
      window.searchWatch.shown = undefined;
    }, links);
    await page.locator(input).first().fill(second);
    const typed = await firstResult(page, 3 * SECONDS).catch(() => undefined);
    return { cold, warm: typed && costOf(site.responses.slice(from), typed.asked, typed.shown) };
  } finally {
    await context.close();
  }
}

const medianOf = (costs: readonly Cost[]): Cost => ({
  bytes: Math.round(median(costs.map(({ bytes }) => bytes))),
  pageBytes: Math.round(median(costs.map(({ pageBytes }) => pageBytes))),
  searchBytes: Math.round(median(costs.map(({ searchBytes }) => searchBytes))),
  milliseconds: Math.round(median(costs.map(({ milliseconds }) => milliseconds))),
});

/**
 * Measures search pages with the same queries, page by page for each query, so that the noise of the machine falls on
 * all of them.
 * @param sample at least two queries that every page has an answer for
 */
export async function costsOf<Name extends string>(
  browser: Browser,
  pages: Readonly<Record<Name, SearchPage>>,
  sample: readonly string[],
): Promise<Record<Name, Costs>> {
  const names = Object.keys(pages) as Name[];
  const visits = new Map(names.map((name) => [name, [] as Awaited<ReturnType<typeof visit>>[]]));
  const [warmUp = '', another = ''] = sample;
  // The server compresses each file once; that is not the visitor's time.
  for (const name of names) await visit(browser, pages[name], warmUp, another);
  for (const [i, query] of sample.entries())
    for (const [name, list] of visits)
      list.push(await visit(browser, pages[name], query, sample[(i + 1) % sample.length] ?? warmUp));
  const costs = [...visits].map(([name, list]) => {
    const warm = list.map((each) => each.warm).filter((each) => each !== undefined);
    return [
      name,
      { cold: medianOf(list.map(({ cold }) => cold)), warm: medianOf(warm), warmQueries: warm.length },
    ];
  });
  return Object.fromEntries(costs) as Record<Name, Costs>;
}
