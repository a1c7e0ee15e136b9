import { z } from 'astro/zod';
import { EditionName } from './challenge.ts';
import { Slug } from './slug.ts';
import { Aliases, Line, Summary } from './text.ts';
import { SHAPES } from './vocabulary.ts';

const Names = z
  .strictObject({
    2021: Line.optional().describe('In the slides of 2021.'),
    2022: Line.optional().describe('In the journal article of 2022.'),
  })
  .describe('The wording of each edition, where it was seen.');
const Reports = z
  .array(Line)
  .default([])
  .describe('What the survey says, as retold by the notes we read, with the edition in brackets.');
const Editions = z.array(EditionName).min(1).describe('Where it stands.');
const OtherWords = Aliases.describe('Other words that people use for it; searched, not shown as headings.');

export const Step = z.strictObject({
  slug: Slug.describe('Its name in addresses; never changes.'),
  title: Line.describe('What readers see.'),
  names: Names,
  editions: Editions,
  summary: Line.max(240).describe('What belongs to it, in 240 characters at most.'),
  aliases: OtherWords,
  surveyReports: Reports,
  editionNote: Line.optional().describe('How the step differs between the editions.'),
});
export type Step = z.infer<typeof Step>;

export const Stage = z.strictObject({
  slug: Slug.describe('Its name in addresses; never changes.'),
  title: Line.describe('What readers see.'),
  mark: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'a mark of two capital letters' })
    .describe('Two capital letters that stand for the stage in cards and the map.'),
  shape: z.enum(SHAPES).describe('The shape that stands beside its colour.'),
  names: Names,
  editions: Editions,
  summary: Summary.describe('What belongs to it, in 160 characters at most.'),
  aliases: OtherWords,
  surveyReports: Reports,
  related: z
    .array(
      z.strictObject({
        stage: Slug.describe('The slug of a stage.'),
        why: Line.describe('Why a reader should look there too.'),
      }),
    )
    .default([])
    .describe('Stages that belong to the same question.'),
  steps: z.array(Step).min(1).describe('Its steps, in order.'),
});
export type Stage = z.infer<typeof Stage>;

/** The survey's order of things: stages and steps, and what stood elsewhere in an edition. */
export const Workflow = z.strictObject({
  stages: z.array(Stage).min(1).describe('The stages, in order.'),
  moved: z
    .array(
      z.strictObject({
        challenge: Slug.describe('The slug of a challenge.'),
        edition: EditionName.describe('The edition in which it stood elsewhere.'),
        step: Slug.describe('The slug of the step under which it stood there.'),
      }),
    )
    .default([])
    .describe('Challenges that stood under another step in an edition.'),
});
export type Workflow = z.infer<typeof Workflow>;
