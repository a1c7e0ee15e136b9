import { z } from 'astro/zod';
import { Day, Year } from './date.ts';
import { HelpsChallenges, NAMED_TWICE, noneTwice } from './relation.ts';
import { Slug } from './slug.ts';
import { Source } from './source.ts';
import { Aliases, Line } from './text.ts';
import { Seen } from './tool.ts';
import { EVIDENCE, keysOf } from './vocabulary.ts';

const Slugs = z.array(Slug).refine(noneTwice, { error: NAMED_TWICE }).default([]);

/** A holistic way of working: architecture, process or body of advice rather than one piece of software. */
export const Approach = z.strictObject({
  title: Line.max(100),
  summary: Line.max(400),
  aliases: Aliases,
  authors: z.array(Line).min(1),
  /** Year of the work that introduced it; left out where it was not seen. */
  year: Year.optional(),
  source: Source,
  /** Only where the approach comes as published material under a licence. */
  license: Line.optional(),
  /** What was last seen of it in use or under revision. */
  statusSeen: Seen.optional(),
  /** What the figure on its page shows, in a sentence: the caption. */
  figure: Line.max(160),
  addresses: HelpsChallenges,
  supports: Slugs,
  alternatives: Slugs,
  evidence: z.enum(keysOf(EVIDENCE)),
  checked: Day,
});
export type Approach = z.infer<typeof Approach>;
