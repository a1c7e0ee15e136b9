import { readdirSync } from 'node:fs';
import { headsOf, type BuiltHead } from './fixtures/heads.ts';
import { faultsOf, nodesIn, referencesIn, statementsOf, type SaidNode } from './fixtures/json-ld.ts';
import { GUIDE, HOSTILE_SITE, pathsOf, ROOT, sitemapOf, type Site } from './fixtures/sites.ts';
import { expect, test as base } from './fixtures/test.ts';
import { typed } from './fixtures/typed.ts';

/*
 * What every page says to machines, on all three sites: what is said must be sound JSON-LD, must hold together across
 * pages, and must be what readers see.
 */

interface Said extends BuiltHead {
  readonly nodes: readonly SaidNode[];
}

const test = base.extend<object, { said: ReadonlyMap<Site, readonly Said[]> }>({
  said: [
    async ({ browser }, use) => {
      const sites = [ROOT, GUIDE, HOSTILE_SITE];
      const said = new Map<Site, Said[]>();
      for (const site of sites)
        said.set(
          site,
          (await headsOf(browser, site, pathsOf(site))).map((head) => ({
            ...head,
            nodes: (JSON.parse(head.graphs[0] ?? '{}') as { '@graph'?: SaidNode[] })['@graph'] ?? [],
          })),
        );
      await use(said);
    },
    { scope: 'worker' },
  ],
});

/** The public address of a site, as its sitemap has it. */
const publicOf = (site: Site) => new URL(sitemapOf(site)[0] ?? '').origin;
/** The same address where the tests serve the site. */
const servedAt = (site: Site, address: string) =>
  new URL(address).href.replace(publicOf(site), new URL(site.address).origin);

const ofType = (nodes: readonly SaidNode[], type: string) => nodes.filter((node) => node['@type'] === type);

