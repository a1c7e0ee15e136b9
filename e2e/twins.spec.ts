import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { citationsIn } from '../src/model/citations.ts';
import { inBytes } from '../src/model/in-words.ts';
import { twinAddress } from '../src/model/twin-address.ts';
import { catalogueOf } from './fixtures/data.ts';
import { documentsOf } from './fixtures/documents.ts';
import { readMarkdown, type ReadMarkdown } from './fixtures/markdown.ts';
import { fileOf, GUIDE, HOSTILE_SITE, pathsOf, ROOT, sitemapOf, type Site } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';
import { typed } from './fixtures/typed.ts';

const FOLDERS = ['challenges', 'mitigations', 'tools', 'approaches', 'case-studies'] as const;

/** Pages of their own that have a twin too. */
const OTHERS = [...FOLDERS.map((folder) => `${folder}/`), 'about/', 'glossary/', 'symptoms/'];

const isTwinned = (path: string, { base }: Site): boolean => {
  const inside = path.slice(base.length);
  return (
    OTHERS.includes(inside) ||
    /^(?:challenges|mitigations|tools|approaches|case-studies|stages|paths)\/[^/]+\/$/.test(inside)
  );
};

/** Paths of the pages that have a twin. */
const twinnedPages = (site: Site): string[] => pathsOf(site).filter((path) => isTwinned(path, site));

const textOf = (site: Site, path: string): string => readFileSync(fileOf(site, path), 'utf8');

/** Twins by the path of their page, as they are on disk. */
const twinsOf = (site: Site): [path: string, twin: ReadMarkdown][] =>
  twinnedPages(site).map((path) => [path, readMarkdown(textOf(site, twinAddress(path)))]);

/** Where the site says that it lives. */
const homeOf = (site: Site): string =>
  sitemapOf(site).find((url) => new URL(url).pathname === site.base) ?? '';

/** An address without the percent signs by which Markdown and browsers, each in its own way, write odd letters. */
const unescaped = (address: string): string => {
  const { href = address } = URL.parse(address) ?? {};
  return href.replace(/(?:%[\da-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs;
    }
  });
};

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Links that lead to a page, file or anchor of the site that is not there. */
function brokenLinks(site: Site) {
  const home = homeOf(site);
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (path: string) => {
    const known =
      ids.get(path) ?? new Set([...textOf(site, path).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? ''));
    ids.set(path, known);
    return known;
  };
  return (links: ReadMarkdown['links']): string[] =>
    links.flatMap(({ address }) => {
      if (!/^(?:https?:\/\/[^/]|mailto:)/.test(address)) return [`${address} is no full address`];
      if (!address.startsWith(home)) return [];
      const { pathname, hash } = new URL(address);
      if (!existsSync(fileOf(site, pathname))) return [`${address} leads nowhere`];
      return hash && !idsOf(pathname).has(decodeURIComponent(hash.slice(1)))
        ? [`${address} has no such part`]
        : [];
    });
}

