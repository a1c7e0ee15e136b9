import { expect, test } from 'vitest';
import { contributorsOf } from './contributors.ts';
import { aCaseStudy } from './samples.ts';

const sent = (id: string, contributor?: string) =>
  aCaseStudy(id, ['concept-drift'], contributor === undefined ? {} : { contributor });

test('contributors with most cases come first, then by name, each with its cases by title', () => {
  const caseStudies = [
    sent('shop', 'zoe'),
    sent('bank', 'ada'),
    sent('nobody-s'),
    sent('mill', 'bob'),
    sent('farm', 'bob'),
  ];
  const found = contributorsOf({ caseStudies }).map(({ name, caseStudies: own }) => [
    name,
    own.map(({ id }) => id),
  ]);

  expect(found).toEqual([
    ['bob', ['farm', 'mill']],
    ['ada', ['bank']],
    ['zoe', ['shop']],
  ]);
});

test('a catalogue that names nobody has no contributors', () => {
  expect(contributorsOf({ caseStudies: [sent('shop')] })).toEqual([]);
});
