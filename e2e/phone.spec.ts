import type { Locator } from '@playwright/test';
import { onePageOfEachKind } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

/** Words of visible targets that are smaller than 24 by 24 px (WCAG 2.2, 2.5.8), with their sizes. */
const tooSmall = (targets: Locator) =>
  targets.evaluateAll((all) =>
    all
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ target, box }) => target.checkVisibility() && (box.width < 24 || box.height < 24))
      .map(({ target, box }) => `${target.textContent.trim()}: ${box.width} by ${box.height}`),
  );

for (const width of [390, 320])
  test.describe(`on a phone ${width} px wide`, () => {
    test.use({ viewport: { width, height: 700 }, hasTouch: true, isMobile: true });

    test('the menu opens with the keyboard, and leads on', async ({ page }) => {
      await page.goto('/');
      const menu = page.getByRole('navigation', { name: 'Main' });
      const stages = menu.getByRole('link', { name: 'Stages' });
      await expect(stages).toBeHidden();
      // The skip link, the name of the guide, the menu.
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(stages).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(stages).toBeFocused();
      await page.keyboard.press('Enter');

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stages');
    });

    test('the menu opens by a tap', async ({ page }) => {
      await page.goto('/challenges/concept-drift/');
      const menu = page.getByRole('navigation', { name: 'Main' });
      await menu.getByText('Contents').tap();
      await menu.getByRole('link', { name: 'The map' }).tap();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The map');
    });

    test('the ways on stay at the lower edge, and hide nothing that has the focus', async ({ page }) => {
      await page.goto('/challenges/concept-drift/');
      const contents = page.getByRole('button', { name: 'Contents' });
      for (const top of [0, 3000, 1_000_000]) {
        await page.evaluate((y) => {
          window.scrollTo(0, y);
        }, top);
        const box = await contents.boundingBox();
        expect(box?.y).toBeGreaterThan(600);
        expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
      }
      await page.evaluate(() => {
        window.scrollTo(0, 0);
      });
      const links = page.getByRole('article').getByRole('link');
      for (const link of (await links.all()).slice(0, 25)) {
        await link.focus();
        const [at, bar] = [await link.boundingBox(), await contents.boundingBox()];
        expect((at?.y ?? Infinity) + (at?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
      }
    });

    test('the menu closes by Escape, and by a tap beside it', async ({ page }) => {
      await page.goto('/');
      const button = page.getByRole('button', { name: 'Contents' });
      const stages = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Stages' });
      await button.tap();
      await expect(stages).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(stages).toBeHidden();
      await button.tap();
      await expect(stages).toBeVisible();
      await page.touchscreen.tap(width / 2, 120);

      await expect(stages).toBeHidden();
      await expect(page).toHaveURL('/');
    });

    test('tables of files and of risks fold into blocks', async ({ page }) => {
      const fits = async (table: Locator) =>
        expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
      await page.goto('/data/');
      const files = page.getByRole('region', { name: 'Lists as JSON, and all of them in one file' });
      await fits(files);
      await expect(files.getByText('All lists in one file.')).toBeVisible();
      await page.goto('/review/');
      await page.locator('details > summary').first().click();
      await page.getByLabel('Likelihood').first().selectOption({ index: 1 });
      await fits(page.getByRole('region', { name: 'Risks, the highest first' }));
    });

    test('the search dialog fits the screen', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('banner').getByRole('button', { name: 'Search' }).tap();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('searchbox').fill('drift');
      await expect(dialog.getByRole('link').first()).toBeVisible();
      const box = await dialog.boundingBox();

      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(width);
    });
  });

test('what is tapped to get about on a phone is large enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of onePageOfEachKind()) {
    await page.goto(path);
    const menu = page.getByRole('navigation', { name: 'Main' });
    await menu.getByText('Contents').click();
    const targets = page
      .getByRole('navigation')
      .getByRole('link')
      .or(page.getByRole('banner').getByRole('link'))
      .or(page.getByRole('banner').getByRole('button'))
      .or(menu.getByText('Contents'));
    expect.soft(await tooSmall(targets), path).toEqual([]);
  }
});

test('the skip link leads past the navigation', async ({ page }) => {
  await page.goto('/challenges/concept-drift/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');

  await expect(page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').first()).toBeFocused();
});
