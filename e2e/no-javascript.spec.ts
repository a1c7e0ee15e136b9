import { expect, test } from './fixtures/test.ts';
import { onePageOfEachKind } from './fixtures/sites.ts';

test.use({ javaScriptEnabled: false });

for (const path of onePageOfEachKind())
  test(`${path} can be read, and nothing on it is dead`, async ({ page }) => {
    await page.goto(path);

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(200);
    await expect(
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Challenges' }),
    ).toBeVisible();
    await expect(page.getByRole('contentinfo').getByRole('link', { name: 'References' })).toBeVisible();
    await expect(page.getByRole('banner').getByRole('link', { name: 'Search' })).toBeVisible();
    const dead = await page
      .getByRole('button')
      .evaluateAll((buttons) =>
        (buttons as HTMLButtonElement[])
          .filter(({ type, form }) => type !== 'submit' || !form?.action)
          .map((button) => button.outerHTML),
      );
    expect(dead).toEqual([]);
  });

test('the link to the search leads to everything from A to Z', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  const list = page.getByRole('region', { name: 'Everything from A to Z' });
  await expect(list).toBeVisible();
  await expect(page.getByRole('main').getByRole('searchbox')).toBeHidden();
  await list.getByRole('link', { name: 'Concept drift', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Concept drift');
});

test('the search box of the home page leads to everything from A to Z', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('searchbox').fill('drift');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();

  await expect(page.getByRole('region', { name: 'Everything from A to Z' })).toBeVisible();
});

for (const path of ['/challenges/', '/mitigations/', '/tools/', '/approaches/', '/case-studies/'])
  test(`the filters of ${path} narrow it by link, and "Show all" shows all again`, async ({ page }) => {
    await page.goto(path);
    const entries = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.locator(`a[href^="${path}"]`) });
    const all = await entries.count();
    const filters = page.getByRole('navigation', { name: 'Filters' }).getByRole('listitem');
    expect(await filters.count()).toBeGreaterThan(0);
    for (const filter of await filters.all()) {
      const link = filter.getByRole('link');
      const count = Number((await filter.innerText()).replace(await link.innerText(), ''));
      await link.click();
      await expect(entries.filter({ visible: true })).toHaveCount(count);
    }
    await page.getByRole('link', { name: 'Show all' }).click();

    await expect(entries.filter({ visible: true })).toHaveCount(all);
  });

test('a filter in an address shows what it names, and nothing else', async ({ page }) => {
  await page.goto('/case-studies/#industry-finance');
  const entries = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('a[href^="/case-studies/"]') });

  await expect(page.getByText(/Industry: Finance/)).toBeVisible();
  expect(await entries.filter({ visible: true }).count()).toBeGreaterThan(1);
  for (const entry of await entries.filter({ visible: true }).all())
    await expect(entry).toContainText('Finance');
});

test('a filter hides the groups that hold nothing of it', async ({ page }) => {
  await page.goto('/challenges/#stage-model-learning');

  await expect(page.getByRole('heading', { name: 'Model learning' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Data management' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Computational cost' })).toBeVisible();
});

test('the menu of a phone opens', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  const menu = page.getByRole('navigation', { name: 'Main' });
  await expect(menu.getByRole('link', { name: 'Mitigations' })).toBeHidden();
  await menu.getByText('Contents').click();
  await menu.getByRole('link', { name: 'Mitigations' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mitigations');
});

test('the facts of an entry open on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/tools/snuba/');
  const facts = page.getByRole('complementary', { name: 'Facts about this entry' });
  await expect(facts.getByText('Upkeep')).toBeHidden();
  await facts.locator('summary').click();

  await expect(facts.getByText('Upkeep')).toBeVisible();
});
