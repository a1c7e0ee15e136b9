import { z } from 'astro/zod';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { worksFromBibtex } from '../model/bibliography.ts';
import type { Entry } from '../model/catalogue.ts';
import { COLLECTIONS } from '../model/collections.ts';
import { fileSlug } from '../model/file-slug.ts';
import type { Work } from '../model/references.ts';
import type { Content, Finding, Part, Unread, Where } from '../rules/rule.ts';
import { schemaFindings } from '../rules/schema-findings.ts';
import { Asked } from '../schema/asked.ts';
import { Glossary } from '../schema/glossary.ts';
import { SCHEMAS } from '../schema/index.ts';
import { Redirects } from '../schema/redirects.ts';
import { Slug } from '../schema/slug.ts';
import { Symptoms } from '../schema/symptoms.ts';
import { Synonyms } from '../schema/synonyms.ts';
import { ToolGroup } from '../schema/tool-group.ts';
import { Workflow } from '../schema/workflow.ts';

/** A slip with its place in a file; lines and columns count from 1. */
export interface Slip {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly suggestion?: string;
}

/** What reading the content folder gives: all that could be read, the slips met on the way, and a way to place findings. */
export interface Reading {
  readonly content: Content;
  readonly slips: Slip[];
  readonly slipOf: (finding: Finding) => Slip;
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
  'synonyms.yaml',
  'asked.yaml',
  'provenance.yaml',
];

/** One file as text, cut into front matter and body, with what is needed to find a place in it again. */
interface Source {
  readonly path: string;
  readonly lines: LineCounter;
  readonly yaml: Document | undefined;
  /** Offset of the front matter's text, and of the body, in the file. */
  readonly yamlStart: number;
  readonly bodyStart: number;
  readonly body: string;
}

/** Slips are about one file; this names it once. */
type Tell = (offset: number, rule: string, message: string, detail?: Partial<Slip>) => void;

const placeIn = (source: Pick<Source, 'path' | 'lines'>, offset: number) => {
  const { line, col } = source.lines.linePos(offset);
  return { path: source.path, line: Math.max(1, line), column: Math.max(1, col) };
};

const lineStarts = (text: string): LineCounter => {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines.addNewLine(i + 1);
  return lines;
};

/** The pair of a map by its key; keys are compared as text, since YAML reads a key such as 2021 as a number. */
const pairOf = (map: unknown, key: string | number) =>
  isMap(map)
    ? map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
    : undefined;

