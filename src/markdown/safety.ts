import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
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
  return (tree: HastRoot, file: VFile) => (isMdx(file) ? tree : sanitize(tree));
}

/**
 * Remark plugin: fails the build on anything in an MDX page that would run, and names the place.
 * @throws through `file.fail`, with line and column
 */
export function remarkRefuseCode() {
  return (tree: MdastRoot, file: VFile) => {
    if (!isMdx(file)) return;
    visit(tree, (node) => {
      const why = refusalOf(node);
      if (why) file.fail(why, { place: node.position });
    });
  };
}
