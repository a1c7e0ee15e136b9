import type { AstroIntegration } from 'astro';

/** The module by which Vite loads scripts that are asked for later. */
const VITE_HELPER = /^\0vite\/preload-helper\.js$/;

/**
 * The same in as little as this guide needs: what a script imports is fetched beside it, not after it. Vite's own also
 * waits for style sheets, of which no script here has any, and takes 1.7 kB on every page.
 */
const helper = (base: string) => `const asked = new Set();
export const __vitePreload = (load, files = []) => {
  for (const file of files) {
    if (asked.has(file)) continue;
    asked.add(file);
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: ${JSON.stringify(base)} + file }));
  }
  return load();
};`;

/** Astro integration: puts what every page runs into one file, so that a page asks for one script. */
export const oneScript = (): AstroIntegration => ({
  name: 'one-script',
  hooks: {
    'astro:config:setup': ({ config, updateConfig }) => {
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'lean-preload',
              enforce: 'pre',
              load: { filter: { id: VITE_HELPER }, handler: () => helper(config.base) },
            },
          ],
          environments: {
            client: {
              build: {
                rolldownOptions: {
                  output: {
                    entryFileNames: ({ name }) => `_astro/${name.replace(/\.astro_.*$/, '')}.[hash].js`,
                    codeSplitting: {
                      groups: [
                        {
                          name: 'page',
                          test: /preload-helper|src\/islands\/(site|search-dialog|copy-text|section-read|heading-address|reference-opener|plain-click)\.ts|model\/section-read\.ts|SearchDialog\.astro/,
                        },
                      ],
                    },
                  },
                },
              },
            },
          },
        },
      });
    },
  },
});
