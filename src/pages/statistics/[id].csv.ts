import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { locateFrom } from '../../components/href.ts';
import { figureCsv } from '../../exports/figure-csv.ts';
import { statisticsOf } from '../../model/statistics.ts';
import type { Figure } from '../../model/figure.ts';

export const getStaticPaths = (async () =>
  Object.values<Figure>(statisticsOf(await catalogue())).map((figure) => ({
    params: { id: figure.id },
    props: { figure },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ figure: Figure }> = ({ props, site }) =>
  new Response(figureCsv(props.figure, locateFrom(site)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