/** The node at a path of a parsed YAML document. */
const nodeAt = (yaml: Document, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((node, part) => {
    const at = isAlias(node) ? node.resolve(yaml) : node;
    return isSeq(at) ? at.items[Number(part)] : pairOf(at, part)?.value;
  }, yaml.contents);

/** Offset of a field in a parsed YAML document: the key for a missing or unknown one, otherwise the value. */
function offsetOf(yaml: Document, path: readonly (string | number)[], atKey: boolean): number {
  if (atKey) {
    const key = pairOf(nodeAt(yaml, path.slice(0, -1)), path.at(-1) ?? '')?.key;
    if (isNode(key)) return key.range?.[0] ?? 0;
  }
  for (let length = path.length; length >= 0; length -= 1) {
    const node = nodeAt(yaml, path.slice(0, length));
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function readText(path: string, file: string, slips: Slip[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const why =
      error instanceof TypeError
        ? 'the file is not UTF-8 text; save it as UTF-8'
        : `the file cannot be read (${(error as Error).message})`;
    slips.push({ path, line: 1, column: 1, rule: 'unreadable', message: why });
    return undefined;
  }
}

/** Parses YAML and tells each fault; no document when it cannot be used. */
function parseYaml(text: string, start: number, tell: Tell): Document | undefined {
  const yaml = parseDocument(text, { prettyErrors: false, uniqueKeys: true });
  // After a fault the parser is lost and faults follow from it; a key that stands twice does not confuse it.
  const faults = [...yaml.errors, ...yaml.warnings];
  const first = faults.findIndex(({ code }) => code !== 'DUPLICATE_KEY');
  const told = faults.filter(({ code }, i) => code === 'DUPLICATE_KEY' || i === first);
  for (const { pos, message } of told) tell(start + pos[0], 'yaml', `the YAML cannot be read: ${message}`);
  return told.length > 0 ? undefined : yaml;
}

/** The value of a document, with aliases limited so that a small file cannot grow without bound; nothing when it cannot be told. */
function valueOf(yaml: Document, start: number, tell: Tell): { readonly value: unknown } | undefined {
  try {
    return { value: yaml.toJS({ maxAliasCount: 50 }) };
  } catch (error) {
    tell(start, 'yaml', `the YAML cannot be read: ${(error as Error).message}`);
    return undefined;
  }
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^---[ \t]*(?:\r?\n|$)/m;

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

  const teller =
    (source: Pick<Source, 'path' | 'lines'>): Tell =>
    (offset, rule, message, detail) =>
      slips.push({ ...placeIn(source, offset), rule, message, ...detail });

  function readEntry<T>(
    collection: FileCollection,
    schema: z.ZodType<T>,
    file: string,
  ): Entry<T> | undefined {
    const entry = entryOf(collection, schema, file);
    if (entry) return entry;
    const id = fileSlug(file);
    const body = sources.get(keyOf(collection, id))?.body;
    unread.push({ collection, id, ...(body !== undefined && { body }) });
    return undefined;
  }

  function entryOf<T>(collection: FileCollection, schema: z.ZodType<T>, file: string): Entry<T> | undefined {
    files += 1;
    const path = shown(file);
    const text = readText(path, file, slips);
    if (text === undefined) return undefined;
    const lines = lineStarts(text);
    const tell = teller({ path, lines });
    const { ending } = FOLDERS[collection];
    const id = fileSlug(file);
    if (!file.endsWith(ending) || (ending === '.md' && file.endsWith('.mdx')))
      tell(0, 'file-name', `files here end in ${ending}`, { expected: `${id}${ending}` });
    const named = Slug.safeParse(id);
    if (/\.mdx?$/.test(file) && !named.success)
      tell(0, 'file-name', `the file name "${id}" is no slug: ${named.error.issues[0]?.message ?? ''}`, {
        found: id,
      });
    const match = FRONT_MATTER.exec(text);
    if (!match || match.index !== 0) {
      tell(
        0,
        'front-matter',
        'the file must begin with front matter: a line of ---, the fields, and a line of ---',
      );
      return undefined;
    }
    const yamlStart = match[0].indexOf('\n') + 1;
    const bodyStart = match[0].length;
    const yaml = parseYaml(match[1] ?? '', yamlStart, tell);
    const source = { path, lines, yaml, yamlStart, bodyStart, body: text.slice(bodyStart) };
    sources.set(keyOf(collection, id), source);
    if (!yaml) return undefined;
    const record = valueOf(yaml, yamlStart, tell);
    return (
      record &&
      validated(source, schema, record.value, (data) => ({ id, data, body: source.body, filePath: path }))
    );
  }

  /** Checks a record against its schema and tells what is wrong with it; only a sound one goes on to the rules. */
  function validated<T, R>(
    source: Source,
    schema: z.ZodType<T>,
    record: unknown,
    make: (data: T) => R,
  ): R | undefined {
    const parsed = schema.safeParse(record ?? {});
    if (parsed.success) return make(parsed.data);
    const tell = teller(source);
    for (const { path, atKey, ...rest } of schemaFindings(schema, record ?? {}, parsed.error.issues))
      tell(
        source.yamlStart + (source.yaml ? offsetOf(source.yaml, path, atKey ?? false) : 0),
        rest.rule,
        rest.message,
        rest,
      );
    return undefined;
  }

  const everyFile = existsSync(root)
    ? readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()
    : [];

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
      slips.push({
        path: shown(file),
        line: 1,
        column: 1,
        rule: 'file-place',
        message: 'nothing reads a file in this place; move it to the folder of its collection',
        expected: Object.values(FOLDERS)
          .map(({ folder, ending, nested }) => `${folder}/${nested ? '<stage>/' : ''}<slug>${ending}`)
          .join(', '),
      });
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
    const text = readText(path, file, slips);
    if (text === undefined) return undefined;
    const lines = lineStarts(text);
    const tell = teller({ path, lines });
    const yaml = parseYaml(text, 0, tell);
    const source = { path, lines, yaml, yamlStart: 0, bodyStart: 0, body: text };
    sources.set(keyOf(part, part), source);
    if (!yaml) return undefined;
    const record = valueOf(yaml, 0, tell);
    return record && validated(source, schema, record.value, (data) => data);
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
    const text = readText(path, file, slips);
    if (text === undefined) return undefined;
    const lines = lineStarts(text);
    sources.set(keyOf('works', 'works'), {
      path,
      lines,
      yaml: undefined,
      yamlStart: 0,
      bodyStart: 0,
      body: text,
    });
    try {
      return worksFromBibtex(text);
    } catch (error) {
      const first = (error as Error).message.split('\n')[0] ?? '';
      slips.push({
        path,
        line: 1,
        column: 1,
        rule: 'bibtex',
        message: `the BibTeX cannot be read: ${first}`,
      });
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
    synonyms: readYaml('synonyms', 'synonyms.yaml', Synonyms, []),
    asked: readYaml('asked', 'asked.yaml', Asked, {}),
    unread,
  };
  tellStrays();

  /** What a finding is about in a file that maps one thing to another: a key, or what it leads to. */
  const isKey = ({ collection, path }: Where) =>
    collection === 'redirects' || (collection === 'asked' && path?.length === 1);

  function offsetIn(source: Source, where: Where): number {
    if (where.collection === 'works') return Math.max(0, source.body.indexOf(`{${where.id},`));
    if (where.offset !== undefined) return source.bodyStart + where.offset;
    return source.yaml && where.path ? source.yamlStart + offsetOf(source.yaml, where.path, isKey(where)) : 0;
  }

  const slipOf = ({ collection, id, path: _path, offset: _offset, ...rest }: Finding): Slip => {
    const source = sources.get(keyOf(collection, id)) ?? sources.get(keyOf(collection, collection));
    if (!source) return { path: root, line: 1, column: 1, ...rest };
    return {
      ...placeIn(
        source,
        offsetIn(source, {
          collection,
          id,
          ...(_path && { path: _path }),
          ...(_offset !== undefined && { offset: _offset }),
        }),
      ),
      ...rest,
    };
  };

  return { content, slips, slipOf, files };
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
  new Map<string, FileCollection>([
    ['case-study', 'caseStudies'],
    ['challenge', 'challenges'],
    ['mitigation', 'mitigations'],
    ['tool', 'tools'],
    ['approach', 'approaches'],
  ]).get(kind);
