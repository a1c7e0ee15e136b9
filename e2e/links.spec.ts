import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { LinkChecker, LinkState } from 'linkinator';
import { parse } from 'yaml';
import { readContent } from '../src/cli/read-content.ts';
import { redirectTable } from '../src/model/redirects.ts';
import { anchorsOf } from '../src/rules/page-anchors.ts';
import type { Redirects } from '../src/schema/redirects.ts';
import { documentsOf } from './fixtures/documents.ts';
import { fileOf, GUIDE, pathsOf, PROJECT, ROOT } from './fixtures/sites.ts';
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
        // A connection that a loaded machine drops is no broken link; a page that is not there stays so.
        retryErrors: true,
        retryErrorsJitter: 500,
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

    test('a reader with an old address ends up on the page of today', async ({ page }) => {
      const [from = '', to = ''] = redirects.find(([old]) => old.startsWith('/case-studies/')) ?? [];
      await page.goto(`.${from}#how-we-know`);
      await page.waitForURL(`.${to}#how-we-know`);

      await expect(page.getByRole('heading', { name: 'How we know' })).toBeInViewport();
    });
  });

test('the check knows the anchors of the pages whose old anchors it judges', () => {
  const { content } = readContent(join(PROJECT, 'content'));
  const PARTS =
    /^(?:case-studies|challenges|mitigations|tools|similar|differently|alternatives|sources|survey|cite-source)$/;
  const wrong: string[] = [];
  let judged = 0;
  for (const path of pathsOf(ROOT)) {
    const known = anchorsOf(path, content);
    if (!known) continue;
    judged += 1;
    const there = new Set<string>();
    const ofText = new Set<string>();
    const parser = new Parser({
      onopentag(name, { id }) {
        if (id === undefined) return;
        there.add(id);
        if (/^(?:h[2-6]|li)$/.test(name)) ofText.add(id);
      },
    });
    parser.end(readFileSync(fileOf(ROOT, path), 'utf8'));
    for (const id of ofText)
      if (!known.has(id)) wrong.push(`${path} has #${id}, which the check would refuse`);
    // The parts of a page are there where they have something to show.
    for (const id of known)
      if (!there.has(id) && !PARTS.test(id)) wrong.push(`${path} has no #${id}, which the check would take`);
  }

  expect(wrong).toEqual([]);
  expect(judged).toBeGreaterThan(400);
});
