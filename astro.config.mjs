import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { gallery } from './src/gallery/integration.ts';
import { dates } from './src/history.ts';
import { headersForHosts } from './src/hosts/integration.ts';
import { markdownProcessor } from './src/markdown/processor.ts';
import { lastChanged } from './src/model/last-changed.ts';
import { redirectTable } from './src/model/redirects.ts';
import { offlineCopy } from './src/offline/integration.ts';
import { release } from './src/release.ts';
import { lastSearchIndex } from './src/search/dev-index.ts';
import { Glossary } from './src/schema/glossary.ts';
import { oneScript } from './src/scripts/integration.ts';
import { searchIndex } from './src/search/integration.ts';
import { oneSheet, shortScopes, styleOrder } from './src/styles/integration.ts';

const site = process.env.SITE_URL ?? 'http://localhost:4321';
const base = `/${(process.env.BASE_PATH ?? '/').split('/').filter(Boolean).join('/')}/`.replace('//', '/');
const glossary = Glossary.parse(parse(readFileSync('content/glossary.yaml', 'utf8')) ?? []);
const redirects = redirectTable(parse(readFileSync('content/redirects.yaml', 'utf8')) ?? {});
/** The path of a page from the root of the site. */
const pathOf = (address) => new URL(address).pathname.slice(base.length - 1);
const changed = lastChanged(dates);

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  // Lossless: Astro 7's default drops a line break between words and a link, so that sentences run together.
  compressHTML: true,
  integrations: [
    styleOrder(),
    mdx({ optimize: true }),
    oneSheet(),
    shortScopes(),
    oneScript(),
    headersForHosts(),
    sitemap({
      filter: (page) => pathOf(page) !== '/offline/missing/' && !(pathOf(page) in redirects),
      serialize: (item) => {
        const lastmod = changed.get(pathOf(item.url));
        return lastmod === undefined ? item : { ...item, lastmod };
      },
    }),
    searchIndex(),
    // After everything that writes files which pages need.
    offlineCopy(release, process.env.OFFLINE_COPY === 'off'),
    lastSearchIndex(),
    gallery(),
  ],
  // Styles and scripts are files, sent once, and pages need no leave for inline ones.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  // Pages say what they are made of; those of which nothing changed are taken from the build before.
  experimental: { incrementalBuild: true },
  markdown: { syntaxHighlight: false, processor: markdownProcessor({ base, terms: glossary }) },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Literata',
      cssVariable: '--font-prose',
      fallbacks: ['Georgia', 'serif'],
      options: {
        variants: [400, 600].map((weight) => ({
          weight,
          style: 'normal',
          // Where it comes late, the page keeps the typeface that it has: no line may break anew under the reader's eyes.
          display: 'optional',
          src: [`./node_modules/@fontsource/literata/files/literata-latin-${weight}-normal.woff2`],
        })),
      },
    },
  ],
});
