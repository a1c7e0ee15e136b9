import { expect, test } from 'vitest';
import { queriesOf } from './queries.ts';

const pages = new Set(['/challenges/concept-drift/', '/tools/dvc/']);
const read = (source: string, fewest = 1) => queriesOf(source, 'queries.yaml', pages, fewest);

const right = `- query: concept drift
  kind: name
  wants: [/challenges/concept-drift/]
  set: tuning
`;

test('a right list is read in order', () => {
  const list = read(`${right}- { query: dvc, kind: tool, wants: [/tools/dvc/], set: held-out }\n`);

  expect(list.map(({ query, set }) => [query, set])).toEqual([
    ['concept drift', 'tuning'],
    ['dvc', 'held-out'],
  ]);
});

test.each([
  ['an unknown kind', right.replace('name', 'nmae'), 'queries.yaml:2: kind: Invalid option'],
  ['an unknown key', `${right}  wanted: []\n`, 'queries.yaml:1: entry: Unrecognized key: "wanted"'],
  ['a missing value', right.replace('  set: tuning\n', ''), 'queries.yaml:1: set: Invalid option'],
  ['an address without its slash', right.replace('drift/]', 'drift]'), 'queries.yaml:3: wants.0: must be an'],
  [
    'a page that is not there',
    right.replace('-drift/]', '-drfit/]'),
    'queries.yaml:1: the site has no page /challenges/concept-drfit/',
  ],
  [
    'a query that stands there twice',
    right + right.replace('concept drift', 'Concept  drift'),
    'queries.yaml:5: "Concept  drift" stands in line 1 already',
  ],
  ['broken YAML', `${right}- query: [`, 'queries.yaml:5: '],
  ['no list', 'query: x', 'queries.yaml:1: must be a list of queries'],
])('%s is told with its line', (_, source, message) => {
  expect(() => read(source)).toThrow(message);
});

test('every slip is told at once', () => {
  expect(() => read(right.replace('name', 'nmae') + right.replace('tuning', 'other'))).toThrow(
    /:2: kind[\s\S]*:8: set/,
  );
});

test('a list that is too short is refused', () => {
  expect(() => read(right, 120)).toThrow('1 queries are too few to measure with: 120 are needed');
});
