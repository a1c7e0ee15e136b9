import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../../catalogue.ts';
import { locateFrom } from '../../../components/href.ts';
import { DATA_NAMES, dataSchemaOf, isDataName } from '../../../exports/data-json-schema.ts';
import { contentSchemaOf, SCHEMA_NAMES } from '../../../exports/json-schema.ts';

/** Those of the content that share no name with a file of the data answer here too, as they did first. */
const NAMES = [...DATA_NAMES, ...SCHEMA_NAMES.filter((name) => !isDataName(name))];

export const getStaticPaths = (() => NAMES.map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<object, { name: string }> = async ({ params: { name }, site }) => {
  const locate = locateFrom(site);
  const schema = isDataName(name)
    ? dataSchemaOf(name, locate(`/data/schema/${name}.json`))
    : contentSchemaOf(name, await catalogue(), locate);
  return new Response(`${JSON.stringify(schema, undefined, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
};
