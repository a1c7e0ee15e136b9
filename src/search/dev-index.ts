import type { AstroIntegration } from 'astro';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/**
 * The file inside the index that an address means, as a path relative to the folder of the index.
 * @param address path and query of a request
 * @param base the site's base path, ending in a slash
 * @returns undefined when the address lies outside the index
 */
export function indexFileOf(address: string, base: string): string | undefined {
  const prefix = `${base.replace(/\/?$/, '/')}pagefind/`;
  const path = address.replace(/[?#].*$/s, '');
  if (!path.startsWith(prefix)) return undefined;
  const file = normalize(path.slice(prefix.length));
  return file === '.' || file.startsWith('..') ? undefined : file;
}

/** Astro integration: `astro dev` has no search index of its own, so it serves the one of the last build. */
export function lastSearchIndex(): AstroIntegration {
  let folder = '';
  let base = '/';
  return {
    name: 'last-search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = join(fileURLToPath(config.outDir), 'pagefind');
        base = config.base;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const file = indexFileOf(request.originalUrl ?? request.url ?? '', base);
          if (file === undefined) {
            next();
            return;
          }
          Promise.all([readFile(join(folder, file)), stat(join(folder, file))]).then(
            ([bytes, { mtime }]) => {
              response.setHeader('Content-Type', MEDIA_TYPES[extname(file)] ?? 'application/octet-stream');
              response.setHeader('Cache-Control', 'no-store');
              // The search page says how old the index is.
              response.setHeader('Last-Modified', mtime.toUTCString());
              response.end(bytes);
            },
            () => {
              response.statusCode = 404;
              response.end('no such file in the search index; "npm run build" makes one');
            },
          );
        });
      },
    },
  };
}
