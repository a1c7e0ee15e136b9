import type { CslItem, CslName } from './references.ts';

/** BibTeX types of the CSL types that the guide meets, and the field that says where such a work appeared. */
const TYPES: Readonly<Record<string, readonly [type: string, place: string]>> = {
  'article-journal': ['article', 'journal'],
  'paper-conference': ['inproceedings', 'booktitle'],
  book: ['book', 'howpublished'],
};
const ANY_TYPE = ['misc', 'howpublished'] as const;

/** Signs with a meaning in LaTeX. Braces get names: BibTeX counts those that are escaped too. */
const LATEX: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** Two of these in a row would be one sign of LaTeX, such as a longer dash. */
const LIGATURE = /([-'`])(?=\1)/g;

/** A text as the value of a field, in braces; the signs of Unicode stand as they are. */
const value = (text: string): string =>
  `{${text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}~^<>&%$#_]/g, (sign) => LATEX[sign] ?? sign)
    .replace(LIGATURE, '$1{}')}}`;

/** A field that BibTeX styles print as it is, such as an address: what could end the field is encoded. */
const verbatim = (text: string): string => `{${text.replace(/[\s{}\\"$]/g, encodeURIComponent)}}`;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A body is one word to BibTeX, whatever its name holds; "others" is the word for those who are left out. */
function nameOf({ family, given, suffix, 'non-dropping-particle': particle, literal }: CslName): string {
  if (literal === 'others') return literal;
  if (literal !== undefined) return value(literal);
  const inner = (part: string) => {
    const escaped = value(part);
    return /[\s,]/.test(part) && /\band\b|,/i.test(part) ? escaped : escaped.slice(1, -1);
  };
  const told = (...parts: readonly (string | undefined)[]) =>
    parts.flatMap((part) => (part === undefined ? [] : inner(part)));
  return [told(particle, family).join(' '), ...told(suffix, given)].join(', ');
}

/**
 * A work as an entry of BibTeX, in UTF-8 as biber, Zotero and JabRef read it: what LaTeX would take for its own is
 * escaped, and the title keeps its capitals. Fields follow "BibTeXing" by O. Patashnik (1988), besides `doi`, `url`
 * and `isbn`, which styles of today know.
 * @param csl the work; of its date, year and month are told
 * @returns the entry without a line break at its end
 */
export function bibtexOf(csl: CslItem): string {
  const [type, place] = TYPES[csl.type] ?? ANY_TYPE;
  const isAny = type === ANY_TYPE[0];
  const venue = csl['container-title'];
  const [year, month] = csl.issued?.['date-parts'][0] ?? [];
  const fields: Readonly<Record<string, string | undefined>> = {
    title: `{${value(csl.title)}}`,
    author: csl.author && `{${csl.author.map(nameOf).join(' and ')}}`,
    year: year === undefined ? undefined : value(String(year)),
    month: MONTHS[Number(month) - 1],
    [place]: told(isAny ? (venue ?? csl.publisher) : venue),
    publisher: isAny && venue === undefined ? undefined : told(csl.publisher),
    volume: told(csl.volume),
    pages: told(csl.page)?.replace(/(?<=\d)[-–](?=\d)/, '--'),
    note: told(csl.note ?? (csl.version === undefined ? undefined : `Version ${csl.version}`)),
    isbn: told(csl.ISBN),
    doi: csl.DOI && verbatim(csl.DOI),
    url: csl.URL && verbatim(csl.URL),
  };
  const key = csl.id.replace(/[^\p{L}\p{N}_:.+/-]/gu, '-');
  const lines = Object.entries(fields).flatMap(([name, text]) => (text ? `  ${name} = ${text}` : []));
  return `@${type}{${key},\n${lines.join(',\n')}\n}`;
}

const told = (text: string | undefined): string | undefined => (text === undefined ? undefined : value(text));
