import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { BrowserContext, Page } from '@playwright/test';
import { addressOf, COLLECTION_NAMES, COLLECTIONS } from '../src/model/collections.ts';
import { AWKWARD, AWKWARD_TEXTS, LONG_TEXT, LONG_WORD } from './fixtures/awkward.ts';
import { HOSTILE, otherHost, SAID, textsOfFields, type HostileCase } from './fixtures/hostile.ts';
import { faultsOf, provoke, watch } from './fixtures/hostile-watch.ts';
import { HOSTILE_SITE } from './fixtures/sites.ts';
import { typed } from './fixtures/typed.ts';
import { expect, test } from './fixtures/test.ts';

/*
 * The site that these tests read was built with the rules switched off, so the sanitiser and the templates stand alone:
 * see fixtures/hostile-project.ts. The fixture fails each test on dialogs, on requests to other hosts and on whatever
 * else the browser complains of, such as a script that the policy has stopped.
 */

const NOTHING = { ran: new Set(), asked: new Set() };

const pathOf = ({ slug }: HostileCase) => `/case-studies/${encodeURIComponent(slug)}/`;

/** Text as it compares across HTML: without control characters and doubled blanks, quotes as they were typed. */
const plain = (text: string) =>
  typed(text)
    .replace(/[\u0000-\u001f\ufffd\u200b-\u206f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const plainText = async (page: Page, selector: string) =>
  plain((await page.locator(selector).first().textContent()) ?? '');

/** Texts of awkward entries that a page shows as they are. */
const SIGNS: ReadonlySet<string> = new Set([...AWKWARD_TEXTS, LONG_TEXT, LONG_WORD]);
/** Sources stand in the style of the reference list; names and facts for the search and the check are not shown. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['source', 'names', 'aliases', 'facts', 'survey']);

/** The elements of a search result; what matched is text. */
const ROW = new Set(['li', 'p', 'a', 'b', 'span', 'mark']);
const strangersIn = async (page: Page, list: string) =>
  (await page.locator(`${list} *`).evaluateAll((all) => all.map(({ localName }) => localName))).filter(
    (name) => !ROW.has(name),
  );

test.use({ baseURL: HOSTILE_SITE.address });

for (const bypassCSP of [false, true])
  test.describe(`with the policy ${bypassCSP ? 'off' : 'on'}`, () => {
    test.use({ bypassCSP });

    for (const study of HOSTILE)
      test(`nothing of case ${study.number} runs: ${study.tries}`, async ({ page }) => {
        const harm = await watch(page);
        await page.goto(pathOf(study));
        await page.waitForLoadState('load');
        expect(await plainText(page, 'h1')).toBe(plain(study.title));
        expect(await plainText(page, '.field-note')).toContain(SAID);
        expect(await faultsOf(page, 'main')).toEqual([]);
        await provoke(page);
        expect(new URL(page.url()).pathname).toBe(new URL(pathOf(study), HOSTILE_SITE.address).pathname);
        expect(await faultsOf(page, 'main')).toEqual([]);
        expect(harm).toEqual(NOTHING);
      });

    for (const path of [
      '/case-studies/',
      '/challenges/concept-drift/',
      '/challenges/data-poisoning/',
      '/mitigations/shadow-deployment/',
      '/tools/mlflow/',
      '/stages/model-deployment/',
      '/references/',
    ])
      test(`nothing runs where others are named: ${path}`, async ({ page }) => {
        const harm = await watch(page);
        await page.goto(path);
        await page.waitForLoadState('load');
        expect(await faultsOf(page, 'main')).toEqual([]);
        await provoke(page);
        expect(await faultsOf(page, 'main')).toEqual([]);
        expect(harm).toEqual(NOTHING);
      });

    test('the list of case studies shows every title as text', async ({ page }) => {
      await page.goto('/case-studies/');
      const text = await plainText(page, 'main');
      expect(HOSTILE.map(({ title }) => plain(title)).filter((title) => !text.includes(title))).toEqual([]);
    });

    test('the search page shows titles and excerpts as text', async ({ page }) => {
      const harm = await watch(page);
      await page.goto('/search/?q=brokenwindows');
      const rows = page.getByRole('list', { name: 'Search results' }).getByRole('listitem');
      const more = page.getByRole('button', { name: 'Show more' });
      await expect(page.getByRole('status')).toContainText(`${HOSTILE.length} pages found`);
      while (await more.isVisible()) {
        const before = await rows.count();
        await more.click();
        await expect.poll(() => rows.count()).toBeGreaterThan(before);
      }
      const titles = (await rows.locator('.head a').allTextContents()).map(plain);
      expect(titles.toSorted()).toEqual(HOSTILE.map(({ title }) => plain(title)).toSorted());
      expect(await faultsOf(page, '.results ol')).toEqual([]);
      expect(await strangersIn(page, '.results ol')).toEqual([]);
      await provoke(page);
      expect(harm).toEqual(NOTHING);
    });

    test('what is asked of the search stays text, whatever it holds', async ({ page }) => {
      const harm = await watch(page);
      for (const { title } of HOSTILE.slice(0, 3)) {
        const asked = encodeURIComponent(title);
        await page.goto(`/search/?q=${asked}&type=${asked}&words=${asked}`);
        await expect(page.getByRole('status')).toContainText(/found/);
        expect(await faultsOf(page, '.results ol')).toEqual([]);
        expect(await strangersIn(page, '.results ol')).toEqual([]);
      }
      expect(harm).toEqual(NOTHING);
    });

    test('the search dialog shows titles as text', async ({ page }) => {
      const harm = await watch(page);
      await page.goto(pathOf(HOSTILE[0] as HostileCase));
      await page.keyboard.press('/');
      const dialog = page.getByRole('dialog');
      for (const { word, title } of HOSTILE) {
        await dialog.getByRole('searchbox').fill(word);
        await expect(dialog.locator('li .title').first()).toHaveText(new RegExp(`^${word} `));
        expect(plain((await dialog.locator('li .title').first().textContent()) ?? '')).toBe(plain(title));
      }
      expect(await faultsOf(page, 'search-dialog ol')).toEqual([]);
      expect(await strangersIn(page, 'search-dialog ol')).toEqual([]);
      expect(harm).toEqual(NOTHING);
    });
  });

for (const collection of COLLECTION_NAMES)
  test(`awkward entries say what their files say: ${COLLECTIONS[collection].folder}`, async ({ page }) => {
    for (const { slug, title, fields } of AWKWARD.filter((entry) => entry.collection === collection)) {
      await page.goto(addressOf(collection, slug));
      expect(await plainText(page, 'h1')).toBe(plain(title));
      expect(await page.title()).toContain(title);
      const said = plain((await page.locator('main').textContent()) ?? '');
      const shown = textsOfFields(
        Object.entries(fields).flatMap(([name, value]) => (NOT_SHOWN.has(name) ? [] : [value])),
      ).filter((text) => SIGNS.has(text));
      expect(
        shown.filter((text) => !said.includes(plain(text))),
        slug,
      ).toEqual([]);
      expect(await faultsOf(page, '.prose'), slug).toEqual([]);
    }
  });

test.describe('where nothing stands in its way', () => {
  test.use({ expectedComplaints: /./s });

  /** Opens a page of its own with some HTML for a main part, and does there what readers do. */
  async function provokeIn(context: BrowserContext, html: string) {
    const page = await context.newPage();
    const address = `${HOSTILE_SITE.address}bare/`;
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><main>${html}</main>`,
      }),
    );
    // A page that goes elsewhere by itself is gone before it has loaded, and cannot be provoked any more.
    await page.goto(address).catch(() => undefined);
    await provoke(page).catch(() => undefined);
    return page;
  }

  test('every body does what it says', async ({ page, context }) => {
    const harm = await watch(page);
    const markdown = await createMarkdownProcessor({ syntaxHighlight: false });
    const bodies = HOSTILE.map(({ number, body, bare }) => [`case ${number}`, number, body, bare] as const);
    for (const [name, number, body, bare] of bodies) {
      // Astro gives up on an address that it cannot decode.
      const { code } = await markdown.render(body.replace('![b](%)', ''));
      const asked = () => [...harm.asked].some((address) => address.startsWith(otherHost(number)));
      const did = () => (harm.ran.has(number) ? 'runs' : asked() ? 'asks' : 'neither');
      // Some pages leave while they are provoked, and what styles ask for waits until the browser draws: once more, then.
      await expect
        .configure({ soft: true })(async () => {
          const opened = await provokeIn(context, code);
          await expect.poll(did, { message: name, timeout: 3000 }).toBe(bare);
          await opened.close();
        })
        .toPass({ timeout: 60_000 });
    }
  });

  test('the front matter of every case runs', async ({ page, context }) => {
    const harm = await watch(page);
    await provokeIn(context, HOSTILE.flatMap(({ fields }) => textsOfFields(fields)).join('\n'));
    const numbers = HOSTILE.map(({ number }) => number);
    await expect.poll(() => numbers.filter((number) => !harm.ran.has(number))).toEqual([]);
  });
});
