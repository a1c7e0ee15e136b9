import type { Browser } from 'playwright';
import { kindOf, onePageOfEachKind } from '../../e2e/fixtures/sites.ts';
import type { Response, Served } from '../search/server.ts';

/** What a page makes the server send before anybody touches it: heads and bodies, in bytes. */
export interface Weight {
  /** Requests, without those for fonts. */
  readonly requests: number;
  readonly html: number;
  readonly css: number;
  readonly script: number;
  readonly images: number;
  readonly other: number;
  /** All of these; fonts are extra. */
  readonly total: number;
  readonly fonts: number;
}

/** What the browser says it wants a file for, and what it weighs as. */
const PARTS: Readonly<Record<string, 'html' | 'css' | 'script' | 'images' | 'fonts'>> = {
  document: 'html',
  style: 'css',
  script: 'script',
  worker: 'script',
  image: 'images',
  font: 'fonts',
};

/** Adds responses up. */
export function weightOf(responses: readonly Response[]): Weight {
  const sums = { html: 0, css: 0, script: 0, images: 0, fonts: 0, other: 0 };
  for (const { destination, bytes } of responses) sums[PARTS[destination] ?? 'other'] += bytes;
  const { fonts, ...rest } = sums;
  return {
    ...rest,
    requests: responses.filter(({ destination }) => destination !== 'font').length,
    total: Object.values(rest).reduce((sum, bytes) => sum + bytes, 0),
    fonts,
  };
}

/** One page of each kind of a built site, the heaviest by its HTML, by the name of the kind. */
export const pagesByKind = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    onePageOfEachKind({ folder, port: 0, base: '/', address: '/' }).map((path) => [kindOf(path), path]),
  );

/** What a page weighs when it is opened by somebody who was never there. */
export async function weigh(browser: Browser, site: Served, path: string): Promise<Weight> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const from = site.responses.length;
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    return weightOf(site.responses.slice(from));
  } finally {
    await context.close();
  }
}

/** How a page comes up on a phone. */
export interface Arrival {
  /** Cumulative Layout Shift, without shifts that the reader caused (web.dev, "CLS"). */
  readonly shift: number;
  /** Families whose `font-display` lets text wait for them unseen. */
  readonly blockingFonts: readonly string[];
}

declare global {
  interface Window {
    layoutShifts: { readonly at: number; readonly value: number }[];
  }
}

/** Runs in the page, before anything else: notes each shift. */
function noteShifts() {
  const shifts: Window['layoutShifts'] = (window.layoutShifts = []);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) shifts.push({ at: entry.startTime, value: entry.value });
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * The largest sum of shifts in a window of time: gaps below a second, five seconds in all (web.dev, "CLS").
 * @param shifts with milliseconds, in order
 */
export function cumulativeShift(shifts: readonly { readonly at: number; readonly value: number }[]): number {
  let [most, sum, first, last] = [0, 0, -Infinity, -Infinity];
  for (const { at, value } of shifts) {
    if (at - last >= 1000 || at - first >= 5000) [sum, first] = [0, at];
    last = at;
    sum += value;
    most = Math.max(most, sum);
  }
  return most;
}

/** A page is opened so often to see how it comes up: whether text is painted before a script runs is up to chance. */
const ARRIVALS = 3;

/** Opens a page on a small screen, several times, scrolls to its end, and tells the worst of what moved meanwhile. */
export async function worstArrivalOf(browser: Browser, site: Served, path: string): Promise<Arrival> {
  const arrivals: Arrival[] = [];
  for (let time = 0; time < ARRIVALS; time += 1) arrivals.push(await arrivalOf(browser, site, path));
  return {
    shift: Math.max(...arrivals.map(({ shift }) => shift)),
    blockingFonts: [...new Set(arrivals.flatMap(({ blockingFonts }) => blockingFonts))],
  };
}

/** Opens a page once. */
async function arrivalOf(browser: Browser, site: Served, path: string): Promise<Arrival> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true });
  try {
    const page = await context.newPage();
    await page.addInitScript(noteShifts);
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    const arrived = await page.evaluate(async () => {
      scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
      return {
        shifts: window.layoutShifts,
        blockingFonts: [...document.fonts]
          .filter(
            ({ display, status }) =>
              status === 'loaded' && !['swap', 'fallback', 'optional'].includes(display),
          )
          .map(({ family }) => family),
      };
    });
    return { shift: cumulativeShift(arrived.shifts), blockingFonts: [...new Set(arrived.blockingFonts)] };
  } finally {
    await context.close();
  }
}
