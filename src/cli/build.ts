import { build, type AstroIntegration } from 'astro';
import { rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { codeOf, KEPT_BY_ASTRO, noteCode, notedCode } from './code.ts';
import { editorSchemas } from './editor-schemas.ts';
import { Failure, runMain } from './failure.ts';
import { repository } from '../repository.ts';
import { REPORTERS } from './reporters.ts';
import { KEPT_REFERENCES } from '../kept-references.ts';
import { KEPT_IMAGES } from '../social/kept.ts';
import { askedSheets } from '../styles/one-sheet.ts';

/** What a build can be told. */
export interface BuildOptions {
  /** The folder to write; dist when left out. */
  readonly outDir?: string | undefined;
  /** Forget what earlier builds have kept. */
  readonly force?: boolean | undefined;
}

/** Astro integration: says what the build is at, and how many pages there are and how many of them were made now. */
const progress = (written: (pages: number, made: number) => void): AstroIntegration => ({
  name: 'build-progress',
  hooks: {
    'astro:build:start': () => {
      console.log('Building the pages…');
    },
    'astro:build:generated': () => {
      console.log('Building the search index…');
    },
    'astro:build:done': ({ pages }) => {
      written(pages.length, askedSheets.nameFor.size);
    },
  },
});

/**
 * Checks the content, then builds the site with its search index.
 * @returns false when the content has slips: they are printed, and nothing is built
 */
export async function buildSite({ outDir = 'dist', force = false }: BuildOptions = {}): Promise<boolean> {
  const start = performance.now();
  const site = process.env['SITE_URL'];
  if (site !== undefined && !/^https?:$/.test(URL.parse(site)?.protocol ?? ''))
    throw new Failure(`SITE_URL is "${site}": it must be an address such as https://guide.example`);
  console.log('Checking the content…');
  const { slips, files } = check([]);
  if (slips.length > 0) {
    console.error(
      REPORTERS[process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text'](
        slips,
        files,
        repository?.read('CONTRIBUTING.md'),
      ),
    );
    console.error('The content has slips: nothing was built.');
    return false;
  }
  if (force) rmSync(KEPT_IMAGES, { recursive: true, force: true });
  const code = codeOf('.');
  if (force || notedCode('.') !== code)
    for (const path of [KEPT_BY_ASTRO, KEPT_REFERENCES]) rmSync(path, { recursive: true, force: true });
  let pages = 0;
  let taken = 0;
  await build({
    logLevel: 'warn',
    outDir,
    integrations: [
      progress((all, made) => {
        pages = all;
        taken = all - made;
      }),
      editorSchemas(),
    ],
    vite: {
      define: { 'import.meta.env.CONTENT_IS_PROVED': 'true' },
      build: {
        rolldownOptions: {
          // Astro marks each MDX file with a directive of its own, and the bundler warns of each: of no use to anyone.
          onLog: (level, log, print) => {
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
          },
        },
      },
    },
  });
  noteCode('.', code);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const before = taken > 0 ? `, ${taken} of them as they were,` : '';
  console.log(
    `Built ${pages} pages${before} into ${relative('.', resolve(outDir)) || '.'}/ in ${seconds} s.`,
  );
  return true;
}

/** Runs the command; gives its exit status. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { outDir: { type: 'string' }, force: { type: 'boolean' } } });
  return (await buildSite(values)) ? 0 : 1;
}

if (import.meta.main) await runMain(main);
