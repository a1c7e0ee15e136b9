import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { refusalOf } from '../model/mdx.ts';

const isMdx = (file: VFile) => file.extname === '.mdx';

/**
 * Rehype plugin: strangers write Markdown, so whatever is not on the allow-list of `rehype-sanitize` goes:
 * raw HTML, scripts, event handlers, `javascript:` addresses, images from elsewhere.
 * MDX is left to `remarkRefuseCode`, since its components are no HTML.
 */
export function rehypeSafeMarkdown() {
  const sanitize = rehypeSanitize({
    ...defaultSchema,
    tagNames: (defaultSchema.tagNames ?? []).filter(
      (name) => !['img', 'picture', 'source', 'input'].includes(name),
    ),
    protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
    // Raw HTML is gone, so every `id` left is a footnote's own, which `remark-rehype` has prefixed already.
    clobberPrefix: '',
  });
  return (tree: HastRoot, file: VFile) => {
    if (isMdx(file)) return tree;
    // The sanitiser knows schemes in lower case only, and would take the address out of a link to HTTP://example.org.
    visit(tree, 'element', ({ properties }) => {
      const { href } = properties;
      if (typeof href === 'string')
        properties['href'] = href.replace(/^(?:https?|mailto):/i, (scheme) => scheme.toLowerCase());
    });
    return sanitize(tree);
  };
}

/**
 * Remark plugin: takes the images out of plain Markdown before Astro sees them. Astro imports the file that an image
 * names, and so would run `script.js?image.png` while it builds; an address that it cannot decode empties the page.
 */
export function remarkWithoutImages() {
  return (tree: MdastRoot, file: VFile) => {
    if (isMdx(file)) return;
    visit(tree, (node, index, parent) => {
      if ((node.type !== 'image' && node.type !== 'imageReference') || !parent || index === undefined)
        return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}

/**
 * Remark plugin: writes the boxes of a task list as they were typed. GitHub's Markdown makes form fields of them, which
 * the sanitiser takes out, and what is done and what is not would look the same.
 */
export function remarkPlainTasks() {
  return (tree: MdastRoot) => {
    visit(tree, 'listItem', (item) => {
      const first = item.children[0];
      if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph') return;
      first.children.unshift({ type: 'text', value: item.checked ? '[x] ' : '[ ] ' });
      item.checked = null;
    });
  };
}

/**
 * Remark plugin: fails the build on anything in an MDX page that would run, and names the place.
 * @throws through `file.fail`, with line and column
 */
export function remarkRefuseCode() {
  return (tree: MdastRoot, file: VFile) => {
    if (!isMdx(file)) return;
    const { frontmatter } = (file.data['astro'] ?? {}) as { frontmatter?: Record<string, unknown> };
    // Astro imports the file that it names; the schemas refuse it as well, since they know no such key.
    if (frontmatter && 'layout' in frontmatter) file.fail('MDX pages hold prose: "layout" is not allowed');
    visit(tree, (node) => {
      const why = refusalOf(node);
      if (why) file.fail(why, { place: node.position });
    });
  };
}
