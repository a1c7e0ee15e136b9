import type { Catalogue } from '../model/catalogue.ts';
import { bibtexOf } from '../model/bibtex.ts';
import { worksByKey, worksInOrder } from '../model/references.ts';
import { catalogueJson, collectionJson, listsOf, type Publication } from './catalogue-json.ts';
import { recordOf } from './data-json-schema.ts';
import { LIST_NAMES } from './data-schema.ts';
import { TABLES } from './data-tables.ts';

/** A file under `/data/`, the schemas aside. */
export interface DataFile {
  /** Its name there, such as `challenges.json`. */
  readonly name: string;
  /** What one record of it is, in a sentence. */
  readonly record: string;
  readonly records: number;
  /** What it holds, in UTF-8: a huge catalogue takes half the room that it would take as text. */
  readonly body: Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();

/**
 * Every file under `/data/`, by its name: the whole, each list, each table, and the references for other software.
 * Made once a build, since all of them are read from the same lists.
 */
export function dataFilesOf(catalogue: Catalogue, publication: Publication): ReadonlyMap<string, DataFile> {
  const lists = listsOf(catalogue, publication);
  const items = worksInOrder(worksByKey(catalogue)).map(({ csl }) => csl);
  const total = LIST_NAMES.reduce((sum, name) => sum + lists[name].length, 0);
  const file = (name: string, record: string, records: number, text: string): [string, DataFile] => [
    name,
    { name, record, records, body: encoder.encode(text) },
  ];
  return new Map([
    file('catalogue.json', 'All lists in one file.', total, catalogueJson(lists, publication)),
    ...LIST_NAMES.map((name) =>
      file(
        `${name}.json`,
        recordOf(name).description,
        lists[name].length,
        collectionJson(name, lists, publication),
      ),
    ),
    ...Object.entries(TABLES).map(([name, { row, rows, csv }]) =>
      file(`${name}.csv`, row, rows(lists), csv(lists)),
    ),
    file('references.bib', 'A work that the guide cites.', items.length, bibtexFile(items)),
    file(
      'references.csl.json',
      'A work that the guide cites.',
      items.length,
      `${JSON.stringify(items, undefined, 2)}\n`,
    ),
  ]);
}

const bibtexFile = (items: readonly Parameters<typeof bibtexOf>[0][]) =>
  items.map((item) => `${bibtexOf(item)}\n`).join('\n');
