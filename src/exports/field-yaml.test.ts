import { expect, test } from 'vitest';
import { CaseStudy } from '../schema/case-study.ts';
import { fieldLine, fieldYaml } from './field-yaml.ts';

test.each<[string, unknown, string]>([
  ['task', 'product ranking', 'task: product ranking'],
  ['year', 2024, 'year: 2024'],
  ['year', '2024', "year: '2024'"],
  ['source.doi', '10.1145/3533378', 'source:\n  doi: 10.1145/3533378'],
  ['mitigations.outcome', 'helped', 'mitigations:\n  - outcome: helped'],
  ['challenges', ['a', 'b'], 'challenges: [a, b]'],
  ['mitigations', [{ id: 'a', outcome: 'partly' }], 'mitigations:\n  - id: a\n    outcome: partly'],
  [
    'facts',
    ['A sentence that is rather long for a line.', 'And another of that length.'],
    'facts:\n  - A sentence that is rather long for a line.\n  - And another of that length.',
  ],
])('%s stands in a file with all that it belongs to', (name, value, yaml) => {
  expect(fieldYaml(CaseStudy, name, value)).toBe(yaml);
});

test.each<[string, unknown, string]>([
  ['mitigations.note', '', "note: ''"],
  ['challenges', [], 'challenges: []'],
  ['source', { title: 'A title' }, 'source: {title: A title}'],
])('%s fits in a line', (name, value, line) => {
  expect(fieldLine(name, value)).toBe(line);
});
