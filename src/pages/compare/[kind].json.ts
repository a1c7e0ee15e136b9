import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { comparedIndex } from '../../exports/side-by-side-json.ts';
import { inBookQuotes } from '../../model/book-quotes.ts';
import { COMPARABLE, type Comparable } from '../../model/side-by-side.ts';

export const getStaticPaths = (() =>
  COMPARABLE.map((kind) => ({ params: { kind } }))) satisfies GetStaticPaths;

/** What can be chosen of a kind to be set side by side. */
export const GET: APIRoute<never, { kind: Comparable }> = async ({ params: { kind } }) =>
  Response.json(inBookQuotes(comparedIndex(kind, await catalogue())));
