import lighthouse, { type Flags } from 'lighthouse';
import type { Browser } from 'playwright';
import { freePort } from '../../e2e/fixtures/free-port.ts';
import { Failure } from '../../src/cli/failure.ts';
import { startBrowser } from '../browser.ts';
import { median } from '../search/measures.ts';

/** What Lighthouse says of a page on a phone; medians. */
export interface Speed {
  /** The score for performance, from 0 to 100. */
  readonly score: number;
  /** First and Largest Contentful Paint, and Total Blocking Time, in milliseconds. */
  readonly fcp: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
}

/** Lighthouse's own settings for a phone, and nothing but the performance. */
const SETTINGS: Flags = {
  onlyCategories: ['performance'],
  logLevel: 'error',
  disableFullPageScreenshot: true,
};

/** A browser that Lighthouse can talk to. */
export interface LighthouseBrowser {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Starts a browser for Lighthouse. */
export async function startLighthouse(): Promise<LighthouseBrowser> {
  const port = await freePort();
  const browser: Browser = await startBrowser([
    `--remote-debugging-port=${port}`,
    // Neither a page nor the browser reaches anything but this machine.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ]);
  return { port, close: () => browser.close() };
}

/**
 * Has Lighthouse look at a page several times.
 * @throws Failure when it cannot
 */
export async function speedOf({ port }: LighthouseBrowser, address: string, runs: number): Promise<Speed> {
  const speeds: Speed[] = [];
  for (let run = 0; run < runs; run += 1) {
    const result = await lighthouse(address, { ...SETTINGS, port });
    const { runtimeError, audits = {}, categories = {} } = result?.lhr ?? {};
    const score = categories['performance']?.score;
    if (runtimeError || typeof score !== 'number')
      throw new Failure(`Lighthouse cannot look at ${address}: ${runtimeError?.message ?? 'no score'}`);
    const figure = (audit: string) => audits[audit]?.numericValue ?? NaN;
    speeds.push({
      score: Math.round(score * 100),
      fcp: figure('first-contentful-paint'),
      lcp: figure('largest-contentful-paint'),
      tbt: figure('total-blocking-time'),
      cls: figure('cumulative-layout-shift'),
    });
  }
  const middle = (name: keyof Speed) => median(speeds.map((speed) => speed[name]));
  return {
    score: middle('score'),
    fcp: middle('fcp'),
    lcp: middle('lcp'),
    tbt: middle('tbt'),
    cls: middle('cls'),
  };
}
