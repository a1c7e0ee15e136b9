import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../../../catalogue.ts';
import { locateFrom } from '../../../../components/href.ts';
import { contentSchemaOf, SCHEMA_NAMES } from '../../../../exports/json-schema.ts';

export const getStaticPaths = (() =>
  SCHEMA_NAMES.map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<object, { name: string }> = async ({ params: { name }, site }) =>
  new Response(
    `${JSON.stringify(contentSchemaOf(name, await catalogue(), locateFrom(site)), undefined, 2)}\n`,
    { headers: { 'Content-Type': 'application/schema+json; charset=utf-8' } },
  );
