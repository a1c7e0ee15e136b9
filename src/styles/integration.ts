import type { AstroIntegration } from 'astro';
import { transform } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askedSheets, sheetsOf, type Sheets, type StylePart } from './one-sheet.ts';

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

/** The attribute by which Astro's compiler ties the elements of a component to its styles. */
const SCOPE = /data-astro-cid-([a-z0-9]{8})/g;

/** So many letters of a scope are kept: one more when two components have the same, which the build refuses. */
const LETTERS = 3;

/**
 * Astro integration: names the attributes of scoped styles in a few letters. They stand on nearly every element, and are a
 * twentieth of a page and of its styles even when compressed.
 */
export const shortScopes = (): AstroIntegration => ({
  name: 'short-scopes',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      if (command !== 'build') return;
      const wholeOf = new Map<string, string>();
      const short = (whole: string): string => {
        const name = `s${whole.slice(-LETTERS)}`;
        const known = wholeOf.get(name);
        if (known !== undefined && known !== whole)
          throw new Error(`two components would share the scope ${name}: LETTERS must be ${LETTERS + 1}`);
        wholeOf.set(name, whole);
        return name;
      };
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'short-scopes',
              // Only what the compiler made of components: what somebody wrote about is never touched.
              transform: {
                filter: { id: /\.astro(\?|$)/, code: /data-astro-cid-/ },
                handler: (code) => ({
                  code: code.replace(SCOPE, (_all, whole: string) => short(whole)),
                  map: null,
                }),
              },
            },
          ],
        },
      });
    },
  },
});

/** What the build before kept; nothing where there was none. */
function keptIn(file: URL): Sheets {
  try {
    const { partsOf, nameFor } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly partsOf: readonly [string, readonly StylePart[]][];
      readonly nameFor: readonly [string, string][];
    };
    return { partsOf: new Map(partsOf), nameFor: new Map(nameFor) };
  } catch {
    return { partsOf: new Map(), nameFor: new Map() };
  }
}

function keepIn(file: URL, { partsOf, nameFor }: Sheets): void {
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, JSON.stringify({ partsOf: [...partsOf], nameFor: [...nameFor] }));
}

/**
 * Astro integration: writes the style sheet of each kind of page, and takes those away that it was made of. Comes before
 * everything that reads the finished site.
 */
export const oneSheet = (): AstroIntegration => {
  let base = '/';
  let keep: URL;
  return {
    name: 'one-sheet',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        // Beside the pages that Astro keeps: who throws one away throws the other away too.
        keep = new URL('style-sheets.json', config.cacheDir);
      },
      'astro:build:done': async ({ dir, pages }) => {
        const site = fileURLToPath(dir);
        const textOf = (part: StylePart) =>
          'text' in part ? part.text : readFileSync(join(site, part.address.slice(base.length)), 'utf8');
        const sheets = sheetsOf(
          pages.map(({ pathname }) => pathname),
          askedSheets,
          keptIn(keep),
        );
        const made = await Promise.all(
          [...sheets.partsOf].map(async ([name, parts]) => {
            const { code } = await transform(parts.map(textOf).join('\n'), { loader: 'css', minify: true });
            return [name, code] as const;
          }),
        );
        const folder = join(site, '_astro');
        for (const name of readdirSync(folder)) if (name.endsWith('.css')) rmSync(join(folder, name));
        for (const [name, text] of made) writeFileSync(join(folder, name), text);
        keepIn(keep, sheets);
      },
    },
  };
};
