import type { AstroIntegration } from 'astro';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';
import { idsOf, pagesOf, wordCountsOf } from './extras.ts';
import { inStableOrder, type IndexFile } from './stable-index.ts';

const jsonFile = (path: string, value: unknown): IndexFile => ({
  path,
  content: Buffer.from(JSON.stringify(value)),
});

/** Astro integration: builds the full-text index of the finished pages into `pagefind/`, with two lists beside it. */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const { index, errors } = await createIndex({
        forceLanguage: 'en',
        // Nobody searches for a line of code or the number of a reference, and they make poor excerpts.
        excludeSelectors: ['pre', 'sup.citation'],
      });
      if (!index) throw new Error(`the search index could not be started: ${errors.join('; ')}`);
      const added = await index.addDirectory({ path: folder });
      const made = await index.getFiles();
      await close();
      const failures = [...added.errors, ...made.errors];
      if (failures.length > 0) throw new Error(`the search index could not be built: ${failures.join('; ')}`);
      const pages = pagesOf(made.files);
      const files = [
        ...inStableOrder(made.files),
        jsonFile('ids.json', idsOf(pages)),
        jsonFile('words.json', wordCountsOf(pages)),
      ];
      for (const { path, content } of files) {
        const file = join(folder, 'pagefind', path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
      logger.info(`${added.page_count} pages indexed for search`);
    },
  },
});
