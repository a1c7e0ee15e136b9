/** `[@key]` or `[@one; @two]`, as Pandoc writes citations. No key holds a bracket, so `[@[@[@` is read in one go. */
const CITATION = /\[@[^[\]\s;]+(?:\s*;\s*@[^[\]\s;]+)*\]/g;
const KEY = /@([^[\]\s;]+)/g;

/** A citation mark in a text: what it cites, and where it stands (offsets in UTF-16 units). */
export interface Citation {
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Citations of a text, in order. */
export const citationsIn = (text: string): Citation[] =>
  [...text.matchAll(CITATION)].map((match) => ({
    keys: [...match[0].matchAll(KEY)].map(([, key]) => key as string),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Works cited in a text, each once, in the order of first citation: the numbers of its reference list. */
export const citedKeys = (text: string): string[] => [
  ...new Set(citationsIn(text).flatMap(({ keys }) => keys)),
];

/** Anchor of a work in a reference list. */
export const referenceAnchor = (key: string): string => `ref-${key}`;
/**
 * The key of the work that an address names, from what stands behind its page; nothing where it names no work.
 * @param hash such as `#ref-sculley2015`
 */
export function workIn(hash: string): string | undefined {
  try {
    return /^#ref-(.+)$/s.exec(decodeURIComponent(hash))?.[1];
  } catch {
    return undefined;
  }
}
/** Anchor of the nth place (from 1) that cites a work. */
export const citationAnchor = (key: string, nth: number): string => `cite-${key}-${nth}`;

/** What a page needs to print its reference list: works in citation order, and how often each is cited. */
export type CitedWorks = readonly { readonly key: string; readonly places: number }[];

/** The works that a rendered text cites. @param frontmatter what the plugins of Markdown left for its page */
export const citedIn = (frontmatter: Record<string, unknown>): CitedWorks =>
  (frontmatter['citations'] ?? []) as CitedWorks;
