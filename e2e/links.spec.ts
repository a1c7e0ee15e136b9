import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { parse } from 'yaml';
import { redirectTable } from '../src/model/redirects.ts';
import type { Redirects } from '../src/schema/redirects.ts';
import { documentsOf } from './fixtures/documents.ts';
import { GUIDE, pathsOf, PROJECT, ROOT } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const redirects = Object.entries(
  redirectTable(parse(readFileSync(join(PROJECT, 'content/redirects.yaml'), 'utf8')) as Redirects),
);

for (const site of [ROOT, GUIDE])
  test.describe(`under ${site.base}`, () => {
    test.use({ baseURL: site.address });
    const { origin } = new URL(site.address);

    test('every link, file and anchor that a page names is there, and every page can be reached', async () => {
      const { links } = await new LinkChecker().check({
        path: site.address,
        recurse: true,
        checkCss: true,
        checkFragments: true,
        concurrency: 20,
        // Addresses elsewhere are not asked: a build must not need the network. What is compared stands in the query,
        // in hundreds of ways, and one page answers them all.
        linksToSkip: (link) => Promise.resolve(!link.startsWith(origin) || /\/compare\/\?./.test(link)),
      });
      const broken = links
        .filter(({ state }) => state === LinkState.BROKEN)
        .map(({ url, parent = '?', status = 0 }) => `${parent} -> ${url} (${status})`);
      const reached = new Set(links.map(({ url }) => new URL(url).pathname));

      expect(broken).toEqual([]);
      expect(pathsOf(site).filter((path) => !reached.has(path))).toEqual([]);
    });

    test('no link leaves the base path, and none names the host', async ({ browser }) => {
      const documents = await documentsOf(browser, site);
      const astray = documents.flatMap(({ path, addresses }) =>
        addresses
          .filter(
            (href) =>
              !/^(https?:\/\/|mailto:|#)/.test(href) || /^https?:\/\/(localhost|guide\.example)\b/.test(href),
          )
          .filter((href) => !href.startsWith(site.base))
          .map((href) => `${path} -> ${href}`),
      );

      expect(astray).toEqual([]);
    });

    test('every old address leads to the page that answers for it today', async ({ request }) => {
      const pages = new Set(pathsOf(site));
      const wrong: string[] = [];
      for (const [from, to] of redirects) {
        const old = site.base.replace(/\/$/, '') + from;
        const html = await (await request.get(old)).text();
        const target = /<meta http-equiv="refresh" content="0;url=([^"]+)">/.exec(html)?.[1];
        if (target !== site.base.replace(/\/$/, '') + to)
          wrong.push(`${old} leads to ${target ?? 'nowhere'}`);
        else if (!pages.has(target)) wrong.push(`${old} leads to ${target}, which is no page`);
        if (pages.has(old)) wrong.push(`${old} is in the sitemap`);
      }

      expect(redirects.length).toBeGreaterThan(50);
      expect(wrong).toEqual([]);
    });

    test.describe('a reader with an old address', () => {
      // A page that only redirects names no icon, so the browser asks the host for its own; under a base path
      // the host is not ours.
      test.use({ expectedComplaints: /\/\/[^/]+\/favicon\.ico/ });

      test('ends up on the page of today', async ({ page }) => {
        const [from = '', to = ''] = redirects[0] ?? [];
        await page.goto(`.${from}`);
        await page.waitForURL(`.${to}`);

        await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toBeVisible();
      });
    });
  });
