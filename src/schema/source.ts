import { z } from 'astro/zod';
import { Year } from './date.ts';
import { field } from './help.ts';
import { isSeen, Line, WebAddress } from './text.ts';

/** What a DOI looks like, and how to say so. */
export const DOI_PATTERN = /^10\.\d{4,9}\/[^\s"]+$/;
export const DOI_EXPECTED = 'a DOI such as 10.1145/3533378, without https://doi.org/';

/** Numbers since April 2007, and before then with an archive's name; see https://info.arxiv.org/help/arxiv_identifier.html. */
const ARXIV_PATTERN = /^(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?\/\d{7})$/;
const ARXIV_EXPECTED = 'an arXiv number in quotes, such as "2011.09926"';

/** Whether the last sign of an ISBN fits the others: weights 10 to 1 modulo 11, or 1 and 3 in turn modulo 10 (the manual of the International ISBN Agency). */
function isIsbn(text: string): boolean {
  const signs = text.replace(/[\s-]/g, '').toUpperCase();
  const values = Array.from(signs, (sign) => (sign === 'X' ? 10 : Number(sign)));
  if (/^\d{9}[\dX]$/.test(signs))
    return values.reduce((sum, value, i) => sum + value * (10 - i), 0) % 11 === 0;
  return (
    /^97[89]\d{10}$/.test(signs) &&
    values.reduce((sum, value, i) => sum + value * (i % 2 ? 3 : 1), 0) % 10 === 0
  );
}

/** The work that an entry rests on, and where a reader finds it. */
export const Source = z
  .strictObject({
    title: field(Line, {
      description: 'The title of the work, as printed on it.',
      why: 'it is how readers find the work when its address has moved',
      examples: ['Challenges in Deploying Machine Learning: a Survey of Case Studies'],
      bad: [{ value: '', why: 'empty' }],
    }),
    authors: field(z.array(Line).min(1).optional(), {
      description: 'As printed on the work, one an item. Left out where no author was seen.',
      why: 'the reference names them',
      examples: [['Andrei Paleyes', 'Raoul-Gabriel Urma', 'Neil D. Lawrence']],
      bad: [{ value: 'A. Author, B. Author', why: 'a list is needed: [A. Author, B. Author]' }],
    }),
    year: field(Year.optional(), {
      description: 'Year of the publication. Left out where it was not seen.',
      why: 'the reference names it',
      examples: [2022],
      bad: [{ value: '2022', why: 'quotes make it text' }],
    }),
    venue: field(Line.optional(), {
      description: 'Journal, conference, court, newspaper or blog.',
      why: 'it tells readers what kind of source they will meet',
      examples: ['ACM Computing Surveys'],
      bad: [{ value: '', why: 'empty: leave the line out' }],
    }),
    doi: field(
      z
        .string()
        .regex(DOI_PATTERN, { error: DOI_EXPECTED })
        .refine(isSeen, { error: DOI_EXPECTED })
        .optional(),
      {
        description: 'The DOI alone.',
        why: 'it stays the same when publishers move',
        examples: ['10.1145/3533378'],
        bad: [
          { value: 'https://doi.org/10.1145/3533378', why: 'an address: the part after doi.org/ is needed' },
        ],
      },
    ),
    arxiv: field(
      z.string({ error: ARXIV_EXPECTED }).regex(ARXIV_PATTERN, { error: ARXIV_EXPECTED }).optional(),
      {
        description: 'The arXiv number alone, in quotes, without its version.',
        why: 'it leads to a text that everybody can read',
        examples: ['2011.09926', 'cs/0112017'],
        bad: [
          { value: 'arXiv:2011.09926v3', why: 'prefix and version are too much' },
          { value: 2011.09926, why: 'without quotes it is a number, and a last zero is lost' },
        ],
      },
    ),
    isbn: field(
      z
        .string({ error: 'an ISBN of 10 or 13 digits, in quotes' })
        .regex(/^[\d\s-]{9,17}[\dXx]$/, { error: 'an ISBN of 10 or 13 digits, in quotes' })
        .refine(isIsbn, { error: 'an ISBN whose last digit fits the others; one digit may be mistyped' })
        .optional(),
      {
        description: 'The ISBN of a book, in quotes; hyphens as you like.',
        why: 'it names the very edition',
        examples: ['978-0-262-03384-8'],
        bad: [{ value: '978-0-262-03384-9', why: 'the last digit does not fit the others' }],
      },
    ),
    url: field(WebAddress.optional(), {
      description: 'The address of the work itself, on the open web.',
      why: 'readers follow it to see for themselves',
      examples: ['https://arxiv.org/abs/2011.09926'],
      bad: [
        { value: 'www.example.org/report', why: 'https:// is missing' },
        { value: 'javascript:alert(1)', why: 'only https:// and http:// lead to a page' },
      ],
    }),
    urlIsCopy: z
      .literal(true)
      .optional()
      .describe(
        'True where only a copy of the work was seen, not the publisher’s own page; left out otherwise.',
      ),
  })
  .refine(({ doi, arxiv, isbn, url }) => doi ?? arxiv ?? isbn ?? url, {
    error: 'at least one of doi, arxiv, isbn or url',
  })
  // The same for JSON Schema, which Zod's functions cannot be turned into.
  .meta({
    anyOf: ['doi', 'arxiv', 'isbn', 'url'].map((key) => ({ required: [key], properties: { [key]: true } })),
  });
export type Source = z.infer<typeof Source>;
