import british from 'dictionary-en-gb';
import { expect, test } from 'vitest';
import { aCaseStudy, aSymptom, aSymptomGroup, aTerm } from '../model/samples.ts';
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

test('symptoms and meanings are read too, and a word is placed by its field', () => {
  const content = aContent({
    caseStudies: [],
    symptomGroups: [
      aSymptomGroup('a', [
        aSymptom('b', [], {
          says: 'It was recieved.',
          challenges: [{ challenge: 'c', when: 'It was seperate.' }],
        }),
      ]),
    ],
    glossary: [aTerm('d', { means: 'A definate thing.' })],
  });

  expect(unknownWords(content, { ...british, own: '' })).toEqual([
    { collection: 'symptoms', id: 'symptoms', path: [0, 'symptoms', 0, 'says'], word: 'recieved' },
    {
      collection: 'symptoms',
      id: 'symptoms',
      path: [0, 'symptoms', 0, 'challenges', 0, 'when'],
      word: 'seperate',
    },
    { collection: 'glossary', id: 'glossary', path: [0, 'means'], word: 'definate' },
  ]);
});

test('words of the own list are known', () => {
  expect(told('The rollout began.').map(({ word }) => word)).toEqual(['rollout']);
  expect(told('The rollout began.', '# a comment\nrollout\n')).toEqual([]);
});
