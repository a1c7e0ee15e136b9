import { describe, expect, test } from 'vitest';
import { aSymptom, aSymptomGroup, aTerm } from '../model/samples.ts';
import { Asked } from './asked.ts';
import { Glossary } from './glossary.ts';
import { Symptoms } from './symptoms.ts';
import { Synonyms } from './synonyms.ts';

const ALL = { symptoms: Symptoms, glossary: Glossary, synonyms: Synonyms, asked: Asked };
type File = keyof typeof ALL;

/** The places that a schema refuses, each as `path: code`. */
const refusals = (file: File, record: unknown): string[] =>
  (ALL[file].safeParse(record).error?.issues ?? []).map(({ path, code }) => `${path.join('.')}: ${code}`);

const symptom = aSymptom('it-got-worse', ['concept-drift']);
const withSymptom = (change: Record<string, unknown>) => [
  { id: 'in-use', title: 'In use', symptoms: [{ ...symptom, ...change }] },
];
const likely = (...slugs: string[]) => slugs.map((challenge) => ({ challenge, when: 'It came slowly.' }));
const withTerm = (change: Record<string, unknown>) => [{ ...aTerm('drift'), ...change }];

describe('accepted are', () => {
  test.each<[string, File, unknown]>([
    ['a group with a symptom', 'symptoms', [aSymptomGroup('in-use', [symptom])]],
    ['a sentence of 110 characters', 'symptoms', withSymptom({ says: 'x'.repeat(110) })],
    ['four challenges', 'symptoms', withSymptom({ challenges: likely('a', 'b', 'c', 'd') })],
    ['a term with nothing else', 'glossary', [{ id: 'drift', term: 'Drift', means: 'It moves.' }]],
    ['a meaning of 240 characters', 'glossary', withTerm({ means: 'x'.repeat(240) })],
    ['four pages to see', 'glossary', withTerm({ see: ['/', '/a/', '/b/c/', '/d/#e'] })],
    [
      'groups of words',
      'synonyms',
      [
        ['cost', 'bill'],
        ['llm', 'gpt-4', '2fa'],
      ],
    ],
    ['no synonyms', 'synonyms', []],
    ['phrases by page', 'asked', { '/challenges/drift/': ['why is it worse', 'x'.repeat(80)] }],
  ])('%s', (_what, file, record) => {
    expect(refusals(file, record)).toEqual([]);
  });
});

test('what a term leaves out is empty', () => {
  expect(Glossary.parse([{ id: 'drift', term: 'Drift', means: 'It moves.' }])).toEqual([
    { id: 'drift', term: 'Drift', means: 'It moves.', also: [], see: [] },
  ]);
});

describe('refused are', () => {
  test.each<[string, File, unknown, string[]]>([
    ['an empty file', 'symptoms', {}, [': invalid_type']],
    ['no group', 'symptoms', [], [': too_small']],
    ['a group without symptoms', 'symptoms', [aSymptomGroup('a', [])], ['0.symptoms: too_small']],
    [
      'an unknown key of a group',
      'symptoms',
      [{ ...aSymptomGroup('a', [symptom]), x: 1 }],
      ['0: unrecognized_keys'],
    ],
    ['an unknown key of a symptom', 'symptoms', withSymptom({ x: 1 }), ['0.symptoms.0: unrecognized_keys']],
    [
      'an unknown key of a likely challenge',
      'symptoms',
      withSymptom({ challenges: [{ challenge: 'a', when: 'b', x: 1 }] }),
      ['0.symptoms.0.challenges.0: unrecognized_keys'],
    ],
    ['an id that is no slug', 'symptoms', withSymptom({ id: 'It got' }), ['0.symptoms.0.id: invalid_format']],
    ['a long sentence', 'symptoms', withSymptom({ says: 'x'.repeat(111) }), ['0.symptoms.0.says: too_big']],
    [
      'a sentence on two lines',
      'symptoms',
      withSymptom({ says: 'a\nb' }),
      ['0.symptoms.0.says: invalid_format'],
    ],
    [
      'a symptom of nothing',
      'symptoms',
      withSymptom({ challenges: [] }),
      ['0.symptoms.0.challenges: too_small'],
    ],
    [
      'five challenges',
      'symptoms',
      withSymptom({ challenges: likely('a', 'b', 'c', 'd', 'e') }),
      ['0.symptoms.0.challenges: too_big'],
    ],
    [
      'a challenge twice',
      'symptoms',
      withSymptom({ challenges: likely('a', 'a') }),
      ['0.symptoms.0.challenges.1.challenge: custom'],
    ],
    [
      'a long condition',
      'symptoms',
      withSymptom({ challenges: [{ challenge: 'a', when: 'x'.repeat(121) }] }),
      ['0.symptoms.0.challenges.0.when: too_big'],
    ],
    ['no term', 'glossary', [], [': too_small']],
    ['an unknown key of a term', 'glossary', withTerm({ x: 1 }), ['0: unrecognized_keys']],
    ['a term without meaning', 'glossary', [{ id: 'a', term: 'A' }], ['0.means: invalid_type']],
    ['a long meaning', 'glossary', withTerm({ means: 'x'.repeat(241) }), ['0.means: too_big']],
    [
      'five pages to see',
      'glossary',
      withTerm({ see: ['/a/', '/b/', '/c/', '/d/', '/e/'] }),
      ['0.see: too_big'],
    ],
    ['a page twice', 'glossary', withTerm({ see: ['/a/', '/a/'] }), ['0.see.1: custom']],
    ['a page elsewhere', 'glossary', withTerm({ see: ['https://a.org/'] }), ['0.see.0: invalid_format']],
    ['a page of another host', 'glossary', withTerm({ see: ['//a.org/'] }), ['0.see.0: invalid_format']],
    ['a group of one word', 'synonyms', [['cost']], ['0: too_small']],
    ['a word twice in its group', 'synonyms', [['cost', 'cost']], ['0.1: custom']],
    ['two words in one', 'synonyms', [['cost', 'cloud bill']], ['0.1: invalid_format']],
    ['an address that is none', 'asked', { drift: ['why'] }, ['drift: invalid_key']],
    ['a page without phrases', 'asked', { '/a/': [] }, ['/a/: too_small']],
    ['a phrase twice', 'asked', { '/a/': ['why', 'why'] }, ['/a/.1: custom']],
    ['a long phrase', 'asked', { '/a/': ['x'.repeat(81)] }, ['/a/.0: too_big']],
    ['a capital', 'synonyms', [['cost', 'Bill']], ['0.1: invalid_format']],
  ])('%s', (_what, file, record, told) => {
    expect(refusals(file, record)).toEqual(told);
  });
});
