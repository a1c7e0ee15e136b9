import { z } from 'astro/zod';
import { Day, Period, Year } from './date.ts';
import { HelpsChallenges, namesOnce } from './relation.ts';
import { Slug } from './slug.ts';
import { Aliases, Line, WebAddress } from './text.ts';
import { EVIDENCE, keysOf, TOOL_KINDS, TOOL_STATUSES } from './vocabulary.ts';

/** What was seen of a project's upkeep, on which day it was so, and where. */
export const Seen = z.strictObject({
  claim: Line.describe('What was seen, such as the last release.'),
  date: Period.describe('The day, month or year of what was seen.'),
  address: WebAddress.optional().describe('Where it was seen.'),
});

const Slugs = z.array(Slug).superRefine(namesOnce).default([]);

/** A piece of software or a platform. */
export const Tool = z.strictObject({
  title: Line.max(100).describe('The name of the software, as its makers write it.'),
  summary: Line.max(400).describe('What it is for, in 400 characters at most.'),
  aliases: Aliases.describe('Other names that people use for it; searched, not shown as headings.'),
  kind: z.enum(keysOf(TOOL_KINDS)).describe('A library to call, a platform to live on, or a tool to run.'),
  maintainer: Line.describe('Who looks after it today.'),
  license: Line.describe('The licence, as the project states it.'),
  openSource: z.boolean().describe('Whether the licence is an open-source one.'),
  language: Line.describe('The programming language that users write.'),
  homepage: WebAddress.describe('Where the project presents itself.'),
  repository: WebAddress.optional().describe('Where its source can be read; left out where it cannot.'),
  docs: WebAddress.describe('Where its documentation begins.'),
  status: z
    .enum(keysOf(TOOL_STATUSES))
    .optional()
    .describe('How it is kept up; left out where nothing decisive was seen.'),
  statusSeen: Seen.describe('What the status rests on.'),
  latestVersion: z
    .strictObject({
      version: Line.describe('The version, as the registry writes it.'),
      published: Period.optional().describe('When it was published.'),
      registry: Line.describe('The registry, such as PyPI.'),
      package: Line.optional().describe('The name of the package there.'),
      address: WebAddress.optional().describe('Its page there.'),
    })
    .optional()
    .describe('The newest release seen in a package registry.'),
  origin: z
    .strictObject({
      title: Line.describe('The title of the release note or paper.'),
      year: Year.optional().describe('Its year.'),
      doi: z.string().optional().describe('Its DOI alone.'),
      arxiv: z.string().optional().describe('Its arXiv number alone, in quotes.'),
      url: WebAddress.optional().describe('Its address.'),
    })
    .optional()
    .describe('The first release, or the paper that introduced it.'),
  addresses: HelpsChallenges.describe('The challenges that it helps against, each once.'),
  supports: Slugs.describe('Slugs of the mitigations that it helps to carry out.'),
  alternatives: Slugs.describe('Slugs of tools or approaches to weigh against it; one side is enough.'),
  evidence: z.enum(keysOf(EVIDENCE)).describe('How the sources of the entry were seen.'),
  checked: Day.describe('The day somebody last compared the entry with its sources.'),
});
export type Tool = z.infer<typeof Tool>;