for (const [site, name] of [
  [ROOT, 'at the root'],
  [GUIDE, 'under a base path'],
  [HOSTILE_SITE, 'with hostile case studies'],
] as const satisfies [Site, string][])
  test.describe(`the guide ${name}`, () => {
    test.use({ baseURL: site.address });

    /** Pages with what is wrong with each. */
    const wrong = (said: ReadonlyMap<Site, readonly Said[]>, faults: (page: Said) => readonly string[]) =>
      (said.get(site) ?? []).flatMap((page) => faults(page).map((fault) => `${page.path}: ${fault}`));

    test('every page says one graph, which a processor of JSON-LD reads without dropping anything', async ({
      said,
    }) => {
      const faults: string[] = [];
      for (const { path, graphs } of said.get(site) ?? []) {
        if (graphs.length !== 1) faults.push(`${path} says ${graphs.length} graphs`);
        for (const text of graphs)
          await statementsOf(text).then(
            (count) => count > 5 || faults.push(`${path} makes ${count} statements`),
            (error: unknown) => faults.push(`${path}: ${String(error)}`),
          );
      }

      expect(faults).toEqual([]);
    });

    test('every node is of a known type and says what its type asks for', ({ said }) => {
      expect(wrong(said, ({ nodes }) => nodesIn(nodes).flatMap(faultsOf))).toEqual([]);
    });

    test('every name that a page uses for something is told there, or leads to a place on another page', ({
      said,
    }) => {
      const pages = new Map((said.get(site) ?? []).map((page) => [page.canonical, page]));
      const told = new Map(
        [...pages].map(([address, { nodes, ids }]) => [
          address,
          new Set([...nodesIn(nodes).map((node) => node['@id']), ...ids.map((id) => `${address}#${id}`)]),
        ]),
      );

      expect(
        wrong(said, ({ nodes }) =>
          [...referencesIn(nodes), ...nodesIn(nodes).flatMap((node) => node['@id'] ?? [])]
            .map(String)
            .filter((id) => !told.get(id.replace(/#.*$/, ''))?.has(id) && !pages.has(id)),
        ),
      ).toEqual([]);
    });

    test('no name stands for two things, on one page or across pages', ({ said }) => {
      const types = new Map<string, unknown>();

      expect(
        wrong(said, ({ nodes }) =>
          nodesIn(nodes).flatMap((node) => {
            const id = node['@id'];
            if (typeof id !== 'string') return [];
            if (!types.has(id)) types.set(id, node['@type']);
            return types.get(id) === node['@type'] ? [] : [`${id} is ${String(types.get(id))} elsewhere`];
          }),
        ),
      ).toEqual([]);
    });

    test('the first node is the page itself, under its canonical address and its heading', ({ said }) => {
      expect(
        wrong(said, ({ nodes: [page], canonical, heading }) =>
          page?.['@id'] === canonical &&
          typed((page['headline'] ?? page['name']) as string) === typed(heading)
            ? []
            : [`"${heading}" at ${canonical} says it is ${JSON.stringify(page)}`],
        ),
      ).toEqual([]);
    });

    test('the way to a page is the one it shows, or leads from home', ({ said }) => {
      expect(
        wrong(said, ({ path, nodes, crumbs, home, canonical, heading }) => {
          const shown = crumbs.length > 0 ? crumbs : [{ href: site.base, text: home }];
          const lists = ofType(nodes, 'BreadcrumbList');
          const way = lists.flatMap(({ itemListElement }) =>
            (itemListElement as SaidNode[]).map(({ position, name: text, item }) => ({
              position,
              text: typed(text as string),
              item: (item as SaidNode | undefined)?.['@id'],
            })),
          );
          const expected =
            path === site.base
              ? []
              : [
                  ...shown.map(({ href, text }) => [text, new URL(href, canonical).href]),
                  [heading, undefined],
                ].map(([text = '', item], i) => ({ position: i + 1, text: typed(text), item }));
          return JSON.stringify(way) === JSON.stringify(expected) ? [] : [JSON.stringify(way)];
        }),
      ).toEqual([]);
    });

    test('links to a page show its own title, words and address', ({ said }) => {
      expect(
        wrong(said, ({ meta, title, canonical }) => {
          const one = (key: string) => (meta[key]?.length === 1 ? meta[key][0] : undefined);
          const expected = {
            'og:url': canonical,
            'og:title': title.replace(/(?<=.) · ML Deployment Field Guide$/, ''),
            'og:description': one('description'),
            'og:site_name': 'ML Deployment Field Guide',
            'og:locale': 'en_GB',
            'og:image:width': '1200',
            'og:image:height': '630',
            'twitter:card': 'summary_large_image',
            robots: 'max-image-preview:large',
          };
          return Object.entries(expected)
            .filter(([key, value]) => !value || one(key) !== value)
            .map(([key]) => `${key} is ${JSON.stringify(meta[key])}`);
        }),
      ).toEqual([]);
    });

    test('the dates of an entry are the same for search engines and for links, and in order', ({ said }) => {
      expect(
        wrong(said, ({ meta, nodes }) => {
          const [article] = ofType(nodes, 'TechArticle');
          const published = meta['article:published_time']?.[0];
          const modified = meta['article:modified_time']?.[0];
          const isSame =
            !article || (article['datePublished'] === published && article['dateModified'] === modified);
          const isIso = [published, modified].every(
            (date) => !date || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date),
          );
          const isInOrder = !published || !modified || published <= modified;
          return isSame && isIso && isInOrder ? [] : [`published ${published}, modified ${modified}`];
        }),
      ).toEqual([]);
    });

    test('every page names the manifest, the icons and the search, which answer', async ({
      said,
      request,
    }) => {
      const named = (said.get(site) ?? []).map(({ links }) =>
        ['icon', 'apple-touch-icon', 'manifest', 'search'].map(
          (relation) => links[relation]?.join(' ') ?? relation,
        ),
      );
      const [first = []] = named;

      expect(new Set(named.map((each) => each.join(' '))).size).toBe(1);
      for (const address of first.flatMap((each) => each.split(' '))) {
        expect(address).toMatch(new RegExp(`^${site.base}`));
        expect((await request.get(address)).status(), address).toBe(200);
      }
    });

    test('the manifest names the guide, icons of the size they say, and addresses that answer', async ({
      request,
    }) => {
      const answer = await request.get('./site.webmanifest');
      const manifest = (await answer.json()) as {
        name: string;
        short_name: string;
        start_url: string;
        scope: string;
        icons: { src: string; sizes: string; type: string; purpose: string }[];
      };

      expect(answer.headers()['content-type']).toContain('application/manifest+json');
      expect(manifest).toMatchObject({
        name: 'ML Deployment Field Guide',
        start_url: site.base,
        scope: site.base,
      });
      expect(manifest.short_name).not.toBe('');
      for (const { src, sizes, type } of manifest.icons) {
        const icon = await request.get(src);
        const bytes = await icon.body();
        expect(icon.headers()['content-type'], src).toBe(type);
        // A PNG says its width and height in its first chunk.
        expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
      }
      expect((await request.get(manifest.start_url)).status()).toBe(200);
    });

    test('browsers can search the guide by its OpenSearch description', async ({ page, request }) => {
      const text = await (await request.get('./opensearch.xml')).text();
      const { error, root, template, addresses } = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        return {
          error: parsed.querySelector('parsererror')?.textContent,
          root: `${parsed.documentElement.namespaceURI} ${parsed.documentElement.localName}`,
          template: parsed.querySelector('Url[type="text/html"]')?.getAttribute('template') ?? '',
          addresses: [
            ...[...parsed.querySelectorAll('Image')].map(({ textContent }) => textContent),
            parsed.querySelector('Url[rel=self]')?.getAttribute('template') ?? '',
          ],
        };
      }, text);

      expect(error).toBeUndefined();
      expect(root).toBe('http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription');
      for (const address of addresses)
        expect((await request.get(servedAt(site, address))).status(), address).toBe(200);
      await page.goto(servedAt(site, template.replace('{searchTerms}', encodeURIComponent('concept drift'))));
      await expect(page.getByRole('list', { name: 'Search results' }).getByRole('link').first()).toHaveText(
        'Concept drift',
      );
    });

    test('the home page offers the search to machines at an address that finds', async ({ said, page }) => {
      const home = (said.get(site) ?? []).find(({ path }) => path === site.base);
      const [action] = ofType(nodesIn(home?.nodes), 'SearchAction');
      const { urlTemplate } = action?.['target'] as { urlTemplate: string };
      await page.goto(servedAt(site, urlTemplate.replace('{search_term_string}', 'concept+drift')));

      await expect(page.getByRole('list', { name: 'Search results' }).getByRole('link').first()).toHaveText(
        'Concept drift',
      );
    });

    test('pages that nobody should find say so, and nothing else', async ({ browser }) => {
      const listed = new Set(pathsOf(site));
      const unlisted = readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.html'))
        .map(
          (file) =>
            site.base +
            file
              .split('\\')
              .join('/')
              .replace(/(^|\/)index\.html$/, '$1'),
        )
        .filter((path) => !listed.has(encodeURI(path)));
      const heads = await headsOf(browser, site, unlisted);

      expect(heads.map(({ path }) => path)).toContain(`${site.base}404.html`);
      expect(heads.filter(({ graphs }) => graphs.length > 0).map(({ path }) => path)).toEqual([]);
      expect(
        heads.filter(({ meta }) => !meta['robots']?.join().includes('noindex')).map(({ path }) => path),
      ).toEqual([]);
    });
  });

test('the colour that browsers give their frame is that of the paper, in both schemes', async ({
  page,
  request,
}) => {
  const { theme_color, background_color } = (await (await request.get('/site.webmanifest')).json()) as Record<
    string,
    string
  >;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/about/');
    const [paper, frame] = await page.evaluate((scheme) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      const bytesOf = (colour: string) => {
        if (!canvas) return '';
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].join();
      };
      const meta = document.querySelector(`meta[name=theme-color][media*=${scheme}]`);
      return [
        bytesOf(getComputedStyle(document.documentElement).backgroundColor),
        bytesOf(meta?.getAttribute('content') ?? ''),
      ];
    }, colorScheme);
    expect(frame).toBe(paper);
    if (colorScheme === 'light')
      expect([theme_color, background_color]).toEqual([
        await page.locator('meta[name=theme-color][media*=light]').getAttribute('content'),
        theme_color,
      ]);
  }
});
