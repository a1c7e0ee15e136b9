import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { pathOfFile, roleOf } from './files.ts';
import {
  extentOf,
  filesInWords,
  hashOf,
  listOf,
  sizeInWords,
  type CopyList,
  type ListedFile,
} from './list.ts';

/** The page that offers the copy, and where it tells how large one is. */
const PAGE = 'offline/index.html';
const SIZE = /(<span data-copy-size[^>]*>)[^<]*(<\/span>)/;

const compressed = promisify(gzip);

/**
 * A service worker as one script that any browser with service workers runs.
 * @param name `worker`, or `farewell` for the one that removes copies
 */
export async function workerScript(name: 'worker' | 'farewell'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`worker/${name}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Files of a built site that belong to a copy, as paths inside its folder, sorted. */
const keptFilesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => roleOf(pathOfFile(file)) !== undefined)
    .toSorted();

/** Writes into the page what a copy takes. @throws when it has no place for it */
async function tellSize(folder: string, text: string): Promise<Buffer<ArrayBuffer>> {
  const file = join(folder, PAGE);
  const page = await readFile(file, 'utf8');
  if (!SIZE.test(page)) throw new Error(`${PAGE} has no place for the size of the copy`);
  const filled = Buffer.from(page.replace(SIZE, (_all, start: string, end: string) => start + text + end));
  await writeFile(file, filled);
  return filled;
}

/**
 * Astro integration: writes `offline-worker.js`, and `offline.json` with all files of a copy; tells the page that offers
 * it how large one is. Comes after whatever else writes files that pages need, such as the search index.
 * @param isOff offers no copy, and removes those that readers have: the way out when a worker has gone wrong
 */
export const offlineCopy = (release: Omit<CopyList, 'id' | 'files'>, isOff: boolean): AstroIntegration => ({
  name: 'offline-copy',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      await writeFile(join(folder, 'offline-worker.js'), await workerScript(isOff ? 'farewell' : 'worker'));
      if (isOff) {
        await tellSize(folder, 'this site offers no copy at present.');
        return;
      }
      const listed = async (file: string, bytes: Buffer<ArrayBuffer>): Promise<ListedFile> => [
        pathOfFile(file),
        await hashOf(bytes),
        bytes.length,
      ];
      const names = (await keptFilesIn(folder)).values();
      const files: ListedFile[] = [];
      let sent = 0;
      // A few at a time: a large guide does not fit into memory.
      const lane = async () => {
        for (const name of names) {
          const bytes = await readFile(join(folder, name));
          files.push(await listed(name, bytes));
          // The fastest level: hosts send a little less.
          const { length } = await compressed(bytes, { level: 1 });
          sent += length;
        }
      };
      await Promise.all(Array.from({ length: 8 }, lane));
      const extent = extentOf(files);
      const size = `${filesInWords(extent.files)}, ${sizeInWords(extent.bytes)} on the device, about ${sizeInWords(sent)} to fetch where the host compresses.`;
      const page = await listed(PAGE, await tellSize(folder, size));
      const list = await listOf(release, [...files.filter(([path]) => path !== page[0]), page]);
      await writeFile(join(folder, 'offline.json'), JSON.stringify(list));
      logger.info(size);
    },
  },
});
