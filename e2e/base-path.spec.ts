import { readFileSync } from 'node:fs';
import { GUIDE, ROOT, fileOf } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ baseURL: GUIDE.address });

test('a reader walks from home to a case study under the base path', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'Concept drift', exact: true }).click();
  await expect(page).toHaveURL(`${GUIDE.address}challenges/concept-drift/`);
  await page.getByRole('link', { name: 'Drift monitoring', exact: true }).first().click();
  await expect(page).toHaveURL(`${GUIDE.address}mitigations/drift-monitoring/`);
  await page.getByRole('region', { name: 'In the case studies' }).getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`^${GUIDE.address}case-studies/.+/$`));
});

test('the search page answers under the base path with links that work', async ({ page }) => {
  await page.goto('search/?q=concept+drift');
  const first = page.getByRole('list', { name: 'Search results' }).getByRole('link').first();

  await expect(first).toHaveAttribute('href', '/guide/challenges/concept-drift/');
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Concept drift');
});

test('the search dialog answers under the base path', async ({ page }) => {
  await page.goto('about/');
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('searchbox').fill('snuba');
  await page.getByRole('dialog').getByRole('link', { name: 'Snuba' }).click();

  await expect(page).toHaveURL(`${GUIDE.address}tools/snuba/`);
});

test('canonical addresses, sitemap and robots carry the configured site', () => {
  const read = (path: string) => readFileSync(fileOf(GUIDE, `${GUIDE.base}${path}`), 'utf8');

  expect(read('challenges/concept-drift/')).toContain(
    '<link rel="canonical" href="https://guide.example/guide/challenges/concept-drift/"',
  );
  expect(read('sitemap-index.xml')).toContain('<loc>https://guide.example/guide/sitemap-0.xml</loc>');
  expect(read('robots.txt')).toContain('Sitemap: https://guide.example/guide/sitemap-index.xml');
});

test('both builds hold the same pages', () => {
  const pages = (site: typeof ROOT) =>
    [...readFileSync(fileOf(site, `${site.base}sitemap-0.xml`), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url]) => new URL(url ?? '').pathname.slice(site.base.length),
    );

  expect(pages(GUIDE)).toEqual(pages(ROOT));
});
