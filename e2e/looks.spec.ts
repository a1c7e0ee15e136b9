import type { Locator, Page } from '@playwright/test';
import {
  areaOf,
  isNoted,
  noteBrowser,
  notedBrowser,
  PIXELS,
  SCHEMES,
  steady,
  tolerance,
  WINDOWS,
  withoutFigures,
} from './fixtures/looks.ts';
import { GALLERY_SITE } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

/*
 * How everything looks, against pictures of how it looked. `npm test -- --only build,looks --renew` takes them anew.
 * The pictures hold what somebody designed, and nothing that a new case study changes: pages are named one by one,
 * figures are written alike, and lists of case studies are covered.
 */

test.describe.configure({ mode: 'parallel' });
test.use({
  // The typeface of the tests comes in a style element, which the guide's own policy refuses.
  bypassCSP: true,
  deviceScaleFactor: PIXELS,
  // The guide's own typeface is asked for ahead, and then not used.
  expectedComplaints: /was preloaded using link preload but not used/,
});

/** What no two builds have in common: covered in each picture. */
const CHANGING = '.case-studies, .drawings, .plate figcaption';

/** Compares a page, or a part of it, with how it looked. */
async function expectLook(
  page: Page,
  name: string,
  { part, mask = [] }: { part?: Locator; mask?: Locator[] },
) {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page belongs to no browser');
  const options = {
    animations: 'disabled',
    caret: 'hide',
    scale: 'device',
    mask,
    maskColor: '#808080',
    maxDiffPixelRatio: tolerance(browser),
  } as const;
  const file = `${name}.png`.split('/');
  if (part && (isNoted(browser) || test.info().config.updateSnapshots === 'all'))
    await expect.soft(part).toHaveScreenshot(file, options);
  else if (part)
    await expect
      .soft(page)
      .toHaveScreenshot(file, { ...options, fullPage: true, clip: await areaOf(part, name) });
  else await expect.soft(page).toHaveScreenshot(file, options);
}

/** Opens a page on a day that never changes. */
async function open(page: Page, address: string) {
  await page.clock.setFixedTime(new Date('2026-01-02T12:00:00Z'));
  await page.goto(address);
  await steady(page);
}

test('the pictures were taken in this browser', ({ browser }, testInfo) => {
  if (testInfo.config.updateSnapshots === 'all') noteBrowser(browser);

  expect(notedBrowser(), 'the browser of the pictures is noted beside them').toBeDefined();
  if (!isNoted(browser))
    console.warn(
      `The pictures were taken in Chromium ${notedBrowser()}, this is ${browser.version()}: only large differences fail.`,
    );
});

/** Groups of the gallery, by their anchors. */
const GROUPS = [
  'signs',
  'finding',
  'lists',
  'challenges',
  'case-studies',
  'practice',
  'map',
  'figures',
  'statistics',
  'paths',
  'works',
  'take-away',
];

test.describe('the groups', () => {
  test.use({ baseURL: GALLERY_SITE.address });

  test('every group of the gallery is looked at', async ({ page }) => {
    await page.goto('/gallery/');
    const links = page.getByRole('navigation', { name: 'Groups' }).getByRole('link');

    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
      GROUPS.map((group) => `#${group}`),
    );
  });
});

/**
 * One page of each kind, each named, so that no case study that comes takes the place of another. Not the changelog, which
 * tells what Git knows; the gallery has its list.
 */
const PAGES = {
  home: '/',
  stages: '/stages/',
  stage: '/stages/model-deployment/',
  challenges: '/challenges/',
  challenge: '/challenges/concept-drift/',
  mitigations: '/mitigations/',
  mitigation: '/mitigations/shadow-deployment/',
  tools: '/tools/',
  tool: '/tools/mlflow/',
  approaches: '/approaches/',
  approach: '/approaches/data-mesh/',
  'case-studies': '/case-studies/',
  'case-study': '/case-studies/air-canada-chatbot/',
  references: '/references/',
  glossary: '/glossary/',
  matrix: '/matrix/',
  search: '/search/',
  symptoms: '/symptoms/',
  review: '/review/',
  paths: '/paths/',
  path: '/paths/after-an-incident/',
  compare: '/compare/',
  statistics: '/statistics/',
  contribute: '/contribute/',
  form: '/contribute/case-study/',
  fields: '/contribute/fields/',
  data: '/data/',
  offline: '/offline/',
  about: '/about/',
  missing: '/404.html',
} as const;

