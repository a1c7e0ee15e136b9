import { expect, test } from './fixtures/test.ts';

test('a challenge prints as text and facts, without the chrome of the site', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/challenges/concept-drift/');

  await expect(page.getByRole('heading', { level: 1, name: 'Concept drift' })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'On this page' })).toBeHidden();
  const facts = page.getByRole('complementary', { name: 'Facts about this entry' });
  await expect(facts.getByText('Updating')).toBeVisible();
  await expect(facts.getByText('Full text')).toBeVisible();
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return { color, backgroundColor };
  });
  expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
});

test('a challenge prints on a handful of pages', async ({ page }) => {
  await page.goto('/challenges/model-stealing/');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];

  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(6);
});
