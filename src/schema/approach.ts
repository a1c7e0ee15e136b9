import { z } from 'astro/zod';
import { Day, Year } from './date.ts';
import { HelpsChallenges, namesOnce } from './relation.ts';
import { Slug } from './slug.ts';
import { Source } from './source.ts';
import { Aliases, Line } from './text.ts';
import { Seen } from './tool.ts';
import { EVIDENCE, keysOf } from './vocabulary.ts';

const Slugs = z.array(Slug).superRefine(namesOnce).default([]);

/** A holistic way of working: architecture, process or body of advice rather than one piece of software. */
export const Approach = z.strictObject({
  title: Line.max(100).describe('What the approach is called, in 100 characters at most.'),
  summary: Line.max(400).describe('Its idea, in 400 characters at most.'),
  aliases: Aliases.describe('Other words that people use for it; searched, not shown as headings.'),
  authors: z.array(Line).min(1).describe('Who wrote it up, one an item.'),
  year: Year.optional().describe('Year of the work that introduced it; left out where it was not seen.'),
  source: Source.describe('The work that introduced it.'),
  license: Line.optional().describe('Only where it comes as published material under a licence.'),
  statusSeen: Seen.optional().describe('What was last seen of it in use or under revision.'),
  figure: Line.max(160).describe('What the figure on its page shows, in a sentence: the caption.'),
  addresses: HelpsChallenges.describe('The challenges that it answers, each once.'),
  supports: Slugs.describe('Slugs of the mitigations that it asks for.'),
  alternatives: Slugs.describe('Slugs of tools or approaches to weigh against it; one side is enough.'),
  evidence: z.enum(keysOf(EVIDENCE)).describe('How the sources of the entry were seen.'),
  checked: Day.describe('The day somebody last compared the entry with its sources.'),
});
export type Approach = z.infer<typeof Approach>;
