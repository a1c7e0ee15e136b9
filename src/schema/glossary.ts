import { z } from 'astro/zod';
import { namesOnce } from './relation.ts';
import { Slug } from './slug.ts';
import { Line } from './text.ts';

/** A page of the guide, from the root of the site; a part of a page after `#`. */
export const GuideAddress = Line.regex(/^\/(?:[^/\s][^\s]*)?$/, {
  error: 'the address of a page of the guide, such as /challenges/concept-drift/',
});

/** A word of the trade, and what it means in this guide. */
export const Term = z.strictObject({
  id: Slug.describe('Its anchor in the glossary: permanent, since people link to it.'),
  term: Line.max(60).describe('The word, in 60 characters at most.'),
  means: Line.max(240).describe('What it means here, in a sentence or two, 240 characters at most.'),
  also: z
    .array(Line)
    .default([])
    .describe('Other words for the same thing; none stands elsewhere in the glossary.'),
  see: z
    .array(GuideAddress)
    .max(4)
    .superRefine(namesOnce)
    .default([])
    .describe('Where the guide tells more: addresses such as /challenges/concept-drift/, 4 at most.'),
});
export type Term = z.infer<typeof Term>;

/** The whole of `glossary.yaml`; the page sorts it. */
export const Glossary = z.array(Term).min(1);
export type Glossary = z.infer<typeof Glossary>;
