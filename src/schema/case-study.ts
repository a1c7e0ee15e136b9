import { z } from 'astro/zod';
import { Day, Period } from './date.ts';
import { NAMED_TWICE, noneTwice } from './relation.ts';
import { Slug } from './slug.ts';
import { Source } from './source.ts';
import { Line } from './text.ts';
import { BASES, EVIDENCE, INDUSTRIES, keysOf, KINDS, OUTCOMES, STATUSES } from './vocabulary.ts';

/** A mitigation in a case: whose idea it was there, and how it turned out. */
export const AppliedMitigation = z.strictObject({
  id: Slug,
  outcome: z.enum(keysOf(OUTCOMES)),
  basis: z.enum(keysOf(BASES)).default('used'),
  /** What the source says about it, in a sentence. */
  note: Line.max(240).optional(),
});
export type AppliedMitigation = z.infer<typeof AppliedMitigation>;

/** One organisation's reported experience with machine learning in use. */
export const CaseStudy = z.strictObject({
  title: Line.min(10, { error: 'a title of 10 to 120 characters' }).max(120, {
    error: 'a title of 10 to 120 characters',
  }),
  /** Left out, or `anonymous`, where the source names none. */
  organisation: Line.optional(),
  industry: z.enum(keysOf(INDUSTRIES)),
  /** Year of the report. */
  year: z
    .int({ error: 'a year such as 2024, without quotes' })
    .min(1990, { error: 'a year from 1990 on' })
    .max(new Date().getUTCFullYear(), { error: 'a year that is not in the future' }),
  kind: z.enum(keysOf(KINDS)),
  /** What the model was for. */
  task: Line,
  challenges: z
    .array(Slug)
    .min(1, { error: 'at least one challenge' })
    .max(8, { error: '8 challenges at most' })
    .refine(noneTwice, { error: NAMED_TWICE }),
  mitigations: z
    .array(AppliedMitigation)
    .max(10, { error: '10 mitigations at most' })
    .refine((applied) => noneTwice(applied.map(({ id }) => id)), { error: NAMED_TWICE })
    .default([]),
  /** Tools or approaches that the source names. */
  tools: z
    .array(Slug)
    .max(10, { error: '10 tools at most' })
    .refine(noneTwice, { error: NAMED_TWICE })
    .default([]),
  source: Source,
  /** The boundary of the figures; printed beside them. */
  scope: Line.optional(),
  /** Legal state when last seen, with `statusAsOf`. */
  status: z.enum(keysOf(STATUSES)).optional(),
  statusAsOf: Period.optional(),
  /** How the source was seen. */
  evidence: z.enum(keysOf(EVIDENCE)),
  /** The day someone last compared this entry with its source. */
  checked: Day,
  /** A handle, for thanks. */
  contributor: Line.optional(),
  /** What was compared with the source, in key words. */
  facts: z.array(Line).default([]),
  /** What a careful reader should know about the source. */
  caveat: Line.optional(),
  /** How the case is known to be one of the survey's; left out for all others. */
  survey: Line.optional(),
});
export type CaseStudy = z.infer<typeof CaseStudy>;
