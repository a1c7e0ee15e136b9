import type { Page } from '@playwright/test';
import { violationsOf } from './fixtures/accessible.ts';
import { inParts, onePageOfEachKind, pathsOf, ROOT } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

test.describe.configure({ mode: 'parallel' });

/** What axe finds wrong on any of several pages. */
async function violationsOfAll(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    found.push(...(await violationsOf(page)));
  }
  return found;
}

for (const part of inParts([...pathsOf(ROOT), '/404.html'], 20))
  test(`pages are accessible on a desk: ${part[0] ?? ''} to ${part.at(-1) ?? ''}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });

    expect(await violationsOfAll(page, part)).toEqual([]);
  });

test('one page of each kind is accessible in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });

  expect(await violationsOfAll(page, onePageOfEachKind())).toEqual([]);
});

test('one page of each kind is accessible on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });

  expect(await violationsOfAll(page, onePageOfEachKind())).toEqual([]);
});

test('one page of each kind is accessible in colours that the reader forces', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });

  expect(await violationsOfAll(page, onePageOfEachKind())).toEqual([]);
});

test('the search dialog is accessible with results in it', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/about/');
    await page.getByRole('button', { name: 'Search' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('drift');
    await dialog.getByRole('list', { name: 'Quick results' }).getByRole('link').first().waitFor();

    expect(await violationsOf(page)).toEqual([]);
  }
});

test('search results are accessible', async ({ page }) => {
  await page.goto('/search/?q=drift');
  await page.getByRole('list', { name: 'Search results' }).getByRole('link').first().waitFor();

  expect(await violationsOf(page)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`reading paths with progress are accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/paths/after-an-incident/');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Clear progress' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);

    expect(await violationsOfAll(page, ['/', '/paths/'])).toEqual([]);
  });
for (const query of [
  'case-studies=air-canada-chatbot-liability,microsoft-tay-chatbot,no-such-case',
  'tools=evidently,alibi-detect,prodigy',
])
  test(`a filled comparison is accessible, on a desk and on a phone: ${query}`, async ({ page }) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`/compare/?${query}`);
      await page.getByRole('table').waitFor();

      expect(await violationsOf(page)).toEqual([]);
    }
  });

test('the open menu of a phone is accessible', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByText('Contents').click();

  expect(await violationsOf(page)).toEqual([]);
});
