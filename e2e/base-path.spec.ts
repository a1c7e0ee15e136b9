import { GUIDE, onePageOfEachKind, pathsOf, ROOT, sitemapOf } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const PUBLIC = 'https://guide.example/guide/';

test.use({ baseURL: GUIDE.address });

test('home and its navigation work under a base path', async ({ page }) => {
  await page.goto('.');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Challenges' }).click();
  await expect(page).toHaveURL('./challenges/');
  await page.getByRole('main').getByRole('link', { name: 'Concept drift', exact: true }).click();
  await expect(page).toHaveURL('./challenges/concept-drift/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Concept drift');
  await page.getByRole('banner').getByRole('link', { name: /home/ }).click();

  await expect(page).toHaveURL('.');
});

test('the search page finds pages under a base path', async ({ page }) => {
  await page.goto('./search/?q=concept+drift');
  const first = page.getByRole('list', { name: 'Search results' }).getByRole('link').first();
  await expect(first).toHaveAttribute('href', '/guide/challenges/concept-drift/');
  await first.click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Concept drift');
});

test('the search dialog finds pages under a base path, and leads to all results', async ({ page }) => {
  await page.goto('./about/');
  await page.keyboard.press('/');
  await page.keyboard.type('concept drift');
  const rows = page.getByRole('dialog').getByRole('list', { name: 'Quick results' }).getByRole('link');
  await expect(rows.first()).toHaveAttribute('href', '/guide/challenges/concept-drift/');
  await rows.last().click();

  await expect(page).toHaveURL('./search/?q=concept+drift');
  await expect(page.getByRole('list', { name: 'Search results' }).getByRole('link').first()).toBeVisible();
});

test('a filter link works under a base path', async ({ page }) => {
  await page.goto('./stages/model-deployment/');
  await page.getByRole('link', { name: 'All of them' }).click();
  await expect(page).toHaveURL('./case-studies/#stage-model-deployment');

  await expect(page.getByText(/Stage: Model deployment/)).toBeVisible();
});

test('pages of every kind load under a base path', async ({ page }) => {
  for (const path of onePageOfEachKind()) {
    await page.goto(`.${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('with a known repository pages lead to it: to their file, and to a form that knows the page', async ({
  page,
}) => {
  await page.goto('./tools/mlflow/');
  await expect(page.getByRole('link', { name: 'Edit this page' })).toHaveAttribute(
    'href',
    'https://github.com/example/guide/edit/main/content/tools/mlflow.mdx',
  );
  await expect(page.getByRole('link', { name: 'Report a problem' })).toHaveAttribute(
    'href',
    'https://github.com/example/guide/issues/new?template=mistake.yml&page=%2Fguide%2Ftools%2Fmlflow%2F',
  );
  await page.goto('./search/?q=zzzzqqqq');
  await expect(page.getByRole('link', { name: 'Tell us the word you used' })).toHaveAttribute(
    'href',
    'https://github.com/example/guide/issues/new?template=word.yml&word=zzzzqqqq',
  );
});

test('an address that nobody knows shows the page for that, with links that work', async ({ request }) => {
  const answer = await request.get('./no-such-page/');

  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain('href="/guide/challenges/"');
});

test('sitemap, robots file and canonical addresses carry the public address', async ({ page, request }) => {
  expect(await (await request.get('./robots.txt')).text()).toContain(`Sitemap: ${PUBLIC}sitemap-index.xml`);
  expect(await (await request.get('./sitemap-index.xml')).text()).toContain(
    `<loc>${PUBLIC}sitemap-0.xml</loc>`,
  );
  expect(sitemapOf(GUIDE).filter((url) => !url.startsWith(PUBLIC))).toEqual([]);
  for (const path of onePageOfEachKind().filter((each) => each !== '/404.html')) {
    await page.goto(`.${path}`);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', PUBLIC + path.slice(1));
  }
});

test('both builds hold the same pages', () => {
  expect(pathsOf(GUIDE)).toEqual(pathsOf(ROOT).map((path) => GUIDE.base + path.slice(1)));
});
