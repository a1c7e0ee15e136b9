import british from 'dictionary-en-gb';
import { expect, test } from 'vitest';
import { aCaseStudy } from '../model/samples.ts';
import { aContent } from './samples.ts';
import { unknownWords } from './spelling.ts';

const told = (body: string, own = '') =>
  unknownWords(aContent({ caseStudies: [aCaseStudy('a', ['drift'], {}, body)] }), { ...british, own }).filter(
    ({ collection }) => collection === 'caseStudies',
  );

test('a misspelt word is told once a text, with the place of its sentence', () => {
  expect(told('All is well. The labels were recieved late, and recieved again.')).toEqual([
    { collection: 'caseStudies', id: 'a', offset: 13, word: 'recieved' },
  ]);
});

test('British spelling, plurals and possessives are no mistakes', () => {
  expect(told("The organisation's labelled colours were analysed by its neighbours.")).toEqual([]);
});

test('names, code, addresses and words with digits are left alone', () => {
  expect(
    told('Zillow and PyTorch use `frobnicate()` at example.org/frobnicate with v2beta and snake_cased.'),
  ).toEqual([]);
});

test('words of the own list are known', () => {
  expect(told('The rollout began.').map(({ word }) => word)).toEqual(['rollout']);
  expect(told('The rollout began.', '# a comment\nrollout\n')).toEqual([]);
});
