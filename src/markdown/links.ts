import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Rehype plugin: puts the base path before addresses that start at the root of the site,
 * so that authors write `/challenges/concept-drift/` whatever the site is served under.
 * @param options.base the configured base path, such as `/guide/`
 */
export function rehypeBasePath({ base }: { base: string }) {
  const prefix = base.replace(/\/$/, '');
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      const href = node.properties['href'];
      if (node.tagName === 'a' && typeof href === 'string' && /^\/(?!\/)/.test(href))
        node.properties['href'] = `${prefix}${href}`;
    });
  };
}

/** Rehype plugin: makes wide tables scroll inside a region that the keyboard reaches. */
export function rehypeScrollableTables() {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], role: 'region', ariaLabel: 'Table', tabIndex: 0 },
        children: [node],
      };
      return index + 1;
    });
  };
}

/** Rehype plugin: a code block may be wider than the page; lets the keyboard scroll it. */
export function rehypeFocusableCode() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'pre') node.properties['tabIndex'] = 0;
    });
  };
}
