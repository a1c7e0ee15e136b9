import { expect, test } from 'vitest';
import { Approach } from '../schema/approach.ts';
import { CaseStudy } from '../schema/case-study.ts';
import { Challenge } from '../schema/challenge.ts';
import { Mitigation } from '../schema/mitigation.ts';
import { ReadingPath } from '../schema/paths.ts';
import { ToolGroup } from '../schema/tool-group.ts';
import { Tool } from '../schema/tool.ts';
import { Workflow } from '../schema/workflow.ts';
import { legalCases, LONGEST, sampleCatalogue, titleOf } from './samples.ts';

const { workflow, challenges, mitigations, tools, approaches, caseStudies, toolGroups } = sampleCatalogue;

test.each([
  ['case study', CaseStudy, [...caseStudies, ...legalCases]],
  ['challenge', Challenge, challenges],
  ['mitigation', Mitigation, mitigations],
  ['tool', Tool, tools],
  ['approach', Approach, approaches],
  ['family of tools', ToolGroup, toolGroups],
])('every sample of a %s follows its schema', (_kind, schema, entries) => {
  expect(entries.map(({ data }) => schema.safeParse(data).error?.issues)).toEqual(
    entries.map(() => undefined),
  );
});

test('the workflow of the samples follows its schema', () => {
  expect(Workflow.safeParse(workflow).error).toBeUndefined();
});

test.each([
  ['case study', CaseStudy.shape.title, LONGEST.caseStudy],
  ['challenge', Challenge.shape.title, LONGEST.challenge],
  ['mitigation', Mitigation.shape.title, LONGEST.mitigation],
  ['tool', Tool.shape.title, LONGEST.tool],
  ['reading path', ReadingPath.shape.title, LONGEST.path],
])('the longest title of a %s is as long as its schema allows, and no longer', (_kind, title, length) => {
  const longest = titleOf(length);

  expect(longest).toHaveLength(length);
  expect(title.safeParse(longest).success).toBe(true);
  expect(title.safeParse(`${longest}s`).success).toBe(false);
});
