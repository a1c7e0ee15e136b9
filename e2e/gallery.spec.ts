import { violationsOf } from './fixtures/accessible.ts';
import { SCHEMES } from './fixtures/looks.ts';
import { fileOf, GALLERY_SITE, ROOT, sitemapOf } from './fixtures/sites.ts';
import { existsSync } from 'node:fs';
import { expect, test } from './fixtures/test.ts';

test.describe.configure({ mode: 'parallel' });
test.use({ baseURL: GALLERY_SITE.address });

/** Examples stand side by side, so that there are several parts of one name, as no page has them. */
const ONLY_HERE = ['landmark-unique'];

for (const colorScheme of SCHEMES)
  for (const [window, width] of [
    ['a desk', 1280],
    ['a phone', 390],
  ] as const)
    test(`every component is accessible in every state: ${colorScheme}, on ${window}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto('/gallery/');

      expect(await violationsOf(page, ONLY_HERE)).toEqual([]);
    });

test('every component is accessible in colours that the reader forces', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/gallery/');

  expect(await violationsOf(page, ONLY_HERE)).toEqual([]);
});

test('no component is wider than the smallest phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/gallery/');

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('the guide itself has no gallery', () => {
  expect(existsSync(fileOf(ROOT, '/gallery/'))).toBe(false);
  expect(sitemapOf(ROOT).filter((address) => address.includes('gallery'))).toEqual([]);
});
