import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { locateFrom } from '../../components/href.ts';
import { caseStudiesCsv } from '../../exports/case-studies-csv.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(caseStudiesCsv(await catalogue(), locateFrom(site)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
