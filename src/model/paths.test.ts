import { describe, expect, test } from 'vitest';
import { minutesOf, placesOnPaths, shownPaths } from './paths.ts';
import {
  aCatalogue,
  aCaseStudy,
  aChallenge,
  aMitigation,
  anApproach,
  aPath,
  aStage,
  aStep,
  aTool,
} from './samples.ts';

const words = (count: number) => Array<string>(count).fill('word').join(' ');
const CATALOGUE = aCatalogue({
  workflow: {
    stages: [
      aStage('data-management', [aStep('collecting')]),
      aStage('model-deployment', [aStep('updating')], { shape: 'diamond' }),
    ],
    moved: [],
  },
  challenges: [
    aChallenge('concept-drift', {}, words(1000)),
    aChallenge('data-discovery', { step: 'collecting' }),
  ],
  mitigations: [aMitigation('retraining', ['concept-drift', 'data-discovery'], {}, words(500))],
  tools: [aTool('watcher', ['concept-drift'], {}, words(290))],
  approaches: [anApproach('data-mesh', ['data-discovery'], {}, words(310))],
  caseStudies: [aCaseStudy('shop', ['concept-drift'], {}, words(20))],
  paths: [
    aPath('first', [
      '/challenges/concept-drift/',
      '/case-studies/shop/',
      '/mitigations/retraining/',
      '/tools/watcher/',
      '/approaches/data-mesh/',
      '/stages/model-deployment/',
      '/matrix/',
    ]),
    aPath('second', ['/case-studies/shop/', '/tools/watcher/']),
  ],
});

describe('a path as readers see it', () => {
  const [first] = shownPaths(CATALOGUE);

  test('tells of each stop what it is called, what it is, where it belongs and how long it takes', () => {
    expect(
      first?.stops.map(({ title, kind, stages, minutes }) => [
        title,
        kind,
        stages.map(({ mark }) => mark).join(' '),
        minutes,
      ]),
    ).toEqual([
      ['Concept drift', 'challenge', 'MO', 5],
      ['Shop in the field', 'case study', 'MO', 1],
      ['Retraining', 'mitigation', 'DA MO', 3],
      ['Watcher', 'tool', 'MO', 1],
      ['Data mesh', 'approach', 'DA', 2],
      ['Model deployment', 'stage', 'MO', undefined],
      ['The map', 'page', '', undefined],
    ]);
  });

  test('adds up the minutes that are known', () => {
    expect(shownPaths(CATALOGUE).map(({ address, minutes }) => [address, minutes])).toEqual([
      ['/paths/first/', 12],
      ['/paths/second/', 2],
    ]);
  });

  test('keeps reasons and questions as they were written', () => {
    const stop = { page: '/matrix/', why: 'It is "<next>".', discuss: 'Why?' };
    const [path] = shownPaths({ ...CATALOGUE, paths: [aPath('a', [], { stops: [stop] })] });

    expect(path?.stops).toEqual([
      {
        address: '/matrix/',
        title: 'The map',
        kind: 'page',
        stages: [],
        minutes: undefined,
        why: stop.why,
        discuss: stop.discuss,
      },
    ]);
  });

  test('cannot lead nowhere', () => {
    expect(() => shownPaths({ ...CATALOGUE, paths: [aPath('a', ['/nowhere/'])] })).toThrow('"/nowhere/"');
  });
});

test.each([
  ['', 1],
  [words(299), 1],
  [words(300), 2],
  [`## A heading of its own\n\n${words(100)} [@a; @b]\n\n\`\`\`sh\n${words(1000)}\n\`\`\`\n`, 1],
])(
  'headings, code and citation marks take no time, and nothing takes less than a minute',
  (body, minutes) => {
    expect(minutesOf(body)).toBe(minutes);
  },
);

describe('a page that is a stop', () => {
  test('knows its place on each path, and what comes next', () => {
    expect(placesOnPaths('/case-studies/shop/', CATALOGUE)).toEqual([
      {
        id: 'first',
        title: 'First',
        address: '/paths/first/',
        number: 2,
        of: 7,
        next: { address: '/mitigations/retraining/', title: 'Retraining' },
      },
      {
        id: 'second',
        title: 'Second',
        address: '/paths/second/',
        number: 1,
        of: 2,
        next: { address: '/tools/watcher/', title: 'Watcher' },
      },
    ]);
  });

  test('has nothing after it at the end of a path', () => {
    expect(placesOnPaths('/matrix/', CATALOGUE)).toEqual([
      { id: 'first', title: 'First', address: '/paths/first/', number: 7, of: 7, next: undefined },
    ]);
  });

  test('is told from one that is none', () => {
    expect(placesOnPaths('/challenges/data-discovery/', CATALOGUE)).toEqual([]);
  });
});
