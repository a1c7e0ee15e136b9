import type { Page } from '@playwright/test';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readAtom } from './fixtures/atom.ts';
import { violationsOf } from './fixtures/accessible.ts';
import { catalogueOf } from './fixtures/data.ts';
import { fileOf, LARGE_SITE, pathsOf } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

/*
 * The guide with so many generated case studies that every list has pages, under a base path: see
 * fixtures/large-project.ts. `npm test -- --only large --cases 10000` runs the same on as many as one likes.
 */

/** No page is heavier, in bytes of HTML before it is compressed. */
const MOST_BYTES = 250_000;
const A_PAGE = 100;

const { base, folder } = LARGE_SITE;
const catalogue = catalogueOf(LARGE_SITE);
const studies = catalogue['case-studies'];
const inAll = studies.length;
const paths = new Set(pathsOf(LARGE_SITE));
const at = (path: string) => `${base}${path}`;

const filesOf = (ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
const htmlOf = (path: string) => readFileSync(fileOf(LARGE_SITE, path), 'utf8');

/** The pages of a list in their order, from the sitemap. @param list its address from the root of the host */
const pagesOf = (list: string): string[] => [
  list,
  ...[...paths]
    .filter((path) => path.startsWith(`${list}page/`))
    .toSorted((a, b) => Number(a.split('/').at(-2)) - Number(b.split('/').at(-2))),
];

/** Slugs of the case studies that the lists of some pages name, in their order. */
const listedOn = (pages: readonly string[]): string[] =>
  pages.flatMap((page) => {
    const [, list = ''] =
      /<ol class="(?:case-studies|trials)[\s\S]*?>([\s\S]*?)<\/ol>/.exec(htmlOf(page)) ?? [];
    return [...list.matchAll(/<a href="[^"]*\/case-studies\/([^/"]+)\/"/g)].map(([, slug]) => slug ?? '');
  });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const list = (page: Page) => page.getByRole('main').locator('ol.case-studies > li');
const status = (page: Page) => page.getByRole('status').filter({ visible: true });

/** The word that occurs most often, and how often. */
function most(words: readonly string[]): [word: string, count: number] {
  const counts = Map.groupBy(words, (word) => word);
  const [[word, all] = ['', []]] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return [word, all.length];
}

test('no page is heavier than a reader should have to load', () => {
  const heavy = filesOf('.html')
    .map((file) => ({ file, bytes: statSync(join(folder, file)).size }))
    .filter(({ bytes }) => bytes > MOST_BYTES);

  expect(heavy).toEqual([]);
});

test('the pages of the list hold every case study once, newest report first', () => {
  const pages = pagesOf(at('case-studies/'));
  const listed = listedOn(pages);
  const yearOf = new Map(studies.map(({ slug, year }) => [slug, year]));
  const years = listed.map((slug) => yearOf.get(slug) ?? 0);

  expect(pages).toHaveLength(Math.ceil(inAll / A_PAGE));
  expect(listed.toSorted()).toEqual(studies.map(({ slug }) => slug).toSorted());
  expect(years).toEqual(years.toSorted((a, b) => b - a));
});

test('each value of a filter has pages that hold what answers to it', () => {
  const answers = {
    industry: studies.map(({ slug, industry }) => [slug, industry]),
    kind: studies.map(({ slug, kind }) => [slug, kind]),
    evidence: studies.map(({ slug, evidence }) => [slug, evidence]),
    year: studies.map(({ slug, year }) => [slug, String(year)]),
    stage: catalogue.stages.flatMap(({ slug, relations }) =>
      relations.caseStudies.map((study) => [study, slug]),
    ),
  };
  for (const [filter, pairs] of Object.entries(answers))
    for (const [value = '', own] of Map.groupBy(pairs, ([, word]) => word)) {
      const listed = listedOn(pagesOf(at(`case-studies/${filter}/${value}/`)));
      expect(listed.toSorted(), `${filter}: ${value}`).toEqual(own.map(([slug = '']) => slug).toSorted());
    }
});

test('every case study of an entry can be reached from its page', () => {
  const lists: (readonly [entry: string, own: readonly string[]])[] = [
    ...(['challenges', 'tools', 'approaches'] as const).flatMap((folderOf) =>
      catalogue[folderOf].map(
        ({ slug, relations }) => [`${folderOf}/${slug}/`, relations.caseStudies] as const,
      ),
    ),
    ...catalogue.mitigations.map(
      ({ slug, relations }) =>
        [`mitigations/${slug}/`, relations.caseStudies.map(({ caseStudy }) => caseStudy)] as const,
    ),
  ];
  const long = lists.filter(([, own]) => own.length > 40);

  for (const folderOf of ['challenges/', 'tools/', 'mitigations/'])
    expect(long.filter(([entry]) => entry.startsWith(folderOf)).length, folderOf).toBeGreaterThan(0);
  for (const [entry, own] of lists) {
    const all = at(`${entry}case-studies/`);
    expect(paths.has(all), entry).toBe(own.length > 40);
    if (!paths.has(all)) continue;
    expect(listedOn(pagesOf(all)).toSorted(), entry).toEqual(own.toSorted());
    expect(htmlOf(at(entry)), entry).toContain(`href="${all}"`);
  }
});

test('every work is listed once', () => {
  const lists = [...pagesOf(at('references/')), ...pagesOf(at('references/case-studies/'))];
  const listed = lists.flatMap((page) =>
    [...htmlOf(page).matchAll(/<li id="ref-([^"]+)"/g)].map(([, key]) => key),
  );

  expect(listed.toSorted()).toEqual(catalogue.references.map(({ key }) => key).toSorted());
});

test('feeds hold the newest entries and no more, and a challenge in them names few of its case studies', () => {
  for (const file of filesOf('feed.xml')) {
    const xml = readFileSync(join(folder, file), 'utf8');
    expect(readAtom(xml).entries.length, file).toBeLessThanOrEqual(50);
    expect(Buffer.byteLength(xml), file).toBeLessThan(2_000_000);
  }
});

test('a reader opens the list, goes on, and comes to the end', async ({ page }) => {
  const last = Math.ceil(inAll / A_PAGE);
  await page.goto('case-studies/');
  await expect(heading(page)).toHaveText('Case studies');
  await expect(page.getByText(`1 to ${A_PAGE} of ${inAll}`)).toBeVisible();
  await expect(list(page)).toHaveCount(A_PAGE);
  const pages = page.getByRole('navigation', { name: 'Pages of case studies' });
  await expect(pages.getByRole('link', { name: 'Previous' })).toHaveCount(0);
  await pages.getByRole('link', { name: 'Next' }).click();
  await page.waitForURL('**/case-studies/page/2/');

  await expect(heading(page)).toHaveText(`Case studies, page 2 of ${last}`);
  await expect(pages.getByRole('link', { name: 'Page 2', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  const head = (rel: string) => page.locator(`head link[rel=${rel}]`);
  await expect(head('canonical')).toHaveAttribute('href', new RegExp(`${at('case-studies/page/2/')}$`));
  await expect(head('prev')).toHaveAttribute('href', at('case-studies/'));
  await expect(head('next')).toHaveAttribute('href', at('case-studies/page/3/'));
  await pages.getByRole('link', { name: `Page ${last}`, exact: true }).click();
  await page.waitForURL(`**/case-studies/page/${last}/`);

  await expect(pages.getByRole('link', { name: 'Next' })).toHaveCount(0);
  await list(page).last().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Outcome' })).toBeVisible();
});

test('a reader narrows the list by a link, and again', async ({ page }) => {
  const [industry, count] = most(studies.map(({ industry: word }) => word));
  await page.goto('case-studies/page/2/');
  const filters = page.getByRole('navigation', { name: 'Filters' });
  await filters.locator(`a[href$="/industry/${industry}/"]`).click();
  await page.waitForURL(`**/case-studies/industry/${industry}/`);
  await expect(heading(page)).toContainText('Case studies by industry: ');
  await expect(page.getByText(`${count} of the ${inAll} case studies`)).toBeVisible();
  await expect(filters.locator('[aria-current]')).toHaveAttribute(
    'href',
    at(`case-studies/industry/${industry}/`),
  );

  await page.getByRole('link', { name: 'use the search' }).click();
  await page.waitForURL(/\/search\//);
  await expect(page.getByLabel('Industry')).toHaveValue(industry);
  await expect(status(page)).toContainText(`${count} `);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the address of a filter of the days when the list had one page leads to all that it names', async ({
    page,
  }) => {
    const [stage] = catalogue.stages;
    await page.goto(`case-studies/#stage-${stage?.slug ?? ''}`);
    const all = page.getByRole('link', {
      name: `All ${stage?.relations.caseStudies.length ?? 0} case studies`,
    });
    await expect(all).toBeInViewport();
    await expect(list(page)).toHaveCount(A_PAGE);
    await all.click();

    await expect(heading(page)).toHaveText(`Case studies by stage: ${stage?.title ?? ''}`);
  });

  test('the address of a work that another page lists leads to where that page is named', async ({
    page,
  }) => {
    const [work] = listedKeys(at('references/case-studies/'));
    await page.goto(`references/#ref-${work ?? ''}`);
    const pages = page.getByRole('listitem').filter({ has: page.locator('i:target') });

    await expect(pages).toBeInViewport();
    await pages.getByRole('link').click();
    await expect(page.locator(`[id="ref-${work ?? ''}"]`)).toBeVisible();
  });
});

/** Keys of the works that a page lists. */
const listedKeys = (page: string) =>
  [...htmlOf(page).matchAll(/<li id="ref-([^"]+)"/g)].map(([, key]) => key ?? '');

test('the address of a work leads to it, wherever it is listed', async ({ page }) => {
  const sources = pagesOf(at('references/case-studies/'));
  const [first] = listedKeys(sources[0] ?? '');
  const last = listedKeys(sources.at(-1) ?? '').at(-1);
  await page.goto(`references/#ref-${first ?? ''}`);
  await page.waitForURL(`**/references/case-studies/#ref-${first ?? ''}`);
  await expect(page.locator(`li:target`)).toBeInViewport();

  await page.goto(`references/#ref-${last ?? ''}`);
  await page.waitForURL(`**/case-studies/${last ?? ''}/#how-we-know`);
  await expect(page.getByRole('heading', { name: 'How we know' })).toBeInViewport();
});

test('the page of a challenge names some of its case studies, and leads to all of them', async ({ page }) => {
  const { slug, title, relations } = catalogue.challenges.toSorted(
    (a, b) => b.relations.caseStudies.length - a.relations.caseStudies.length,
  )[0] ?? { slug: '', title: '', relations: { caseStudies: [] } };
  const all = relations.caseStudies.length;
  await page.goto(`challenges/${slug}/`);
  await expect(list(page)).toHaveCount(24);
  await page.getByRole('link', { name: `All ${all} case studies` }).click();
  await page.waitForURL(`**/challenges/${slug}/case-studies/`);

  await expect(heading(page)).toHaveText(`${title}: case studies`);
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
  await page.waitForURL(`**/challenges/${slug}/`);
});

test('the page of a mitigation names some trials of each outcome', async ({ page }) => {
  const { slug, relations } = catalogue.mitigations.toSorted(
    (a, b) => b.relations.caseStudies.length - a.relations.caseStudies.length,
  )[0] ?? { slug: '', relations: { caseStudies: [] } };
  await page.goto(`mitigations/${slug}/`);
  const trials = page.getByRole('main').locator('ol.trials > li');
  await expect(trials).toHaveCount(24);
  for (const outcome of ['Helped', 'Partly', 'Did not help', 'Not reported'])
    await expect(trials.filter({ hasText: outcome }).first()).toBeVisible();

  await page.getByRole('link', { name: `All ${relations.caseStudies.length} case studies` }).click();
  await expect(trials).toHaveCount(
    Math.min(relations.caseStudies.length, relations.caseStudies.length > 280 ? 100 : 280),
  );
});

test('a reader searches among all of them, and filters what is found', async ({ page }) => {
  const results = page.getByRole('list', { name: 'Search results' }).getByRole('listitem');
  await page.goto('search/?q=concept+drift');
  await expect(results.first().getByRole('link').first()).toHaveText('Concept drift');
  await page.goto('search/?q=generated+case+of+a+model+in+use&type=case-study');
  await expect(status(page)).toContainText(/\d+ pages found/);
  await expect(results.first()).toContainText('Generated case');
  const [year] = most(
    studies.filter(({ slug }) => slug.startsWith('generated-')).map((study) => String(study.year)),
  );
  await page.getByLabel('Year of the report').selectOption(year);

  await expect(page).toHaveURL(new RegExp(`year=${year}`));
  await expect(results.first()).toContainText('Generated case');
});

test('the map counts all of them, and through a lens those that it shows', async ({ page }) => {
  const [industry, count] = most(studies.map(({ industry: word }) => word));
  await page.goto('matrix/');
  await page.getByLabel('Industry').selectOption(industry);

  await expect(page).toHaveURL(new RegExp(`industry=${industry}`));
  await expect(status(page)).toContainText(String(count));
});

test('pages of lists are accessible, and no wider than a phone', async ({ page }) => {
  const [industry] = most(studies.map(({ industry: word }) => word));
  const challenge = [...paths].find((path) => /\/challenges\/[^/]+\/case-studies\/$/.test(path)) ?? '';
  const mitigation = [...paths].find((path) => /\/mitigations\/[^/]+\/case-studies\/$/.test(path)) ?? '';
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [
    at('case-studies/'),
    at('case-studies/page/2/'),
    at(`case-studies/industry/${industry}/`),
    challenge,
    mitigation,
    at('references/'),
    at('references/case-studies/page/2/'),
  ]) {
    await page.goto(path);
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
  }
});
