import { z } from 'astro/zod';
import { NAMED_TWICE, noneTwice } from './relation.ts';
import { Slug } from './slug.ts';
import { Line } from './text.ts';

/** A challenge that a symptom may come from. */
export const LikelyChallenge = z.strictObject({
  challenge: Slug,
  /** What else is there when it is this one: a sentence that tells it from the others. */
  when: Line.max(120),
});

/** Something that people say before they know what it is called. */
export const Symptom = z.strictObject({
  /** Its anchor on the page of symptoms: permanent, since people link to it. */
  id: Slug,
  /** The sentence, in the voice of the person who says it. */
  says: Line.max(110),
  /** What it is likely to be, most likely first. */
  challenges: z
    .array(LikelyChallenge)
    .min(1)
    .max(4)
    .refine((likely) => noneTwice(likely.map(({ challenge }) => challenge)), { error: NAMED_TWICE }),
});
export type Symptom = z.infer<typeof Symptom>;

/** Symptoms that are met in the same place, in the order in which readers see them. */
export const SymptomGroup = z.strictObject({
  /** Its anchor on the page of symptoms. */
  id: Slug,
  title: Line.max(60),
  symptoms: z.array(Symptom).min(1),
});
export type SymptomGroup = z.infer<typeof SymptomGroup>;

/** The whole of `symptoms.yaml`: what people say, and the challenges that are likely behind it. */
export const Symptoms = z.array(SymptomGroup).min(1);
export type Symptoms = z.infer<typeof Symptoms>;
