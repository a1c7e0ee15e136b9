import { expect, test } from 'vitest';
import { cumulativeShift, weightOf } from './pages.ts';

const response = (destination: string, bytes: number) => ({ path: '/', destination, bytes, asked: 0, at: 0 });

test('responses weigh as what the browser wanted them for; fonts are extra', () => {
  expect(
    weightOf([
      response('document', 100),
      response('style', 20),
      response('script', 3),
      response('worker', 4),
      response('image', 5),
      response('font', 1000),
      response('empty', 6),
    ]),
  ).toEqual({ requests: 6, html: 100, css: 20, script: 7, images: 5, other: 6, total: 138, fonts: 1000 });
});

const shifts = (...pairs: [at: number, value: number][]) => pairs.map(([at, value]) => ({ at, value }));

test.each<[what: string, sum: number, pairs: [number, number][]]>([
  ['no shift at all', 0, []],
  [
    'shifts close together',
    3,
    [
      [0, 1],
      [900, 2],
    ],
  ],
  [
    'a second without a shift begins anew',
    2,
    [
      [0, 1],
      [1000, 2],
    ],
  ],
  [
    'the worst window counts',
    4,
    [
      [0, 4],
      [2000, 1],
      [2500, 2],
    ],
  ],
  [
    'a window ends after five seconds',
    6,
    [
      [0, 1],
      [900, 1],
      [1800, 1],
      [2700, 1],
      [3600, 1],
      [4500, 1],
      [5000, 1],
    ],
  ],
])('%s: %i', (_, sum, pairs) => {
  expect(cumulativeShift(shifts(...pairs))).toBe(sum);
});
