import type { APIRoute } from 'astro';
import { caseStudiesText } from '../exports/llms.ts';
import { guide } from '../twins.ts';

export const GET: APIRoute = async () =>
  new Response(caseStudiesText(await guide()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
