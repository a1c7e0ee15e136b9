import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { nameInWords, type CslItem, type CslName, type Work } from './references.ts';

/** Keys as typed, so that `[@key]` in a page and the key in the file are the same word. */
plugins.config.get('@bibtex').format.checkLabel = false;

const { styles } = plugins.config.get('@csl');

/**
 * APA for works that stand alone. Set as one list, two of an author and year would become 2024a and 2024b; and to sort
 * works and tell them apart takes citeproc twice as long as to set them.
 */
const STYLE = 'apa-alone';
styles.add(
  STYLE,
  styles
    .get('apa')
    .replaceAll(/<sort>.*?<\/sort>/gs, '')
    .replace(/<citation\b.*?<\/citation>/s, '<citation><layout><text variable="id"/></layout></citation>'),
);

/**
 * Works of a BibTeX file.
 * @param text the file's text
 * @throws SyntaxError from the parser when the BibTeX is not well formed
 */
export function worksFromBibtex(text: string): Work[] {
  const items = new Cite(text).data as (CslItem & { _graph?: unknown })[];
  // citation-js keeps the whole input beside each item; a work needs only its own fields.
  return items.map(({ _graph, author, ...rest }) => {
    const csl: CslItem = { ...rest, ...(author && { author: author.map(nameFromBibtex) }) };
    return { key: csl.id, csl, url: urlOf(csl) };
  });
}

/**
 * A name as it was meant. citation-js takes a body in braces, and "others", for a family without given names, and a given
 * name that begins with a letter beyond ASCII for a particle.
 */
function nameFromBibtex(name: CslName): CslName {
  const { family, given, 'non-dropping-particle': particle, literal } = name;
  if (given !== undefined || family === undefined || literal !== undefined) return name;
  if (particle === undefined) return { literal: family };
  return /^\p{Lu}/u.test(particle) ? { family, given: particle } : name;
}

/** Pages print the address as a link, so whatever is no address on the web is none. */
const urlOf = ({ DOI, URL }: CslItem): string | undefined =>
  DOI ? `https://doi.org/${DOI}` : URL && /^https?:\/\//i.test(URL) ? URL : undefined;

/**
 * A name as citeproc can print it. It keeps families and given names as keys of plain objects, and so stumbles over
 * `constructor` and every other member that all objects have; such a name is printed whole.
 */
function printable(name: CslName): CslName {
  const whole = nameInWords(name);
  return whole.split(/[\s.,!]+/).some((word) => word in {}) ? { literal: whole } : name;
}

/** Works as citeproc gets them: no address, names that it can print, and ids of its own. */
const itemsOf = (works: readonly Work[]) =>
  works.map(({ csl: { DOI: _doi, URL: _url, author, ...csl } }, i) => ({
    ...csl,
    id: `work-${i}`,
    ...(author && { author: author.map(printable) }),
  }));

/**
 * Texts of works, in the order of the works; each stands for itself, wherever it is cited.
 * @returns an empty text for a work that citeproc prints nothing of
 */
function set(works: readonly Work[]): string[] {
  const entries = new Cite(itemsOf(works)).format('bibliography', {
    format: 'text',
    template: STYLE,
    lang: 'en-US',
    asEntryArray: true,
  }) as [id: string, text: string][];
  // A work that citeproc prints nothing of would shift the texts of those behind it.
  if (entries.length < works.length && works.length > 1) return works.flatMap((work) => set([work]));
  const texts = new Map(entries);
  return works.map((_, i) => (texts.get(`work-${i}`) ?? '').trim());
}

/** Texts of works that were set before, by their names: see `nameOfText`. */
export type KnownTexts = Map<string, string>;

/** Those of this process: `npm run dev` asks again after each edit. */
const ofThisProcess: KnownTexts = new Map();

/** A name of the text of a work: all that it is set from, which is not its key. */
export const nameOfText = ({ csl }: Work): string => JSON.stringify({ ...csl, id: '' });

/**
 * Reference texts in APA style (CSL, through citeproc), as plain text without the address:
 * pages print that as a link of its own.
 * @param known texts that need not be set again; gets those that were
 * @returns the text of each work by its key, in the order of the works
 */
export function formattedReferences(
  works: readonly Work[],
  known: KnownTexts = ofThisProcess,
): Map<string, string> {
  const named = works.map((work) => [work, nameOfText(work)] as const);
  const unknown = [...new Map(named.map(([work, name]) => [name, work]))].filter(
    ([name]) => !known.has(name),
  );
  const texts = set(unknown.map(([, work]) => work));
  for (const [i, [name]] of unknown.entries()) known.set(name, texts[i] ?? '');
  return new Map(named.map(([{ key }, name]) => [key, known.get(name) ?? '']));
}
