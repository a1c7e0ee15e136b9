import { onePageOfEachKind } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ javaScriptEnabled: false });

test('pages of every kind read without scripts, and leave no dead control', async ({ page }) => {
  for (const path of onePageOfEachKind()) {
    await page.goto(path);

    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' }), path).toBeVisible();
    expect(((await page.getByRole('main').textContent()) ?? '').length, path).toBeGreaterThan(200);
    // What is left of buttons sends a form, which needs no script.
    const dead = await page
      .getByRole('button')
      .evaluateAll((buttons) => buttons.filter((button) => !button.closest('form') && button.tagName === 'BUTTON').length);
    expect(dead, path).toBe(0);
  }
});

test('search without scripts leads to every entry from A to Z', async ({ page }) => {
  await page.goto('/about/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();

  await expect(page).toHaveURL('/search/');
  await expect(page.getByRole('heading', { name: 'Everything from A to Z' })).toBeVisible();
  await page.getByRole('link', { name: 'Concept drift', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Concept drift');
});

test('the search form of the home page lands on that list', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox', { name: /Search by name/ }).fill('drift');
  await page.getByRole('button', { name: 'Search' }).click();

  await expect(page).toHaveURL('/search/?q=drift');
  await expect(page.getByRole('link', { name: 'Drift monitoring', exact: true })).toBeVisible();
});

test('filter links narrow the case studies, and the list comes back', async ({ page }) => {
  await page.goto('/case-studies/');
  const rows = page.getByRole('main').getByRole('listitem').filter({ has: page.getByText(/·/) });
  const all = await rows.count();
  await page.getByRole('navigation', { name: 'Filters' }).getByRole('link', { name: 'Finance', exact: true }).click();
  await expect(page).toHaveURL('/case-studies/#industry-finance');
  const note = page.getByText(/^Industry: Finance/).locator('..');
  await expect(note).toBeVisible();
  const told = Number(/(\d+) case studies/.exec((await note.textContent()) ?? '')?.[1]);
  const shown = await rows.filter({ visible: true }).count();

  expect(shown).toBe(told);
  expect(shown).toBeLessThan(all);
  await expect(rows.filter({ visible: true }).filter({ hasNotText: 'Finance' })).toHaveCount(0);

  await note.getByRole('link', { name: 'Show all' }).click();
  await expect(rows.filter({ visible: true })).toHaveCount(all);
});

test('a filter hides groups that hold nothing of it', async ({ page }) => {
  await page.goto('/challenges/#stage-model-learning');

  await expect(page.getByRole('heading', { name: 'Model learning' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Data management' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Computational cost' })).toBeVisible();
});

test('the contents of a phone open without scripts', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/challenges/concept-drift/');
  await page.getByRole('banner').getByText('Contents', { exact: true }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'The map' }).click();

  await expect(page).toHaveURL('/matrix/');
});
