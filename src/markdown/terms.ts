import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Term } from '../schema/glossary.ts';

/** What a plugin needs of a term. */
export type MarkedTerm = Pick<Term, 'id' | 'term' | 'means' | 'see'>;

/** Elements in which no word is marked: a link may not stand within a link, a heading names, and code is no prose. */
const UNMARKED = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'code', 'pre', 'sup', 'th', 'dt']);

/**
 * Whether texts mark a term. One ordinary word, such as "agent" or "pilot", also has senses that the glossary does not
 * mean; several words, or a sign that ordinary words lack, have one.
 */
const isMarked = ({ term }: MarkedTerm): boolean => /[\s\d/-]|\p{Lu}/u.test(term);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A term as texts write it: also in the plural, and at the head of a sentence unless it is written in capitals. */
const patternOf = (terms: readonly MarkedTerm[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}-])(${terms
      .map(({ term }) => term)
      .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map(escaped)
      .join('|')})(?:e?s)?(?![\\p{L}\\p{N}-])`,
    'giu',
  );

/** The address of the page that a file becomes; undefined for what is no entry. */
function pageOf(path: string | undefined): string | undefined {
  const [, folder, slug] = /content[/\\]([^/\\]+)[/\\](?:.*[/\\])?([^/\\]+)\.mdx?$/.exec(path ?? '') ?? [];
  return folder && slug && `/${folder}/${slug}/`;
}

/** The term as a link to its place in the glossary; its meaning shows where somebody points at it. */
const linkTo = ({ id, means }: MarkedTerm, text: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { className: ['term'], href: `/glossary/#${id}`, title: means },
  children: [{ type: 'text', value: text }],
});

/**
 * Rehype plugin: the first time that a text uses a term of the glossary, the term leads there and tells its meaning.
 * A page that the glossary sends its readers to is about the term itself, and does not mark it.
 * It runs after the sanitiser, so that no text can write such links itself, and before the base path is added.
 */
export function rehypeTerms({ terms }: { terms: readonly MarkedTerm[] }) {
  const marked = terms.filter(isMarked);
  const byName = new Map(marked.map((term) => [term.term.toLowerCase(), term]));
  const pattern = patternOf(marked);
  return (tree: Root, file: VFile) => {
    if (marked.length === 0) return;
    const page = pageOf(file.path);
    const told = new Set(marked.filter(({ see }) => page !== undefined && see.includes(page)));
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && UNMARKED.has(node.tagName)) return SKIP;
      if (node.type !== 'text' || !parent || index === undefined) return undefined;
      const pieces: ElementContent[] = [];
      let from = 0;
      for (const { 0: text, 1: name = '', index: at } of node.value.matchAll(pattern)) {
        const term = byName.get(name.toLowerCase());
        if (!term || told.has(term) || !isSame(term.term, name)) continue;
        told.add(term);
        if (at > from) pieces.push({ type: 'text', value: node.value.slice(from, at) });
        pieces.push(linkTo(term, text));
        from = at + text.length;
      }
      if (pieces.length === 0) return undefined;
      if (from < node.value.length) pieces.push({ type: 'text', value: node.value.slice(from) });
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

/** Whether a text writes a term as it is written, but for a capital at the head of a sentence. */
const isSame = (term: string, text: string): boolean =>
  text === term || text === `${term.charAt(0).toUpperCase()}${term.slice(1)}`;
