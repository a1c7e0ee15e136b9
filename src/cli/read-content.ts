import { z } from 'astro/zod';
import { existsSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { worksFromBibtex } from '../model/bibliography.ts';
import type { Entry } from '../model/catalogue.ts';
import { COLLECTIONS, isEntryKind, KINDS_OF_ENTRY } from '../model/collections.ts';
import { fileSlug } from '../model/file-slug.ts';
import type { Work } from '../model/references.ts';
import { decoded } from '../reading/bytes.ts';
import { tooLarge } from '../reading/check-case-study.ts';
import {
  apartFrom,
  entryOf,
  fileNameSlip,
  MOST_BYTES,
  readEntryText,
  readYamlText,
  slipOf as slipIn,
} from '../reading/entry.ts';
import { linesOf, placeIn, type Source } from '../reading/places.ts';
import { explanationOf, type Slip } from '../reading/slip.ts';
import type { Content, Finding, Part, Unread } from '../rules/rule.ts';
import { Asked } from '../schema/asked.ts';
import { Glossary } from '../schema/glossary.ts';
import { SCHEMAS } from '../schema/index.ts';
import { Paths } from '../schema/paths.ts';
import { Redirects } from '../schema/redirects.ts';
import { Review } from '../schema/review.ts';
import { Symptoms } from '../schema/symptoms.ts';
import { Synonyms } from '../schema/synonyms.ts';
import { ToolGroup } from '../schema/tool-group.ts';
import { Workflow } from '../schema/workflow.ts';

/** What reading the content folder gives: all that could be read, the slips met on the way, and a way to place findings. */
export interface Reading {
  readonly content: Content;
  readonly slips: Slip[];
  /** Findings of rules with their places in the files. */
  readonly slipsOf: (findings: readonly Finding[]) => Slip[];
  readonly files: number;
}

type FileCollection = keyof typeof SCHEMAS;

const FOLDERS: Record<FileCollection, { folder: string; ending: '.md' | '.mdx'; nested?: true }> = {
  challenges: { folder: COLLECTIONS.challenges.folder, ending: '.mdx', nested: true },
  mitigations: { folder: COLLECTIONS.mitigations.folder, ending: '.mdx' },
  tools: { folder: COLLECTIONS.tools.folder, ending: '.mdx' },
  approaches: { folder: COLLECTIONS.approaches.folder, ending: '.mdx' },
  caseStudies: { folder: COLLECTIONS.caseStudies.folder, ending: '.md' },
  pages: { folder: 'pages', ending: '.md' },
};

/** Files at the root of the content folder; `provenance.yaml` is for checking only, so nothing reads it. */
const OTHER_FILES = [
  'README.md',
  'words.txt',
  'workflow.yaml',
  'tool-groups.yaml',
  'references.bib',
  'redirects.yaml',
  'symptoms.yaml',
  'glossary.yaml',
  'paths.yaml',
  'synonyms.yaml',
  'asked.yaml',
  'review.yaml',
  'provenance.yaml',
];

/**
 * Reads everything under a content folder, with the place of each field.
 * @param root the content folder
 * @param overlay files that lie elsewhere, with the collection each belongs to
 */
export function readContent(root: string, overlay: ReadonlyMap<string, FileCollection> = new Map()): Reading {
  const slips: Slip[] = [];
  const unread: Unread[] = [];
  const sources = new Map<string, Source>();
  const keyOf = (collection: Part, id: string) => `${collection}/${id}`;
  const shown = (file: string) => relative(process.cwd(), file).split(sep).join('/') || file;
  let files = 0;

  /** A slip about a whole file, or one that could not be cut into parts. */
  const tellOf = (path: string, rule: string, message: string, detail: Partial<Slip> = {}) =>
    slips.push({
      path,
      line: 1,
      column: 1,
      rule,
      message,
      ...explanationOf(rule, undefined, undefined),
      ...detail,
    });

  /** The text of a file; nothing, and a slip, where it cannot be read. */
  function textOf(path: string, file: string): string | undefined {
    try {
      const bytes = readFileSync(file);
      const result = decoded(bytes);
      if ('text' in result) return result.text;
      const { line, column } = placeIn({ path, lines: linesOf(result.before) }, result.before.length);
      const byte = `0x${(bytes[result.badByte] ?? 0).toString(16).padStart(2, '0')}`;
      tellOf(path, 'unreadable', `the byte ${byte} is no UTF-8; save the file as UTF-8`, {
        line,
        column,
        found: byte,
        expected: 'UTF-8',
      });
    } catch (error) {
      tellOf(path, 'unreadable', `the file cannot be read (${(error as Error).message})`);
    }
    return undefined;
  }

  function readEntry<T>(
    collection: FileCollection,
    schema: z.ZodType<T>,
    file: string,
  ): Entry<T> | undefined {
    files += 1;
    const path = shown(file);
    const id = fileSlug(file);
    const wrongName = fileNameSlip(basename(file), FOLDERS[collection].ending);
    if (wrongName) tellOf(path, 'file-name', wrongName.message, wrongName);
    const { size } = statSync(file);
    const isTooLarge = size > MOST_BYTES;
    if (isTooLarge) tellOf(path, 'file-size', tooLarge(size).message, tooLarge(size));
    const text = isTooLarge ? undefined : textOf(path, file);
    if (text === undefined) {
      unread.push({ collection, id });
      return undefined;
    }
    const { source, record, data, slips: own } = readEntryText(schema, path, text);
    slips.push(...own);
    sources.set(keyOf(collection, id), source);
    if (data !== undefined) return entryOf(id, data, source);
    unread.push({ collection, id, record, ...(source.bodyStart > 0 && { body: source.body }) });
    return undefined;
  }

  const entries = existsSync(root)
    ? readdirSync(root, { recursive: true, withFileTypes: true }).filter(({ name }) => !name.startsWith('.'))
    : [];
  const pathsOf = (wanted: (entry: Dirent) => boolean) =>
    entries
      .filter(wanted)
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  const everyFile = pathsOf((entry) => entry.isFile());

  /** A link may lead out of the content folder, to a file that nobody means to publish. */
  function tellSymbolicLinks(): void {
    for (const file of pathsOf((entry) => entry.isSymbolicLink()))
      tellOf(shown(file), 'file-place', 'this is a symbolic link; put the file itself here', {
        expected: 'a file',
      });
  }

  const isIn = (collection: FileCollection, file: string) => {
    const { folder, nested } = FOLDERS[collection];
    const parent = dirname(file);
    return relative(root, nested ? dirname(parent) : parent) === folder;
  };

  function filesOf(collection: FileCollection): string[] {
    const own = everyFile.filter((file) => isIn(collection, file));
    return [...own, ...[...overlay].filter(([, each]) => each === collection).map(([file]) => file)];
  }

  /** An entry in the wrong folder would be missing from the site without a word. */
  function tellStrays(): void {
    const collections = Object.keys(FOLDERS) as FileCollection[];
    for (const file of everyFile) {
      if (collections.some((collection) => isIn(collection, file))) continue;
      if (dirname(file) === join(root) && OTHER_FILES.includes(basename(file))) continue;
      files += 1;
      tellOf(
        shown(file),
        'file-place',
        'nothing reads a file in this place; move it to the folder of its collection',
        {
          expected: Object.values(FOLDERS)
            .map(({ folder, ending, nested }) => `${folder}/${nested ? '<stage>/' : ''}<slug>${ending}`)
            .join(', '),
        },
      );
    }
  }

  function readAll<T>(collection: FileCollection, schema: z.ZodType<T>): Entry<T>[] {
    return filesOf(collection).flatMap((file) => readEntry(collection, schema, file) ?? []);
  }

  function readYaml<T>(part: Part, name: string, schema: z.ZodType<T>, empty: T): T {
    const data = dataOf(part, name, schema);
    if (data === undefined) unread.push({ collection: part, id: part });
    return data ?? empty;
  }

  function dataOf<T>(part: Part, name: string, schema: z.ZodType<T>): T | undefined {
    const file = join(root, name);
    files += 1;
    const path = shown(file);
    const text = textOf(path, file);
    if (text === undefined) return undefined;
    const { source, data, slips: own } = readYamlText(schema, path, text);
    slips.push(...own);
    sources.set(keyOf(part, part), source);
    return data;
  }

  function readWorks(): Work[] {
    const works = worksOf();
    if (!works) unread.push({ collection: 'works', id: 'works' });
    return works ?? [];
  }

  function worksOf(): Work[] | undefined {
    const file = join(root, 'references.bib');
    files += 1;
    const path = shown(file);
    const text = textOf(path, file);
    if (text === undefined) return undefined;
    sources.set(keyOf('works', 'works'), {
      path,
      text,
      lines: linesOf(text),
      yaml: undefined,
      yamlStart: 0,
      bodyStart: 0,
      body: text,
      blindLines: new Set(),
    });
    try {
      return worksFromBibtex(text);
    } catch (error) {
      const first = (error as Error).message.split('\n')[0] ?? '';
      tellOf(path, 'bibtex', `the BibTeX cannot be read: ${first}`);
      return undefined;
    }
  }

  const groups = readYaml('toolGroups', 'tool-groups.yaml', z.record(z.string(), ToolGroup), {});
  const content: Content = {
    workflow: readYaml('workflow', 'workflow.yaml', Workflow, { stages: [], moved: [] }),
    challenges: readAll('challenges', SCHEMAS.challenges),
    mitigations: readAll('mitigations', SCHEMAS.mitigations),
    tools: readAll('tools', SCHEMAS.tools),
    approaches: readAll('approaches', SCHEMAS.approaches),
    caseStudies: readAll('caseStudies', SCHEMAS.caseStudies),
    pages: readAll('pages', SCHEMAS.pages),
    toolGroups: Object.entries(groups).map(([id, data]) => ({ id, data })),
    works: readWorks(),
    redirects: readYaml('redirects', 'redirects.yaml', Redirects, {}),
    symptomGroups: readYaml('symptoms', 'symptoms.yaml', Symptoms, []),
    glossary: readYaml('glossary', 'glossary.yaml', Glossary, []),
    paths: readYaml('paths', 'paths.yaml', Paths, []),
    synonyms: readYaml('synonyms', 'synonyms.yaml', Synonyms, []),
    asked: readYaml('asked', 'asked.yaml', Asked, {}),
    review: readYaml('review', 'review.yaml', Review, { contexts: [], rules: [] }),
    unread,
  };
  tellStrays();
  tellSymbolicLinks();

  const slipsOf = (findings: readonly Finding[]): Slip[] =>
    findings.flatMap((finding) => {
      const { collection, id } = finding;
      const source = sources.get(keyOf(collection, id)) ?? sources.get(keyOf(collection, collection));
      if (!source) return [{ path: root, line: 1, column: 1, rule: finding.rule, message: finding.message }];
      const schema = collection in SCHEMAS ? SCHEMAS[collection as FileCollection] : undefined;
      return apartFrom([slipIn(finding, source, schema)], source.blindLines);
    });

  return { content, slips, slipsOf, files };
}

/** The collection that a path belongs to, by its folder: `case-studies/x.md`, wherever it lies. */
export function collectionOf(file: string): FileCollection | undefined {
  const folders = file.split(/[\\/]/).slice(0, -1);
  const entries = Object.entries(FOLDERS) as [FileCollection, (typeof FOLDERS)[FileCollection]][];
  return entries.find(
    ([, { folder, nested }]) => folders.at(-1) === folder || (nested && folders.at(-2) === folder),
  )?.[0];
}

/** The collection that `--as` names, such as `case-study`. */
export const collectionNamed = (kind: string): FileCollection | undefined =>
  isEntryKind(kind) ? KINDS_OF_ENTRY[kind] : undefined;
