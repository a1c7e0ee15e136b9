import { z } from 'astro/zod';
import { isMap, isNode, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { Failure } from '../../src/cli/failure.ts';

/** What a reader has in hand when asking. */
export const KINDS = ['name', 'synonym', 'symptom', 'mitigation', 'tool', 'organisation', 'typo'] as const;
/** Queries that the search was tuned with, and queries kept from whoever tuned it. */
export const SETS = ['tuning', 'held-out'] as const;

/** With fewer queries than this, one of them moves success at 3 by a percentage point. */
export const FEWEST = 120;

/** A query as a reader would type it, and the pages that answer it. */
export const Query = z.strictObject({
  query: z.string().trim().min(2).max(300),
  kind: z.enum(KINDS),
  /** Addresses of pages, any of which is a right answer. */
  wants: z.array(z.string().regex(/^\/([a-z0-9-]+\/)+$/, 'must be an address such as /tools/dvc/')).min(1),
  set: z.enum(SETS),
});
export type Query = z.infer<typeof Query>;

const asked = (query: string) => query.trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * Reads the judged queries.
 * @param source the YAML
 * @param file its path, for messages
 * @param addresses of the pages that can be found
 * @throws Failure that names every slip with its line
 */
export function queriesOf(
  source: string,
  file: string,
  addresses: ReadonlySet<string>,
  fewest = FEWEST,
): Query[] {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const slips: string[] = [];
  const lineAt = (node: Node | undefined) => lines.linePos(node?.range?.[0] ?? 0).line;
  const slip = (at: Node | undefined, message: string) => slips.push(`${file}:${lineAt(at)}: ${message}`);
  for (const error of document.errors)
    slips.push(`${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n', 1).join('')}`);
  const list = document.contents;
  if (slips.length === 0 && !isSeq(list)) slips.push(`${file}:1: must be a list of queries`);

  const queries: Query[] = [];
  const lineOf = new Map<string, number>();
  for (const item of slips.length === 0 && isSeq(list) ? list.items : []) {
    const node = isNode(item) ? item : undefined;
    const read = Query.safeParse(node?.toJS(document));
    if (!read.success) {
      for (const { path, message } of read.error.issues) {
        const inner: unknown = isMap(item) && path.length > 0 ? item.getIn(path, true) : undefined;
        slip(isNode(inner) ? inner : node, `${path.join('.') || 'entry'}: ${message}`);
      }
      continue;
    }
    const query = read.data;
    for (const address of query.wants)
      if (!addresses.has(address)) slip(node, `the site has no page ${address} that can be found`);
    const before = lineOf.get(asked(query.query));
    if (before !== undefined) slip(node, `"${query.query}" stands in line ${before} already`);
    else lineOf.set(asked(query.query), lineAt(node));
    queries.push(query);
  }
  if (slips.length === 0 && queries.length < fewest)
    slips.push(`${file}: ${queries.length} queries are too few to measure with: ${fewest} are needed`);
  if (slips.length > 0) throw new Failure(slips.join('\n'));
  return queries;
}
