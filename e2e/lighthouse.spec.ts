import { chromium } from '@playwright/test';
import lighthouse, { type Flags } from 'lighthouse';
import { freePort } from './fixtures/free-port.ts';
import { kindOf, onePageOfEachKind, ROOT } from './fixtures/sites.ts';
import { expect, test as base } from './fixtures/test.ts';

/** What search engines ask for alone; nothing is timed, so there is nothing to wait for once a page has loaded. */
const SETTINGS: Flags = {
  onlyCategories: ['seo'],
  logLevel: 'error',
  disableFullPageScreenshot: true,
  disableStorageReset: true,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
};

const test = base.extend<object, { debuggingPort: number }>({
  debuggingPort: [
    async ({ launchOptions }, use) => {
      const port = await freePort();
      const browser = await chromium.launch({
        ...launchOptions,
        args: [
          ...(launchOptions.args ?? []),
          `--remote-debugging-port=${port}`,
          // Neither a page nor the browser reaches anything but this machine.
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
        ],
      });
      await use(port);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

// The page for unknown addresses is not to be found, and says so; Lighthouse would count that against it.
for (const path of onePageOfEachKind().filter((each) => each !== '/404.html'))
  test(`Lighthouse has nothing to add for search engines: ${kindOf(path)}`, async ({ debuggingPort }) => {
    const result = await lighthouse(new URL(path, ROOT.address).href, { ...SETTINGS, port: debuggingPort });
    const { runtimeError, audits = {}, categories } = result?.lhr ?? {};
    const failed = Object.values(audits).filter(({ score }) => score !== null && score < 1);

    expect(runtimeError).toBeUndefined();
    expect(failed.map(({ id, displayValue }) => [id, displayValue])).toEqual([]);
    expect(categories?.['seo']?.score).toBe(1);
  });
