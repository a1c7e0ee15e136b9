import { z } from 'astro/zod';
import { HelpsChallenges } from './relation.ts';
import { Aliases, Line, Summary } from './text.ts';
import { EFFORTS, keysOf, MOMENTS } from './vocabulary.ts';

/** A reusable practice that helps against one or more challenges. */
export const Mitigation = z.strictObject({
  title: Line.max(100),
  summary: Summary,
  aliases: Aliases,
  mitigates: HelpsChallenges,
  /** Our own judgement of what it costs to take up. */
  effort: z.enum(keysOf(EFFORTS)),
  /** The moment of the project at which to start it. */
  when: z.enum(keysOf(MOMENTS)),
  /** True when a case study that used or evaluated it reports a figure; the rest of its strength is derived. */
  measured: z.literal(true).optional(),
  /** Software that was seen to serve it and has no page of its own here. */
  otherTools: z.array(Line).default([]),
});
export type Mitigation = z.infer<typeof Mitigation>;
