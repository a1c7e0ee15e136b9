import { expect, test } from 'vitest';
import { readContent } from '../cli/read-content.ts';
import {
  aCaseStudy,
  aChallenge,
  aMitigation,
  aReview,
  aReviewContext,
  aReviewRule,
  aStage,
  aStep,
} from '../model/samples.ts';
import { aContent } from '../rules/samples.ts';
import { INDUSTRIES } from '../schema/vocabulary.ts';
import { reviewKnowledge } from './knowledge.ts';

const catalogue = aContent({
  workflow: {
    stages: [
      aStage('data-management', [aStep('collecting')]),
      aStage('model-deployment', [aStep('updating')]),
    ],
    moved: [],
  },
  challenges: [
    aChallenge('slow-release', { order: 2 }),
    aChallenge('concept-drift', { questions: [{ id: 'concept-drift-a', question: 'Is a there?' }] }),
    aChallenge('constructor', { step: 'collecting' }),
  ],
  mitigations: [
    aMitigation('rollback', ['concept-drift'], { title: 'Rollback' }),
    aMitigation('retraining', ['concept-drift'], { title: 'Retraining' }),
  ],
  caseStudies: [
    aCaseStudy('shop', ['concept-drift', 'constructor'], { industry: 'e-commerce', checked: '2026-03-01' }),
    aCaseStudy('clinic', ['concept-drift'], { industry: 'healthcare', checked: '2026-02-01' }),
    aCaseStudy('ward', ['slow-release', 'concept-drift'], { industry: 'healthcare' }),
  ],
  redirects: { challenges: { drift: 'concept-drift' }, tools: { a: 'b' } },
  review: aReview({
    contexts: [
      aReviewContext('data', ['personal', 'text'], { hint: 'Choose all.' }),
      aReviewContext('domain', [], { kind: 'one', from: 'industries', options: undefined }),
    ],
    rules: [aReviewRule('always', {}, { 'concept-drift': ['shop', 'ward'], 'slow-release': ['ward'] })],
  }),
});
const knowledge = reviewKnowledge(catalogue);

test('challenges stand in workflow order, numbered in their stage, with questions and mitigations', () => {
  expect(knowledge.challenges.map(({ slug, stage, number }) => `${stage} ${number} ${slug}`)).toEqual([
    'data-management 1 constructor',
    'model-deployment 1 concept-drift',
    'model-deployment 2 slow-release',
  ]);
  expect(knowledge.challenges[1]).toMatchObject({
    title: 'Concept drift',
    questions: [{ id: 'concept-drift-a', question: 'Is a there?' }],
    mitigations: [
      { slug: 'retraining', title: 'Retraining' },
      { slug: 'rollback', title: 'Rollback' },
    ],
  });
});

test('a question that takes its answers from the industries gets all of them', () => {
  expect(knowledge.contexts[0]).toEqual({
    id: 'data',
    question: 'Data?',
    hint: 'Choose all.',
    kind: 'many',
    options: [
      { id: 'personal', label: 'Personal' },
      { id: 'text', label: 'Text' },
    ],
  });
  expect(knowledge.contexts[1]?.options.map(({ id }) => id)).toEqual(Object.keys(INDUSTRIES));
  expect(knowledge.contexts[1]?.from).toBe('industries');
});

test('case studies are counted by industry and challenge, and named where a rule cites them', () => {
  expect(knowledge.domains).toEqual({
    'e-commerce': { cases: 1, challenges: { 'concept-drift': 1, constructor: 1 } },
    healthcare: { cases: 2, challenges: { 'concept-drift': 2, 'slow-release': 1 } },
  });
  expect(knowledge.cases).toEqual({ shop: 'Shop in the field', ward: 'Ward in the field' });
});

test('the catalogue is as of the latest day on which an entry was checked', () => {
  expect(knowledge.catalogue).toEqual({ asOf: '2026-03-01', challenges: 3 });
});

test('renamed slugs are those of challenges and mitigations', () => {
  expect(knowledge.renamed).toEqual({ challenges: { drift: 'concept-drift' }, mitigations: {} });
});

test('is embedded as JSON without loss, with the real content too', () => {
  const real = reviewKnowledge(readContent('content').content);

  expect(JSON.parse(JSON.stringify(knowledge))).toEqual(knowledge);
  expect(JSON.parse(JSON.stringify(real))).toEqual(real);
});
