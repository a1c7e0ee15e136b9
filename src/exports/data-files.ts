import type { Catalogue } from '../model/catalogue.ts';
import { bibtexOf } from '../model/bibtex.ts';
import { worksByKey, worksInOrder } from '../model/references.ts';
import { catalogueJson, collectionJson, listsOf, type Publication } from './catalogue-json.ts';
import { recordOf } from './data-json-schema.ts';
import { LIST_NAMES } from './data-schema.ts';
import { TABLES } from './data-tables.ts';
import { bytesOf, recordPieces, type Pieces } from './pieces.ts';

/** A file under `/data/`, the schemas aside. */
export interface DataFile {
  /** Its name there, such as `challenges.json`. */
  readonly name: string;
  /** What one record of it is, in a sentence. */
  readonly record: string;
  readonly records: number;
  /** What it holds. */
  readonly pieces: Pieces;
  /** How many bytes that is; counted when first asked for. */
  readonly bytes: () => number;
}

/**
 * Every file under `/data/`, by its name: the whole, each list, each table, and the references for other software.
 * All of them are read from the same lists, which are made once; their texts are made whenever somebody reads them.
 */
export function dataFilesOf(catalogue: Catalogue, publication: Publication): ReadonlyMap<string, DataFile> {
  const lists = listsOf(catalogue, publication);
  const items = worksInOrder(worksByKey(catalogue)).map(({ csl }) => csl);
  const total = LIST_NAMES.reduce((sum, name) => sum + lists[name].length, 0);
  const file = (name: string, record: string, records: number, pieces: Pieces): [string, DataFile] => {
    let bytes: number | undefined;
    return [name, { name, record, records, pieces, bytes: () => (bytes ??= bytesOf(pieces)) }];
  };
  return new Map([
    file('catalogue.json', 'All lists in one file.', total, () => catalogueJson(lists, publication)),
    ...LIST_NAMES.map((name) =>
      file(`${name}.json`, recordOf(name).description, lists[name].length, () =>
        collectionJson(name, lists, publication),
      ),
    ),
    ...Object.entries(TABLES).map(([name, { row, rows, csv }]) =>
      file(`${name}.csv`, row, rows(lists), () => csv(lists)),
    ),
    file('references.bib', 'A work that the guide cites.', items.length, () => bibtexPieces(items)),
    file('references.csl.json', 'A work that the guide cites.', items.length, () => cslPieces(items)),
  ]);
}

type Items = readonly Parameters<typeof bibtexOf>[0][];

function* bibtexPieces(items: Items): Generator<string> {
  for (const [i, item] of items.entries()) yield `${i === 0 ? '' : '\n'}${bibtexOf(item)}\n`;
}

function* cslPieces(items: Items): Generator<string> {
  yield '[';
  yield* recordPieces(items, '');
  yield ']\n';
}
