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

test('hosts are told to keep for ever what is named by its contents, and only that', async ({
  page,
  request,
}) => {
  const headers = await (await request.get('/_headers')).text();
  const kept = [...headers.matchAll(/^(\/\S*)\*\n {2}Cache-Control: .*immutable$/gm)].map(
    ([, path = '']) => path,
  );
  const asked: string[] = [];
  page.on('request', (each) => asked.push(new URL(each.url()).pathname));
  await page.goto('/search/?q=drift');
  await page.getByRole('list', { name: 'Search results' }).getByRole('link').first().waitFor();
  const names = asked.filter((path) => kept.some((folder) => path.startsWith(folder)));

  expect(names.filter((path) => path.startsWith('/_astro/')).length).toBeGreaterThan(2);
  expect(names.filter((path) => path.startsWith('/pagefind/')).length).toBeGreaterThan(2);
  for (const path of names) expect(path).toMatch(/[._][\w-]{7,16}\.\w+$|\/[\da-f]{16}\.woff2$/);
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
