import type { APIRoute, GetStaticPaths } from 'astro';
import { locateFrom } from '../../components/href.ts';
import { dataFiles } from '../../data.ts';
import { TABLES } from '../../exports/data-tables.ts';

export const getStaticPaths = (() =>
  Object.keys(TABLES).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<object, { name: string }> = async ({ params: { name }, site }) =>
  new Response((await dataFiles(locateFrom(site))).get(`${name}.csv`)?.body, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
