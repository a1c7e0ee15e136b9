import { z } from 'astro/zod';
import { Day, Period, Year } from './date.ts';
import { HelpsChallenges, NAMED_TWICE, noneTwice } from './relation.ts';
import { Slug } from './slug.ts';
import { Aliases, Line, WebAddress } from './text.ts';
import { EVIDENCE, keysOf, TOOL_KINDS, TOOL_STATUSES } from './vocabulary.ts';

/** What was seen of a project's upkeep, on which day it was so, and where. */
export const Seen = z.strictObject({ claim: Line, date: Period, address: WebAddress.optional() });

const Slugs = z.array(Slug).refine(noneTwice, { error: NAMED_TWICE }).default([]);

/** A piece of software or a platform. */
export const Tool = z.strictObject({
  title: Line.max(100),
  summary: Line.max(400),
  aliases: Aliases,
  kind: z.enum(keysOf(TOOL_KINDS)),
  maintainer: Line,
  /** As the project states it. */
  license: Line,
  openSource: z.boolean(),
  language: Line,
  homepage: WebAddress,
  repository: WebAddress.optional(),
  docs: WebAddress,
  /** Left out where nothing decisive was seen. */
  status: z.enum(keysOf(TOOL_STATUSES)).optional(),
  statusSeen: Seen,
  /** The newest release seen in a package registry. */
  latestVersion: z
    .strictObject({
      version: Line,
      published: Period.optional(),
      registry: Line,
      package: Line.optional(),
      address: WebAddress.optional(),
    })
    .optional(),
  /** The first release, or the paper that introduced it. */
  origin: z
    .strictObject({
      title: Line,
      year: Year.optional(),
      doi: z.string().optional(),
      arxiv: z.string().optional(),
      url: WebAddress.optional(),
    })
    .optional(),
  addresses: HelpsChallenges,
  /** Mitigations it helps to carry out. */
  supports: Slugs,
  /** Tools or approaches to weigh against it. */
  alternatives: Slugs,
  evidence: z.enum(keysOf(EVIDENCE)),
  checked: Day,
});
export type Tool = z.infer<typeof Tool>;
