import { expect, test } from 'vitest';
import { hyphenated } from './hyphens.ts';

test.each([
  ['Interpretability of the model', 'Interpret-ability of the model'],
  ['Environmental impact', 'Environ-mental impact'],
  ['Fairness and accountability', 'Fairness and account-ability'],
  ['Software engineering anti-patterns', 'Software engineer-ing anti-patterns'],
  ['Performance metrics', 'Perfor-mance metrics'],
  ['Country-level regulations', 'Country-level regula-tions'],
  ['Regulatory frameworks', 'Regulatory frame-works'],
  ['Concept drift', 'Concept drift'],
  ['Training', 'Training'],
])('%s may break as %s', (title, broken) => {
  expect(hyphenated(title).replaceAll('\u00ad', '-')).toBe(broken);
});
