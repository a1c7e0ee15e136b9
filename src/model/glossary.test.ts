import { expect, test } from 'vitest';
import { glossaryInLetters, termsInOrder } from './glossary.ts';
import { aChallenge, aStage, aStep, aTerm } from './samples.ts';

const empty = { paths: [], challenges: [], mitigations: [], tools: [], approaches: [], caseStudies: [] };
const workflow = { stages: [aStage('model-deployment', [aStep('updating')])], moved: [] };
const lettersOf = (...glossary: Parameters<typeof glossaryInLetters>[0]['glossary']) =>
  glossaryInLetters({ ...empty, workflow, challenges: [aChallenge('concept-drift')], glossary });

test('terms come from A to Z, whatever their case, ties by id', () => {
  const glossary = [
    aTerm('skew'),
    aTerm('b', { term: 'AUC' }),
    aTerm('a', { term: 'auc' }),
    aTerm('alert', { term: 'alert' }),
  ];

  expect(termsInOrder({ glossary }).map(({ id }) => id)).toEqual(['alert', 'a', 'b', 'skew']);
});

test('terms stand under their letter, without accents; digits and signs under one of their own', () => {
  const letters = lettersOf(
    aTerm('skew'),
    aTerm('elan', { term: 'Élan' }),
    aTerm('edge'),
    aTerm('k-fold', { term: '10-fold' }),
  );

  expect(letters.map(({ letter, id, terms }) => [letter, id, ...terms.map((term) => term.id)])).toEqual([
    ['#', 'letter-other', 'k-fold'],
    ['E', 'letter-e', 'edge', 'elan'],
    ['S', 'letter-s', 'skew'],
  ]);
});

test('links lead on by the title of their page, step or term', () => {
  const [letter] = lettersOf(
    aTerm('drift', {
      see: [
        '/challenges/concept-drift/#evidence',
        '/stages/model-deployment/#updating',
        '/glossary/#drift',
        '/nowhere/',
      ],
    }),
  );

  expect(letter?.terms[0]?.see).toEqual([
    { address: '/challenges/concept-drift/#evidence', title: 'Concept drift' },
    { address: '/stages/model-deployment/#updating', title: 'Updating' },
    { address: '/glossary/#drift', title: 'Drift' },
  ]);
});
