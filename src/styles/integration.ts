import type { AstroIntegration } from 'astro';
import { transform } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askedSheets, type StylePart } from './one-sheet.ts';

/**
 * Astro integration: loads the style sheet that fixes the order of the layers before any component's own styles.
 * Without it, a page that imports a component before its layout would make `components` the lowest layer.
 */
export const styleOrder = (): AstroIntegration => ({
  name: 'style-order',
  hooks: {
    'astro:config:setup': ({ injectScript }) => injectScript('page-ssr', "import '/src/styles/index.css';"),
  },
});

/**
 * Astro integration: writes the style sheet of each kind of page, and takes those away that it was made of. Comes before
 * everything that reads the finished site.
 */
export const oneSheet = (): AstroIntegration => {
  let base = '/';
  return {
    name: 'one-sheet',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const textOf = (part: StylePart) =>
          'text' in part ? part.text : readFileSync(join(site, part.address.slice(base.length)), 'utf8');
        const made = await Promise.all(
          [...askedSheets].map(async ([name, parts]) => {
            const { code } = await transform(parts.map(textOf).join('\n'), { loader: 'css', minify: true });
            return [name, code] as const;
          }),
        );
        const folder = join(site, '_astro');
        for (const name of readdirSync(folder)) if (name.endsWith('.css')) rmSync(join(folder, name));
        for (const [name, text] of made) writeFileSync(join(folder, name), text);
      },
    },
  };
};
