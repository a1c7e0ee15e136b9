import type { Html, Node, Nodes, Parents, Root, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { hiddenSignsIn } from '../schema/hidden-signs.ts';
import { citedKeys } from './citations.ts';
import { withoutCode } from './prose.ts';

/** Something in a Markdown text, and where it stands: UTF-16 units from the start of the text. */
interface Placed {
  readonly offset: number;
}

/** A heading: its depth, its words, whether it stands at the top level, and whether nothing stands below it. */
export interface Heading extends Placed {
  readonly depth: number;
  readonly title: string;
  readonly isOuter: boolean;
  readonly isEmpty: boolean;
}

/** What a Markdown text holds, as far as it matters whether it may stand there. */
export interface MarkdownFacts {
  readonly headings: readonly Heading[];
  /** Raw HTML; of the two tags of one element, the first. */
  readonly html: readonly (Placed & { readonly found: string })[];
  readonly images: readonly Placed[];
  /** Links and autolinks, with their addresses as a browser would get them. */
  readonly links: readonly (Placed & { readonly address: string })[];
  readonly definitions: readonly (Placed & { readonly label: string; readonly address: string })[];
  /** Labels that links by reference use. */
  readonly labels: ReadonlySet<string>;
  readonly notes: readonly (Placed & { readonly label: string })[];
  readonly noteMarks: ReadonlySet<string>;
  /** Code, which is no prose. */
  readonly code: readonly (Placed & { readonly end: number })[];
  /** Stretches of plain text as they were typed: what looks like a link or a note there is none. */
  readonly plain: readonly (Placed & { readonly typed: string })[];
  /** Signs that nobody sees, written as entities. */
  readonly hidden: readonly (Placed & { readonly names: string })[];
  /** Citations that only show once escapes and entities are read: the page has them all the same. */
  readonly veiled: readonly (Placed & { readonly key: string })[];
  /** What there is too much of for anybody to read, or for the build to bear; then nothing else is told. */
  readonly excess?: 'marks' | 'depth';
}

const READER = unified().use(remarkParse).use(remarkGfm);

/** Reads a text of plain Markdown with the reader of the build. What nobody asks about, such as positions, may be missing. */
export const markdownTree = (text: string): Root => treeOfPlain(text) ?? READER.parse(text);

const startOf = (node: Node) => node.position?.start.offset ?? 0;
const endOf = (node: Node) => node.position?.end.offset ?? 0;

/** Words of a heading or another node, without its marks. */
export const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';

/** Nodes that say nothing by themselves: a section of nothing else is empty. */
const SAYS_NOTHING = new Set(['heading', 'definition', 'html', 'thematicBreak', 'footnoteDefinition']);

/** Whether a node holds a letter or a digit; a picture is a slip of its own. */
const saysSomething = (node: Nodes): boolean =>
  node.type === 'image' || node.type === 'imageReference'
    ? true
    : 'value' in node
      ? /[\p{L}\p{N}]/u.test(node.value)
      : 'children' in node && node.children.some(saysSomething);

function headingsOf(root: Root): Heading[] {
  const headings: Heading[] = [];
  visit(root, 'heading', (node, index = 0, parent) => {
    const isOuter = parent === root;
    let isEmpty = isOuter;
    for (let i = index + 1; isOuter && i < root.children.length; i += 1) {
      const below = root.children[i] as Nodes;
      // A heading of the first level is a slip of its own, and ends no section.
      if (below.type === 'heading' && below.depth > 1 && below.depth <= node.depth) break;
      if (!SAYS_NOTHING.has(below.type) && saysSomething(below)) {
        isEmpty = false;
        break;
      }
    }
    headings.push({
      depth: node.depth,
      title: wordsOf(node).trim(),
      offset: startOf(node),
      isOuter,
      isEmpty,
    });
  });
  return headings;
}

const TAG = /^<(\/?)([a-z][\w:-]*)/i;

/** Raw HTML among the children of a node; a closing tag whose element was opened there is no slip of its own. */
function htmlIn(parent: Parents): Html[] {
  const open = new Map<string, number>();
  return parent.children.flatMap((node) => {
    if (node.type !== 'html') return [];
    const [, slash, name = ''] = TAG.exec(node.value.trim()) ?? [];
    const tag = name.toLowerCase();
    const depth = open.get(tag) ?? 0;
    if (tag) open.set(tag, Math.max(0, depth + (slash ? -1 : 1)));
    return slash && depth > 0 ? [] : [node];
  });
}

/**
 * Marks whose nesting costs the reader time that grows with their square: of emphasis, quotations and links, and those
 * of lists that begin within lists on one line.
 */
const MARKS = /[*_~>[\]]|(?:[-+]|\d{1,9}[.)])(?=[ \t]+(?:[-+*>]|\d{1,9}[.)]))/g;

