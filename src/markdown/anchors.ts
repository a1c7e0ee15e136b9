import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { caseStudyAnchor } from '../model/anchors.ts';

const isCaseStudy = (file: VFile) => file.dirname?.split(/[\\/]/).at(-1) === 'case-studies';

/**
 * Rehype plugin: gives the headings of a case study their anchors, each with `text-` before it unless it is a section.
 * Astro makes an anchor of the words of a heading, so strangers could otherwise take the anchors of the page's own parts,
 * of its references, or names that scripts look for among the globals, such as `process`.
 */
export function rehypeCaseStudyAnchors() {
  const giveIds = rehypeHeadingIds();
  return (tree: Root, file: VFile) => {
    if (!isCaseStudy(file)) return;
    void giveIds?.(tree, file, () => undefined);
    visit(tree, 'element', ({ tagName, properties }) => {
      const { id, className } = properties;
      // The heading of the footnotes is not the author's; it is the one that only screen readers meet.
      if (!/^h[1-6]$/.test(tagName) || className !== undefined || typeof id !== 'string') return;
      properties['id'] = caseStudyAnchor(id);
    });
  };
}
