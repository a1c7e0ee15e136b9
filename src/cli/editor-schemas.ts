import type { AstroIntegration } from 'astro';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { FRONT_MATTER_NAMES, jsonSchemaOf, namesOf, SCHEMA_NAMES } from '../exports/json-schema.ts';
import { fileSlug } from '../model/file-slug.ts';
import { Workflow } from '../schema/workflow.ts';

/** Where the Astro extension looks for the schemas of front matter, and for the list of files that have one. */
const COLLECTIONS_FOLDER = '.astro/collections';

/** Astro writes schemas of its own into that folder, which know no slugs; ours have other names, so both can stay. */
const collectionOf = (name: string) => `guide-${name}`;

/** Writes a file in one go, since an editor may read it at any moment. */
function writeWhole(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value, undefined, 2));
  renameSync(`${file}.new`, file);
}

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => join(folder, file))
    .toSorted();

/** An entry's title, read from its line alone; the slug where there is none yet, since somebody is writing it. */
function titled(file: string): { id: string; data: { title: string } } {
  const id = fileSlug(file);
  const line = /^title:.*$/m.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
  try {
    const { title } = parse(line) as { title?: unknown };
    return { id, data: { title: typeof title === 'string' ? title : id } };
  } catch {
    return { id, data: { title: id } };
  }
}

/**
 * Writes the JSON Schemas that editors check and complete content with, slugs included, as `.vscode/settings.json`
 * and the Astro extension find them. While the workflow cannot be read, those of before stay.
 * @param root the folder of the project
 */
export function writeEditorSchemas(root: string): void {
  const content = resolve(root, 'content');
  const folder = resolve(root, COLLECTIONS_FOLDER);
  const workflow = Workflow.safeParse(parse(readFileSync(join(content, 'workflow.yaml'), 'utf8')));
  if (!workflow.success) return;
  const titledIn = (name: string) => textsIn(join(content, name)).map(titled);
  const names = namesOf({
    workflow: workflow.data,
    challenges: titledIn('challenges'),
    mitigations: titledIn('mitigations'),
    tools: titledIn('tools'),
    approaches: titledIn('approaches'),
    caseStudies: titledIn('case-studies'),
  });
  mkdirSync(folder, { recursive: true });
  for (const name of SCHEMA_NAMES)
    writeWhole(join(folder, `${collectionOf(name)}.schema.json`), jsonSchemaOf(name, names));
  writeWhole(join(folder, 'collections.json'), {
    collections: FRONT_MATTER_NAMES.map((name) => ({ hasSchema: true, name: collectionOf(name) })),
    entries: Object.fromEntries(
      FRONT_MATTER_NAMES.flatMap((name) =>
        textsIn(join(content, name)).map((file) => [
          // The extension asks in lower case.
          pathToFileURL(file).href.toLowerCase(),
          collectionOf(name),
        ]),
      ),
    ),
  });
}

/** Milliseconds after an edit until the schemas are written: first comes the page that somebody waits for. */
const AFTER_EDIT = 3000;

/** Astro integration: keeps the schemas for editors in step with the schemas and the content, slugs included. */
export function editorSchemas(): AstroIntegration {
  let timer: NodeJS.Timeout | undefined;
  const write = (warn: (message: string) => void) => {
    try {
      writeEditorSchemas('.');
    } catch (error) {
      // Editors then complete what was there before; nothing else depends on it.
      warn(`the schemas for editors were not written: ${(error as Error).message}`);
    }
  };
  return {
    name: 'editor-schemas',
    hooks: {
      'astro:config:done': ({ logger }) => {
        write((message) => logger.warn(message));
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.on('all', (_event, file) => {
          if (!resolve(file).startsWith(`${resolve('content')}${sep}`)) return;
          clearTimeout(timer);
          timer = setTimeout(() => write((message) => logger.warn(message)), AFTER_EDIT);
        });
      },
    },
  };
}
