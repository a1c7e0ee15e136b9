import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import {
  defaultHandlers,
  toMarkdown,
  type Options,
  type SafeConfig,
  type State,
} from 'mdast-util-to-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/*
 * What may mean something to a reader of Markdown: wherever it stands, at the beginning of a line, at its end; and the
 * signs that mean nothing in an address. A text without any of the former, and an address of the latter alone, are
 * written as they are; the writer of Markdown would try each of its patterns on them, which takes most of its time.
 */
const MAY_MEAN = /[\\`*_[\]<~|@#!\r\n\t]|&[#a-z]|[a-z]:\/|w\.[\w.-]/i;
const MAY_BEGIN = /^(?:[\s+\-=:>]|\d+[.)])/;
const PLAIN_ADDRESS = /^[\w\-.:/#?=%,;+]*$/;

const isOuter = (sign: string): boolean => /[\r\n]/.test(sign);

const isPlain = (words: string, stack: State['stack'], { before, after }: SafeConfig): boolean =>
  stack.includes('destinationRaw') || stack.includes('autolink')
    ? PLAIN_ADDRESS.test(words)
    : !MAY_MEAN.test(words) &&
      !(isOuter(before) && MAY_BEGIN.test(words)) &&
      !(isOuter(after) && words.endsWith(' '));

const root: typeof defaultHandlers.root = (node: Root, parent, state, info) => {
  const safe = state.safe.bind(state);
  state.safe = (words, config) =>
    words && isPlain(words, state.stack, config) ? words : safe(words, config);
  return defaultHandlers.root(node, parent, state, info);
};

/** GitHub's marks are escaped too: many readers take them, and a CommonMark reader shows an escaped sign as the sign. */
const WRITING: Options = {
  bullet: '-',
  listItemIndent: 'one',
  rule: '-',
  handlers: { root },
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
};

/**
 * A tree as Markdown that CommonMark readers show as it is meant: what is text in the tree is text for them, whatever
 * signs it holds. Only a table or struck words in the tree need a reader of GitHub's Markdown. Ends in a line break.
 */
export const markdownOf = (root: Root): string => toMarkdown(root, WRITING);

/** Text, headings, lists, tables and links; no pictures, no form fields, no ids, no classes. */
const HTML = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, {
    ...defaultSchema,
    tagNames: (defaultSchema.tagNames ?? []).filter(
      (name) => !['img', 'picture', 'source', 'input'].includes(name),
    ),
    attributes: { a: ['href', 'title'], ol: ['start'], td: ['align'], th: ['align'] },
    protocols: { href: ['http', 'https', 'mailto'] },
  })
  .use(rehypeStringify);

/**
 * A tree as HTML for readers of feeds: safe, without classes, ids and scripts. Its links are those of the tree, which
 * are full addresses in the trees of twins.
 */
export const htmlOf = (root: Root): string => HTML.stringify(HTML.runSync(root));
