import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { mdxTree } from '../model/mdx-tree.ts';
import { COMPONENTS, NO_ESM, NO_EXPRESSION, refusalOf, type MdxCollection } from '../model/mdx.ts';
import { withoutCode } from '../model/prose.ts';
import { linksIn } from './known-link.ts';
import type { Rule } from './rule.ts';
import { textsOf } from './unread.ts';

/** The reader's words without places, which count from the start of the body rather than of the file. */
const plain = (reason: string) => reason.replace(/ \(\d+:\d+-\d+:\d+\)/g, '');

/** Something in an MDX text at which the build would fail. */
interface Fault {
  readonly offset: number;
  readonly message: string;
}

/** A text without any of these holds nothing that could be refused, which saves reading it. */
const MAY_BE_REFUSED = /[<{]|!\[|^(?:import|export)\b|\]:|\]\((?!https?:|mailto:|\/(?!\/)|#)/m;

/** Faults told of one text at most: each is found by reading it once more. */
const MOST_FAULTS = 20;

/** Offset of a place as messages write it: line and column from 1. */
const offsetAt = (text: string, line: number, column: number) =>
  text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, column - 1);

/** What the reader could not get past: the stretch of text to leave out, and what to say about it. */
interface Obstacle extends Fault {
  readonly length: number;
  /** Tags without their pair: one is told, since the others may follow from it. */
  readonly isPair: boolean;
}

/** What stopped the reader; nothing when it cannot be told from the rest of the text. */
function obstacleIn(text: string, { reason, source, place }: VFileMessage): Obstacle | undefined {
  // Tags without their pair are named by line and column in the words, as the reader counts them.
  const opened = /^Expected a closing tag.*?\((\d+):(\d+)-/.exec(reason);
  const point = place && ('start' in place ? place.start : place);
  const at = opened ? offsetAt(text, Number(opened[1]), Number(opened[2])) : (point?.offset ?? 0);

  if (source === 'micromark-extension-mdxjs-esm') {
    const found = [...text.slice(0, at).matchAll(/^(?:import|export)\b/gm)].at(-1);
    const block = found && /^[\s\S]*?(?=\n[ \t\r]*\n|$(?![\s\S]))/.exec(text.slice(found.index))?.[0];
    return found && { offset: found.index, length: block?.length ?? 1, message: NO_ESM, isPair: false };
  }
  const isInTag = /<[A-Za-z][^<>]*$/.test(text.slice(0, at));
  if (source === 'micromark-extension-mdx-expression' && !isInTag) {
    const offset = text.lastIndexOf('{', at);
    return offset < 0 ? undefined : { offset, length: 1, message: NO_EXPRESSION, isPair: false };
  }
  const offset = text.lastIndexOf('<', at);
  if (offset < 0) return undefined;
  const tag = /^<[A-Za-z/][^<>\n]*>/.exec(text.slice(offset))?.[0] ?? '<';
  const isPair = source === 'mdast-util-mdx-jsx';
  const message = isPair
    ? `the MDX cannot be read: ${plain(reason)}`
    : '"<" begins a tag here, and it cannot be read; write \\< for the sign';
  return { offset, length: tag.length, message, isPair };
}

/** What the build refuses in a text that can be read. */
function refusalsIn(text: string, body: string, collection: MdxCollection): Fault[] {
  const refusals: Fault[] = [];
  const links = linksIn(withoutCode(body));
  visit(mdxTree(text), (node) => {
    const message = refusalOf(node, COMPONENTS[collection]);
    if (!message) return;
    const { start, end } = node.position as Required<Position>;
    const [from, to] = [start.offset ?? 0, end.offset ?? 0];
    const isLink = node.type === 'link' || node.type === 'definition';
    // What `known-link` sees, it tells; up to three blanks may stand before a definition.
    if (isLink && links.some(({ offset }) => offset >= from - 3 && offset < to)) return;
    refusals.push({ offset: from, message });
  });
  return refusals;
}

/** Everything in an MDX text at which the build would fail, in order. */
function faultsIn(body: string, collection: MdxCollection): Fault[] {
  if (!MAY_BE_REFUSED.test(body)) return [];
  const faults: Fault[] = [];
  let text = body;
  while (faults.length < MOST_FAULTS) {
    try {
      faults.push(...refusalsIn(text, body, collection));
      break;
    } catch (error) {
      if (!(error instanceof Error && 'reason' in error)) throw error;
      const obstacle = obstacleIn(text, error as VFileMessage);
      if (!obstacle) {
        faults.push({ offset: 0, message: `the MDX cannot be read: ${plain(String(error.reason))}` });
        break;
      }
      const { offset, length, message, isPair } = obstacle;
      if (!isPair || faults.length === 0) faults.push({ offset, message });
      const blank = text.slice(offset, offset + length).replace(/[^\r\n]/g, ' ');
      text = text.slice(0, offset) + blank + text.slice(offset + length);
    }
  }
  return faults.toSorted((a, b) => a.offset - b.offset);
}

/** Faults of texts that were read before: `npm run dev` asks again for every page. */
const read = new Map<string, readonly Fault[]>();

/** A text of MDX holds prose and the components of its pages; anything else would fail the build. */
export const mdx: Rule = {
  id: 'mdx',
  check(content, report) {
    for (const collection of Object.keys(COMPONENTS) as MdxCollection[])
      for (const { where, body } of textsOf(content, [collection])) {
        const key = `${collection} ${body}`;
        const faults = read.get(key) ?? faultsIn(body, collection);
        read.set(key, faults);
        for (const { offset, message } of faults) report({ ...where, offset }, message);
      }
  },
};
