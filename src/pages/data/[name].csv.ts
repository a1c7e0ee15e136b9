import type { APIRoute, GetStaticPaths } from 'astro';
import { locateFrom } from '../../components/href.ts';
import { dataResponse } from '../../data.ts';
import { TABLES } from '../../exports/data-tables.ts';

export const getStaticPaths = (() =>
  Object.keys(TABLES).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<object, { name: string }> = ({ params: { name }, site }) =>
  dataResponse(`${name}.csv`, 'text/csv; charset=utf-8; header=present', locateFrom(site));
