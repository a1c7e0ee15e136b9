import { defineMiddleware } from 'astro:middleware';
import { catalogue, redirects } from './catalogue.ts';
import { href } from './components/href.ts';
import { withOldAnchors } from './model/old-anchors.ts';
import { oldAnchorsOf } from './model/redirects.ts';
import { pageTitles } from './model/site-pages.ts';

const ID = / id="([^"]+)"/g;

/** Puts old anchors into the finished pages, so that no part of a page has to know of them. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const address = url.pathname.slice(href('/').length - 1);
  const ids = new Set(Array.from(html.matchAll(ID), ([, id = '']) => id));
  const old = oldAnchorsOf(address, ids, await redirects());
  if (old.renamed.length + old.moved.length === 0) return new Response(html, response);
  const titles = old.moved.length > 0 ? pageTitles(await catalogue()) : new Map<string, string>();
  const link = (to: string) => ({
    href: href(to),
    title: titles.get(to) ?? titles.get(to.replace(/#.*$/, '')) ?? to,
  });
  return new Response(withOldAnchors(html, old, link), response);
});
