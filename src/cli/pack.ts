import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSchema } from '../exports/data-json-schema.ts';
import { packageFiles } from '../exports/package-files.ts';
import { buildSite } from './build.ts';
import { Failure, runMain } from './failure.ts';

/** The folder that package.json hands out. */
const PACKAGE = 'dist-package';

/** The files of a folder that other software can read: all but pages, without those of folders in it. */
const filesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && !entry.name.endsWith('.html') ? [entry.name] : [],
  );

/**
 * Gathers the package: the data of a built site, a module and its types.
 * @param site the folder of the site
 * @throws Failure when there is no data in it
 */
async function gather(site: string): Promise<void> {
  const data = join(site, 'data');
  const jsonOf = (name: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(data, name), 'utf8'));
    } catch {
      throw new Failure(`${join(data, name)} is missing or damaged: build the site first`);
    }
  };
  const files = await packageFiles(
    jsonOf('catalogue.json') as Parameters<typeof packageFiles>[0],
    jsonOf('schema/catalogue.json') as DataSchema,
  );
  const given = filesIn(data);
  // Schemas of what contributors type describe no file of the package.
  const schemas = filesIn(join(data, 'schema')).filter((name) => given.includes(name));
  rmSync(PACKAGE, { recursive: true, force: true });
  for (const path of [...given, ...schemas.map((name) => join('schema', name))])
    cpSync(join(data, path), join(PACKAGE, path));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(PACKAGE, path)), { recursive: true });
    writeFileSync(join(PACKAGE, path), text);
  }
}

/** Builds the site, unless one is named that is built already, and gathers the package from it; gives the exit status. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { site: { type: 'string' } } });
  if (values.site === undefined && !(await buildSite())) return 1;
  await gather(values.site ?? 'dist');
  if (values.site === undefined && process.env['SITE_URL'] === undefined)
    console.log('Addresses in the data lead to this machine: set SITE_URL to where the guide lives.');
  return 0;
}

if (import.meta.main) await runMain(main);
