import { expect, test } from 'vitest';
import { aCaseStudy, aChallenge, aMitigation, applied, aSymptom, aSymptomGroup } from './samples.ts';
import { answeredSymptoms } from './symptoms.ts';

const catalogue = {
  challenges: [aChallenge('slow-release'), aChallenge('concept-drift')],
  mitigations: [
    aMitigation('a-costly-way', ['concept-drift'], { effort: 'high' }),
    aMitigation('b-cheap-way', ['concept-drift']),
    aMitigation('retraining', ['concept-drift'], { effort: 'high' }),
  ],
  caseStudies: [aCaseStudy('shop', ['concept-drift'], { mitigations: [applied('retraining')] })],
  symptomGroups: [
    aSymptomGroup('in-use', [aSymptom('it-got-worse', ['slow-release', 'concept-drift', 'nobody'])]),
    aSymptomGroup('before', [aSymptom('it-stalls', ['slow-release'])]),
  ],
};

test('groups, symptoms and challenges keep the order of the file; unknown challenges are left out', () => {
  const groups = answeredSymptoms(catalogue);

  expect(groups.map(({ id, title }) => [id, title])).toEqual([
    ['in-use', 'In use'],
    ['before', 'Before'],
  ]);
  expect(groups[0]?.symptoms).toMatchObject([
    {
      id: 'it-got-worse',
      says: 'It got worse.',
      answers: [
        { challenge: { id: 'slow-release' }, when: 'It may be slow-release.' },
        { challenge: { id: 'concept-drift' }, when: 'It may be concept-drift.' },
      ],
    },
  ]);
  expect(groups[0]?.symptoms[0]?.answers).toHaveLength(2);
});

test('each challenge comes with the two mitigations to try first, or with none', () => {
  const answers = answeredSymptoms(catalogue)[0]?.symptoms[0]?.answers ?? [];

  expect(answers.map(({ mitigations }) => mitigations.map(({ id }) => id))).toEqual([
    [],
    ['retraining', 'b-cheap-way'],
  ]);
});
