import { bibtexOf } from './bibtex.ts';
import { GUIDE } from './guide.ts';
import type { Dates } from './history.ts';
import { MONTHS } from './in-words.ts';
import type { PrimarySource } from './primary-source.ts';
import type { CslItem, Work } from './references.ts';

/** A work in the forms in which people cite it. */
export interface Citable {
  /** In APA style, address included. */
  readonly text: string;
  readonly bibtex: string;
  /** CSL-JSON: a list of one item. */
  readonly csl: string;
}

/** The work behind a page with a heading that says what it is to the page; or a sentence that says why there is none. */
export type CitableSource = { readonly title: string; readonly cited: Citable } | { readonly none: string };

/** CSL-JSON with a line for each field. */
const cslJson = (csl: CslItem): string => {
  const fields = Object.entries(csl).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `[{\n${fields.join(',\n')}\n}]`;
};

/**
 * A work in each form.
 * @param text the reference without its address, as `/references/` prints it
 */
export const citableOf = ({ csl, url }: Work, text: string): Citable => ({
  text: url === undefined ? text : `${text} ${url}`,
  bibtex: bibtexOf(csl),
  csl: cslJson(csl),
});

/**
 * The work behind a page in each form.
 * @param texts references by key, as `/references/` prints them
 */
export function citableSource(source: PrimarySource, texts: ReadonlyMap<string, string>): CitableSource {
  if ('none' in source) return source;
  const { title, work } = source;
  return { title, cited: citableOf(work, texts.get(work.key) ?? work.csl.title) };
}

/** A page of the guide, or the guide itself. */
export interface GuidePart {
  /** What it is called where it is cited, such as `field-guide-challenge-concept-drift`. */
  readonly key: string;
  /** The title of the page; left out for the guide itself. */
  readonly title?: string;
  /** Its full address. */
  readonly url: string;
}

/** The first signs of a commit, as Git shows them. */
export const shortCommit = (commit: string): string => commit.slice(0, 7);

/**
 * A part of the guide as a work, as it stands at its version. What is not known is left out: without Git there is no
 * date, and whoever cites it adds the day of reading.
 * @param dates when its text last changed, and by which commit
 * @param version of the guide
 */
export function workOfPart(
  { key, title, url }: GuidePart,
  { changed, commit }: Dates,
  { version }: { readonly version: string },
): Work {
  const csl: CslItem = {
    id: key,
    type: title === undefined ? 'dataset' : 'webpage',
    title: title ?? GUIDE.title,
    author: [{ literal: GUIDE.contributors }],
    ...(changed !== undefined && { issued: { 'date-parts': [changed.slice(0, 10).split('-').map(Number)] } }),
    ...(title !== undefined && { 'container-title': GUIDE.title }),
    version: commit === undefined ? version : `${version}, commit ${shortCommit(commit)}`,
    URL: url,
  };
  return { key, csl, url };
}

/**
 * The reference text of a part of the guide, without the address, in APA style as citeproc sets the same item; pages
 * have their version besides, as APA has it for data sets. A template, since there is one for every page.
 */
export function referenceOfPart({ type, title, issued, version, ...csl }: CslItem): string {
  const isPage = type === 'webpage';
  const [year = 'n.d.', month, day] = issued?.['date-parts'][0] ?? [];
  const date = isPage && month ? `${year}, ${MONTHS[Number(month) - 1]} ${day}` : year;
  const place = isPage ? `${/[.?!]$/.test(title) ? '' : '.'} ${csl['container-title']}` : '';
  return `${GUIDE.contributors}. (${date}). ${title}${place} (Version ${version})${isPage ? '' : ' [Dataset]'}.`;
}

/** A part of the guide in each form, at its version: the parameters are those of `workOfPart`. */
export function citablePart(...part: Parameters<typeof workOfPart>): Citable {
  const work = workOfPart(...part);
  return citableOf(work, referenceOfPart(work.csl));
}