/** What a script shows, to be waited for before a picture is taken. */
const WAITED_FOR: Partial<Record<keyof typeof PAGES, string>> = {
  review: '#system',
  form: 'case-study-form > form',
};

/** Brings something about on a page, and gives the part of it that shows it. */
type State = (page: Page) => Promise<Locator>;

const gallerySearch = (page: Page) => page.locator('#finding .search-form');
const galleryList = (page: Page) => page.locator('#lists .entry-list').first();
const dialog = (page: Page) => page.getByRole('dialog');

/** What a control looks like when a reader is at it, in the gallery. */
const AT_CONTROLS: Readonly<Record<string, State>> = {
  'field-in-focus': async (page) => {
    await gallerySearch(page).getByRole('searchbox').focus();
    return gallerySearch(page);
  },
  'button-in-focus': async (page) => {
    // By the keyboard: a button that was clicked shows no outline.
    await gallerySearch(page).getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    return gallerySearch(page);
  },
  'button-under-pointer': async (page) => {
    await gallerySearch(page).getByRole('button').hover();
    return gallerySearch(page);
  },
  'link-in-focus': async (page) => {
    await galleryList(page).getByRole('link').focus();
    return galleryList(page);
  },
  'link-under-pointer': async (page) => {
    await galleryList(page).getByRole('link').hover();
    return galleryList(page);
  },
};

/** What scripts show on their pages: while they wait, with nothing, with something, and when they fail. */
const SCRIPTED: Readonly<Record<string, { readonly address: string; readonly bring: State }>> = {
  'quick-search-empty': {
    address: '/about/',
    bring: async (page) => {
      await page.getByRole('button', { name: 'Search' }).click();
      return dialog(page);
    },
  },
  'quick-search-nothing': {
    address: '/about/',
    bring: async (page) => {
      await page.getByRole('button', { name: 'Search' }).click();
      await dialog(page).getByRole('searchbox').fill('x'.repeat(40));
      await expect(dialog(page).getByRole('status')).toHaveText(/^Nothing found/);
      return dialog(page);
    },
  },
  'quick-search-failed': {
    address: '/about/',
    bring: async (page) => {
      for (const part of ['**/pagefind/**', '**/search/*.json'])
        await page.route(part, (route) => route.abort());
      await page.getByRole('button', { name: 'Search' }).click();
      await dialog(page).getByRole('searchbox').fill('drift');
      await expect(dialog(page).getByRole('status')).toHaveText(/could not be loaded/);
      return dialog(page);
    },
  },
  'search-slow': {
    address: '/search/',
    bring: async (page) => {
      await page.route('**/pagefind/**', () => undefined);
      await page.getByRole('main').getByRole('searchbox').fill('zillow lost money on houses');
      await expect(page.locator('search-page')).toHaveAttribute('data-state', 'slow');
      return page.locator('search-page').getByRole('status');
    },
  },
  'search-nothing': {
    address: '/search/',
    bring: async (page) => {
      await page.getByRole('main').getByRole('searchbox').fill('x'.repeat(40));
      await expect(page.locator('search-page')).toHaveAttribute('data-state', 'nothing');
      return page.locator('search-page').getByRole('status');
    },
  },
  'search-failed': {
    address: '/search/',
    bring: async (page) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.getByRole('main').getByRole('searchbox').fill('drift');
      await expect(page.locator('search-page')).toHaveAttribute('data-state', 'failed');
      return page.locator('search-page').getByRole('status');
    },
  },
  'compare-filled': {
    address: '/compare/?case-studies=air-canada-chatbot,microsoft-tay-chatbot,no-such-case',
    bring: async (page) => {
      await page.getByRole('main').getByRole('table').waitFor();
      return page.getByRole('main').getByRole('table');
    },
  },
  'path-begun': {
    address: '/paths/after-an-incident/',
    bring: async (page) => {
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Clear progress' }).waitFor();
      return page.getByRole('main').locator('reading-path').first();
    },
  },
  'review-sheet': {
    address: '/review/',
    bring: async (page) => {
      await page.getByLabel('Data about people').check();
      const sheet = page.getByRole('article', { name: 'Concept drift', exact: true });
      await sheet.locator('summary').click();
      await sheet.getByLabel('Likelihood').selectOption('4');
      await sheet.getByLabel('Impact').selectOption('5');
      await sheet.getByLabel('Link to evidence').fill('no address');
      return sheet;
    },
  },
  'review-register': {
    address: '/review/',
    bring: async (page) => {
      await page.getByLabel('Data about people').check();
      const sheet = page.getByRole('article', { name: 'Concept drift', exact: true });
      await sheet.locator('summary').click();
      await sheet.getByLabel('Likelihood').selectOption('4');
      await sheet.getByLabel('Impact').selectOption('5');
      return page.getByRole('region', { name: 'The register' });
    },
  },
  'form-slip': {
    address: '/contribute/case-study/',
    bring: async (page) => {
      const year = page.getByRole('form').getByRole('textbox', { name: 'Year of the report' });
      await year.fill('last year');
      await year.blur();
      await page.getByRole('form').locator('.slip:visible').waitFor();
      return page.locator('[data-control="year"]');
    },
  },
  'form-row': {
    address: '/contribute/case-study/',
    bring: async (page) => {
      await page.getByRole('form').getByRole('combobox', { name: 'Challenge 1', exact: true }).focus();
      return page.getByRole('form').locator('[data-rows="challenges"]');
    },
  },
};

