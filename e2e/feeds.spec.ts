import type { Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAsReaders, readAtom, type ReadFeed } from './fixtures/atom.ts';
import { catalogueOf } from './fixtures/data.ts';
import { HOSTILE } from './fixtures/hostile.ts';
import { fileOf, GUIDE, HOSTILE_SITE, ROOT, sitemapOf, type Site } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const FOLDERS = ['challenges', 'mitigations', 'tools', 'approaches', 'case-studies'] as const;
const FEEDS = ['feed.xml', ...FOLDERS.map((folder) => `${folder}/feed.xml`)];
const MOST = 50;

const xmlOf = ({ folder }: Site, feed: string) => readFileSync(join(folder, feed), 'utf8');

/** An entry of a feed beside the page that it leads to. */
interface Pair {
  readonly page: string;
  readonly title: string;
  readonly html: string;
  /** The HTML of the page. */
  readonly document: string;
  /** Whether a text that is nested beyond all reading may be left to its page. */
  readonly mayBeLeft: boolean;
}

const pairsOf = (site: Site, { entries }: ReadFeed): Pair[] =>
  entries.map(({ page, title, html }) => ({
    page,
    title,
    html,
    document: readFileSync(fileOf(site, decodeURIComponent(new URL(page).pathname)), 'utf8'),
    mayBeLeft: site === HOSTILE_SITE,
  }));

/** What is wrong with the entries of a feed, judged by the parser that readers have. */
const faultsOf = (page: Page, pairs: readonly Pair[]) =>
  page.evaluate((all) => {
    const ALLOWED =
      'a, abbr, b, blockquote, br, code, dd, del, dl, dt, em, h1, h2, h3, h4, h5, h6, hr, i, ins, kbd, li, ol, p, pre, q, s,' +
      'strong, sub, sup, table, tbody, td, tfoot, th, thead, tr, tt, ul, var, div, span, details, summary, section, samp, strike';
    const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
    const plain = (text: string | null) =>
      (text ?? '')
        .replace(/[‘’]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/[\u0000-\u0020\u00a0\u00ad\u200b-\u206f\ufeff\ufffd]+/g, ' ')
        .trim();
    const faults: string[] = [];
    for (const { page: address, title, html, document: own, mayBeLeft } of all) {
      const note = (fault: string) => faults.push(`${address}: ${fault}`);
      const content = parse(html).body;
      const shown = parse(own);
      if (plain(shown.querySelector('h1')?.textContent ?? null) !== plain(title))
        note(`is not called ${title}`);
      const headings = new Set(
        [...content.querySelectorAll('h2')].map(({ textContent }) => plain(textContent)),
      );
      const text = [...shown.querySelectorAll('main .prose > h2')].map(({ textContent }) =>
        plain(textContent),
      );
      if (text.length === 0) note('has no headings to compare');
      const isLeft = mayBeLeft && content.textContent.includes('nested too deeply to stand here');
      for (const heading of text) if (!isLeft && !headings.has(heading)) note(`lacks "${heading}"`);
      for (const element of content.querySelectorAll('*')) {
        if (!element.matches(ALLOWED)) note(`holds ${element.outerHTML.slice(0, 120)}`);
        for (const { name, value } of element.attributes) {
          if (!['href', 'title', 'start', 'align'].includes(name))
            note(`has the attribute ${name}="${value}"`);
          if (name === 'href' && !/^(?:https?:\/\/|mailto:)/i.test(value)) note(`links to ${value}`);
        }
      }
    }
    return faults;
  }, pairs);

