import { describe, expect, test } from 'vitest';
import { choicesOf, finderOf, nearestChoice } from './choices.ts';

const CHOICES = [
  { slug: 'abiding-by-legislation', title: 'Abiding by legislation', aliases: ['consent', 'GDPR'] },
  { slug: 'continuous-delivery', title: 'Continuous delivery', aliases: ['CI/CD', 'release'] },
  { slug: 'concept-drift', title: 'Concept drift', aliases: ['data drift', 'model decay', 'dérive'] },
  { slug: 'drift', title: 'Drift', aliases: [] },
  { slug: 'data-validation', title: 'Data validation routines', aliases: ['TFDV'] },
];

describe('choices are found by what is typed, best first', () => {
  const find = finderOf(CHOICES);
  test.each<[typed: string, slugs: string[]]>([
    ['concept-drift', ['concept-drift']],
    ['Concept Drift', ['concept-drift']],
    ['conc', ['concept-drift']],
    ['conc dri', ['concept-drift']],
    ['drift', ['drift', 'concept-drift']],
    ['concpt', ['concept-drift']],
    ['model decay', ['concept-drift']],
    ['derive', ['concept-drift']],
    ['gdpr', ['abiding-by-legislation']],
    ['ci', ['continuous-delivery']],
    ['validation of data', ['data-validation', 'concept-drift']],
    ['zebra', []],
    ['???', []],
    ['constructor', []],
    ['__proto__', []],
  ])('%j', (typed, slugs) => {
    expect(find(typed).map(({ slug }) => slug)).toEqual(slugs);
  });

  test('nothing typed leaves all, in their order', () => {
    expect(find('')).toEqual(CHOICES);
    expect(find('  ')).toEqual(CHOICES);
  });
});

test('the choices of a vocabulary are found by key and by title', () => {
  const find = finderOf(choicesOf({ 'e-commerce': 'E-commerce', 'real-estate': 'Real estate' }));

  expect(find('e-com').map(({ slug }) => slug)).toEqual(['e-commerce']);
  expect(find('estate').map(({ slug }) => slug)).toEqual(['real-estate']);
});

test('the nearest choice is one spelt alike, else one that goes by that name', () => {
  expect(nearestChoice('concept-drfit', CHOICES)).toBe('concept-drift');
  expect(nearestChoice('Model decay', CHOICES)).toBe('concept-drift');
  expect(nearestChoice('zebra', CHOICES)).toBeUndefined();
});
