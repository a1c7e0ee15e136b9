import { z } from 'astro/zod';
import { Slug } from './slug.ts';
import { Line } from './text.ts';

/** A family of tools as the survey's talk or journal edition presents it. */
export const ToolGroup = z.strictObject({
  title: Line,
  summary: Line,
  /** Names printed on the slide or in the article. */
  examples: z.strictObject({ 2021: z.array(Line).default([]), 2022: z.array(Line).default([]) }),
  /** Those of them that have a page here. */
  tools: z.array(Slug),
  challenges: z.array(Slug).min(1),
  /** Whether the link to the challenges is the survey's or ours. */
  mappingBasis: Line,
  pros: z.array(Line).default([]),
  cons: z.array(Line).default([]),
  surveyReports: z.array(Line).default([]),
  /** Keys of the works the survey points to. */
  references: z.array(z.string()).default([]),
});
export type ToolGroup = z.infer<typeof ToolGroup>;
