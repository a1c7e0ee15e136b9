import { z } from 'astro/zod';
import { NAMED_TWICE, noneTwice } from './relation.ts';
import { Slug } from './slug.ts';
import { Line } from './text.ts';

/** A page of the guide, from the root of the site; a part of a page after `#`. */
export const GuideAddress = Line.regex(/^\/(?:[^/\s][^\s]*)?$/, {
  error: 'the address of a page of the guide, such as /challenges/concept-drift/',
});

/** A word of the trade, and what it means in this guide. */
export const Term = z.strictObject({
  /** Its anchor in the glossary: permanent, since people link to it. */
  id: Slug,
  term: Line.max(60),
  /** The meaning in a sentence or two. */
  means: Line.max(240),
  /** Other words for the same thing; none stands elsewhere in the glossary. */
  also: z.array(Line).default([]),
  /** Where the guide tells more. */
  see: z.array(GuideAddress).max(4).refine(noneTwice, { error: NAMED_TWICE }).default([]),
});
export type Term = z.infer<typeof Term>;

/** The whole of `glossary.yaml`; the page sorts it. */
export const Glossary = z.array(Term).min(1);
export type Glossary = z.infer<typeof Glossary>;
