import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { PROJECT, ROOT, fileOf } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

/** Most bytes, compressed with brotli, that a page of a kind may ask for before anybody touches it. */
const budgets = JSON.parse(readFileSync(join(PROJECT, 'e2e/budgets.json'), 'utf8')) as Record<
  string,
  { html: number; css: number; script: number }
>;

const compressed = (text: Buffer) => brotliCompressSync(text).length;

for (const path of [
  '/pagefind/pagefind.js',
  '/favicon.svg',
  '/robots.txt',
  '/sitemap-index.xml',
  '/filters.css',
  '/404.html',
])
  test(`${path} answers`, async ({ request }) => {
    const response = await request.get(path);

    expect(response.status()).toBe(200);
    expect((await response.body()).length).toBeGreaterThan(50);
  });

test.describe('an unknown address', () => {
  test.use({ expectedComplaints: /404/ });

  test('answers 404 with a page that helps', async ({ page }) => {
    const response = await page.goto('/challenges/concpet-drift/');

    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No page stands here');
    await page.getByRole('searchbox').fill('concept drift');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('list', { name: 'Search results' }).getByRole('link').first()).toHaveText(
      'Concept drift',
    );
  });
});

for (const [path, budget] of Object.entries(budgets))
  test(`${path} stays within its budget of bytes`, () => {
    const html = readFileSync(fileOf(ROOT, path));
    const text = html.toString('utf8');
    const assets = (pattern: RegExp) =>
      [...text.matchAll(pattern)].reduce(
        (sum, [, address = '']) => sum + compressed(readFileSync(join(ROOT.folder, address))),
        0,
      );
    const weights = {
      html: compressed(html),
      css: assets(/<link rel="stylesheet" href="([^"]+)"/g),
      script: assets(/<script type="module" src="([^"]+)"/g),
    };

    for (const kind of ['html', 'css', 'script'] as const)
      expect(weights[kind], `${kind} of ${path}`).toBeLessThanOrEqual(budget[kind]);
  });
