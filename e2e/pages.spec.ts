import { expect, test } from './fixtures/test.ts';
import { inParts, onePageOfEachKind, pathsOf, ROOT, sitemapOf } from './fixtures/sites.ts';

test.describe.configure({ mode: 'parallel' });

const paths = pathsOf(ROOT);

/** Values that stand on more than one page, with the pages. */
function shared<T extends { readonly path: string }>(pages: readonly T[], valueOf: (page: T) => string) {
  const places = Map.groupBy(pages, valueOf);
  return [...places]
    .filter(([, { length }]) => length > 1)
    .map(([value, own]) => [value, ...own.map(({ path }) => path)]);
}

test('the sitemap that search engines fetch is the one the other tests go by', async ({ request }) => {
  const index = await (await request.get('/sitemap-index.xml')).text();
  const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname);
  const fetched = await Promise.all(parts.map(async (part) => (await request.get(part)).text()));

  expect(fetched.join('').match(/<loc>/g)).toHaveLength(sitemapOf(ROOT).length);
  expect(new Set(paths).size).toBe(paths.length);
});

test('every page has exactly one first-level heading', ({ documents }) => {
  const wrong = documents
    .map(({ path, headings }) => ({
      path,
      h1: headings.filter(({ level }) => level === 1).map(({ text }) => text),
    }))
    .filter(({ h1 }) => h1.length !== 1 || h1[0] === '');

  expect(wrong).toEqual([]);
});

test('heading levels do not skip', ({ documents }) => {
  const skips = documents.flatMap(({ path, headings }) =>
    headings
      .filter(({ level }, i) => level > (headings[i - 1]?.level ?? 0) + 1)
      .map(({ level, text }) => `${path} h${level} "${text}"`),
  );

  expect(skips).toEqual([]);
});

test('every page has a title of its own', ({ documents }) => {
  expect(documents.filter(({ title }) => title === '').map(({ path }) => path)).toEqual([]);
  expect(shared(documents, ({ title }) => title)).toEqual([]);
});

test('every page has a description of its own', ({ documents }) => {
  expect(documents.filter(({ description }) => description === '').map(({ path }) => path)).toEqual([]);
  expect(shared(documents, ({ description }) => description)).toEqual([]);
});

test('every page names its language', ({ documents }) => {
  expect(documents.filter(({ lang }) => lang !== 'en').map(({ path }) => path)).toEqual([]);
});

test('the canonical address of every page is its own', ({ documents }) => {
  expect(documents.map(({ canonical }) => canonical)).toEqual(sitemapOf(ROOT));
});

for (const part of inParts([...paths, '/404.html'], 40))
  test(`pages answer and fit a screen of 320 px: ${part[0] ?? ''} to ${part.at(-1) ?? ''}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const wrong: string[] = [];
    for (const path of part) {
      const response = await page.goto(path);
      if (response?.status() !== 200) wrong.push(`${path} answers ${response?.status() ?? 'nothing'}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wrong.push(`${path} is ${width} px wide`);
    }

    expect(wrong).toEqual([]);
  });

test('pages of every kind fit screens between a phone and a desk', async ({ page }) => {
  const wrong: string[] = [];
  for (const path of onePageOfEachKind()) {
    await page.goto(path);
    for (const width of [390, 480, 640, 768, 820, 960, 1024, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      if (needed > width) wrong.push(`${path} is ${needed} px wide on a screen of ${width}`);
    }
  }

  expect(wrong).toEqual([]);
});
