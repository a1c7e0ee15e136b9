import { z } from 'astro/zod';
import { Slug } from './slug.ts';
import { Line } from './text.ts';

/** A family of tools as the survey's talk or journal edition presents it. */
export const ToolGroup = z.strictObject({
  title: Line.describe('What the family is called.'),
  summary: Line.describe('What its members have in common.'),
  examples: z
    .strictObject({
      2021: z.array(Line).default([]).describe('On the slides of 2021.'),
      2022: z.array(Line).default([]).describe('In the journal article of 2022.'),
    })
    .describe('Names printed on the slide or in the article.'),
  tools: z.array(Slug).describe('Slugs of those of them that have a page here.'),
  challenges: z.array(Slug).min(1).describe('Slugs of the challenges that the family serves.'),
  mappingBasis: Line.describe('Whether the link to the challenges is the survey’s or ours.'),
  pros: z.array(Line).default([]).describe('What speaks for it, with the edition in brackets.'),
  cons: z.array(Line).default([]).describe('What speaks against it, with the edition in brackets.'),
  surveyReports: z
    .array(Line)
    .default([])
    .describe('What the survey says of it, with the edition in brackets.'),
  references: z.array(z.string()).default([]).describe('Keys of the works that the survey points to.'),
});
export type ToolGroup = z.infer<typeof ToolGroup>;

/** The whole of `tool-groups.yaml`: families of tools by the slug of each. */
export const ToolGroups = z.record(z.string(), ToolGroup);
