import { expect, test } from 'vitest';
import { countsOf, letThrough, withUnindexed, type Members } from './facets.ts';

const members: Members = new Map([
  [
    'type',
    new Map([
      ['challenge', new Set(['a', 'b'])],
      ['tool', new Set(['c'])],
    ]),
  ],
  ['stage', new Map([['deployment', new Set(['b', 'c'])]])],
]);

test('filters let through what answers to all of them, in the order given', () => {
  expect(letThrough(['c', 'b', 'a'], {}, members)).toEqual(['c', 'b', 'a']);
  expect(letThrough(['c', 'b', 'a'], { stage: 'deployment' }, members)).toEqual(['c', 'b']);
  expect(letThrough(['c', 'b', 'a'], { stage: 'deployment', type: 'challenge' }, members)).toEqual(['b']);
});

test('a value that no page has lets nothing through', () => {
  expect(letThrough(['a'], { type: 'unicorn' }, members)).toEqual([]);
  expect(letThrough(['a'], { industry: 'finance' }, members)).toEqual([]);
});

test('a value counts what it would leave, with the other filters as they are', () => {
  const counts = countsOf(['a', 'b', 'c'], { stage: 'deployment', type: 'tool' }, members);

  expect(counts.get('type')).toEqual(
    new Map([
      ['challenge', 1],
      ['tool', 1],
    ]),
  );
  expect(counts.get('stage')).toEqual(new Map([['deployment', 1]]));
});

test('a page that the index does not hold answers to the filters that it belongs to, and to no other', () => {
  const all = withUnindexed(members, [
    {
      id: 'checklist',
      facets: [
        ['type', 'page'],
        ['stage', 'deployment'],
      ],
    },
  ]);

  expect(letThrough(['b', 'checklist'], { stage: 'deployment' }, all)).toEqual(['b', 'checklist']);
  expect(letThrough(['b', 'checklist'], { type: 'challenge' }, all)).toEqual(['b']);
});
