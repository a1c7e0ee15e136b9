import type { Node, PageType } from '../metadata/structured-data.ts';

/** The same page in another format. */
export interface Alternate {
  /** Its media type, such as `text/markdown`. */
  readonly type: string;
  /** Its address from the root of the site. */
  readonly address: string;
  readonly title?: string;
}

/** A picture for links to a page, and what it shows in words. */
export interface Picture {
  readonly address: string;
  readonly alt: string;
}

/** Nodes of JSON-LD as a text that may stand in a script element, whatever strings they hold. */
export const jsonLdOf = (nodes: readonly object[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c');

/** What a page hands to the head besides its title and description. */
export interface HeadParts {
  /** The same in other formats. */
  readonly alternates?: readonly Alternate[] | undefined;
  /** The picture that stands beside links to the page. */
  readonly image?: Picture | undefined;
  /** What the page is about, as nodes of JSON-LD, the most important first; see `graphOf`. */
  readonly structured?: readonly Node[] | undefined;
  /** What the page is to machines, where the nodes do not say so. */
  readonly pageType?: PageType | undefined;
}
