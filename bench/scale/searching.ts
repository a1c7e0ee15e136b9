import type { Browser, BrowserContext, Page } from 'playwright';
import { Failure } from '../../src/cli/failure.ts';
import { SLOW_PROCESSOR } from '../network.ts';
import { firstResult, watch } from '../search/costs.ts';
import { median } from '../search/measures.ts';
import type { Response, Served } from '../search/server.ts';

/** What is asked first. */
export const QUERY = 'concept drift';

/** What is asked later, in the same page. */
const LATER = [
  'labels',
  'fairness audit',
  'shadow deployment',
  'edge cases',
  'data poisoning',
  'explain a decision',
  'retraining',
];

/** A site whose pages have a search that opens over them, and how it is worked. */
export interface SearchOverPage {
  /** A page to begin on. */
  readonly path: string;
  readonly opener: string;
  readonly input: string;
  /** The links of the results. */
  readonly links: string;
}

/** How this guide's search is worked. */
export const GUIDE_SEARCH: Omit<SearchOverPage, 'path'> = {
  opener: 'button.search-opener',
  input: 'search-dialog input',
  links: 'search-dialog ol a:not(.all)',
};

/** Who searches: on a desk as fast as this machine, or with a slow phone. */
export type Reader = 'desk' | 'phone';

/** From the click that opens the search until the first result stands there. */
export interface FirstHit {
  /** Of everything that was asked for by then, also of what was still on its way. */
  readonly bytes: number;
  /** Of what had arrived by then. */
  readonly arrivedBytes: number;
  readonly milliseconds: number;
}

/** What searching costs; medians. */
export interface SearchCosts {
  /** A first visit, nothing kept by the browser. */
  readonly cold: FirstHit;
  /** Another page, later: the browser has kept what came. */
  readonly warm: FirstHit;
  /** From the input event of a later query until its first result; 0 when none could be seen. */
  readonly laterMilliseconds: number;
  /** Later queries that the median is of. */
  readonly laterQueries: number;
  /** Bytes of the index and its engine that were sent before anybody wanted to search. */
  readonly unasked: number;
}

declare global {
  interface Window {
    searchOpened: number | undefined;
  }
}

/** Runs in the page, before anything else: notes when the search is opened. */
function noteOpening(opener: string) {
  addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest(opener)) window.searchOpened ??= performance.now();
    },
    true,
  );
}

/** Slows the page's own thread. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PROCESSOR });
}

const PATIENCE = 60_000;

/** Long enough for a page to show by requests that it begins to load, in milliseconds. */
const WARMING = 1000;

/** Opens a page and searches as fast as a machine can: opens the search, and the whole query stands there. */
async function search(context: BrowserContext, site: Served, over: SearchOverPage, reader: Reader) {
  const page = await context.newPage();
  if (reader === 'phone') await slowDown(page);
  await page.addInitScript(watch, over.links);
  await page.addInitScript(noteOpening, over.opener);
  const loading = site.responses.length;
  await page.goto(site.address + over.path, { waitUntil: 'networkidle' });
  const from = site.responses.length;
  const unasked = unaskedOf(site.responses.slice(loading, from));
  await page.locator(over.opener).first().click();
  await page.locator(over.input).first().fill(QUERY);
  const { opened, shown } = await firstResult(page, PATIENCE).catch(() => {
    throw new Failure(`the search on ${site.address}${over.path} shows no result for "${QUERY}"`);
  });
  const clicked = opened + ((await page.evaluate(() => window.searchOpened)) ?? NaN);
  await page.waitForLoadState('networkidle');
  const responses = site.responses.slice(from);
  const hit: FirstHit = {
    bytes: sum(responses.filter(({ asked }) => asked <= shown)),
    arrivedBytes: sum(responses.filter(({ at }) => at <= shown)),
    milliseconds: shown - clicked,
  };
  return { page, hit, unasked };
}

const sum = (responses: readonly Response[]) => responses.reduce((total, { bytes }) => total + bytes, 0);

/** Bytes of an index, or of the engine that reads it, by their addresses. */
const unaskedOf = (responses: readonly Response[]): number =>
  sum(responses.filter(({ path }) => /\/pagefind\/|localSearchIndex|\/search\//i.test(path)));

/** Types other queries, one after the other; milliseconds until the first result changes, of those where it does. */
async function later(page: Page, { input, links }: SearchOverPage): Promise<number[]> {
  const times: number[] = [];
  for (const query of LATER) {
    await page.evaluate((selector) => {
      window.searchWatch.before = document.querySelector<HTMLAnchorElement>(selector)?.href;
      window.searchWatch.shown = undefined;
    }, links);
    await page.locator(input).first().fill(query);
    const found = await firstResult(page, 5000).catch(() => undefined);
    if (found) times.push(found.shown - found.asked);
    await page.waitForLoadState('networkidle');
  }
  return times;
}

/**
 * Measures a search that opens over pages, as a reader uses it who was never there, and once more in another page.
 * @param site served over the network of that reader
 */
export async function searchCostsOf(
  browser: Browser,
  site: Served,
  over: SearchOverPage,
  reader: Reader,
  runs: number,
): Promise<SearchCosts> {
  const visits: { cold: FirstHit; warm: FirstHit; unasked: number; later: number[] }[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const context = await browser.newContext(
      reader === 'phone' ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } : {},
    );
    try {
      const first = await search(context, site, over, reader);
      const times = await later(first.page, over);
      await first.page.close();
      const second = await search(context, site, over, reader);
      // The server compresses each file once; that is not the reader's time.
      if (run > 0) visits.push({ cold: first.hit, warm: second.hit, unasked: first.unasked, later: times });
    } finally {
      await context.close();
    }
  }
  const hitOf = (state: 'cold' | 'warm'): FirstHit => ({
    bytes: median(visits.map((visit) => visit[state].bytes)),
    arrivedBytes: median(visits.map((visit) => visit[state].arrivedBytes)),
    milliseconds: median(visits.map((visit) => visit[state].milliseconds)),
  });
  const times = visits.flatMap((visit) => visit.later);
  return {
    cold: hitOf('cold'),
    warm: hitOf('warm'),
    laterMilliseconds: median(times),
    laterQueries: times.length,
    unasked: Math.max(...visits.map(({ unasked }) => unasked)),
  };
}

/** What shows that somebody wants to search, before the search is open. */
const INTENTS: Readonly<Record<string, (page: Page, opener: string) => Promise<void>>> = {
  pointing: (page, opener) => page.locator(opener).first().hover(),
  focus: (page, opener) => page.locator(opener).first().focus(),
  '/': (page) => page.keyboard.press('/'),
};

/** The intents upon which a page begins to load what searching needs. */
export async function warmingIntentsOf(
  browser: Browser,
  site: Served,
  { path, opener }: Pick<SearchOverPage, 'path' | 'opener'>,
): Promise<string[]> {
  const warming: string[] = [];
  for (const [name, show] of Object.entries(INTENTS)) {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(site.address + path, { waitUntil: 'networkidle' });
      const from = site.responses.length;
      await show(page, opener);
      await page.waitForTimeout(WARMING);
      if (unaskedOf(site.responses.slice(from)) > 0) warming.push(name);
    } finally {
      await context.close();
    }
  }
  return warming;
}
