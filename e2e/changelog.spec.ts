import type { Page } from '@playwright/test';
import { history } from '../src/history.ts';
import { HOSTILE_SITE, slugsIn, pathsOf, ROOT } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const COUNTED = {
  challenges: 'challenges',
  mitigations: 'mitigations',
  tools: 'tools',
  approaches: 'approaches',
  'case-studies': 'case studies',
};

/** The lists of a page of the changelog: what happened, in which month, to how many pages of which kind, and the links. */
const listsOf = (page: Page) =>
  page.locator('.month details').evaluateAll((all) =>
    all.map((list) => ({
      month: list.closest('.month')?.querySelector('h2')?.id ?? '',
      happening: list.closest('.filtered > li')?.querySelector('h3')?.textContent ?? '',
      summary: list.querySelector('summary')?.textContent.trim() ?? '',
      count: Number.parseInt(list.querySelector('summary')?.textContent ?? '', 10),
      items: list.querySelectorAll('li').length,
      /** How many more a list that was cut says there are. */
      more: Number(
        /^and (\d+) more/.exec(list.querySelector('li:last-child')?.textContent.trim() ?? '')?.[1] ?? 0,
      ),
      links: [...list.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
    })),
  );

test('every list says how many it holds, and leads to pages that are there', async ({ page }) => {
  await page.goto('/changelog/');
  const lists = await listsOf(page);
  const pages = new Set(pathsOf(ROOT));

  expect(lists.length).toBeGreaterThan(0);
  expect(lists.filter(({ count, items, more }) => count !== (more > 0 ? items - 1 + more : items))).toEqual(
    [],
  );
  expect(lists.flatMap(({ links }) => links).filter((path) => !pages.has(path))).toEqual([]);
  const months = lists.map(({ month }) => month);
  expect(months).toEqual(months.toSorted().toReversed());
});

test('every entry that says when it was checked stands in the month in which it was', async ({ page }) => {
  await page.goto('/changelog/');
  const reviewed = (await listsOf(page)).filter(({ happening }) => happening === 'Compared with the source');

  for (const folder of ['tools', 'approaches', 'case-studies'])
    expect(
      reviewed
        .flatMap(({ links }) => links)
        .filter((path) => path.startsWith(`/${folder}/`))
        .toSorted(),
    ).toEqual(slugsIn(folder).map((slug) => `/${folder}/${slug}/`));
});

test('with its whole history the guide tells when each entry came, and without says that it does not know', async ({
  page,
}) => {
  await page.goto('/changelog/');
  const added = (await listsOf(page)).filter(({ happening }) => happening === 'Added');
  const note = page.getByText('does not know its history from the beginning');

  if (!history.isWhole) {
    await expect(note).toBeVisible();
    return;
  }
  await expect(note).toHaveCount(0);
  const committed = new Set(history.changes.map(({ path }) => path.replace(/^.*\/|\.mdx?$/g, '')));
  for (const [folder, title] of Object.entries(COUNTED)) {
    const links = added.filter(({ summary }) => summary.endsWith(title)).flatMap((list) => list.links);
    expect(
      slugsIn(folder).filter((slug) => committed.has(slug) && !links.includes(`/${folder}/${slug}/`)),
    ).toEqual([]);
  }
});

test('a link narrows the page to one kind of change, without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: ROOT.address });
  const page = await context.newPage();
  await page.goto('/changelog/');
  await page.getByRole('navigation', { name: 'Filters' }).getByRole('link', { name: 'Merged' }).click();

  await expect(page.getByRole('heading', { level: 3, name: 'Merged' }).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: 'Compared with the source' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Show all' }).first().click();
  await expect(
    page.getByRole('heading', { level: 3, name: 'Compared with the source' }).first(),
  ).toBeVisible();
  await context.close();
});

test('a reader follows a name that was given up to the entry that answers for it', async ({ page }) => {
  await page.goto('/changelog/#happening-merged');
  const list = page.locator('.month details', { hasText: 'mitigations' }).filter({ visible: true }).first();
  if (!(await list.evaluate((details) => (details as HTMLDetailsElement).open)))
    await list.locator('summary').click();
  const link = list.getByRole('listitem').filter({ hasText: ', now part of ' }).first().getByRole('link');
  const title = (await link.textContent()) ?? '';
  await link.click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test.describe('a copy without history', () => {
  test.use({ baseURL: HOSTILE_SITE.address });

  test('tells what it knows and says what it does not, with every title as text', async ({ page }) => {
    await page.goto('/changelog/');
    const lists = await listsOf(page);

    await expect(page.getByText('does not know its history from the beginning')).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: 'At a time not known' })).toBeVisible();
    expect(new Set(lists.map(({ happening }) => happening))).toEqual(
      new Set(['Renamed', 'Merged', 'Compared with the source']),
    );
    expect(await page.locator('.month :is(script, img, svg, [onclick])').count()).toBe(0);
  });
});
