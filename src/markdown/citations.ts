import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { citationAnchor, citationsIn, referenceAnchor, type CitedWorks } from '../model/citations.ts';

/**
 * Rehype plugin: turns `[@key]` in prose into numbered links to the reference list, and leaves the list's keys
 * in `citations` of the page's front matter, where the page reads them as `remarkPluginFrontmatter`.
 * It runs after the sanitiser, so that nobody else can write these anchors.
 */
export function rehypeCitations() {
  return (tree: Root, file: VFile) => {
    const places = new Map<string, number>();
    const numberOf = (key: string) => {
      if (!places.has(key)) places.set(key, 0);
      return [...places.keys()].indexOf(key) + 1;
    };
    const link = (key: string): Element => {
      const number = numberOf(key);
      const nth = (places.get(key) ?? 0) + 1;
      places.set(key, nth);
      return {
        type: 'element',
        tagName: 'a',
        properties: {
          href: `#${referenceAnchor(key)}`,
          id: citationAnchor(key, nth),
          ariaLabel: `Reference ${number}`,
        },
        children: [{ type: 'text', value: String(number) }],
      };
    };
    visit(tree, (node, index, parent) => {
      // Code is no prose, and a link may not stand within a link.
      if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'a')) return SKIP;
      if (node.type !== 'text' || !parent || index === undefined) return undefined;
      const found = citationsIn(node.value);
      if (found.length === 0) return undefined;
      const pieces: ElementContent[] = [];
      let from = 0;
      for (const { keys, start, end } of found) {
        // A citation hangs on the word before it, so the space that authors type there goes.
        const before = node.value.slice(from, start).replace(/ $/, '');
        if (before) pieces.push({ type: 'text', value: before });
        pieces.push({
          type: 'element',
          tagName: 'sup',
          properties: { className: ['citation'] },
          children: keys.flatMap((key, i): ElementContent[] =>
            i === 0 ? [link(key)] : [{ type: 'text', value: ', ' }, link(key)],
          ),
        });
        from = end;
      }
      const rest = node.value.slice(from);
      if (rest) pieces.push({ type: 'text', value: rest });
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
    const astro = (file.data['astro'] ??= {}) as { frontmatter?: Record<string, unknown> };
    const frontmatter = (astro.frontmatter ??= {});
    frontmatter['citations'] = [...places].map(([key, count]) => ({
      key,
      places: count,
    })) satisfies CitedWorks;
  };
}
