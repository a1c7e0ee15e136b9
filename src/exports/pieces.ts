/**
 * A text in pieces, made anew each time it is asked for: a file of the whole catalogue is never in memory at once, nor
 * kept for the next.
 */
export type Pieces = () => Iterable<string>;

/** About so many characters go out at a time. */
const AT_A_TIME = 2 ** 16;

/** The same text in pieces that are worth sending. */
function* gathered(pieces: Iterable<string>): Generator<string> {
  let some = '';
  for (const piece of pieces) {
    some += piece;
    if (some.length < AT_A_TIME) continue;
    yield some;
    some = '';
  }
  if (some) yield some;
}

/** A text as a stream of bytes in UTF-8, made as it is read; the body of an answer. */
export function streamOf(pieces: Pieces): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const source = gathered(pieces());
  return new ReadableStream({
    pull(controller) {
      const next = source.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}

/** How many bytes a text has in UTF-8. */
export function bytesOf(pieces: Pieces): number {
  let bytes = 0;
  for (const piece of pieces()) bytes += Buffer.byteLength(piece);
  return bytes;
}

/**
 * An object as JSON in pieces, a record of its lists at a time: what `JSON.stringify` writes with an indent of two, and
 * a line break.
 * @param head its fields before the lists, at least one
 */
export function* jsonPieces(
  head: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, readonly unknown[]>>,
): Generator<string> {
  yield JSON.stringify(head, undefined, 2).slice(0, -'\n}'.length);
  for (const [name, records] of Object.entries(lists)) {
    yield `,\n  ${JSON.stringify(name)}: [`;
    yield* recordPieces(records, '  ');
    yield ']';
  }
  yield '\n}\n';
}

/** What stands between the brackets of a list: each record on lines of its own. */
export function* recordPieces(records: readonly unknown[], indent: string): Generator<string> {
  for (const [i, record] of records.entries()) {
    // No line break of a text is in JSON as it is, so each of these is between fields.
    const text = JSON.stringify(record, undefined, 2).replaceAll('\n', `\n${indent}  `);
    yield `${i === 0 ? '' : ','}\n${indent}  ${text}`;
  }
  if (records.length > 0) yield `\n${indent}`;
}
