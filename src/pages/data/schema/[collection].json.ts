import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../../catalogue.ts';
import { locateFrom } from '../../../components/href.ts';
import { jsonSchemaOf, namesOf, SCHEMA_NAMES } from '../../../exports/json-schema.ts';

export const getStaticPaths = (() =>
  SCHEMA_NAMES.map((collection) => ({ params: { collection } }))) satisfies GetStaticPaths;

export const GET: APIRoute<object, { collection: string }> = async ({ params: { collection }, site }) => {
  const schema = {
    $id: locateFrom(site)(`/data/schema/${collection}.json`),
    ...jsonSchemaOf(collection, namesOf(await catalogue())),
  };
  return new Response(`${JSON.stringify(schema, undefined, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
};
