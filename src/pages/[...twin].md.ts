import type { APIRoute, GetStaticPaths } from 'astro';
import { twinsOf, twinText } from '../exports/twin-pages.ts';
import { guide } from '../twins.ts';

export const getStaticPaths = (async () =>
  [...twinsOf(await guide()).keys()].map((twin) => ({ params: { twin } }))) satisfies GetStaticPaths;

export const GET: APIRoute<object, { twin: string }> = async ({ params: { twin } }) =>
  new Response(twinText(twin, await guide()), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
