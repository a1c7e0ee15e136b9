import type { APIRoute } from 'astro';
import { llmsText } from '../exports/llms.ts';
import { release } from '../release.ts';
import { guide } from '../twins.ts';

export const GET: APIRoute = async () =>
  new Response(llmsText(await guide(), release), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
