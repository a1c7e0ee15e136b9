import { describe, expect, test } from 'vitest';
import {
  aPath,
  aReview,
  aReviewContext,
  aReviewRule,
  aSymptom,
  aSymptomGroup,
  aTerm,
} from '../model/samples.ts';
import { Asked } from './asked.ts';
import { Glossary } from './glossary.ts';
import { Paths } from './paths.ts';
import { Review } from './review.ts';
import { Symptoms } from './symptoms.ts';
import { Synonyms } from './synonyms.ts';

const ALL = {
  symptoms: Symptoms,
  glossary: Glossary,
  paths: Paths,
  synonyms: Synonyms,
  asked: Asked,
  review: Review,
};
type File = keyof typeof ALL;

/** The places that a schema refuses, each as `path: code`. */
const refusals = (file: File, record: unknown): string[] =>
  (ALL[file].safeParse(record).error?.issues ?? []).map(({ path, code }) => `${path.join('.')}: ${code}`);

const symptom = aSymptom('it-got-worse', ['concept-drift']);
const withSymptom = (change: Record<string, unknown>) => [
  { id: 'in-use', title: 'In use', symptoms: [{ ...symptom, ...change }] },
];
const likely = (...slugs: string[]) => slugs.map((challenge) => ({ challenge, when: 'It came slowly.' }));
const FIVE = ['/', '/matrix/', '/challenges/a/', '/challenges/b/', '/tools/c/'];
const withPath = (change: Record<string, unknown>) => [{ ...aPath('first-model', FIVE), ...change }];
const withStop = (change: Record<string, unknown>) =>
  withPath({
    stops: FIVE.map((page, i) => ({ page, why: 'It is next.', ...(i === 4 && change) })),
  });
const withContext = (change: Record<string, unknown>) => ({
  ...aReview(),
  contexts: [{ ...aReviewContext('data', ['personal', 'text']), ...change }],
});
const matters = { challenge: 'drift', why: 'It moves.', weight: 1, seenIn: ['shop'] };
const withReason = (change: Record<string, unknown>) => ({
  ...aReview(),
  rules: [{ id: 'always', when: {}, challenges: [{ ...matters, ...change }] }],
});
const withRule = (change: Record<string, unknown>) => ({
  ...aReview(),
  rules: [{ ...aReviewRule('always', {}, { drift: [] }), ...change }],
});
const options = (...ids: string[]) => ids.map((id) => ({ id, label: 'A label' }));
const withTerm = (change: Record<string, unknown>) => [{ ...aTerm('drift'), ...change }];

