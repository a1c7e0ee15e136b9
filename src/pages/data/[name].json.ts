import type { APIRoute, GetStaticPaths } from 'astro';
import { locateFrom } from '../../components/href.ts';
import { dataResponse } from '../../data.ts';
import { DATA_NAMES } from '../../exports/data-json-schema.ts';

export const getStaticPaths = (() =>
  [...DATA_NAMES, 'references.csl'].map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<object, { name: string }> = ({ params: { name }, site }) =>
  dataResponse(`${name}.json`, 'application/json; charset=utf-8', locateFrom(site));
