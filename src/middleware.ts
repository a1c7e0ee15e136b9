import { defineMiddleware } from 'astro:middleware';
import { catalogue, redirects } from './catalogue.ts';
import { href } from './components/href.ts';
import { withBookQuotes } from './model/book-quotes.ts';
import { withOldAnchors } from './model/old-anchors.ts';
import { oldAnchorsOf } from './model/redirects.ts';
import { pageTitles } from './model/site-pages.ts';
import { askForSheet, withOneSheet } from './styles/one-sheet.ts';

const ID = / id="([^"]+)"/g;

/** A page with the anchors that it had before, so that no part of a page has to know of them. */
async function anchored(html: string, address: string): Promise<string> {
  const ids = new Set(Array.from(html.matchAll(ID), ([, id = '']) => id));
  const old = oldAnchorsOf(address, ids, await redirects());
  if (old.renamed.length + old.moved.length === 0) return html;
  const titles = old.moved.length > 0 ? pageTitles(await catalogue()) : new Map<string, string>();
  const link = (to: string) => ({
    href: href(to),
    title: titles.get(to) ?? titles.get(to.replace(/#.*$/, '')) ?? to,
  });
  return withOldAnchors(html, old, link);
}

/** The page with one style sheet; `npm run dev` leaves it those that it swaps while somebody edits them. */
const styled = (html: string, address: string): string =>
  import.meta.env.PROD ? withOneSheet(html, (parts) => href(`/_astro/${askForSheet(address, parts)}`)) : html;

/** Finishes pages. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const address = url.pathname.slice(href('/').length - 1);
  return new Response(styled(withBookQuotes(await anchored(html, address)), address), response);
});
