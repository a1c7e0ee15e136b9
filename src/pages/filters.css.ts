import type { APIRoute } from 'astro';
import { catalogue } from '../catalogue.ts';
import { filters, filterStyles } from '../model/filters.ts';

export const GET: APIRoute = async () =>
  new Response(filterStyles(Object.values(filters((await catalogue()).workflow.stages))), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
