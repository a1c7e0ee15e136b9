import { expect, test } from 'vitest';
import { neighbourhoodOf } from './neighbourhood.ts';
import { aChallenge, aStage, aStep } from './samples.ts';

const workflow = {
  stages: [
    aStage('data-management', [aStep('data-collection')]),
    aStage('model-learning', [aStep('training')]),
    aStage('model-deployment', [aStep('updating')]),
  ],
  moved: [],
};
const to = (...slugs: string[]) => slugs.map((challenge) => ({ challenge, why: 'It leads there.' }));
const shown = (related: string[], others: ReturnType<typeof aChallenge>[]) => {
  const drift = aChallenge('drift', { related: to(...related) });
  const { before, after, finding } = neighbourhoodOf(drift, { workflow, challenges: [drift, ...others] });
  const side = (list: typeof before) => list.map(({ entry, naming, at }) => `${entry.id} ${naming} ${at}`);
  return { before: side(before), after: side(after), finding };
};

test('a challenge without neighbours has nothing to draw and nothing to say', () => {
  expect(shown([], [aChallenge('privacy')])).toEqual({ before: [], after: [], finding: '' });
});

test('a single neighbour stands after the challenge, level with it', () => {
  expect(shown(['privacy'], [aChallenge('privacy', { step: 'data-collection' })])).toEqual({
    before: [],
    after: ['privacy own 50'],
    finding: 'One neighbour, in data management. It is named here.',
  });
  expect(shown(['privacy'], [aChallenge('privacy', { related: to('drift') })]).finding).toBe(
    'One neighbour, in its own stage. Each names the other.',
  );
  expect(shown([], [aChallenge('privacy', { related: to('drift') })]).finding).toBe(
    'One neighbour, in its own stage. It names this one.',
  );
});

test('neighbours stand in workflow order, earlier ones before, and say who names whom', () => {
  const others = [
    aChallenge('late', { step: 'updating', related: to('drift') }),
    aChallenge('second', { step: 'training', order: 2 }),
    aChallenge('first', { step: 'training', order: 1, related: to('drift') }),
    aChallenge('early', { step: 'data-collection' }),
    aChallenge('stranger', { step: 'training', order: 3, related: to('early') }),
  ];

  expect(shown(['first', 'second', 'early'], others)).toEqual({
    before: ['early own 25', 'first both 75'],
    after: ['second own 25', 'late theirs 75'],
    finding:
      'Four neighbours in three stages, most often in model learning. It names three of them; two name it.',
  });
});

test('no stage is said to come most often where two do', () => {
  const others = [
    aChallenge('a', { step: 'training', related: to('drift') }),
    aChallenge('b', { step: 'data-collection', related: to('drift') }),
  ];

  expect(shown([], others).finding).toBe(
    'Two neighbours in two stages. Both of them name it; it names none.',
  );
  expect(shown(['a', 'b'], others).finding).toBe(
    'Two neighbours in two stages. It names both of them; both of them name it.',
  );
});

test('a dozen neighbours with long titles are shared out evenly, and each row has its own height', () => {
  const others = Array.from({ length: 13 }, (_, i) =>
    aChallenge(`n${i}`, { order: i, title: `“<b>${'very '.repeat(60)}${i}`, related: [] }),
  );
  const { before, after, finding } = shown(
    others.map(({ id }) => id),
    others,
  );

  expect([before.length, after.length]).toEqual([6, 7]);
  expect(new Set(after.map((row) => row.split(' ')[2])).size).toBe(7);
  expect(finding).toBe('13 neighbours, all in its own stage. It names all of them; none names it.');
});

test('a challenge that is named and not there is left out', () => {
  expect(shown(['gone'], []).after).toEqual([]);
});
