import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Components that an MDX page may use, by name; each is given to `<Content />` by the page that shows it. */
export const ALLOWED_COMPONENTS = ['SurveyReports'] as const;

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

/** What `remarkRefuseCode` meets in an MDX tree. */
interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly attributes?: readonly unknown[];
  readonly url?: string;
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

const SAFE_ADDRESS = /^(?:https?:|mailto:|\/(?!\/)|#)/i;

/** Why a node of an MDX page may not stand there, or nothing when it may. */
export function refusalOf(node: MdxNode): string | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return 'MDX pages hold prose: "import" and "export" are not allowed';
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return 'MDX pages hold prose: an expression in braces is not allowed; write \\{ for a brace';
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      if (!node.name || !(ALLOWED_COMPONENTS as readonly string[]).includes(node.name))
        return `<${node.name ?? ''}> is not among the components a page may use: ${ALLOWED_COMPONENTS.join(', ')}`;
      return node.attributes?.length ? `<${node.name}> takes no attributes` : undefined;
    case 'image':
    case 'imageReference':
      return 'images are not allowed in the text; describe it, or link to it';
    case 'link':
    case 'definition':
      return SAFE_ADDRESS.test(node.url ?? '') ? undefined : `a link may not lead to "${node.url ?? ''}"`;
    default:
      return undefined;
  }
}

/**
 * Remark plugin: fails the build on anything in an MDX page that would run, and names the place.
 * @throws through `file.fail`, with line and column
 */
export function remarkRefuseCode() {
  return (tree: MdastRoot, file: VFile) => {
    if (!isMdx(file)) return;
    visit(tree, (node) => {
      const why = refusalOf(node as MdxNode);
      if (why) file.fail(why, { place: node.position });
    });
  };
}
