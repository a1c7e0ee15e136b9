import { defineConfig, devices } from '@playwright/test';
import { GALLERY_SITE, GUIDE, HOSTILE_SITE, LARGE_SITE, PROJECT, ROOT, type Site } from './fixtures/sites.ts';

const { BROWSER_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME } = process.env;
/** The large site is built and tested by itself, since it may be built with any number of case studies. */
const isLarge = process.env['LARGE'] === 'yes';
/** So is how everything looks, which needs the gallery of components, and is renewed by itself. */
const isLooks = process.env['LOOKS'] === 'yes';
const OWN_RUNS = ['large.spec.ts', 'looks.spec.ts', 'gallery.spec.ts'];
const isAdministrator = process.getuid?.() === 0;

/** How a built site is served: as `npm run preview` does. */
const serverOf = ({ folder, port, base, address }: Site) => ({
  command: `"${process.execPath}" src/cli/preview.ts --outDir "${folder}" --port ${port}`,
  cwd: PROJECT,
  env: { BASE_PATH: base, ASTRO_TELEMETRY_DISABLED: '1' },
  url: address,
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 } as const,
});

export default defineConfig({
  testDir: '.',
  ...(isLarge
    ? { testMatch: 'large.spec.ts' }
    : isLooks
      ? { testMatch: ['looks.spec.ts', 'gallery.spec.ts'] }
      : { testIgnore: OWN_RUNS }),
  outputDir: `${PROJECT}/test-results`,
  // One look for every system: the tests bring their own typeface.
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Generous, since nothing is timed here: a loaded machine is no fault of the guide.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: PLAYWRIGHT_JSON_OUTPUT_NAME
    ? [['line'], ['json', { outputFile: PLAYWRIGHT_JSON_OUTPUT_NAME }]]
    : [['line']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: (isLarge ? LARGE_SITE : ROOT).address,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    // On GitHub nobody watches: a failure leaves its steps in test-results/, and the workflow keeps them.
    // Elsewhere not: the tests take half as long again.
    trace: process.env['GITHUB_ACTIONS'] ? 'retain-on-failure' : 'off',
    // The fading from page to page would be most of the time that clicking takes.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(BROWSER_PATH ? { executablePath: BROWSER_PATH } : {}),
      args: [
        // Chromium refuses its own sandbox to the administrator of a container.
        ...(isAdministrator ? ['--no-sandbox'] : []),
        // A browser that talks to its maker while it is driven would not stay offline.
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'chromium' }],
  webServer: isLooks
    ? // The gallery is all that there is: nothing answers at the root.
      [serverOf(ROOT), { ...serverOf(GALLERY_SITE), url: `${GALLERY_SITE.address}gallery/` }]
    : (isLarge ? [LARGE_SITE] : [ROOT, GUIDE, HOSTILE_SITE]).map(serverOf),
});
