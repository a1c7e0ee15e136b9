import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

for (const [path, type] of [
  ['/', 'text/html'],
  ['/challenges/concept-drift/', 'text/html'],
  ['/tools/snuba/', 'text/html'],
  ['/approaches/data-mesh/', 'text/html'],
  ['/404.html', 'text/html'],
  ['/pagefind/pagefind.js', 'javascript'],
  ['/favicon.svg', 'image/svg+xml'],
  ['/favicon.ico', 'image/'],
  ['/robots.txt', 'text/plain'],
  ['/sitemap-index.xml', 'xml'],
  ['/filters.css', 'text/css'],
] as const)
  test(`${path} is there`, async ({ request }) => {
    const answer = await request.get(path);

    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toContain(type);
    expect(await answer.text()).not.toBe('');
  });

test('hosts are told to keep for ever what is named by its contents, and only that', () => {
  const headers = readFileSync(join(ROOT.folder, '_headers'), 'utf8');
  const kept = [...headers.matchAll(/^\/(\S*)\*\n {2}Cache-Control: .*immutable$/gm)].map(
    ([, path = '']) => path,
  );
  const filesIn = (folder: string) =>
    readdirSync(join(ROOT.folder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  expect(kept).toContain('_astro/');
  for (const folder of kept) {
    expect(filesIn(folder).length, folder).toBeGreaterThan(2);
    for (const name of filesIn(folder)) expect(name).toMatch(/[._][\w-]{7,16}\.\w+$|^[\da-f]{16}\.woff2$/);
  }
});

test.describe('an address that nobody knows', () => {
  test.use({ expectedComplaints: /no-such-page/ });

  test('is answered by a page that helps on', async ({ page }) => {
    const answer = await page.goto('/no-such-page/');
    expect(answer?.status()).toBe(404);
    await expect(page).toHaveTitle('Page not found · ML Deployment Field Guide');
    await page.getByRole('main').getByRole('searchbox').fill('concept drift');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();

    await expect(page.getByRole('list', { name: 'Search results' }).getByRole('link').first()).toHaveText(
      'Concept drift',
    );
  });
});

test('titles say what a page is', async ({ page }) => {
  for (const [path, title] of [
    ['/', 'ML Deployment Field Guide'],
    ['/challenges/concept-drift/', 'Concept drift (challenge) · ML Deployment Field Guide'],
    ['/tools/mlflow/', 'MLflow (tool) · ML Deployment Field Guide'],
    ['/search/', 'Search · ML Deployment Field Guide'],
  ] as const) {
    await page.goto(path);
    await expect(page).toHaveTitle(title);
  }
});
