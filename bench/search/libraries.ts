import { Document as FlexDocument } from 'flexsearch';
import MiniSearch from 'minisearch';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { CUTOFF } from './measures.ts';
import type { Document } from './pages.ts';

/** A search library over the same text: how to ask it, and what a page must load to ask it in a browser. */
export interface Library {
  readonly settings: string;
  readonly ranking: (query: string) => string[];
  /** The serialised index. */
  readonly index: string;
  /** The file of the library, a module. */
  readonly module: string;
  /** The script of a page: gives `search(query)`, an array of `{ id, title }`, from `library` and `index`. */
  readonly script: string;
}

// https://github.com/lucaong/minisearch#search-options: a boost of the title, prefixes, and 0.2 of a word may differ.
const MINISEARCH = {
  idField: 'address',
  fields: ['title', 'text'],
  storeFields: ['title'],
  searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
};

/** MiniSearch over title and text, set as its README shows. */
export function miniSearch(documents: readonly Document[]): Library {
  const index = new MiniSearch<Document>(MINISEARCH);
  index.addAll(documents);
  return {
    settings: 'title and text, boost of the title 2, prefix, fuzzy 0.2',
    ranking: (query) =>
      index
        .search(query)
        .slice(0, CUTOFF)
        .map(({ id }) => String(id)),
    index: JSON.stringify(index),
    module: 'node_modules/minisearch/dist/es/index.js',
    script: `const mini = library.default.loadJS(index, ${JSON.stringify(MINISEARCH)});
      const search = (query) => mini.search(query).slice(0, ${CUTOFF});`,
  };
}

// https://github.com/nextapps-de/flexsearch/blob/master/doc/document-search.md
const FLEXSEARCH = {
  tokenize: 'forward',
  document: { id: 'address', index: ['title', 'text'], store: ['title'] },
} as const;
const FLEXSEARCH_ASKED = { suggest: true, limit: CUTOFF, enrich: true, merge: true } as const;

/** FlexSearch's document index over title and text; pages whose title matches come first, as it merges the fields. */
export function flexSearch(documents: readonly Document[]): Library {
  const index = new FlexDocument({ ...FLEXSEARCH, document: structuredClone(FLEXSEARCH.document) as never });
  for (const { address, title, text } of documents) index.add({ address, title, text });
  const parts: Record<string, string> = {};
  index.export((key: string, data: string) => {
    parts[key] = data;
  });
  return {
    settings: 'document index of title and text, tokenize forward, suggest, fields merged',
    ranking: (query) => {
      const found = index.search(query, FLEXSEARCH_ASKED) as unknown as { id: string }[];
      return found.slice(0, CUTOFF).map(({ id }) => id);
    },
    index: JSON.stringify(parts),
    module: 'node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs',
    script: `const flex = new library.Document(${JSON.stringify(FLEXSEARCH)});
      for (const [key, data] of Object.entries(index)) flex.import(key, data);
      const found = (query) => flex.search(query, ${JSON.stringify(FLEXSEARCH_ASKED)}).slice(0, ${CUTOFF});
      const search = (query) => found(query).map(({ id, doc }) => ({ id, title: doc.title }));`,
  };
}

const page = (name: string, script: string) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" /><title>Search</title>
  <label>Words <input type="search" /></label>
  <ol aria-label="Search results"></ol>
  <script type="module">
    const [library, index] = await Promise.all([
      import('/${name}.js'),
      fetch('/${name}.json').then((response) => response.json()),
    ]);
    ${script}
    const list = document.querySelector('ol');
    const show = (query) =>
      list.replaceChildren(
        ...search(query).map(({ id, title }) => {
          const link = Object.assign(document.createElement('a'), { href: id, textContent: title });
          const item = document.createElement('li');
          item.append(link);
          return item;
        }),
      );
    const input = document.querySelector('input');
    input.addEventListener('input', () => show(input.value));
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    show(input.value);
  </script>
</html>
`;

/** Writes a bare page that searches with a library, at `/<name>.html` of a folder. */
export async function writeLibraryPage(folder: string, name: string, library: Library): Promise<void> {
  const source = await readFile(library.module, 'utf8');
  // MiniSearch's package holds no minified file, and its comments would be most of it.
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { removeComments: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  await writeFile(join(folder, `${name}.js`), outputText);
  await writeFile(join(folder, `${name}.json`), library.index);
  await writeFile(join(folder, `${name}.html`), page(name, library.script));
}

/** Writes a bare page with Pagefind's Default UI, at `/pagefind-ui.html` of a folder that Pagefind has indexed. */
export const writeDefaultUi = (folder: string): Promise<void> =>
  writeFile(
    join(folder, 'pagefind-ui.html'),
    `<!doctype html>
<html lang="en">
  <meta charset="utf-8" /><title>Search</title>
  <link href="/pagefind/pagefind-ui.css" rel="stylesheet" />
  <script src="/pagefind/pagefind-ui.js"></script>
  <div id="search"></div>
  <script>
    addEventListener('DOMContentLoaded', () => {
      const ui = new PagefindUI({ element: '#search', showSubResults: true });
      ui.triggerSearch(new URLSearchParams(location.search).get('q'));
    });
  </script>
</html>
`,
  );