describe('accepted are', () => {
  test.each<[string, File, unknown]>([
    ['a group with a symptom', 'symptoms', [aSymptomGroup('in-use', [symptom])]],
    ['a sentence of 110 characters', 'symptoms', withSymptom({ says: 'x'.repeat(110) })],
    ['four challenges', 'symptoms', withSymptom({ challenges: likely('a', 'b', 'c', 'd') })],
    ['a term with nothing else', 'glossary', [{ id: 'drift', term: 'Drift', means: 'It moves.' }]],
    ['a meaning of 240 characters', 'glossary', withTerm({ means: 'x'.repeat(240) })],
    ['four pages to see', 'glossary', withTerm({ see: ['/', '/a/', '/b/c/', '/d/#e'] })],
    ['a path of five stops', 'paths', withPath({})],
    ['a path of eight', 'paths', [aPath('a', [...FIVE, '/a/', '/b/', '/c/'])]],
    ['a question to discuss', 'paths', withStop({ discuss: 'x'.repeat(160) })],
    ['a reason of 200 characters', 'paths', withStop({ why: 'x'.repeat(200) })],
    [
      'groups of words',
      'synonyms',
      [
        ['cost', 'bill'],
        ['llm', 'gpt-4', '2fa'],
      ],
    ],
    ['no synonyms', 'synonyms', []],
    ['questions and rules of a review', 'review', aReview()],
    ['a question without a hint, and one with', 'review', withContext({ hint: 'Choose all.' })],
    ['a reason that no case shows', 'review', withReason({ seenIn: undefined })],
    ['a reason that three cases show', 'review', withReason({ seenIn: ['a', 'b', 'c'] })],
    ['the heaviest reason', 'review', withReason({ weight: 3 })],
    ['a reason of 180 characters', 'review', withReason({ why: `${'x'.repeat(179)}.` })],
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
    ['a review without rules', 'review', { ...aReview(), rules: [] }, ['rules: too_small']],
    ['a review without questions', 'review', { ...aReview(), contexts: [] }, ['contexts: too_small']],
    ['an unknown key of a review', 'review', { ...aReview(), x: 1 }, [': unrecognized_keys']],
    ['an unknown key of a question', 'review', withContext({ x: 1 }), ['contexts.0: unrecognized_keys']],
    [
      'a question that is none',
      'review',
      withContext({ question: 'Data' }),
      ['contexts.0.question: invalid_format'],
    ],
    [
      'a question of a third kind',
      'review',
      withContext({ kind: 'some' }),
      ['contexts.0.kind: invalid_value'],
    ],
    ['a single answer', 'review', withContext({ options: options('a') }), ['contexts.0.options: too_small']],
    [
      'eleven answers',
      'review',
      withContext({ options: options(...Array.from({ length: 11 }, (_, i) => `a-${i}`)) }),
      ['contexts.0.options: too_big'],
    ],
    [
      'an answer twice',
      'review',
      withContext({ options: options('a', 'a') }),
      ['contexts.0.options.1.id: custom'],
    ],
    ['answers from nowhere', 'review', withContext({ options: undefined }), ['contexts.0.id: custom']],
    ['answers from two places', 'review', withContext({ from: 'industries' }), ['contexts.0.from: custom']],
    [
      'answers from elsewhere',
      'review',
      withContext({ from: 'kinds', options: undefined }),
      ['contexts.0.from: invalid_value'],
    ],
    ['a rule without challenges', 'review', withRule({ challenges: [] }), ['rules.0.challenges: too_small']],
    ['a rule without conditions', 'review', withRule({ when: undefined }), ['rules.0.when: invalid_type']],
    [
      'a condition without answers',
      'review',
      withRule({ when: { data: [] } }),
      ['rules.0.when.data: too_small'],
    ],
    [
      'a condition with an answer twice',
      'review',
      withRule({ when: { data: ['a', 'a'] } }),
      ['rules.0.when.data.1: custom'],
    ],
    [
      'a condition that is no slug',
      'review',
      withRule({ when: { 'My data': ['a'] } }),
      ['rules.0.when.My data: invalid_key'],
    ],
    [
      'a challenge twice in a rule',
      'review',
      withRule({ challenges: [matters, matters] }),
      ['rules.0.challenges.1.challenge: custom'],
    ],
    [
      'an unknown key of a reason',
      'review',
      withReason({ x: 1 }),
      ['rules.0.challenges.0: unrecognized_keys'],
    ],
    [
      'a long reason',
      'review',
      withReason({ why: `${'x'.repeat(180)}.` }),
      ['rules.0.challenges.0.why: too_big'],
    ],
    [
      'a reason without a full stop',
      'review',
      withReason({ why: 'It moves' }),
      ['rules.0.challenges.0.why: invalid_format'],
    ],
    ['no weight', 'review', withReason({ weight: 0 }), ['rules.0.challenges.0.weight: too_small']],
    ['half a weight', 'review', withReason({ weight: 1.5 }), ['rules.0.challenges.0.weight: invalid_type']],
    ['a weight of 4', 'review', withReason({ weight: 4 }), ['rules.0.challenges.0.weight: too_big']],
    [
      'four cases',
      'review',
      withReason({ seenIn: ['a', 'b', 'c', 'd'] }),
      ['rules.0.challenges.0.seenIn: too_big'],
    ],
    ['a case twice', 'review', withReason({ seenIn: ['a', 'a'] }), ['rules.0.challenges.0.seenIn.1: custom']],
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
    ['no path', 'paths', [], [': too_small']],
    ['an unknown key of a path', 'paths', withPath({ x: 1 }), ['0: unrecognized_keys']],
    ['an unknown key of a stop', 'paths', withStop({ x: 1 }), ['0.stops.4: unrecognized_keys']],
    ['an id of a path that is no slug', 'paths', withPath({ id: 'My path' }), ['0.id: invalid_format']],
    ['a long title of a path', 'paths', withPath({ title: 'x'.repeat(41) }), ['0.title: too_big']],
    ['a long audience', 'paths', withPath({ for: 'x'.repeat(161) }), ['0.for: too_big']],
    ['a long promise', 'paths', withPath({ leaves: 'x'.repeat(161) }), ['0.leaves: too_big']],
    ['four stops', 'paths', [aPath('a', FIVE.slice(1))], ['0.stops: too_small']],
    ['nine stops', 'paths', [aPath('a', [...FIVE, '/a/', '/b/', '/c/', '/d/'])], ['0.stops: too_big']],
    ['a stop twice', 'paths', withStop({ page: '/matrix/' }), ['0.stops.4.page: custom']],
    ['a stop without a reason', 'paths', withStop({ why: ' ' }), ['0.stops.4.why: too_small']],
    ['a long reason', 'paths', withStop({ why: 'x'.repeat(201) }), ['0.stops.4.why: too_big']],
    ['a long question', 'paths', withStop({ discuss: 'x'.repeat(161) }), ['0.stops.4.discuss: too_big']],
    ['a part of a page as a stop', 'paths', withStop({ page: '/a/#b' }), ['0.stops.4.page: invalid_format']],
    ['a path as a stop', 'paths', withStop({ page: '/paths/a/' }), ['0.stops.4.page: invalid_format']],
    ['a stop elsewhere', 'paths', withStop({ page: 'https://a.org/' }), ['0.stops.4.page: invalid_format']],
    ['a stop on another host', 'paths', withStop({ page: '//a.org/' }), ['0.stops.4.page: invalid_format']],
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
