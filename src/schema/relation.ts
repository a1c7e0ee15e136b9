import { z } from 'astro/zod';
import { Slug } from './slug.ts';
import { Line } from './text.ts';

/** A challenge and how the entry helps against it, in half a sentence. */
export const HelpsChallenge = z.strictObject({ challenge: Slug, how: Line });
export type HelpsChallenge = z.infer<typeof HelpsChallenge>;

/** Refuses a list that names the same thing twice. */
export const noneTwice = (values: readonly string[]): boolean => new Set(values).size === values.length;
export const NAMED_TWICE = 'each one only once';

/** The challenges an entry helps against, each once. */
export const HelpsChallenges = z
  .array(HelpsChallenge)
  .min(1)
  .refine((helps) => noneTwice(helps.map(({ challenge }) => challenge)), { error: NAMED_TWICE });
