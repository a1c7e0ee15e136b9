import { SLUG_PATTERN } from '../schema/slug-pattern.ts';
import { TELLERS } from './told.ts';

/** Collections whose texts are MDX, and the components that their pages hand to the text, by name. */
export const COMPONENTS = {
  challenges: [
    'Case',
    'Mitigation',
    'MoreCases',
    'MoreMitigations',
    'MoreTools',
    'Questions',
    'Related',
    'SurveyReports',
    'Symptoms',
    'Tool',
  ],
  mitigations: [],
  tools: [],
  approaches: ['SurveyReports'],
} as const;
export type MdxCollection = keyof typeof COMPONENTS;

/** Components that an MDX page may use, whatever it is about. */
export const ALLOWED_COMPONENTS: readonly string[] = [...new Set(Object.values(COMPONENTS).flat())];

/** Those of them that take `of`, the slug of what they tell of. */
const TAKES_OF: ReadonlySet<string> = new Set(Object.keys(TELLERS));

/** A node of an MDX tree, as far as it matters whether it may stand there. */
export interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
  readonly url?: string;
}

export const NO_ESM = 'MDX pages hold prose: "import" and "export" are not allowed';
export const NO_EXPRESSION =
  'MDX pages hold prose: an expression in braces is not allowed; write \\{ for a brace';

const SAFE_ADDRESS = /^(?:https?:|mailto:|\/(?!\/)|#)/i;

function attributeRefusalOf(
  name: string,
  attributes: NonNullable<MdxNode['attributes']>,
): string | undefined {
  if (!TAKES_OF.has(name)) return attributes.length > 0 ? `<${name}> takes no attributes` : undefined;
  const [of] = attributes;
  const isSlug =
    attributes.length === 1 &&
    of?.type === 'mdxJsxAttribute' &&
    of.name === 'of' &&
    typeof of.value === 'string' &&
    SLUG_PATTERN.test(of.value);
  return isSlug ? undefined : `<${name}> takes one attribute, of="slug"`;
}

/**
 * Why a node of an MDX page may not stand there, or nothing when it may.
 * @param components names of the components that the page hands to its text
 */
export function refusalOf(
  node: MdxNode,
  components: readonly string[] = ALLOWED_COMPONENTS,
): string | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return NO_ESM;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return NO_EXPRESSION;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      if (!node.name || !components.includes(node.name))
        return `<${node.name ?? ''}> is not among the components a page may use: ${components.join(', ') || 'none here'}`;
      return attributeRefusalOf(node.name, node.attributes ?? []);
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
