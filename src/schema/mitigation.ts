import { z } from 'astro/zod';
import { HelpsChallenges } from './relation.ts';
import { Aliases, Line, Summary } from './text.ts';
import { EFFORTS, keysOf, MOMENTS } from './vocabulary.ts';

/** A reusable practice that helps against one or more challenges. */
export const Mitigation = z.strictObject({
  title: Line.max(100).describe('What the practice is called, in 100 characters at most.'),
  summary: Summary.describe('What one does, in a sentence or two, 160 characters at most.'),
  aliases: Aliases.describe('Other words that people use for it; searched, not shown as headings.'),
  mitigates: HelpsChallenges.describe('The challenges that it helps against, each once.'),
  effort: z.enum(keysOf(EFFORTS)).describe('Our own judgement of what it costs to take up.'),
  when: z.enum(keysOf(MOMENTS)).describe('The moment of the project at which to start it.'),
  measured: z
    .literal(true)
    .optional()
    .describe('True when a case study that used or evaluated it reports a figure; left out otherwise.'),
  otherTools: z
    .array(Line)
    .default([])
    .describe('Software that was seen to serve it and has no page of its own here.'),
});
export type Mitigation = z.infer<typeof Mitigation>;
