import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Paths } from '../src/schema/paths.ts';
import { GUIDE, PROJECT } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const paths = parse(readFileSync(join(PROJECT, 'content/paths.yaml'), 'utf8')) as Paths;
const [path] = paths;
if (!path) throw new Error('there are no paths');
const [first, second, third] = path.stops.map(({ page }) => page) as [string, string, string];
const total = path.stops.length;
const KEY = 'mldfg:paths:1';

const boxes = (page: Page) => page.getByRole('checkbox', { name: /^Read: / });
const read = (page: Page) => page.getByText(/^\d of \d read$/);
const kept = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const keep = (page: Page, value: string) =>
  page.addInitScript(([key, text]) => localStorage.setItem(key, text), [KEY, value] as const);
/** The stop's link, on the page of its path. */
const stop = (page: Page, address: string) => page.getByRole('main').locator(`h2 a[href$="${address}"]`);
const places = (page: Page) => page.getByRole('navigation', { name: 'Reading paths' });
/** What the home page says of the first path. */
const onHome = (page: Page) =>
  page
    .getByRole('region', { name: 'Reading paths' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: path.title, exact: true }) });

const goOn = (page: Page) => onHome(page).getByRole('paragraph').filter({ hasText: 'Go on with' });

test('every path shows its stops in order, each with its reason', ({ documents }) => {
  for (const { id, stops } of paths) {
    const links =
      documents.find((page) => page.path === `/paths/${id}/`)?.links.map(({ href }) => href) ?? [];
    const pages = stops.map(({ page }) => page);

    expect(links.filter((href) => pages.includes(href) && href !== '/stages/')).toEqual(
      pages.filter((page) => page !== '/stages/'),
    );
  }
});

test('a reader follows a path with the keyboard, and finds the progress again', async ({ page }) => {
  await page.goto('/');
  await onHome(page).getByRole('link', { name: path.title }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(path.title);
  await expect(page.getByRole('button', { name: 'Clear progress' })).toBeHidden();
  // The address is there before the script is, and no reader is as quick as this one.
  await page.waitForLoadState();
  await stop(page, first).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(first);
  await page.waitForLoadState();
  await expect(places(page)).toContainText(`Stop 1 of ${total} in ${path.title}`);
  await places(page).locator(`a[href="${second}"]`).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(second);
  await places(page).getByRole('link', { name: path.title }).click();
  await expect(read(page)).toHaveText(`2 of ${total} read`);
  await page.reload();
  await expect(boxes(page).nth(1)).toBeChecked();
  await expect(boxes(page).nth(2)).not.toBeChecked();
  await page.goto('/');
  await expect(onHome(page)).toContainText(`2 of ${total} read`);
  await goOn(page).getByRole('link').click();
  await expect(page).toHaveURL(third);
  await page.goto('/paths/');

  await expect(page.getByRole('main')).toContainText(`3 of ${total} read`);
});

test('a stop is unmarked with the keyboard, and all are forgotten at once', async ({ page }) => {
  await page.goto(`/paths/${path.id}/`);
  await boxes(page).first().focus();
  await page.keyboard.press('Space');
  await boxes(page).last().check();
  await expect(read(page)).toHaveText(`2 of ${total} read`);
  await page.keyboard.press('Space');
  await expect(boxes(page).last()).not.toBeChecked();
  await expect(read(page)).toHaveText(`1 of ${total} read`);
  const clear = page.getByRole('button', { name: 'Clear progress' });
  await clear.focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('status')).toHaveText('Progress cleared.');
  await expect(clear).toBeHidden();
  await expect(boxes(page).first()).toBeFocused();
  await expect(boxes(page).first()).not.toBeChecked();
  expect(await kept(page)).toBeNull();
});

test('two tabs show the same progress', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('/');
  await page.goto(`/paths/${path.id}/`);
  await boxes(page).first().check();
  await expect(onHome(other)).toContainText(`1 of ${total} read`);
  await page.getByRole('button', { name: 'Clear progress' }).click();

  await expect(onHome(other)).not.toContainText(`of ${total} read`);
});

