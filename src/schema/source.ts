import { z } from 'astro/zod';
import { Year } from './date.ts';
import { Line, WebAddress } from './text.ts';

/** What a DOI looks like, and how to say so. */
export const DOI_PATTERN = /^10\.\d{4,}\/\S+$/;
export const DOI_EXPECTED = 'a DOI such as 10.1145/3533378, without https://doi.org/';

/** The work that an entry rests on, and where a reader finds it. */
export const Source = z
  .strictObject({
    title: Line,
    /** As printed on the work. Left out where no author was seen. */
    authors: z.array(Line).min(1).optional(),
    /** Year of the publication; left out where it was not seen. */
    year: Year.optional(),
    /** Journal, conference, court, newspaper or blog. */
    venue: Line.optional(),
    doi: z.string().regex(DOI_PATTERN, { error: DOI_EXPECTED }).optional(),
    arxiv: z
      .string()
      .regex(/^\d{4}\.\d{4,5}$/, { error: 'an arXiv number in quotes, such as "2011.09926"' })
      .optional(),
    isbn: z
      .string()
      .regex(/^[\d-]{9,16}[\dXx]$/, { error: 'an ISBN of 10 or 13 digits, in quotes' })
      .optional(),
    url: WebAddress.optional(),
    /** True where only a copy of the work was seen, not the publisher's own page. */
    urlIsCopy: z.literal(true).optional(),
  })
  .refine(({ doi, arxiv, isbn, url }) => doi ?? arxiv ?? isbn ?? url, {
    error: 'at least one of doi, arxiv, isbn or url',
  });
export type Source = z.infer<typeof Source>;
