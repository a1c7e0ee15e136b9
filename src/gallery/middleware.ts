import { defineMiddleware } from 'astro:middleware';
import { href } from '../components/href.ts';
import { askForSheet, withOneSheet } from '../styles/one-sheet.ts';

/** Gives the gallery one style sheet where it is built by itself, as every page of the guide has one. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  const html = withOneSheet(await response.text(), (parts) =>
    href(`/_astro/${askForSheet(url.pathname, parts)}`),
  );
  return new Response(html, response);
});
