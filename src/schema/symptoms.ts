import { z } from 'astro/zod';
import { eachOnce } from './relation.ts';
import { Slug } from './slug.ts';
import { Line } from './text.ts';

/** A challenge that a symptom may come from. */
export const LikelyChallenge = z.strictObject({
  challenge: Slug.describe('The slug of a challenge.'),
  when: Line.max(120).describe(
    'What else is there when it is this one: a sentence that tells it from the others, 120 characters at most.',
  ),
});

/** Something that people say before they know what it is called. */
export const Symptom = z.strictObject({
  id: Slug.describe('Its anchor on the page of symptoms: permanent, since people link to it.'),
  says: Line.max(110).describe(
    'The sentence, in the voice of the person who says it, 110 characters at most.',
  ),
  challenges: z
    .array(LikelyChallenge)
    .min(1)
    .max(4)
    .superRefine(eachOnce(({ challenge }) => challenge, 'challenge'))
    .describe('What it is likely to be, most likely first: 1 to 4 challenges.'),
});
export type Symptom = z.infer<typeof Symptom>;

/** Symptoms that are met in the same place, in the order in which readers see them. */
export const SymptomGroup = z.strictObject({
  id: Slug.describe('Its anchor on the page of symptoms.'),
  title: Line.max(60).describe('Where these symptoms are met, in 60 characters at most.'),
  symptoms: z.array(Symptom).min(1).describe('In the order in which readers see them.'),
});
export type SymptomGroup = z.infer<typeof SymptomGroup>;

/** The whole of `symptoms.yaml`: what people say, and the challenges that are likely behind it. */
export const Symptoms = z.array(SymptomGroup).min(1);
export type Symptoms = z.infer<typeof Symptoms>;
