import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Components that the gallery does not show, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'case-study-form/FormField.astro':
    'its styles and states are those of the form, which looks.spec.ts takes as a page',
  'case-study-form/FormRows.astro': 'part of the same form',
  'case-study-form/HelpText.astro': 'part of the same form',
  'review/Checklist.astro':
    'its styles and states are those of the review, which looks.spec.ts takes as a page',
  'review/ContextForm.astro': 'part of the same review',
  'review/HandOver.astro': 'part of the same review',
  'review/RegisterTable.astro': 'part of the same review',
  'review/RuleList.astro': 'part of the same review',
  'review/SheetTemplates.astro': 'part of the same review',
};

const IMPORT = /\bimport\s+[\w{][^'"]*?from\s*'([^']+\.astro)'/g;
const GLOB = /import\.meta\.glob(?:<[^(]*>)?\(\s*'([^']+)\/\*\.astro'/g;

const astroFilesIn = (folder: string, recursive = true) =>
  readdirSync(folder, { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith('.astro'))
    .map((name) => join(folder, name));

/** The components that a file shows: those that it imports, one by one or a folder at a time. */
function shownBy(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const from = (path: string) => normalize(join(dirname(file), path));
  return [
    ...Array.from(text.matchAll(IMPORT), ([, path = '']) => from(path)),
    ...Array.from(text.matchAll(GLOB), ([, folder = '']) => astroFilesIn(from(folder), false)).flat(),
  ];
}

/** Everything that a page shows, itself, or through what it shows. */
function reachedFrom(page: string): ReadonlySet<string> {
  const reached = new Set([page]);
  for (const file of reached) for (const next of shownBy(file)) reached.add(next);
  return reached;
}

const FOLDER = 'src/components';
const reached = reachedFrom('src/gallery/index.astro');
const all = astroFilesIn(FOLDER).map((file) => file.slice(FOLDER.length + 1));
const shown = new Set(all.filter((name) => reached.has(join(FOLDER, name))));

test('the reader of import statements follows them, one by one and by the folder', () => {
  expect(shown).toContain('EvidenceMark.astro');
  expect(shown).toContain('SiteHeader.astro');
  expect(shown).toContain('figures/data-mesh.astro');
});

test('every component is in the gallery, or has a reason not to be', () => {
  expect(all.filter((name) => !shown.has(name) && !(name in EXCEPTIONS))).toEqual([]);
});

test('every exception is a component that the gallery does not show', () => {
  expect(Object.keys(EXCEPTIONS).filter((name) => !all.includes(name) || shown.has(name))).toEqual([]);
});