for (const site of [ROOT, GUIDE, HOSTILE_SITE])
  test.describe(`Markdown under ${site.base} in ${site.folder.split('/').at(-1)}`, () => {
    test.use({ baseURL: site.address });
    const isHostile = site === HOSTILE_SITE;

    test('every entry answers as Markdown in UTF-8, and says so', async ({ request }) => {
      const wrong: string[] = [];
      for (const path of twinnedPages(site)) {
        const answer = await request.get(`.${twinAddress(path).slice(site.base.length - 1)}`);
        const type = answer.headers()['content-type'];
        if (answer.status() !== 200 || type !== 'text/markdown; charset=utf-8')
          wrong.push(`${path}: ${answer.status()} ${type}`);
      }

      expect(twinnedPages(site).length).toBeGreaterThan(400);
      expect(wrong).toEqual([]);
    });

    test('a reader of CommonMark finds no HTML, no picture, and headings in order below the title of the page', async ({
      browser,
    }) => {
      const titles = new Map(
        (await documentsOf(browser, site)).map(({ path, headings }) => [
          path,
          headings.find(({ level }) => level === 1)?.text,
        ]),
      );
      const wrong = twinsOf(site).flatMap(([path, { headings, foreign }]) => [
        ...foreign.map((each) => `${path}: ${each}`),
        ...(typed(words(headings[0]?.text ?? '')) === typed(titles.get(path) ?? '')
          ? []
          : [`${path} is called "${headings[0]?.text}", the page "${titles.get(path)}"`]),
        ...headings
          .filter(({ level }, i) =>
            i === 0 ? level !== 1 : level === 1 || level > (headings[i - 1]?.level ?? 0) + 1,
          )
          .map(({ level, text }) => `${path}: ${level} ${text}`),
      ]);

      expect(wrong).toEqual([]);
    });

    test('every link is a full address, and those to the guide lead to pages and parts that are there', () => {
      const broken = brokenLinks(site);
      // Strangers may link to parts that no text has; what they may not do is lead anywhere by other means.
      const wrong = twinsOf(site).flatMap(([path, { links }]) =>
        broken(links)
          .filter((each) => !isHostile || each.endsWith('is no full address'))
          .map((each) => `${path}: ${each}`),
      );

      expect(wrong).toEqual([]);
    });

    test('every source of a page stands in its twin, under the number by which the text points to it', async ({
      browser,
    }) => {
      const pages = new Map((await documentsOf(browser, site)).map((page) => [page.path, page]));
      const wrong: string[] = [];
      let sources = 0;
      for (const [path, { links, items, prose }] of twinsOf(site)) {
        const page = pages.get(path);
        const addresses = new Set(links.map(({ address }) => unescaped(address)));
        const listed = items.get('Sources') ?? [];
        sources += listed.length;
        for (const { href, section } of page?.links ?? [])
          if (section === 'Sources' && /^https?:/i.test(href) && !addresses.has(unescaped(href)))
            wrong.push(`${path} lacks ${href}`);
        for (const item of listed) {
          const reference = words(item.replace(/(?:https?:\/\/|\(No public address|Evidence: ).*$/s, ''));
          // Of names that nobody could print, the page of a hostile case may print nothing; its twin has the title.
          if (!isHostile && !page?.text.includes(reference))
            wrong.push(`${path} has a source of its own: ${reference}`);
        }
        for (const { address, text } of links)
          if (/#ref-/.test(address) && !(Number(text) >= 1 && Number(text) <= listed.length))
            wrong.push(`${path} points to source ${text} of ${listed.length}`);
        if (!isHostile)
          wrong.push(...citationsIn(prose).map(({ keys }) => `${path} cites ${keys.join(', ')}`));
      }

      expect(sources).toBeGreaterThan(1000);
      expect(wrong).toEqual([]);
    });

    test('each page names its twin, and no other page names one', () => {
      const wrong = pathsOf(site).filter((path) => {
        const named = /<link rel="alternate" type="text\/markdown" href="([^"]*)"/.exec(
          textOf(site, path),
        )?.[1];
        return named !== (isTwinned(path, site) ? twinAddress(path) : undefined);
      });

      expect(wrong).toEqual([]);
    });

    test('no twin is in the sitemap or in the search', () => {
      const fragments = join(site.folder, 'pagefind/fragment');
      const found = readdirSync(fragments).map((file) =>
        gunzipSync(readFileSync(join(fragments, file))).toString(),
      );

      expect(found.length).toBeGreaterThan(400);
      expect(found.filter((fragment) => /"url":"[^"]*\.(?:md|txt)/.test(fragment))).toEqual([]);
      expect(sitemapOf(site).filter((url) => /\.(?:md|txt)$/.test(url))).toEqual([]);
    });

    test('an old address has a short text that leads to the Markdown of today', async ({ request }) => {
      const { redirects } = catalogueOf(site);
      const wrong: string[] = [];
      for (const { collection, from, leadsTo } of redirects) {
        const answer = await request.get(`./${collection}/${from}.md`);
        const { headings, links } = readMarkdown(await answer.text());
        const wanted = twinAddress(leadsTo);
        if (!headings[0]?.text.startsWith('Moved: ') || !links.some(({ address }) => address === wanted))
          wrong.push(from);
      }

      expect(redirects.length).toBeGreaterThan(50);
      expect(wrong).toEqual([]);
    });

    test('llms.txt keeps to its convention, and names the Markdown of every entry', async ({ request }) => {
      const answer = await request.get('./llms.txt');
      const { outline, headings, links, items } = readMarkdown(await answer.text());
      const first = outline.indexOf('h2');
      const home = homeOf(site);
      const named = new Set(links.map(({ address }) => address));
      const entries = FOLDERS.slice(0, 4).flatMap((folder) =>
        catalogueOf(site)[folder].map(({ slug }) => `${home}${folder}/${slug}.md`),
      );

      expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
      expect(outline.slice(0, 2)).toEqual(['h1', 'block_quote']);
      expect(outline.slice(2, first).filter((type) => type.startsWith('h'))).toEqual([]);
      // From there on: a heading of the second level, a list of links, and so on.
      expect(outline.slice(first).filter((type, i) => type !== (i % 2 === 0 ? 'h2' : 'list'))).toEqual([]);
      expect(headings.at(-1)?.text).toBe('Optional');
      expect(entries.filter((address) => !named.has(address))).toEqual([]);
      expect((items.get('Optional') ?? []).length).toBeGreaterThan(150);
      expect(brokenLinks(site)(links)).toEqual([]);
    });

    test('the files of whole texts hold each twin as it is, and llms.txt says how large they are', async ({
      request,
    }) => {
      const llms = await (await request.get('./llms.txt')).text();
      for (const [file, folders] of [
        ['llms-full.txt', ['stages', 'challenges', 'mitigations', 'tools', 'approaches']],
        ['llms-case-studies.txt', ['case-studies']],
      ] as const) {
        const whole = await (await request.get(`./${file}`)).text();
        const pages = twinnedPages(site).filter((path) =>
          folders.some(
            (folder) => path.startsWith(`${site.base}${folder}/`) && path !== `${site.base}${folder}/`,
          ),
        );

        expect(
          pages.filter((path) => !whole.includes(`\n---\n\n${textOf(site, twinAddress(path))}`)),
        ).toEqual([]);
        expect(readMarkdown(whole).headings.filter(({ level }) => level === 1)).toHaveLength(pages.length);
        expect(llms).toMatch(
          new RegExp(`/${file.replace('.', '\\.')}\\): .*, ${inBytes(Buffer.byteLength(whole))}\n`),
        );
      }
    });
  });

test('a reader takes an entry along as Markdown from the foot of its page', async ({ page, request }) => {
  await page.goto('/challenges/concept-drift/');
  const link = page.getByRole('link', { name: 'Markdown', exact: true });
  const text = await (await request.get((await link.getAttribute('href')) ?? '')).text();

  expect(text).toMatch(/^# Concept drift\n/);
  expect(text).toContain('## Sources');
});
