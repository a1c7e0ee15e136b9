import type { Root } from 'mdast';
import type { Parser, Processor } from 'unified';
import { treeOfPlain } from '../model/markdown.ts';

/**
 * Remark plugin: a text of nothing but paragraphs, headings and citations, as most case studies are, is read line by
 * line; the reader of Markdown reads all others. A test holds their trees against each other.
 */
export function remarkPlainFirst(this: Processor) {
  const read = this.parser as Parser<Root> | undefined;
  if (read) this.parser = (text, file) => (file.extname === '.md' && treeOfPlain(text)) || read(text, file);
}
