import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { CslItem, Work } from './references.ts';

/** Keys as typed, so that `[@key]` in a page and the key in the file are the same word. */
plugins.config.get('@bibtex').format.checkLabel = false;

/**
 * Works of a BibTeX file.
 * @param text the file's text
 * @throws SyntaxError from the parser when the BibTeX is not well formed
 */
export function worksFromBibtex(text: string): Work[] {
  const items = new Cite(text).data as (CslItem & { _graph?: unknown })[];
  // citation-js keeps the whole input beside each item; a work needs only its own fields.
  return items.map(({ _graph, ...csl }) => ({ key: csl.id, csl, url: urlOf(csl) }));
}

/** Pages print the address as a link, so whatever is no address on the web is none. */
const urlOf = ({ DOI, URL }: CslItem): string | undefined =>
  DOI ? `https://doi.org/${DOI}` : URL && /^https?:\/\//i.test(URL) ? URL : undefined;

/**
 * Reference texts in APA style (CSL, through citeproc), as plain text without the address:
 * pages print that as a link of its own.
 * @returns the text of each work by its key
 */
export function formattedReferences(works: readonly Work[]): Map<string, string> {
  // One at a time: set as one list, two works of an author and year would become 2024a and 2024b on every page.
  return new Map(
    works.map(({ key, csl: { DOI: _doi, URL: _url, ...csl } }) => {
      const text = new Cite([csl]).format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' });
      return [key, String(text).trim()];
    }),
  );
}
