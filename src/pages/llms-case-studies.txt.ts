import type { APIRoute } from 'astro';
import { caseStudiesText } from '../exports/llms.ts';
import { streamOf } from '../exports/pieces.ts';
import { guide } from '../twins.ts';

export const GET: APIRoute = async () => {
  const told = await guide();
  return new Response(
    streamOf(() => caseStudiesText(told)),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
};
