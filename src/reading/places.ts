import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Document } from 'yaml';

/** One file as text, cut into front matter and body, with what is needed to find a place in it again. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly yaml: Document | undefined;
  /** Offset of the front matter's text, and of the body, in the file. */
  readonly yamlStart: number;
  readonly bodyStart: number;
  readonly body: string;
  /** Lines with signs that nobody sees: what else looks wrong there may follow from them. */
  readonly blindLines: ReadonlySet<number>;
}

/** Offsets at which the lines of a text begin. */
export function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines.addNewLine(i + 1);
  return lines;
}

/** Path, line and column of an offset; lines and columns count from 1. */
export function placeIn(
  { path, lines }: Pick<Source, 'path' | 'lines'>,
  offset: number,
): { path: string; line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { path, line: Math.max(1, line), column: Math.max(1, col) };
}

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
export function offsetOf(yaml: Document, path: readonly (string | number)[], atKey: boolean): number {
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

/** A value as it was typed, before YAML took it for a number or a date; nothing for lists and groups. */
export function typedAt(yaml: Document, path: readonly (string | number)[]): string | undefined {
  const node = nodeAt(yaml, path);
  return isScalar(node) ? node.source : undefined;
}
