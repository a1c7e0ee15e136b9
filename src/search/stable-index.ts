import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/*
 * Pagefind writes the filters, and the values of each filter, in an order that changes from run to run, so that two
 * builds of the same site differ. Here they are sorted, and the files named anew after their contents.
 *
 * The files are CBOR (RFC 8949) behind a mark, compressed:
 *   a filter:   [name, [[value, [page…]]…]]
 *   the "meta": [version, pages, chunks, [[filter, file]…], …]
 */

/** A file of the index: its path inside the index, and its bytes. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What every compressed file of a Pagefind index begins with. */
export const MARK = Buffer.from('pagefind_dcd');
const FILTERS_IN_META = 3;

/** Where an item's head ends, its major type, and the number that the head carries. */
function headAt(bytes: Buffer, at: number): { end: number; type: number; value: number } {
  const first = bytes.readUInt8(at);
  const [type, info] = [first >> 5, first & 31];
  if (info < 24) return { end: at + 1, type, value: info };
  const width = { 24: 1, 25: 2, 26: 4 }[info];
  if (width === undefined)
    throw new Error(`the search index holds CBOR that this does not read (byte ${first})`);
  return { end: at + 1 + width, type, value: bytes.readUIntBE(at + 1, width) };
}

/** Where the item that begins at a place ends. */
function endOf(bytes: Buffer, at: number): number {
  const { end, type, value } = headAt(bytes, at);
  if (type === 2 || type === 3) return end + value;
  const inside = type === 4 ? value : type === 5 ? 2 * value : 0;
  let place = end;
  for (let i = 0; i < inside; i++) place = endOf(bytes, place);
  return place;
}

/** The items of a list, each as its bytes, after the head of the list. */
function partsOf(list: Buffer): Buffer[] {
  const { end, value } = headAt(list, 0);
  const parts = [list.subarray(0, end)];
  for (let i = 0, at = end; i < value; i++) {
    const next = endOf(list, at);
    parts.push(list.subarray(at, next));
    at = next;
  }
  return parts;
}

/** A list with its items in the order of their bytes. */
function sorted(list: Buffer): Buffer {
  const [head = Buffer.of(), ...items] = partsOf(list);
  return Buffer.concat([head, ...items.sort((a, b) => a.compare(b))]);
}

/** A list with one of its items, which is a list too, sorted. */
function withSorted(list: Buffer, index: number): Buffer {
  return Buffer.concat(partsOf(list).map((part, i) => (i === index + 1 ? sorted(part) : part)));
}

const opened = ({ content }: IndexFile) => gunzipSync(content).subarray(MARK.length);
const closed = (path: string, list: Buffer): IndexFile => ({
  path,
  content: gzipSync(Buffer.concat([MARK, list]), { level: 9 }),
});

/** A name such as `en_196f7d7`, of the same language and length as the old one, that follows from the contents. */
function nameAfter(contents: Buffer, old: string): string {
  const language = old.slice(0, old.lastIndexOf('_') + 1);
  return (
    language +
    createHash('sha256')
      .update(contents)
      .digest('hex')
      .slice(0, old.length - language.length)
  );
}

const renamed = (text: string, names: ReadonlyMap<string, string>) =>
  [...names].reduce((all, [old, name]) => all.replaceAll(old, name), text);

/** The same search index, in an order that depends on nothing but the site. */
export function inStableOrder(files: readonly IndexFile[]): IndexFile[] {
  const [filterNames, metaNames] = [new Map<string, string>(), new Map<string, string>()];
  const filters = files.filter(({ path }) => path.endsWith('.pf_filter'));
  const metas = files.filter(({ path }) => path.endsWith('.pf_meta'));
  const entries = files.filter(({ path }) => basename(path) === 'pagefind-entry.json');
  const others = files.filter((file) => ![...filters, ...metas, ...entries].includes(file));

  const newFilters = filters.map((file) => {
    const list = withSorted(opened(file), 1);
    const old = basename(file.path, '.pf_filter');
    filterNames.set(old, nameAfter(list, old));
    return closed(renamed(file.path, filterNames), list);
  });
  const newMetas = metas.map((file) => {
    const list = withSorted(
      Buffer.from(renamed(opened(file).toString('latin1'), filterNames), 'latin1'),
      FILTERS_IN_META,
    );
    const old = basename(file.path, '.pf_meta').replace(/^pagefind\./, '');
    metaNames.set(old, nameAfter(list, old));
    return closed(renamed(file.path, metaNames), list);
  });
  const newEntries = entries.map(({ path, content }) => ({
    path,
    content: Buffer.from(renamed(Buffer.from(content).toString('utf8'), metaNames)),
  }));
  return [...others, ...newFilters, ...newMetas, ...newEntries];
}
