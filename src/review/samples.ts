import type { ReviewKnowledge } from './knowledge.ts';

/** The questions of a challenge of the sample. */
const questionsOf = (slug: string, ...names: string[]) =>
  names.map((name) => ({ id: `${slug}-${name}`, question: `Is there a ${name}?` }));

/** The moment at which the registers of tests are changed. */
export const NOW = new Date('2026-11-28T10:00:00.000Z');

/** A small catalogue as a review knows it; a test puts in place of a part what it is about. */
export const someKnowledge = (parts: Partial<ReviewKnowledge> = {}): ReviewKnowledge => ({
  catalogue: { asOf: '2026-11-23', challenges: 3 },
  stages: [
    { slug: 'data-management', title: 'Data management', mark: 'DM' },
    { slug: 'model-deployment', title: 'Model deployment', mark: 'MD' },
  ],
  contexts: [
    {
      id: 'stage',
      question: 'How far is it?',
      kind: 'one',
      options: [
        { id: 'idea', label: 'An idea' },
        { id: 'in-use', label: 'In use' },
      ],
    },
    {
      id: 'data',
      question: 'Which data?',
      kind: 'many',
      options: [
        { id: 'personal', label: 'About people' },
        { id: 'text', label: 'Text' },
      ],
    },
    {
      id: 'domain',
      question: 'In which field?',
      kind: 'one',
      from: 'industries',
      options: [
        { id: 'healthcare', label: 'Healthcare' },
        { id: 'other', label: 'Other' },
      ],
    },
  ],
  rules: [
    {
      id: 'always',
      when: {},
      challenges: [{ challenge: 'concept-drift', why: 'It moves.', weight: 1, seenIn: ['shop'] }],
    },
    {
      id: 'personal-in-use',
      when: { data: ['personal'], stage: ['in-use'] },
      challenges: [{ challenge: 'data-cleaning', why: 'It is dirty.', weight: 2, seenIn: [] }],
    },
  ],
  domains: {
    healthcare: { cases: 4, challenges: { 'slow-release': 2, 'concept-drift': 1 } },
    other: { cases: 2, challenges: { 'slow-release': 2 } },
  },
  challenges: [
    {
      slug: 'data-cleaning',
      title: 'Data cleaning',
      stage: 'data-management',
      number: 1,
      questions: questionsOf('data-cleaning', 'rule', 'copy'),
      mitigations: [{ slug: 'data-contracts', title: 'Data contracts' }],
    },
    {
      slug: 'concept-drift',
      title: 'Concept drift',
      stage: 'model-deployment',
      number: 1,
      questions: questionsOf('concept-drift', 'window', 'default'),
      mitigations: [{ slug: 'retraining', title: 'Retraining' }],
    },
    {
      slug: 'slow-release',
      title: 'Slow release',
      stage: 'model-deployment',
      number: 2,
      questions: questionsOf('slow-release', 'train'),
      mitigations: [],
    },
  ],
  cases: { shop: 'A shop ranks' },
  renamed: {
    challenges: { 'old-drift': 'concept-drift' },
    mitigations: { 'train-again': 'retraining' },
  },
  ...parts,
});