/** Lets a page be seen in every window, in the light and in the dark, by the part of the name that tells them apart. */
async function inEveryWindow(page: Page, look: (name: string) => Promise<void>) {
  for (const [window, size] of Object.entries(WINDOWS)) {
    await page.setViewportSize(size);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await look(`${window}-${colorScheme}`);
    }
  }
}

test.describe('the gallery', () => {
  test.use({ baseURL: GALLERY_SITE.address });

  for (const group of GROUPS)
    test(`components look as they did: ${group}`, async ({ page }) => {
      await open(page, '/gallery/');

      await inEveryWindow(page, (window) =>
        expectLook(page, `gallery/${group}-${window}`, { part: page.locator(`#${group}`) }),
      );
    });
});

for (const [name, address] of Object.entries(PAGES))
  test(`a page looks as it did: ${address}`, async ({ page }) => {
    await open(page, address);
    const waited = WAITED_FOR[name as keyof typeof PAGES];
    if (waited) await page.locator(waited).waitFor();
    await withoutFigures(page);

    await inEveryWindow(page, (window) =>
      expectLook(page, `pages/${name}-${window}`, { mask: [page.locator(CHANGING)] }),
    );
  });

for (const colorScheme of SCHEMES)
  test.describe(`states, ${colorScheme}`, () => {
    test.use({
      colorScheme,
      viewport: WINDOWS.desk,
      expectedComplaints: /was preloaded|pagefind|search\/\w+\.json|Failed to load|no-such-case/,
    });

    test.describe('the gallery', () => {
      test.use({ baseURL: GALLERY_SITE.address });

      for (const [name, bring] of Object.entries(AT_CONTROLS))
        test(`a control shows that a reader is at it: ${name}, ${colorScheme}`, async ({ page }) => {
          await open(page, '/gallery/');

          await expectLook(page, `states/${name}-${colorScheme}`, { part: await bring(page) });
        });
    });

    for (const [name, { address, bring }] of Object.entries(SCRIPTED))
      test(`a script shows what it is at: ${name}, ${colorScheme}`, async ({ page }) => {
        await open(page, address);
        const part = await bring(page);
        await withoutFigures(page);

        await expectLook(page, `states/${name}-${colorScheme}`, { part });
      });
  });
