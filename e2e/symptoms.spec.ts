import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withBookQuotes } from '../src/model/book-quotes.ts';
import type { Glossary } from '../src/schema/glossary.ts';
import type { Symptoms } from '../src/schema/symptoms.ts';
import { PROJECT, slugsIn } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const yamlOf = (name: string): unknown => parse(readFileSync(join(PROJECT, 'content', name), 'utf8'));
const groups = yamlOf('symptoms.yaml') as Symptoms;
const glossary = yamlOf('glossary.yaml') as Glossary;
const symptoms = groups.flatMap((group) => group.symptoms);
const [first] = symptoms;
if (!first) throw new Error('there are no symptoms');

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a reader with a problem goes from the home page by a symptom to a challenge, and on to a mitigation', async ({
      page,
    }) => {
      await page.goto('/');
      await page.getByRole('link', { name: 'I have a problem' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Symptoms');
      const item = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { level: 3, name: first.says, exact: true }) });
      await item.locator(`a[href="/challenges/${first.challenges[0]?.challenge ?? ''}/"]`).click();
      await expect(page).toHaveURL(new RegExp(`/challenges/${first.challenges[0]?.challenge ?? ''}/$`));
      await page.goBack();
      const mitigation = item.locator('a[href^="/mitigations/"]').first();
      const name = await mitigation.innerText();
      await mitigation.click();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    });

    test('the door leads on with the keyboard alone', async ({ page }) => {
      await page.goto('/symptoms/');
      const group = groups[1];
      const contents = page.getByRole('navigation', { name: 'On this page' });
      await contents.getByRole('link', { name: group?.title ?? '' }).focus();
      await page.keyboard.press('Enter');
      const heading = page.getByRole('heading', { level: 2, name: group?.title ?? '' });
      await expect(heading).toBeInViewport();
      // With scripts a heading is a link to itself.
      const own = heading.getByRole('link');
      if ((await own.count()) > 0) {
        await page.keyboard.press('Tab');
        await expect(own).toBeFocused();
      }
      // The sentence's own link, then its first challenge.
      await page.keyboard.press('Tab');
      await expect(
        page.getByRole('link', { name: group?.symptoms[0]?.says ?? '', exact: true }),
      ).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');

      await expect(page).toHaveURL(
        new RegExp(`/challenges/${group?.symptoms[0]?.challenges[0]?.challenge ?? ''}/$`),
      );
    });

    test('every symptom has an anchor that works', async ({ page }) => {
      for (const { id, says } of [first, ...symptoms.slice(-1)]) {
        await page.goto('about:blank');
        await page.goto(`/symptoms/#${id}`);
        await expect(page.getByRole('heading', { level: 3, name: says, exact: true })).toBeInViewport();
      }
      await page.getByRole('heading', { level: 3, name: first.says, exact: true }).getByRole('link').click();

      await expect(page).toHaveURL(`/symptoms/#${first.id}`);
    });

    test('the letters of the glossary lead to their terms', async ({ page }) => {
      await page.goto('/glossary/');
      const letters = page.getByRole('navigation', { name: 'Letters' }).getByRole('link');
      expect(await letters.allInnerTexts()).toEqual((await letters.allInnerTexts()).toSorted());
      await letters.last().click();
      await expect(
        page.getByRole('heading', { level: 2, name: await letters.last().innerText(), exact: true }),
      ).toBeInViewport();
    });
  });

test('symptoms stand in their groups, each with its likely challenges and what to try first', ({
  documents,
}) => {
  const page = documents.find(({ path }) => path === '/symptoms/');

  expect(page?.headings).toEqual([
    { level: 1, text: 'Symptoms' },
    ...groups.flatMap((group) => [
      { level: 2, text: group.title },
      ...group.symptoms.map(({ says }) => ({ level: 3, text: withBookQuotes(says) })),
    ]),
  ]);
  expect(page?.links.filter(({ href }) => href.startsWith('#')).map(({ href }) => href.slice(1))).toEqual([
    ...groups.map(({ id }) => id),
    ...symptoms.map(({ id }) => id),
  ]);
  expect(page?.links.filter(({ href }) => href.startsWith('/challenges/')).map(({ href }) => href)).toEqual(
    symptoms.flatMap(({ challenges }) => challenges.map(({ challenge }) => `/challenges/${challenge}/`)),
  );
  expect(page?.links.filter(({ href }) => href.startsWith('/mitigations/'))).toHaveLength(
    2 * symptoms.flatMap(({ challenges }) => challenges).length,
  );
});

test('every challenge is reached from a symptom', ({ documents }) => {
  const links = documents.find(({ path }) => path === '/symptoms/')?.links.map(({ href }) => href);

  expect(links).toEqual(expect.arrayContaining(slugsIn('challenges').map((slug) => `/challenges/${slug}/`)));
});

test('who finds no symptom can search from the same page', async ({ page }) => {
  await page.goto('/symptoms/');
  await page.getByRole('main').getByRole('searchbox').fill('drift');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();

  await expect(page).toHaveURL(/\/search\/\?q=drift/);
});

test('symptoms and glossary can be reached from the foot of every page', async ({ page }) => {
  for (const name of ['Symptoms', 'Glossary']) {
    await page.goto('/tools/');
    await page.getByRole('contentinfo').getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  }
});

test('the glossary holds every term with its anchor, its meaning and what else it is called', async ({
  page,
}) => {
  await page.goto('/glossary/');
  const terms = page.getByRole('heading', { level: 3 });
  const ids = await terms.evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.toSorted()).toEqual(glossary.map(({ id }) => id).toSorted());
  const text = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');

  for (const { term, means, also = [] } of glossary) {
    expect.soft(text).toContain(withBookQuotes(means));
    if (also.length > 0) expect.soft(text, term).toContain(withBookQuotes(`also: ${also.join(', ')}`));
  }
});

for (const width of [1280, 390, 320])
  test(`the doors of the mitigations are open at ${width} px, and show as many as they say`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/mitigations/');
    const doors = page.getByRole('navigation', { name: 'Filters' });
    for (const way of ['Stage', 'Moment', 'Effort', 'Strength of evidence'])
      await expect(doors.getByText(way, { exact: true })).toBeVisible();
    const rows = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.locator('a[href^="/mitigations/"]') });
    const items = doors.getByRole('listitem');
    expect(await items.count()).toBeGreaterThanOrEqual(16);
    for (const door of await items.all()) {
      const link = door.getByRole('link');
      const count = Number((await door.innerText()).replace(await link.innerText(), ''));
      await link.click();
      await expect(rows.filter({ visible: true })).toHaveCount(count);
    }
  });

test('a mitigation on the index names the challenges it helps against, three at most', async ({ page }) => {
  await page.goto('/mitigations/');
  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('a[href^="/mitigations/"]') });
  const counts = await rows.evaluateAll((all) =>
    all.map((row) => row.querySelectorAll('a[href^="/challenges/"]').length),
  );

  expect(counts).toHaveLength(slugsIn('mitigations').length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...counts)).toBe(3);
});
