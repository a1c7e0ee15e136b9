import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { parse } from 'yaml';
import { fileOf, GUIDE, PROJECT, ROOT, type Site } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const redirects = parse(readFileSync(join(PROJECT, 'content/redirects.yaml'), 'utf8')) as Record<
  string,
  Record<string, string>
>;
const moves = Object.entries(redirects).flatMap(([folder, slugs]) =>
  Object.entries(slugs).map(([from, to]) => [`${folder}/${from}/`, `${folder}/${to}/`] as const),
);

/** Follows every link of a served site to its end; other hosts and other ports are left alone. */
async function deadLinksOf({ address }: Site) {
  const result = await new LinkChecker().check({
    path: address,
    recurse: true,
    concurrency: 20,
    checkFragments: true,
    checkCss: true,
    linksToSkip: (link) => Promise.resolve(!link.startsWith(address)),
  });
  return {
    checked: result.links.filter(({ state }) => state === LinkState.OK).length,
    dead: result.links
      .filter(({ state }) => state === LinkState.BROKEN)
      .map(({ url, parent, status }) => `${parent ?? ''} links ${url} (${status ?? 'no answer'})`),
  };
}

for (const site of [ROOT, GUIDE]) {
  test(`every link, asset and anchor under ${site.base} leads somewhere`, async () => {
    test.setTimeout(180_000);
    const { checked, dead } = await deadLinksOf(site);

    expect(dead).toEqual([]);
    expect(checked).toBeGreaterThan(400);
  });

  test(`every redirect under ${site.base} leads to the page that answers today`, () => {
    const wrong = moves.flatMap(([from, to]) => {
      const file = fileOf(site, `${site.base}${from}`);
      const target = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
      const { pathname } = new URL(target, site.address);
      return pathname === `${site.base}${to}` && existsSync(fileOf(site, pathname)) ? [] : [`${from} leads to ${target}`];
    });

    expect(moves.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
}

test('a browser follows a redirect', async ({ page }) => {
  const [from, to] = moves[0] ?? ['', ''];
  await page.goto(`/${from}`);

  await expect(page).toHaveURL(`/${to}`);
});

test('no link of the site under /guide/ leaves it', () => {
  const leaving = [...new Set(moves.map(([, to]) => to)), '', 'search/', 'matrix/', 'about/', 'challenges/concept-drift/']
    .map((path) => fileOf(GUIDE, `${GUIDE.base}${path}`))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\s(?:href|src|action|data-index|data-all)="(\/[^"]*)"/g)]
        .map(([, address]) => address ?? '')
        .filter((address) => !address.startsWith(GUIDE.base))
        .map((address) => `${file}: ${address}`),
    );

  expect(leaving).toEqual([]);
});
