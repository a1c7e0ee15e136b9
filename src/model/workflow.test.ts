import { describe, expect, test } from 'vitest';
import { aChallenge, aStage, aStep } from './samples.ts';
import {
  challengesInOrder,
  challengesOfStage,
  challengesOfStep,
  formerStepOf,
  neighboursOf,
  placeOf,
  stagesOf,
  stepsInOrder,
  stepsOf,
} from './workflow.ts';

const data = aStage('data', [aStep('collection'), aStep('analysis')]);
const law = aStage('law', [aStep('rules')]);
const workflow = {
  stages: [data, law],
  moved: [{ challenge: 'treaties', edition: 2021 as const, step: 'analysis' }],
};

// In no order: what a reader sees must not depend on it.
const challenges = [
  aChallenge('treaties', { step: 'rules', order: 1 }),
  aChallenge('zoo', { step: 'collection', order: 1 }),
  aChallenge('plots', { step: 'analysis', order: 1 }),
  aChallenge('ants', { step: 'collection', order: 2 }),
  aChallenge('lost', { step: 'nowhere', order: 1 }),
];
const catalogue = { workflow, challenges };
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const named = (id: string) => challenges.find((each) => each.id === id) ?? aChallenge(id);

describe('order', () => {
  test('steps come in the order of the file, each with its stage', () => {
    expect(stepsInOrder(catalogue).map(({ stage, step }) => `${stage.slug}/${step.slug}`)).toEqual([
      'data/collection',
      'data/analysis',
      'law/rules',
    ]);
  });

  test('challenges of a step come by their place in the table', () => {
    expect(ids(challengesOfStep({ slug: 'collection' }, catalogue))).toEqual(['zoo', 'ants']);
  });

  test('challenges that claim the same place come by slug', () => {
    const tied = [aChallenge('b', { step: 's' }), aChallenge('a', { step: 's' })];
    expect(ids(challengesOfStep({ slug: 's' }, { challenges: tied }))).toEqual(['a', 'b']);
  });

  test('a stage lists the challenges of its steps one step after the other', () => {
    expect(ids(challengesOfStage(data, catalogue))).toEqual(['zoo', 'ants', 'plots']);
  });

  test('the whole catalogue follows the workflow and leaves out what stands nowhere in it', () => {
    expect(ids(challengesInOrder(catalogue))).toEqual(['zoo', 'ants', 'plots', 'treaties']);
  });

  test('asking for an order changes nothing', () => {
    const before = ids(challenges);
    challengesInOrder(catalogue);
    expect(ids(challenges)).toEqual(before);
  });
});

describe('the place of a challenge', () => {
  test.each([
    ['zoo', 'data', 'collection', 1],
    ['ants', 'data', 'collection', 2],
    ['plots', 'data', 'analysis', 3],
    ['treaties', 'law', 'rules', 1],
  ])('%s stands in %s, step %s, as number %i of the stage', (id, stage, step, number) => {
    const place = placeOf(named(id), catalogue);
    expect([place.stage.slug, place.step.slug, place.number]).toEqual([stage, step, number]);
  });

  test('a step that the workflow does not know is an error that names both', () => {
    expect(() => placeOf(named('lost'), catalogue)).toThrow(/"lost".*"nowhere"/);
  });

  test.each([
    ['treaties', 2021, 'analysis'],
    ['treaties', 2022, undefined],
    ['zoo', 2021, undefined],
  ] as const)('%s stood elsewhere in %s: %s', (id, edition, step) => {
    expect(formerStepOf(named(id), edition, catalogue)?.slug).toBe(step);
  });
});

describe('neighbours in a list', () => {
  const list = ['a', 'b', 'c'].map((id) => ({ id }));

  test.each([
    ['a', undefined, 'b'],
    ['b', 'a', 'c'],
    ['c', 'b', undefined],
    ['elsewhere', undefined, undefined],
  ])('%s stands between %s and %s', (id, previous, next) => {
    const found = neighboursOf({ id }, list);
    expect([found.previous?.id, found.next?.id]).toEqual([previous, next]);
  });
});

describe('what a set of challenges touches', () => {
  test.each([
    [
      ['treaties', 'zoo'],
      ['data', 'law'],
      ['collection', 'rules'],
    ],
    [['plots', 'zoo', 'ants'], ['data'], ['collection', 'analysis']],
    [['lost', 'unknown'], [], []],
    [[], [], []],
  ])('%j touches the stages %j and the steps %j, in workflow order', (slugs, stages, steps) => {
    expect(stagesOf(slugs, catalogue).map(({ slug }) => slug)).toEqual(stages);
    expect(stepsOf(slugs, catalogue).map(({ slug }) => slug)).toEqual(steps);
  });
});
