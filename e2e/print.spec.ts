import { expect, test } from './fixtures/test.ts';

const ENTRIES = ['/challenges/concept-drift/', '/case-studies/air-canada-chatbot/', '/tools/mlflow/'];

for (const colorScheme of ['light', 'dark'] as const)
  for (const path of ENTRIES)
    test(`${path} prints its text and facts black on white, from a ${colorScheme} screen`, async ({
      page,
    }) => {
      await page.emulateMedia({ media: 'print', colorScheme });
      await page.goto(path);
      const facts = page.getByRole('complementary', { name: 'Facts about this entry' });

      await expect(page.getByRole('banner')).toBeHidden();
      await expect(page.getByRole('contentinfo')).toBeHidden();
      await expect(page.getByRole('navigation', { name: 'On this page' })).toBeHidden();
      await expect(page.getByRole('navigation', { name: /^Previous and next/ })).toBeHidden();
      await expect(facts.getByRole('definition').first()).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 0, 0)');
      await expect(facts.getByRole('definition').first()).toHaveCSS('color', 'rgb(0, 0, 0)');
      await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      // Whoever holds the paper can find the page again.
      await expect(
        page.getByText(new RegExp(`ML Deployment Field Guide · https?://[^/]+${path}`)),
      ).toBeVisible();
    });

test('no page is wider than the paper', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  // A4 less its margins, in pixels of CSS.
  await page.setViewportSize({ width: 673, height: 987 });
  const wide: string[] = [];
  for (const path of [
    ...ENTRIES,
    '/',
    '/about/',
    '/references/',
    '/case-studies/',
    '/stages/model-learning/',
  ]) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 673) wide.push(`${path} is ${width} px wide`);
  }

  expect(wide).toEqual([]);
});

test('a long entry prints as a handout of two leaves', async ({ page }) => {
  await page.goto('/challenges/model-stealing/');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];

  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(4);
});

test('a reader prints the checklist of one stage, with boxes and lines to fill in', async ({ page }) => {
  await page.goto('/stages/model-verification/');
  await page.getByRole('link', { name: 'Checklist to print' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Checklist: model verification' })).toBeVisible();
  const questions = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /\?\s*$/ });
  const said = Number(/(\d+) questions/.exec(await page.getByText(/\d+ questions\. Tick/).innerText())?.[1]);
  expect(await questions.count()).toBe(said);
  await expect(page.getByText('Reviewed by')).toBeHidden();
  expect(await page.getByRole('checkbox').count()).toBe(said);
  await page.getByRole('checkbox').first().check();
  await page.emulateMedia({ media: 'print' });

  await expect(page.getByText('Reviewed by')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toBeHidden();
  await expect(page.getByText('On paper each has a line')).toBeHidden();
  await expect(page.getByText('Write on the line beside a question')).toBeVisible();
  await expect(questions.first()).toBeVisible();
});
