import { z } from 'astro/zod';
import { EditionName } from './challenge.ts';
import { Slug } from './slug.ts';
import { Aliases, Line, Summary } from './text.ts';
import { SHAPES } from './vocabulary.ts';

const Names = z.strictObject({ 2021: Line.optional(), 2022: Line.optional() });
const Reports = z.array(Line).default([]);

export const Step = z.strictObject({
  slug: Slug,
  title: Line,
  names: Names,
  editions: z.array(EditionName).min(1),
  summary: Line.max(240),
  aliases: Aliases,
  /** What the survey says of the step, as retold by the notes we read. */
  surveyReports: Reports,
  /** How this step differs between the editions. */
  editionNote: Line.optional(),
});
export type Step = z.infer<typeof Step>;

export const Stage = z.strictObject({
  slug: Slug,
  title: Line,
  /** Two letters that stand for the stage in cards and the map. */
  mark: z.string().regex(/^[A-Z]{2}$/, { error: 'a mark of two capital letters' }),
  shape: z.enum(SHAPES),
  names: Names,
  editions: z.array(EditionName).min(1),
  summary: Summary,
  aliases: Aliases,
  surveyReports: Reports,
  /** Stages that belong to the same question, and why. */
  related: z.array(z.strictObject({ stage: Slug, why: Line })).default([]),
  steps: z.array(Step).min(1),
});
export type Stage = z.infer<typeof Stage>;

/** The survey's order of things: stages and steps, and what stood elsewhere in an edition. */
export const Workflow = z.strictObject({
  stages: z.array(Stage).min(1),
  /** Challenges that stood under another step in an edition. */
  moved: z.array(z.strictObject({ challenge: Slug, edition: EditionName, step: Slug })).default([]),
});
export type Workflow = z.infer<typeof Workflow>;
