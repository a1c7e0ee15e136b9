import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { fileSlug } from './model/file-slug.ts';
import { Approach } from './schema/approach.ts';
import { CaseStudy } from './schema/case-study.ts';
import { Challenge } from './schema/challenge.ts';
import { Mitigation } from './schema/mitigation.ts';
import { Page } from './schema/page.ts';
import { ToolGroup } from './schema/tool-group.ts';
import { Tool } from './schema/tool.ts';
import { Workflow } from './schema/workflow.ts';

const generateId = ({ entry }: { entry: string }) => fileSlug(entry);

export const collections = {
  challenges: defineCollection({
    loader: glob({ base: './content/challenges', pattern: '*/*.mdx', generateId }),
    schema: Challenge,
  }),
  mitigations: defineCollection({
    loader: glob({ base: './content/mitigations', pattern: '*.mdx', generateId }),
    schema: Mitigation,
  }),
  tools: defineCollection({
    loader: glob({ base: './content/tools', pattern: '*.mdx', generateId }),
    schema: Tool,
  }),
  approaches: defineCollection({
    loader: glob({ base: './content/approaches', pattern: '*.mdx', generateId }),
    schema: Approach,
  }),
  caseStudies: defineCollection({
    loader: glob({ base: './content/case-studies', pattern: '*.md', generateId }),
    schema: CaseStudy,
  }),
  toolGroups: defineCollection({ loader: file('content/tool-groups.yaml'), schema: ToolGroup }),
  workflow: defineCollection({
    loader: file('content/workflow.yaml', {
      parser: (text) => ({ workflow: parse(text) as Record<string, unknown> }),
    }),
    schema: Workflow,
  }),
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '*.md', generateId }),
    schema: Page,
  }),
};
