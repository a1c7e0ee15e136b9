import type { APIRoute } from 'astro';
import { locateFrom } from '../../components/href.ts';
import { dataFiles } from '../../data.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response((await dataFiles(locateFrom(site))).get('references.bib')?.body, {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