/** More marks than any honest text has, and fewer than would keep the reader busy for seconds. */
export const MOST_MARKS = 1000;

/** How many marks of emphasis, quotation, links and nested lists a text holds. */
export const marksIn = (text: string): number => text.match(MARKS)?.length ?? 0;

/** The most levels of lists, quotations and emphasis within one another; what walks the tree calls itself for each. */
export const MOST_LEVELS = 100;

/** Whether a tree has more levels than the build can bear. */
function isTooDeep(root: Root): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

const NOTHING: MarkdownFacts = {
  headings: [],
  html: [],
  images: [],
  links: [],
  definitions: [],
  labels: new Set(),
  notes: [],
  noteMarks: new Set(),
  code: [],
  plain: [],
  hidden: [],
  veiled: [],
};

/** Facts of texts that were read before: several rules ask, and `npm run dev` asks again for every page. */
const read = new Map<string, MarkdownFacts>();
const MOST_KEPT = 20_000;

/** Reads a text of plain Markdown with the reader of the build, and tells what it holds; nothing but that where there is too much. */
export function markdownFacts(text: string): MarkdownFacts {
  const before = read.get(text);
  if (before) return before;
  const facts =
    marksIn(text) > MOST_MARKS
      ? { ...NOTHING, excess: 'marks' as const }
      : (factsOfPlain(text) ?? factsOfTree(text));
  if (read.size >= MOST_KEPT) read.clear();
  read.set(text, facts);
  return facts;
}

/** A sign by its number or name: `&#8203;`, `&#x200b;`, `&shy;`. */
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/gi;

