import { z } from 'astro/zod';
import { NAMED_TWICE, noneTwice } from './relation.ts';
import { Slug } from './slug.ts';
import { Aliases, Line, Summary } from './text.ts';
import { EDITION_VALUES } from './vocabulary.ts';

export const EditionName = z.literal([...EDITION_VALUES]);

/** One thing that makes deploying machine learning hard; a row of the survey's table, or a later community addition. */
export const Challenge = z.strictObject({
  title: Line.max(80),
  /** The step it belongs to today: a slug of `workflow.yaml`. */
  step: Slug,
  /** Its place within the step, from 1, as in the survey's table. */
  order: z.int().min(1),
  /** Where the challenge is a row of its own. */
  editions: z.array(EditionName).min(1),
  /** The row's wording in each edition, where it was seen. */
  names: z.strictObject({ 2021: Line.optional(), 2022: Line.optional() }),
  /** The definition in a sentence or two. */
  summary: Summary,
  aliases: Aliases,
  /** What people say when they meet it; at least four. */
  symptoms: z.array(Line.max(120)).min(4).max(7),
  /** What a reviewer can ask, to be answered yes or no; an id is permanent, since reviews keep it. */
  questions: z
    .array(
      z.strictObject({
        id: Slug,
        question: Line.max(160).regex(/\?$/, { error: 'a question that ends in a question mark' }),
      }),
    )
    .min(5)
    .max(8),
  /** Neighbouring challenges, and why a reader should look there too. */
  related: z
    .array(z.strictObject({ challenge: Slug, why: Line }))
    .min(1)
    .refine((related) => noneTwice(related.map(({ challenge }) => challenge)), { error: NAMED_TWICE }),
});
export type Challenge = z.infer<typeof Challenge>;
