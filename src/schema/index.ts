import type { z } from 'astro/zod';
import { Approach } from './approach.ts';
import { CaseStudy } from './case-study.ts';
import { Challenge } from './challenge.ts';
import { Mitigation } from './mitigation.ts';
import { Page } from './page.ts';
import { Tool } from './tool.ts';

/** The schema of every kind of record that has a file of its own, by collection. */
export const SCHEMAS = {
  challenges: Challenge,
  mitigations: Mitigation,
  tools: Tool,
  approaches: Approach,
  caseStudies: CaseStudy,
  pages: Page,
} as const satisfies Record<string, z.ZodType>;
