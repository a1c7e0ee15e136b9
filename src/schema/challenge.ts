import { z } from 'astro/zod';
import { eachOnce } from './relation.ts';
import { Slug } from './slug.ts';
import { Aliases, Line, Summary } from './text.ts';
import { EDITION_VALUES } from './vocabulary.ts';

export const EditionName = z.literal([...EDITION_VALUES]);

/** One thing that makes deploying machine learning hard; a row of the survey's table, or a later community addition. */
export const Challenge = z.strictObject({
  title: Line.max(80).describe('What the challenge is called, in 80 characters at most.'),
  step: Slug.describe('The step it belongs to today: a slug of `workflow.yaml`.'),
  order: z.int().min(1).describe('Its place within the step, from 1, as in the survey’s table.'),
  editions: z.array(EditionName).min(1).describe('Where the challenge is a row of its own.'),
  names: z
    .strictObject({
      2021: Line.optional().describe('In the slides of 2021.'),
      2022: Line.optional().describe('In the journal article of 2022.'),
    })
    .describe('The row’s wording in each edition, where it was seen.'),
  summary: Summary.describe('The definition in a sentence or two, 160 characters at most.'),
  aliases: Aliases.describe('Other words that people use for it; searched, not shown as headings.'),
  symptoms: z
    .array(Line.max(120))
    .min(4)
    .max(7)
    .describe('What people say when they meet it: 4 to 7 sentences of 120 characters at most.'),
  questions: z
    .array(
      z.strictObject({
        id: Slug.describe('Begins with the slug of the challenge; permanent, since reviews keep it.'),
        question: Line.max(160)
          .regex(/\?$/, { error: 'a question that ends in a question mark' })
          .describe('One thing to ask, in 160 characters at most.'),
      }),
    )
    .min(5)
    .max(8)
    .describe('What a reviewer can ask, to be answered yes or no: 5 to 8 questions.'),
  related: z
    .array(
      z.strictObject({
        challenge: Slug.describe('The slug of a challenge.'),
        why: Line.describe('Why a reader should look there too.'),
      }),
    )
    .min(1)
    .superRefine(eachOnce(({ challenge }) => challenge, 'challenge'))
    .describe('Neighbouring challenges, each once.'),
});
export type Challenge = z.infer<typeof Challenge>;
