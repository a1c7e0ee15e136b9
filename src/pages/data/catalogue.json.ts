import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { locateFrom } from '../../components/href.ts';
import { catalogueJson } from '../../exports/catalogue-json.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(catalogueJson(await catalogue(), locateFrom(site)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
