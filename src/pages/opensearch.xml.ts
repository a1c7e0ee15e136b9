import type { APIRoute } from 'astro';
import { locateFrom } from '../components/href.ts';
import { openSearchXml } from '../metadata/open-search.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(openSearchXml(locateFrom(site)), {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
