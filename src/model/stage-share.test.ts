import { expect, test } from 'vitest';
import { aChallenge, aStage, aStep } from './samples.ts';
import { shareOfStage } from './stage-share.ts';

const updating = aStage('model-deployment', [aStep('monitoring'), aStep('updating')]);
const aspects = aStage('cross-cutting', [aStep('law')], { title: 'Aspects' });
const workflow = {
  stages: [aStage('data-management', [aStep('data-analysis')]), updating, aspects],
  moved: [],
};
const challenges = [aChallenge('a'), aChallenge('b', { step: 'law' }), aChallenge('c', { step: 'unknown' })];

test('a stage says its place in the order, and its share of the steps and challenges', () => {
  expect(shareOfStage(updating, { workflow, challenges })).toBe(
    'Model deployment: the second of two stages, with 2 of 4 steps and 1 of 2 challenges.',
  );
});

test('what cuts across has no place in the order: it spans the others', () => {
  expect(shareOfStage(aspects, { workflow, challenges })).toBe(
    'Aspects: across all two stages, with 1 of 4 steps and 1 of 2 challenges.',
  );
});