for (const [what, spoil] of [
  ['denied', () => Object.defineProperty(window, 'localStorage', { get: () => raise('SecurityError') })],
  ['full', () => (Storage.prototype.setItem = () => raise('QuotaExceededError'))],
] as const)
  test(`where storage is ${what}, marks last as long as the page, and it says so`, async ({ page }) => {
    await page.addInitScript(
      `const raise = (name) => { throw new DOMException('no', name) }; (${String(spoil)})();`,
    );
    await page.goto(`/paths/${path.id}/`);
    await expect(page.getByRole('status')).toHaveText('');
    await boxes(page).first().check();
    await boxes(page).nth(1).check();
    await expect(page.getByRole('status')).toContainText('This browser keeps nothing for this site');
    await expect(read(page)).toHaveText(`2 of ${total} read`);
    await page.getByRole('button', { name: 'Clear progress' }).click();

    await expect(boxes(page).first()).not.toBeChecked();
  });
declare const raise: (name: string) => never;

for (const [what, value] of [
  ['is no JSON', '{"a'],
  ['is something else', '["<img src=x onerror=alert(1)>"]'],
  ['holds what is no page', JSON.stringify({ [path.id]: [first, '<script>alert(1)</script>', 7], '<b>': 1 })],
] as const)
  test(`a kept value that ${what} harms nothing, and is told of`, async ({ page }) => {
    await keep(page, value);
    await page.goto('/');
    await expect(onHome(page)).toContainText(`${total} stops`);
    await page.goto(`/paths/${path.id}/`);
    await expect(page.getByRole('status')).toContainText('was damaged');
    await expect(boxes(page).first()).toBeChecked({ checked: value.includes(first) });
    await boxes(page).nth(1).check();

    const sound = value.includes(first) ? [first, second] : [second];
    expect(JSON.parse((await kept(page)) ?? '')).toEqual({ [path.id]: sound });
  });

for (const width of [1280, 320])
  test(`nothing moves at ${width} px when progress appears`, async ({ page, context }) => {
    const empty = await context.newPage();
    await keep(
      page,
      JSON.stringify(Object.fromEntries(paths.map(({ id, stops }) => [id, [stops[0]?.page]]))),
    );
    const places: unknown[] = [];
    for (const each of [empty, page]) {
      await each.setViewportSize({ width, height: 800 });
      await each.goto('/');
      await each.evaluate(() => customElements.whenDefined('reading-path'));
      places.push(await each.getByRole('heading', { name: 'Newest field notes' }).boundingBox());
      await each.goto(`/paths/${path.id}/`);
      await each.evaluate(() => customElements.whenDefined('reading-path'));
      places.push(await stop(each, first).boundingBox(), await stop(each, third).boundingBox());
      expect(await each.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await expect(read(page)).toHaveText(`1 of ${total} read`);

    expect(places.slice(3)).toEqual(places.slice(0, 3));
  });

test('a path prints as a reading list with addresses', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(`/paths/${path.id}/`);
  for (const { page: address, why } of path.stops) {
    await expect(page.getByText(new RegExp(`^\\s*https?://[^/]+${address}\\s*$`))).toBeVisible();
    await expect(page.getByText(why)).toBeVisible();
  }

  await expect(places(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Clear progress' })).toBeHidden();
});

test.describe('under a base path', () => {
  test.use({ baseURL: GUIDE.address });

  test('a path leads on, and progress is kept', async ({ page }) => {
    await page.goto(`./paths/${path.id}/`);
    await stop(page, first).click();
    await page.waitForURL(`/guide${first}`);
    await places(page).locator(`a[href="/guide${second}"]`).click();
    await page.goto('./');
    await expect(onHome(page)).toContainText(`2 of ${total} read`);
    await goOn(page).getByRole('link').click();

    await expect(page).toHaveURL(`/guide${third}`);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a path can be followed, and nothing on it is dead', async ({ page }) => {
    await page.goto('/');
    await expect(onHome(page)).toContainText(`${total} stops`);
    await expect(goOn(page)).toHaveCount(0);
    await onHome(page).getByRole('link', { name: path.title }).click();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await stop(page, first).click();
    await places(page).locator(`a[href="${second}"]`).click();

    await expect(places(page)).toContainText(`Stop 2 of ${total} in ${path.title}`);
  });
});
