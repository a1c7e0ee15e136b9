import { describe, expect, test } from 'vitest';
import {
  askedIn,
  chosenFrom,
  compareAddress,
  entriesTyped,
  nearestTo,
  sharedIn,
  type ComparedIndex,
} from './side-by-side.ts';

const index: ComparedIndex = {
  rows: [],
  entries: [
    ['shadow-deployment', 'Shadow deployment'],
    ['canary-release', 'Canary release'],
    ['ab-testing', 'A/B testing'],
    ['drift-monitoring', 'Drift monitoring'],
    ['fairness-monitoring', 'Fairness monitoring'],
  ],
  renamed: { 'staged-rollout': 'canary-release', lost: 'gone' },
};

describe('an address', () => {
  test('names the kind and the entries, in its order', () => {
    expect(askedIn('?mitigations=b,%20a,,c')).toEqual({
      kind: 'mitigations',
      slugs: ['b', 'a', 'c'],
      isMixed: false,
    });
    expect(askedIn('?case-studies=a&case-studies=b').slugs).toEqual(['a', 'b']);
  });

  test('is read no further than twenty entries', () => {
    expect(askedIn(`?mitigations=${'a,'.repeat(5000)}`).slugs).toHaveLength(20);
  });

  test('without entries means case studies, unless it names another kind', () => {
    expect(askedIn('')).toEqual({ kind: 'case-studies', slugs: [], isMixed: false });
    expect(askedIn('?mitigations=').kind).toBe('mitigations');
    expect(askedIn('?tools=').kind).toBe('tools');
  });

  test('with several kinds means the first in the order of the page, and says that it is mixed', () => {
    expect(askedIn('?mitigations=a,b&case-studies=c')).toEqual({
      kind: 'case-studies',
      slugs: ['c'],
      isMixed: true,
    });
    expect(askedIn('?mitigations=a,b&case-studies=')).toMatchObject({ kind: 'mitigations', isMixed: false });
    expect(askedIn('?tools=a,b&mitigations=c')).toMatchObject({ kind: 'mitigations', isMixed: true });
  });

  test('is written as it is read, four entries at most', () => {
    expect(compareAddress('mitigations', ['a', 'b'])).toBe('/compare/?mitigations=a,b');
    expect(compareAddress('tools', ['a', 'b'])).toBe('/compare/?tools=a,b');
    expect(
      askedIn(compareAddress('case-studies', ['a', 'b&c=d', 'c', 'd', 'e']).replace(/^.*\?/, '')),
    ).toEqual({
      kind: 'case-studies',
      slugs: ['a', 'b&c=d', 'c', 'd'],
      isMixed: false,
    });
  });
});

describe('the entries that are meant', () => {
  test('are taken as they stand, without a remark', () => {
    expect(chosenFrom(['ab-testing', 'shadow-deployment'], index)).toEqual({
      slugs: ['ab-testing', 'shadow-deployment'],
      remarks: [],
    });
  });

  test('are followed from old slugs, and stand once', () => {
    expect(chosenFrom(['staged-rollout', 'canary-release'], index)).toEqual({
      slugs: ['canary-release'],
      remarks: [
        { what: 'renamed', asked: 'staged-rollout', slug: 'canary-release' },
        { what: 'twice', slug: 'canary-release' },
      ],
    });
  });

  test('are four at most, and the rest is named', () => {
    const { slugs, remarks } = chosenFrom(
      index.entries.map(([slug]) => slug),
      index,
    );

    expect(slugs).toHaveLength(4);
    expect(remarks).toEqual([{ what: 'too-many', slug: 'fairness-monitoring' }]);
  });

  test('are not guessed: what is unknown is named with what it is near to', () => {
    expect(chosenFrom(['shaddow-deployment', 'lost', '__proto__', '<img src=x>'], index)).toEqual({
      slugs: [],
      remarks: [
        { what: 'unknown', asked: 'shaddow-deployment', near: ['shadow-deployment'] },
        { what: 'unknown', asked: 'lost', near: [] },
        { what: 'unknown', asked: '__proto__', near: [] },
        { what: 'unknown', asked: '<img src=x>', near: [] },
      ],
    });
  });
});

test('an unknown word that stands there again and again is told once', () => {
  expect(chosenFrom(['lost', 'lost', 'ab-testing', 'lost'], index)).toEqual({
    slugs: ['ab-testing'],
    remarks: [{ what: 'unknown', asked: 'lost', near: [] }],
  });
});

test('the nearest hold most of the words, then differ in the fewest letters', () => {
  expect(nearestTo('monitoring-drift', index.entries)).toEqual(['drift-monitoring', 'fairness-monitoring']);
  expect(nearestTo('ab-testin', index.entries)).toEqual(['ab-testing']);
  expect(nearestTo('x'.repeat(100_000), index.entries)).toEqual([]);
});

test('what is typed is a title, a slug, or a part of titles, of which the shortest comes first', () => {
  const typed = (text: string) => entriesTyped(text, index.entries).map(([slug]) => slug);

  expect(typed(' a/b TESTING ')).toEqual(['ab-testing']);
  expect(typed('canary-release')).toEqual(['canary-release']);
  expect(typed('shadow')).toEqual(['shadow-deployment']);
  expect(typed('fairness')).toEqual(['fairness-monitoring']);
  expect(typed('monitor')).toEqual(['drift-monitoring', 'fairness-monitoring']);
  expect(typed('nothing like it')).toEqual([]);
  expect(typed('  ')).toEqual([]);
});

test('an entry whose title was typed is meant alone, though other titles hold it', () => {
  const entries = [
    ['drift-and-more', 'Drift and more'],
    ['drift', 'Drift'],
  ] as const;

  expect(entriesTyped('drift', entries)).toEqual([['drift', 'Drift']]);
});

test('what more than one entry says in a row is known, with the entries that say it', () => {
  const entries = [
    { rows: [[{ text: 'A', id: 'a' }, { text: 'A again', id: 'a' }, { text: 'no id' }]] },
    {
      rows: [
        [
          { text: 'A', id: 'a' },
          { text: 'B', id: 'b' },
        ],
      ],
    },
    { rows: [[]] },
  ];

  expect([...sharedIn(entries, 0)]).toEqual([['a', [0, 1]]]);
  expect([...sharedIn(entries, 1)]).toEqual([]);
});
