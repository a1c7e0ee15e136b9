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

const urlOf = ({ DOI, URL }: CslItem): string | undefined => (DOI ? `https://doi.org/${DOI}` : URL);

/**
 * Reference texts in APA style (CSL, through citeproc), as plain text without the address:
 * pages print that as a link of its own.
 * @returns the text of each work by its key
 */
export function formattedReferences(works: readonly Work[]): Map<string, string> {
  const cite = new Cite(works.map(({ csl: { DOI: _doi, URL: _url, ...csl } }) => csl));
  const entries = cite.format('bibliography', {
    format: 'text',
    template: 'apa',
    lang: 'en-US',
    asEntryArray: true,
  }) as [string, string][];
  return new Map(entries.map(([key, text]) => [key, text.trim()]));
}
