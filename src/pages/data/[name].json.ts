import type { APIRoute, GetStaticPaths } from 'astro';
import { locateFrom } from '../../components/href.ts';
import { dataFiles } from '../../data.ts';
import { DATA_NAMES } from '../../exports/data-json-schema.ts';

export const getStaticPaths = (() =>
  [...DATA_NAMES, 'references.csl'].map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<object, { name: string }> = async ({ params: { name }, site }) =>
  new Response((await dataFiles(locateFrom(site))).get(`${name}.json`)?.body, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
