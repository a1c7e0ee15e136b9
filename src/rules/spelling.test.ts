import british from 'dictionary-en-gb';
import { expect, test } from 'vitest';
import {
  aCaseStudy,
  aPath,
  aReview,
  aReviewContext,
  aSymptom,
  aSymptomGroup,
  aTerm,
} from '../model/samples.ts';
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

test('symptoms, reasons, meanings and paths are read too, and a word is placed by its field', () => {
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
    paths: [
      aPath('e', [], {
        for: 'For begginers.',
        leaves: 'You will succede.',
        stops: [{ page: '/', why: 'It is neccessary.', discuss: 'Is it accomodating?' }],
      }),
    ],
    review: aReview({
      contexts: [aReviewContext('e', ['wierd'], { question: 'Is it occured?', hint: 'Untill then.' })],
      rules: [
        {
          id: 'f',
          when: {},
          challenges: [{ challenge: 'c', why: 'It is neccessary.', weight: 1, seenIn: [] }],
        },
      ],
    }),
  });

  expect(unknownWords(content, { ...british, own: '' })).toEqual([
    { collection: 'symptoms', id: 'symptoms', path: [0, 'symptoms', 0, 'says'], word: 'recieved' },
    {
      collection: 'symptoms',
      id: 'symptoms',
      path: [0, 'symptoms', 0, 'challenges', 0, 'when'],
      word: 'seperate',
    },
    { collection: 'review', id: 'review', path: ['contexts', 0, 'question'], word: 'occured' },
    {
      collection: 'review',
      id: 'review',
      path: ['rules', 0, 'challenges', 0, 'why'],
      word: 'neccessary',
    },
    { collection: 'glossary', id: 'glossary', path: [0, 'means'], word: 'definate' },
    { collection: 'paths', id: 'paths', path: [0, 'for'], word: 'begginers' },
    { collection: 'paths', id: 'paths', path: [0, 'leaves'], word: 'succede' },
    { collection: 'paths', id: 'paths', path: [0, 'stops', 0, 'why'], word: 'neccessary' },
    { collection: 'paths', id: 'paths', path: [0, 'stops', 0, 'discuss'], word: 'accomodating' },
  ]);
});

test('words of the own list are known', () => {
  expect(told('The rollout began.').map(({ word }) => word)).toEqual(['rollout']);
  expect(told('The rollout began.', '# a comment\nrollout\n')).toEqual([]);
});