/** Citations that cannot be part of anything else: of plain keys, and with nothing behind them that would make them a link. */
const PLAIN_CITATION = /\[@[a-z\d-]+(?:; ?@[a-z\d-]+)*\](?![[(:])/gi;

/** Signs that may mean something in Markdown wherever they stand. */
const MEANING = /[\\`*_~<>[\]&|@\t\r\0]|:\/\/|www\./i;

/** Lines that begin something else than a paragraph or a heading of the second level. */
const OTHER_LINE = /^(?:[ \-+=:]|\d+[.)]|#(?!# [^#]+$))/m;

/**
 * Whether a text is nothing but paragraphs, headings of the second level and citations. Most case studies are, and making
 * a tree of each is most of what checking thousands of them costs.
 */
const isPlain = (text: string): boolean =>
  !OTHER_LINE.test(text) && !MEANING.test(text.replace(PLAIN_CITATION, ''));

/** A break within a paragraph: of two blanks at the end of a line. */
const HARD_BREAK = / {2}\n./;

const textNode = (value: string): Text => ({ type: 'text', value });

/** The tree of a plain text, without positions; nothing for other texts. */
export function treeOfPlain(text: string): Root | undefined {
  if (!isPlain(text) || HARD_BREAK.test(text)) return undefined;
  const children: RootContent[] = [];
  let lines: string[] = [];
  const endParagraph = () => {
    if (lines.length > 0) children.push({ type: 'paragraph', children: [textNode(lines.join('\n'))] });
    lines = [];
  };
  for (const typed of text.split('\n')) {
    const title = /^## +(.*?) *$/.exec(typed)?.[1];
    const line = typed.replace(/ +$/, '');
    if (line === '' || title !== undefined) endParagraph();
    if (title !== undefined)
      children.push({ type: 'heading', depth: 2, children: title === '' ? [] : [textNode(title)] });
    else if (line !== '') lines.push(line);
  }
  endParagraph();
  return { type: 'root', children };
}

/**
 * Facts of a plain text; nothing for other texts. No stretches of plain text are told, since nothing in them looks like a
 * link, a note or a heading.
 */
export function factsOfPlain(text: string): MarkdownFacts | undefined {
  if (!isPlain(text)) return undefined;
  const headings: (Heading & { isEmpty: boolean })[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const last = headings.at(-1);
    if (line.startsWith('## '))
      headings.push({ depth: 2, title: line.slice(3).trim(), offset, isOuter: true, isEmpty: true });
    else if (last?.isEmpty && /[\p{L}\p{N}]/u.test(line)) last.isEmpty = false;
    offset += line.length + 1;
  }
  return { ...NOTHING, headings };
}

/** Facts of any text, by the tree that the reader of the build makes of it. */
export function factsOfTree(text: string): MarkdownFacts {
  const root = READER.parse(text);
  if (isTooDeep(root)) return { ...NOTHING, excess: 'depth' };
  const labels = new Set<string>();
  const noteMarks = new Set<string>();
  const facts = {
    headings: headingsOf(root),
    html: [] as (Placed & { found: string })[],
    images: [] as Placed[],
    links: [] as (Placed & { address: string })[],
    definitions: [] as (Placed & { label: string; address: string })[],
    notes: [] as (Placed & { label: string })[],
    code: [] as (Placed & { end: number })[],
    plain: [] as (Placed & { typed: string })[],
    hidden: [] as (Placed & { names: string })[],
    veiled: [] as (Placed & { key: string })[],
  };
  /** Tells of hidden signs in a value; what stands in the file itself is told of the file, and entities only show here. */
  const tellEntities = (start: number, end: number, value: string | null | undefined) => {
    if (!value || hiddenSignsIn(value).length === 0) return;
    for (const { 0: entity, index } of text.slice(start, end).matchAll(ENTITY))
      for (const { names } of hiddenSignsIn(wordsOf(READER.parse(entity))))
        facts.hidden.push({ offset: start + index, names });
  };
  visit(root, (node) => {
    const offset = startOf(node);
    if ('children' in node)
      facts.html.push(...htmlIn(node).map((html) => ({ offset: startOf(html), found: html.value })));
    switch (node.type) {
      case 'image':
        facts.images.push({ offset });
        break;
      case 'imageReference':
        labels.add(node.identifier);
        facts.images.push({ offset });
        break;
      case 'link':
        facts.links.push({ offset, address: node.url });
        tellEntities(node.children.at(-1)?.position?.end.offset ?? offset, endOf(node), node.title);
        break;
      case 'linkReference':
        labels.add(node.identifier);
        break;
      case 'definition':
        facts.definitions.push({ offset, label: node.identifier, address: node.url });
        tellEntities(offset, endOf(node), node.title);
        break;
      case 'code':
      case 'inlineCode':
        facts.code.push({ offset, end: endOf(node) });
        break;
      case 'footnoteReference':
        noteMarks.add(node.identifier);
        break;
      case 'footnoteDefinition':
        facts.notes.push({ offset, label: node.identifier });
        break;
      case 'text': {
        const typed = text.slice(offset, endOf(node));
        facts.plain.push({ offset, typed });
        if (typed !== node.value) {
          const shown = new Set(citedKeys(typed));
          for (const key of citedKeys(node.value)) if (!shown.has(key)) facts.veiled.push({ offset, key });
        }
        tellEntities(offset, endOf(node), node.value);
        break;
      }
      default:
    }
  });
  return { ...facts, labels, noteMarks };
}

/** A text of plain Markdown with its code blanked out, as its reader sees it: every offset stays. */
export function markdownProse(text: string): string {
  const { code, excess } = markdownFacts(text);
  if (excess !== undefined) return withoutCode(text);
  let prose = '';
  for (const { offset, end } of code)
    prose += text.slice(prose.length, offset) + text.slice(offset, end).replace(/[^\r\n]/g, ' ');
  return prose + text.slice(prose.length);
}
