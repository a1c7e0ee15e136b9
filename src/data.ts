import { catalogue, references } from './catalogue.ts';
import { dataFilesOf, type DataFile } from './exports/data-files.ts';
import type { Locate } from './exports/catalogue-json.ts';
import { streamOf } from './exports/pieces.ts';
import { datesOf } from './history.ts';
import { release } from './release.ts';

let made: Promise<ReadonlyMap<string, DataFile>> | undefined;

/**
 * Every file under `/data/`, the schemas aside; made once a build.
 * @param locate gives full addresses; the same in all of a build
 */
export const dataFiles = (locate: Locate) => (import.meta.env.PROD ? (made ??= make(locate)) : make(locate));

const make = async (locate: Locate) =>
  dataFilesOf(await catalogue(), { locate, release, datesOf, texts: (await references()).texts });

/**
 * A file under `/data/` as the answer of an endpoint, made as it is read.
 * @throws Error when there is none of that name
 */
export async function dataResponse(name: string, type: string, locate: Locate): Promise<Response> {
  const file = (await dataFiles(locate)).get(name);
  if (!file) throw new Error(`there is no file "${name}" under /data/`);
  return new Response(streamOf(file.pieces), { headers: { 'Content-Type': type } });
}
