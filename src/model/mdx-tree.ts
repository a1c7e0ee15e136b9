import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';

/** The reader of the build, with the Markdown that the guide reads. */
const READER = createProcessor({ remarkPlugins: [remarkGfm] });

/**
 * Trees of texts that were read before: a rule asks for them, then the Markdown twins do. The build has a copy of this
 * module beside that of the check before it, in one process, and both share what they read.
 */
const shared = globalThis as { mdxTrees?: Map<string, Root> };
const read = (shared.mdxTrees ??= new Map<string, Root>());
const MOST_KEPT = 1000;

/**
 * Reads a text of MDX with the reader of the build. Nobody changes the tree: others get the same.
 * @throws VFileMessage where the text is no MDX
 */
export function mdxTree(text: string): Root {
  const before = read.get(text);
  if (before) return before;
  const tree = READER.parse(text);
  if (read.size >= MOST_KEPT) read.clear();
  read.set(text, tree);
  return tree;
}
