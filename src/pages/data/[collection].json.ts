import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { locateFrom } from '../../components/href.ts';
import { collectionJson, LIST_NAMES } from '../../exports/catalogue-json.ts';

export const getStaticPaths = (() =>
  LIST_NAMES.map((collection) => ({ params: { collection } }))) satisfies GetStaticPaths;

export const GET: APIRoute<object, { collection: string }> = async ({ params, site }) =>
  new Response(collectionJson(params.collection, await catalogue(), locateFrom(site)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
