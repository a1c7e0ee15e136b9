import { expect, test } from './fixtures/test.ts';

for (const width of [390, 320])
  test.describe(`on a phone of ${width} px`, () => {
    test.use({ viewport: { width, height: 720 } });

    test('the contents open with the keyboard and lead on', async ({ page }) => {
      await page.goto('/');
      const summary = page.getByRole('banner').getByText('Contents', { exact: true });
      const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mitigations' });
      await expect(link).toBeHidden();
      await summary.focus();
      await page.keyboard.press('Enter');
      await expect(link).toBeVisible();
      await link.focus();
      await page.keyboard.press('Enter');

      await expect(page).toHaveURL('/mitigations/');
    });

    test('the specimen card is one line that opens', async ({ page }) => {
      await page.goto('/challenges/concept-drift/');
      const card = page.getByRole('complementary', { name: 'Facts about this entry' });
      await expect(card.getByText('Updating')).toBeHidden();
      await card.getByText(/^MD · /).first().click();

      await expect(card.getByText('Updating')).toBeVisible();
    });

    test('what is tapped in the head is large enough', async ({ page }) => {
      await page.goto('/challenges/concept-drift/');
      for (const target of [
        page.getByRole('banner').getByRole('link', { name: /home/ }),
        page.getByRole('banner').getByText('Contents', { exact: true }),
        page.getByRole('banner').getByRole('button', { name: 'Search' }),
      ]) {
        const box = await target.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(24);
        expect(box?.width).toBeGreaterThanOrEqual(24);
      }
    });
  });

test('on a wide screen the specimen card stands open beside the text', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/challenges/concept-drift/');

  await expect(
    page.getByRole('complementary', { name: 'Facts about this entry' }).getByText('Updating'),
  ).toBeVisible();
});

test('the skip link leads past the head', async ({ page }) => {
  await page.goto('/challenges/concept-drift/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('main')).toBeFocused();
});
