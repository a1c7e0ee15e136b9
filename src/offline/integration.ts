import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { pathOfFile, roleOf } from './files.ts';
import { extentOf, filesInWords, listOf, sizeInWords, type CopyList, type ListedFile } from './list.ts';

/** The page that offers the copy, and where it tells how large one is. */
const PAGE = 'offline/index.html';
const SIZE = /(<span data-copy-size[^>]*>)[^<]*(<\/span>)/;

/** What hosts make of a file; the fastest level, so that they send a little less. */
const compressedBytes = (bytes: Uint8Array): number => gzipSync(bytes, { level: 1 }).length;

/** To compress every file takes longer than to write them; one of so many tells about how much all of them take. */
const SAMPLED = 8;

/** The hash that `hashOf` gives, without a turn of the event loop for each of thousands of files. */
const hashOfFile = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest().subarray(0, 12).toString('base64url');

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
const keptFilesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => roleOf(pathOfFile(file)) !== undefined)
    .toSorted();

/** Writes into the page what a copy takes. @throws when it has no place for it */
function tellSize(folder: string, text: string): Buffer {
  const file = join(folder, PAGE);
  const page = readFileSync(file, 'utf8');
  if (!SIZE.test(page)) throw new Error(`${PAGE} has no place for the size of the copy`);
  const filled = Buffer.from(page.replace(SIZE, (_all, start: string, end: string) => start + text + end));
  writeFileSync(file, filled);
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
      writeFileSync(join(folder, 'offline-worker.js'), await workerScript(isOff ? 'farewell' : 'worker'));
      if (isOff) {
        tellSize(folder, 'this site offers no copy at present.');
        return;
      }
      const listed = (file: string, bytes: Buffer): ListedFile => [
        pathOfFile(file),
        hashOfFile(bytes),
        bytes.length,
      ];
      const sample = { bytes: 0, compressed: 0 };
      const files = keptFilesIn(folder).map((name, i) => {
        const bytes = readFileSync(join(folder, name));
        if (i % SAMPLED === 0) {
          sample.bytes += bytes.length;
          sample.compressed += compressedBytes(bytes);
        }
        return listed(name, bytes);
      });
      const extent = extentOf(files);
      const sent = (extent.bytes * sample.compressed) / sample.bytes;
      const size = `${filesInWords(extent.files)}, ${sizeInWords(extent.bytes)} on the device, about ${sizeInWords(sent)} to fetch where the host compresses.`;
      const page = listed(PAGE, tellSize(folder, size));
      const list = await listOf(release, [...files.filter(([path]) => path !== page[0]), page]);
      writeFileSync(join(folder, 'offline.json'), JSON.stringify(list));
      logger.info(size);
    },
  },
});
