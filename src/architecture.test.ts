import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

/*
 * The rooms of src/, and the rooms that each may import from besides itself: the arrows of the house style.
 * A room is a folder, or a file that lies in src/ itself.
 */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  model: ['schema'],
  rules: ['model', 'schema'],
  reading: ['rules', 'model', 'schema'],
  markdown: ['model', 'schema'],
  review: ['model', 'schema'],
  search: ['model', 'schema'],
  metadata: ['model', 'schema'],
  styles: [],
  scripts: [],
  hosts: [],
  offline: [],
  'repository.ts': [],
  'history.ts': ['model'],
  'release.ts': ['history.ts'],
  plots: ['model', 'schema'],
  social: ['model', 'schema'],
  'social-images.ts': ['social'],
  exports: ['rules', 'model', 'schema', 'repository.ts', 'history.ts', 'release.ts'],
  islands: ['search', 'reading', 'review', 'offline', 'markdown', 'model', 'schema'],
  components: ['islands', 'search', 'review', 'model', 'schema', 'repository.ts', 'history.ts', 'release.ts'],
  layouts: [
    'components',
    'islands',
    'search',
    'metadata',
    'social',
    'model',
    'schema',
    'repository.ts',
    'history.ts',
    'release.ts',
  ],
  'kept-references.ts': ['model'],
  'catalogue.ts': ['kept-references.ts', 'rules', 'model', 'schema'],
  'page-keys.ts': ['model', 'repository.ts', 'history.ts', 'release.ts'],
  'twins.ts': ['catalogue.ts', 'components', 'exports', 'history.ts', 'model'],
  'data.ts': ['catalogue.ts', 'exports', 'history.ts', 'release.ts'],
  'content.config.ts': ['model', 'schema'],
  'middleware.ts': ['components', 'catalogue.ts', 'styles', 'model'],
  pages: [
    'layouts',
    'components',
    'islands',
    'metadata',
    'exports',
    'plots',
    'offline',
    'catalogue.ts',
    'page-keys.ts',
    'twins.ts',
    'data.ts',
    'search',
    'reading',
    'review',
    'rules',
    'social',
    'social-images.ts',
    'model',
    'schema',
    'repository.ts',
    'history.ts',
    'release.ts',
  ],
  gallery: ['layouts', 'components', 'plots', 'styles', 'model', 'schema'],
  scaffold: ['rules', 'model', 'schema'],
  cli: [
    'exports',
    'scaffold',
    'reading',
    'rules',
    'social',
    'styles',
    'kept-references.ts',
    'model',
    'schema',
    'repository.ts',
    'history.ts',
    'release.ts',
  ],
};

/** Rooms that may speak to Astro's content layer. */
const MAY_ASK_FOR_CONTENT = ['catalogue.ts', 'content.config.ts', 'pages'];

interface Import {
  readonly file: string;
  readonly room: string;
  /** The module as it is written. */
  readonly module: string;
  /** The room that it leads to; undefined for packages. */
  readonly target: string | undefined;
}

const IMPORT =
  /^\s*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

const roomOf = (file: string) => file.split('/')[0] ?? '';

const importsOf = (file: string): Import[] =>
  [...readFileSync(join('src', file), 'utf8').matchAll(IMPORT)].map(([, still = '', later = '']) => {
    const module = still || later;
    const target = module.startsWith('.')
      ? posix.normalize(posix.join(posix.dirname(file), module))
      : undefined;
    return { file, room: roomOf(file), module, target: target === undefined ? undefined : roomOf(target) };
  });

const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && /\.(ts|mjs|astro)$/.test(entry.name) && !/\.(test|d)\.ts$/.test(entry.name),
  )
  .map((entry) => relative('src', join(entry.parentPath, entry.name)).split(sep).join('/'));
const imports = files.flatMap(importsOf);

const told = ({ file, module }: Import) => `${file} imports ${module}`;

test('the reader of import statements finds them', () => {
  expect(importsOf('cli/check.ts').map(({ module }) => module)).toContain('../rules/index.ts');
  expect(files.length).toBeGreaterThan(20);
});

test('every room is known to this test', () => {
  const unknown = files.map(roomOf).filter((room) => !(room in ARROWS) && !room.endsWith('.d.ts'));

  expect([...new Set(unknown)]).toEqual([]);
});

test('imports follow the arrows between the rooms, and nothing points back', () => {
  const wrong = imports.filter(
    ({ room, target }) => target !== undefined && target !== room && !ARROWS[room]?.includes(target),
  );

  expect(wrong.map(told)).toEqual([]);
});

test("Astro's content is asked for by the catalogue and rendered by pages, nowhere else", () => {
  const wrong = imports.filter(
    ({ room, module }) => module.startsWith('astro:content') && !MAY_ASK_FOR_CONTENT.includes(room),
  );

  expect(wrong.map(told)).toEqual([]);
});

test('schema, model, rules, reading, review, plots, metadata, social, exports and scaffold know no Astro and open no files', () => {
  const pure = [
    'schema',
    'model',
    'rules',
    'reading',
    'review',
    'plots',
    'metadata',
    'social',
    'exports',
    'scaffold',
  ];
  const wrong = imports.filter(
    ({ room, module }) =>
      pure.includes(room) && module !== 'astro/zod' && /^(node:fs|node:child|node:net|astro\b)/.test(module),
  );

  expect(wrong.map(told)).toEqual([]);
});

test('the command line never imports what only exists inside Astro', () => {
  const wrong = imports.filter(({ room, module }) => room === 'cli' && module.startsWith('astro:'));

  expect(wrong.map(told)).toEqual([]);
});

test('relative imports carry the ending of their file, so that Astro, Vitest and Node all find it', () => {
  const wrong = imports.filter(({ module }) => module.startsWith('.') && !/\.[a-z0-9]+(\?.*)?$/.test(module));

  expect(wrong.map(told)).toEqual([]);
});