for (const [site, name] of [
  [ROOT, 'at the root'],
  [GUIDE, 'under a base path'],
  [HOSTILE_SITE, 'with hostile cases and without history'],
] as const satisfies [Site, string][])
  test.describe(`the feeds of the guide ${name}`, () => {
    test.use({ baseURL: site.address });

    for (const feed of FEEDS)
      test(`${feed} is valid, in full, and leads to pages that are there`, async ({ page, request }) => {
        const answer = await request.get(`./${feed}`);
        const xml = await answer.text();
        const read = readAtom(xml);
        const readers = await readAsReaders(xml);
        const pages = new Set(sitemapOf(site).map((address) => decodeURIComponent(address)));
        const self = new URL(read.links['self'] ?? '');

        expect(answer.headers()['content-type']).toMatch(/\bxml\b/);
        expect(xml).toBe(xmlOf(site, feed));
        expect(self.pathname).toBe(`${site.base}${feed}`);
        expect(read.id).toBe(self.href);
        expect(pages.has(read.links['alternate'] ?? '')).toBe(true);
        expect(read.lang).toBe('en');
        expect(
          read.entries.map((entry) => entry.page).filter((to) => !pages.has(decodeURIComponent(to))),
        ).toEqual([]);
        expect(readers.map(({ link }) => link)).toEqual(read.entries.map((entry) => entry.page));
        expect(readers.filter(({ content }) => !content)).toEqual([]);
        expect(await faultsOf(page, pairsOf(site, read))).toEqual([]);
      });

    test('entries stand newest first, as many as there are and no more than fifty', () => {
      for (const feed of FEEDS) {
        const { updated, entries } = readAtom(xmlOf(site, feed));
        const moments = entries.map((entry) => entry.updated);
        expect(moments).toEqual(moments.toSorted().toReversed());
        expect(moments[0]).toBe(updated);
      }
      for (const folder of FOLDERS)
        expect(readAtom(xmlOf(site, `${folder}/feed.xml`)).entries).toHaveLength(
          Math.min(MOST, catalogueOf(site)[folder].length),
        );
      expect(readAtom(xmlOf(site, 'feed.xml')).entries).toHaveLength(MOST);
    });

    test('the sitemap dates pages as the feeds do', () => {
      const sitemap = readFileSync(join(site.folder, 'sitemap-0.xml'), 'utf8');
      const changed = new Map(
        [...sitemap.matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(
          ([, page, when]) => [page, when],
        ),
      );
      for (const folder of FOLDERS) {
        const { entries } = readAtom(xmlOf(site, `${folder}/feed.xml`));
        // Those that the history dates; of others the sitemap says nothing.
        const dated = entries.filter(({ published }) => published !== undefined);
        expect(dated.map(({ page, updated }) => [page, updated])).toEqual(
          dated.map(({ page }) => [page, changed.get(page)]),
        );
      }
    });
  });

test('hostile cases stand in the feeds, by their titles and as text alone', () => {
  const titles = new Set(
    readAtom(xmlOf(HOSTILE_SITE, 'case-studies/feed.xml')).entries.map(({ title }) => title),
  );
  const words = [...titles].filter((title) => HOSTILE.some(({ word }) => title.startsWith(word)));

  expect(words.length).toBeGreaterThan(40);
  expect(words.filter((title) => /<script|onerror/.test(title)).length).toBeGreaterThan(10);
});

test('every page names the feed of the guide, and pages of a collection the feed of that too', ({
  documents,
}) => {
  const lacking = documents.flatMap(({ path, addresses }) => {
    const folder = FOLDERS.find((each) => path.startsWith(`/${each}/`));
    return ['/feed.xml', ...(folder ? [`/${folder}/feed.xml`] : [])]
      .filter((feed) => !addresses.includes(feed))
      .map((feed) => `${path} lacks ${feed}`);
  });

  expect(lacking).toEqual([]);
});

for (const folder of FOLDERS)
  test(`a reader of ${folder} finds their feed`, async ({ page }) => {
    await page.goto(`/${folder}/`);
    const link = page.getByRole('link', { name: /^New and changed .+ as a feed$/ });

    await expect(link).toHaveAttribute('href', `/${folder}/feed.xml`);
    expect(existsSync(fileOf(ROOT, `/${folder}/feed.xml`))).toBe(true);
  });
