import type { APIRoute } from 'astro';
import { locateFrom } from '../../components/href.ts';
import { dataResponse } from '../../data.ts';

export const GET: APIRoute = ({ site }) =>
  dataResponse('references.bib', 'application/x-bibtex; charset=utf-8', locateFrom(site));
