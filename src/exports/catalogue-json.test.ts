import { expect, test } from 'vitest';
import { applied, aCaseStudy } from '../model/samples.ts';
import { aContent } from '../rules/samples.ts';
import { CaseStudy } from '../schema/case-study.ts';
import { catalogueJson, collectionJson, LIST_NAMES } from './catalogue-json.ts';

const locate = (path: string) => `https://guide.example/guide${path}`;
const listIn = (name: string, content = aContent()) =>
  (JSON.parse(collectionJson(name, content, locate)) as Record<string, Record<string, unknown>[]>)[name] ??
  [];

test('the whole catalogue says its licence, where it lives and how much it holds', () => {
  const file = JSON.parse(catalogueJson(aContent(), locate)) as Record<string, unknown>;

  expect(file).toMatchObject({
    licence: 'CC-BY-4.0',
    address: 'https://guide.example/guide/',
    counts: { stages: 1, challenges: 2, mitigations: 1, tools: 1, approaches: 1, 'case-studies': 1 },
  });
  for (const name of LIST_NAMES) expect(file[name]).toEqual(listIn(name));
});

test('an entry has its slug, its address, its fields, its relations and its text', () => {
  const [study] = listIn('case-studies');

  expect(study).toMatchObject({
    slug: 'shop',
    address: 'https://guide.example/guide/case-studies/shop/',
    challenges: ['concept-drift'],
    relations: { stages: ['model-deployment'] },
  });
  expect(study?.['body']).toContain('## Problem');
});

test('relations stand on both sides', () => {
  const [drift, release] = listIn('challenges');
  const [retraining] = listIn('mitigations');
  const [watcher] = listIn('tools');
  const [mesh] = listIn('approaches');

  expect(drift?.['relations']).toEqual({
    stage: 'model-deployment',
    caseStudies: ['shop'],
    mitigations: [{ mitigation: 'retraining', how: 'retraining helps' }],
    tools: [{ tool: 'watcher', how: 'watcher helps' }],
    approaches: [],
    related: [{ challenge: 'slow-release', why: 'Retraining waits for it.' }],
  });
  expect(release?.['relations']).toMatchObject({ approaches: [{ approach: 'data-mesh' }] });
  expect(retraining?.['relations']).toMatchObject({
    strength: 'narrative',
    caseStudies: [{ caseStudy: 'shop', outcome: 'not-reported', basis: 'used' }],
    toolsAndApproaches: ['watcher'],
  });
  expect(watcher?.['relations']).toEqual({ alternatives: ['data-mesh'], caseStudies: ['shop'] });
  expect(mesh?.['relations']).toEqual({ alternatives: ['watcher'], caseStudies: ['shop'] });
});

test('a stage lists its steps, and each step its challenges', () => {
  expect(listIn('stages')).toMatchObject([
    {
      slug: 'model-deployment',
      address: 'https://guide.example/guide/stages/model-deployment/',
      steps: [{ slug: 'updating', challenges: ['concept-drift', 'slow-release'] }],
    },
  ]);
});

test('the same content gives the same bytes, in whatever order it was read', () => {
  const content = aContent({
    caseStudies: [
      aCaseStudy('b', ['concept-drift']),
      aCaseStudy('a', ['concept-drift'], { mitigations: [applied('retraining')] }),
    ],
  });
  const turned = {
    ...content,
    challenges: content.challenges.toReversed(),
    caseStudies: content.caseStudies.toReversed(),
  };

  expect(catalogueJson(turned, locate)).toBe(catalogueJson(content, locate));
});

test('fields come in the order of the schema, in whatever order they were typed', () => {
  const { data } = aCaseStudy('a', ['concept-drift']);
  const turned = CaseStudy.parse(Object.fromEntries(Object.entries(data).toReversed()));

  expect(Object.keys(turned)).toEqual(Object.keys(CaseStudy.parse(data)));
});

test('there is no list of another name', () => {
  expect(() => collectionJson('cases', aContent(), locate)).toThrow('there is no list "cases"');
});
