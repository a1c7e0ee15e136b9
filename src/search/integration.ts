import type { AstroIntegration } from 'astro';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';
import { inStableOrder } from './stable-index.ts';

/** Astro integration: builds the full-text index of the finished pages into `pagefind/`. */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const { index, errors } = await createIndex({ forceLanguage: 'en' });
      if (!index) throw new Error(`the search index could not be started: ${errors.join('; ')}`);
      const added = await index.addDirectory({ path: folder });
      const made = await index.getFiles();
      await close();
      const failures = [...added.errors, ...made.errors];
      if (failures.length > 0) throw new Error(`the search index could not be built: ${failures.join('; ')}`);
      for (const { path, content } of inStableOrder(made.files)) {
        const file = join(folder, 'pagefind', path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
      logger.info(`${added.page_count} pages indexed for search`);
    },
  },
});
