import type { APIRoute } from 'astro';
import { fullText } from '../exports/llms.ts';
import { streamOf } from '../exports/pieces.ts';
import { guide } from '../twins.ts';

export const GET: APIRoute = async () => {
  const told = await guide();
  return new Response(
    streamOf(() => fullText(told)),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
};
