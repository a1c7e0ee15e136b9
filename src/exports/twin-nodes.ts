import type { Heading, List, Paragraph, PhrasingContent } from 'mdast';

/** Something to put into a line of text; what is missing is left out. */
export type Part = string | PhrasingContent | readonly Part[] | false | undefined;

const flat = (parts: readonly Part[]): (string | PhrasingContent)[] =>
  parts.flatMap((part) =>
    part === undefined || part === false
      ? []
      : typeof part === 'object' && !('type' in part)
        ? flat(part)
        : [part],
  );

/** Makes one line of text of parts: blanks that meet are one, and so are texts that meet. */
export function line(...parts: readonly Part[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const part of flat(parts)) {
    const words = typeof part === 'string' ? part : part.type === 'text' ? part.value : undefined;
    const last = nodes.at(-1);
    if (words === '') continue;
    if (words === undefined) nodes.push(part as Exclude<typeof part, string>);
    else if (last?.type === 'text')
      nodes[nodes.length - 1] = { type: 'text', value: oneLine(last.value + words) };
    else nodes.push({ type: 'text', value: oneLine(words) });
  }
  return nodes;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** A line without blanks at its ends. */
export function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const first = nodes.at(0);
  const last = nodes.at(-1);
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type !== 'text' || (node !== first && node !== last)) return [node];
    const start = node === first ? node.value.trimStart() : node.value;
    const value = node === last ? start.trimEnd() : start;
    return value ? [{ type: 'text', value }] : [];
  });
}

/** Parts as a paragraph without blanks at its ends. */
export const paragraph = (...parts: readonly Part[]): Paragraph => ({
  type: 'paragraph',
  children: trimmed(line(...parts)),
});

/** Parts as a heading of a level. */
export const heading = (depth: Heading['depth'], ...parts: readonly Part[]): Heading => ({
  type: 'heading',
  depth,
  children: line(...parts),
});

/** Parts in bold. */
export const strong = (...parts: readonly Part[]): PhrasingContent => ({
  type: 'strong',
  children: line(...parts),
});

/** A link whose words are its title; the blanks around a title are no part of it. */
export const link = (url: string, title: string): PhrasingContent => ({
  type: 'link',
  url,
  children: line(title.trim()),
});

/** Lines as the items of a list. */
export const list = (items: readonly (readonly PhrasingContent[])[], ordered = false): List => ({
  type: 'list',
  ordered,
  spread: false,
  children: items.map((item) => ({
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: [...item] }],
  })),
});

/** Parts with a sign between them. */
export const joined = (parts: readonly Part[], sign: string): Part[] =>
  parts
    .filter((part) => part !== undefined && part !== false && part !== '')
    .flatMap((part, i): Part[] => (i === 0 ? [part] : [sign, part]));
