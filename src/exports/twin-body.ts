import type {
  Blockquote,
  Definition,
  FootnoteDefinition,
  Heading,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { citationsIn, referenceAnchor } from '../model/citations.ts';
import { wordsOf } from '../model/markdown.ts';
import { joined, line, link, trimmed, type Part } from './twin-nodes.ts';

/** What the text of a twin needs to know of the page beside it. */
export interface BodyPlace {
  /** Full address of the page that shows the text. */
  readonly page: string;
  /** Gives the full address of a page from its path. */
  readonly locate: (path: string) => string;
  /** Keys of the works that can be cited. */
  readonly works: { has: (key: string) => boolean };
  /**
   * What an element of MDX shows, as blocks.
   * @param of its attribute, the slug of what it tells of
   * @param inside what stands between its tags
   * @param depth the deepest level that a heading of its own may have here
   */
  readonly elementOf?: (
    name: string,
    of: string | undefined,
    inside: RootContent[],
    depth: Heading['depth'],
  ) => RootContent[];
}

/** The text of a twin: its blocks, the works that it cites in the order of their numbers, and its footnotes in theirs. */
export interface Body {
  readonly blocks: RootContent[];
  readonly cited: string[];
  readonly notes: PhrasingContent[][];
}

/** An element of MDX, as far as it matters here. */
interface Element {
  readonly type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  readonly name: string | null;
  readonly attributes: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children: Nodes[];
}
const isElement = (node: { readonly type: string }): boolean =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/**
 * Where a link leads, as a full address; nothing for those that a page would not let lead anywhere.
 * @param page the full address of the page it stands on
 */
export function addressFrom(
  url: string,
  { page, locate }: Pick<BodyPlace, 'page' | 'locate'>,
): string | undefined {
  if (/^\/(?![/\\])/.test(url)) return locate(url);
  const full = URL.parse(url, page);
  return full && /^(?:https?|mailto):$/.test(full.protocol) ? full.href : undefined;
}

/**
 * A text of the guide as it stands in a twin: elements replaced by what they show, citations by numbers that lead to the
 * list of sources on the page, links by full addresses. Raw HTML and pictures go, as on the page.
 * Headings begin at the second level and leave none out.
 * @param tree as the readers of the build give it; it stays as it is
 */
export function bodyOf(tree: Root, place: BodyPlace): Body {
  const writer = new Writer(tree, place);
  const blocks = writer.blocks(tree.children);
  return { blocks, cited: writer.cited, notes: writer.notesInOrder() };
}

/** Walks a tree in reading order, since numbers are given in that order. */
class Writer {
  readonly cited: string[] = [];
  readonly #place: BodyPlace;
  readonly #definitions = new Map<string, Definition>();
  readonly #footnotes = new Map<string, FootnoteDefinition>();
  readonly #noted: string[] = [];
  /** The level of the heading before, and the highest that one may have here. */
  #depth: Heading['depth'] = 1;
  #highest = 2;

  constructor(tree: Root, place: BodyPlace) {
    this.#place = place;
    this.#collect(tree.children);
  }

  /** Definitions stand among blocks; of two of one label, the first counts. */
  #collect(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      if (node.type === 'definition' && !this.#definitions.has(node.identifier))
        this.#definitions.set(node.identifier, node);
      if (node.type === 'footnoteDefinition' && !this.#footnotes.has(node.identifier))
        this.#footnotes.set(node.identifier, node);
      if ('children' in node && node.type !== 'paragraph') this.#collect(node.children);
    }
  }

  /** The words of each footnote that the text points to; a note may point to further ones. */
  notesInOrder(): PhrasingContent[][] {
    const notes: PhrasingContent[][] = [];
    for (let i = 0; i < this.#noted.length; i += 1) {
      const note = this.#footnotes.get(this.#noted[i] ?? '');
      const blocks = note ? this.blocks(note.children) : [];
      notes.push(
        blocks.flatMap((block, j): PhrasingContent[] =>
          block.type === 'paragraph'
            ? [...(j > 0 ? line(' ') : []), ...block.children]
            : line(j > 0 && ' ', wordsOf(block)),
        ),
      );
    }
    return notes;
  }

  blocks(nodes: readonly Nodes[]): RootContent[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  #block(node: Nodes): RootContent[] {
    if (isElement(node)) return this.#element(node as unknown as Element);
    switch (node.type) {
      case 'heading': {
        const wanted = Math.max(this.#highest, node.depth);
        this.#depth = Math.min(wanted, this.#depth + 1) as Heading['depth'];
        const children = trimmed(this.#inline(node.children));
        return children.length > 0
          ? [{ type: 'heading', depth: this.#depth, children } satisfies Heading]
          : [];
      }
      case 'paragraph': {
        // An element that stands in a line of words comes after them: what it shows takes lines of its own.
        const elements = node.children.filter(isElement);
        const words = trimmed(this.#inline(node.children));
        return [
          ...(words.length > 0 ? [{ type: 'paragraph', children: words } satisfies Paragraph] : []),
          ...this.blocks(elements),
        ];
      }
      case 'blockquote': {
        const children = this.blocks(node.children) as Blockquote['children'];
        return children.length > 0 ? [{ type: 'blockquote', children }] : [];
      }
      case 'list':
        return [
          {
            type: 'list',
            ordered: node.ordered ?? false,
            ...(typeof node.start === 'number' && { start: node.start }),
            spread: node.spread ?? false,
            children: node.children.map((item) => this.#item(item)),
          } satisfies List,
        ];
      case 'table':
        return [
          {
            type: 'table',
            ...(node.align && { align: node.align }),
            children: node.children.map((row) => ({
              type: 'tableRow',
              children: row.children.map((cell) => ({
                type: 'tableCell',
                children: trimmed(this.#inline(cell.children)),
              })),
            })),
          } satisfies Table,
        ];
      case 'code':
        return [{ type: 'code', value: node.value, ...(node.lang && { lang: node.lang }) }];
      case 'thematicBreak':
        return [{ type: 'thematicBreak' }];
      default:
        return [];
    }
  }

  /** The box of a task is written as it was typed, as on the page. */
  #item(item: ListItem): ListItem {
    const children = this.blocks(item.children) as ListItem['children'];
    const [first] = children;
    if (typeof item.checked === 'boolean' && first?.type === 'paragraph')
      first.children = line(item.checked ? '[x] ' : '[ ] ', first.children);
    return { type: 'listItem', spread: item.spread ?? false, children };
  }

  #element({ name, attributes, children }: Element): RootContent[] {
    const of = attributes.find((attribute) => attribute.name === 'of')?.value;
    const depth = Math.min(3, this.#depth + 1) as Heading['depth'];
    const [before, highest] = [this.#depth, this.#highest];
    // The heading of what is told comes before the headings inside.
    this.#depth = depth;
    this.#highest = depth + 1;
    const inside = this.blocks(children);
    this.#depth = before;
    this.#highest = highest;
    return (
      this.#place.elementOf?.(name ?? '', typeof of === 'string' ? of : undefined, inside, depth) ?? inside
    );
  }

  /** @param isLinked whether the words stand within a link, which may hold no other: citations stay as they are typed */
  #inline(nodes: readonly Nodes[], isLinked = false): PhrasingContent[] {
    return line(nodes.map((node) => this.#word(node, isLinked)));
  }

  #word(node: Nodes, isLinked: boolean): Part {
    switch (node.type) {
      case 'text':
        return isLinked ? node.value : this.#text(node.value);
      case 'emphasis':
      case 'strong':
      case 'delete': {
        const children = this.#inline(node.children, isLinked);
        return children.length > 0 && { type: node.type, children };
      }
      case 'inlineCode':
        return { type: 'inlineCode', value: node.value };
      case 'break':
        return { type: 'break' };
      case 'link':
        return this.#link(node.url, node.children);
      case 'linkReference':
        return this.#link(this.#definitions.get(node.identifier)?.url, node.children);
      case 'footnoteReference':
        return this.#footnote(node.identifier);
      default:
        return undefined;
    }
  }

  #link(typed: string | undefined, nodes: readonly PhrasingContent[]): Part {
    const children = this.#inline(nodes, true);
    const url = typed === undefined ? undefined : addressFrom(typed, this.#place);
    return url === undefined || children.length === 0 ? children : { type: 'link', url, children };
  }

  #text(value: string): Part {
    const parts: Part[] = [];
    let from = 0;
    for (const { keys, start, end } of citationsIn(value)) {
      if (!keys.some((key) => this.#place.works.has(key))) continue;
      // A citation hangs on the word before it, with one blank between.
      parts.push(
        value.slice(from, start).replace(/ $/, ''),
        ' (',
        joined(
          keys.map((key) =>
            this.#place.works.has(key)
              ? link(`${this.#place.page}#${referenceAnchor(key)}`, String(this.#numberOf(key)))
              : `@${key}`,
          ),
          ', ',
        ),
        ')',
      );
      from = end;
    }
    return [...parts, value.slice(from)];
  }

  #numberOf(key: string): number {
    const at = this.cited.indexOf(key);
    return at < 0 ? this.cited.push(key) : at + 1;
  }

  #footnote(identifier: string): Part {
    if (!this.#footnotes.has(identifier)) return undefined;
    const at = this.#noted.indexOf(identifier);
    return ` (note ${at < 0 ? this.#noted.push(identifier) : at + 1})`;
  }
}
