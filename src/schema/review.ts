import { z } from 'astro/zod';
import { eachOnce, namesOnce } from './relation.ts';
import { Slug } from './slug.ts';
import { Line } from './text.ts';

/** One answer to a question about the project. */
export const ContextOption = z.strictObject({
  id: Slug.describe('Permanent: links and registers keep it.'),
  label: Line.max(80).describe('What readers choose, in 80 characters at most.'),
});
export type ContextOption = z.infer<typeof ContextOption>;

/** One thing to say about a project before its review. */
export const ReviewContext = z
  .strictObject({
    id: Slug.describe('Permanent: links and registers keep it.'),
    question: Line.max(90)
      .regex(/\?$/, { error: 'a question that ends in a question mark' })
      .describe('What is asked, in 90 characters at most.'),
    hint: Line.max(160).optional().describe('What helps to answer, in 160 characters at most.'),
    kind: z.enum(['one', 'many']).describe('Whether one answer fits, or several.'),
    from: z
      .literal('industries')
      .optional()
      .describe(
        'Where the answers come from, when they are not listed here: the industries of case studies.',
      ),
    options: z
      .array(ContextOption)
      .min(2)
      .max(10)
      .superRefine(eachOnce(({ id }) => id, 'id'))
      .optional()
      .describe('The answers, in the order in which readers see them: 2 to 10.'),
  })
  .superRefine(({ from, options }, context) => {
    if ((from === undefined) !== (options === undefined)) return;
    context.addIssue({
      code: 'custom',
      path: [options === undefined ? 'id' : 'from'],
      message:
        options === undefined
          ? 'a context needs "options", or "from: industries"'
          : 'a context has "options" or "from", and this one has both; remove one of the two',
      params: { rule: 'invalid-value' },
    });
  });
export type ReviewContext = z.infer<typeof ReviewContext>;

/** A challenge that matters in a context. */
export const MattersBecause = z.strictObject({
  challenge: Slug.describe('The slug of a challenge.'),
  why: Line.max(180)
    .regex(/\.$/, { error: 'a sentence that ends in a full stop' })
    .describe(
      'Why it matters in this context: one sentence, 180 characters at most, borne out by the cases.',
    ),
  weight: z
    .int({ error: 'a whole number from 1 to 3' })
    .min(1, { error: 'a whole number from 1 to 3' })
    .max(3, { error: 'a whole number from 1 to 3' })
    .describe(
      'How much it matters: 1 worth a look, 2 likely to hurt, 3 has stopped or harmed such projects.',
    ),
  seenIn: z
    .array(Slug)
    .max(3)
    .superRefine(namesOnce)
    .default([])
    .describe(
      'Slugs of case studies that name the challenge and show it: 3 at most, none only where there is none.',
    ),
});
export type MattersBecause = z.infer<typeof MattersBecause>;

/** When what is said about a project makes challenges matter. */
export const ReviewRule = z.strictObject({
  id: Slug.describe('What the rule is called in messages and tests.'),
  when: z
    .record(Slug, z.array(Slug).min(1).superRefine(namesOnce))
    .describe('Answers by context: any of those named, in every context named; {} holds always.'),
  challenges: z
    .array(MattersBecause)
    .min(1)
    .superRefine(eachOnce(({ challenge }) => challenge, 'challenge'))
    .describe('The challenges that matter then, each once.'),
});
export type ReviewRule = z.infer<typeof ReviewRule>;

/** The whole of `review.yaml`: what a review asks about a project, and what follows from the answers. */
export const Review = z.strictObject({
  contexts: z.array(ReviewContext).min(1).describe('In the order in which readers see them.'),
  rules: z.array(ReviewRule).min(1).describe('In any order; the sum of weights sorts what they say.'),
});
export type Review = z.infer<typeof Review>;
