import { describe, expect, test } from 'vitest';
import { namePhrases, otherPhrases, PhraseIndex } from './matching.ts';
import type { NamedPage } from './names.ts';
import { Terms } from './synonyms.ts';

const aPage = (title: string, data: Partial<NamedPage> = {}): NamedPage => ({
  address: `/${title.toLowerCase().replaceAll(' ', '-')}/`,
  title,
  type: 'challenge',
  summary: '',
  stages: [],
  aliases: [],
  symptoms: [],
  answers: [],
  ...data,
});
const pages = [
  aPage('Concept drift', {
    aliases: ['covariate shift', 'dataset shift'],
    symptoms: ['Accuracy fell after launch, a little more every month.'],
    summary: 'The relation between inputs and outputs changes after training.',
  }),
  aPage('Drift monitoring (alerts)', { type: 'mitigation', aliases: ['drift alarm'] }),
  aPage('Labeling', { summary: 'A drift of opinions between people who label.' }),
];
const terms = new Terms([
  ['fell', 'dropped', 'fall'],
  ['launch', 'release'],
]);
const names = new PhraseIndex(pages, namePhrases(pages), terms);
const titlesFor = (question: string) => names.match(question).map(({ page }) => page.title);

describe('by names', () => {
  test('an exact name comes first, however often others say the words', () => {
    expect(titlesFor('drift monitoring')[0]).toBe('Drift monitoring (alerts)');
    expect(titlesFor('concept-drift')[0]).toBe('Concept drift');
    expect(names.match('Concept Drift')[0]).toMatchObject({ isExact: true, phrase: { kind: 'title' } });
  });

  test('a question about a name finds what has it', () => {
    expect(names.match('did drift monitoring work for anyone')[0]).toMatchObject({
      isExact: true,
      page: { title: 'Drift monitoring (alerts)' },
    });
  });

  test('an alias finds its page, and says so', () => {
    expect(names.match('covariate shift')[0]).toMatchObject({
      isExact: true,
      phrase: { text: 'covariate shift', kind: 'alias' },
    });
  });

  test('a title that begins with what was typed comes before an alias', () => {
    const index = new PhraseIndex(
      [
        aPage('Data dispersion', { aliases: ['entity resolution'] }),
        aPage('Entity resolution and deduplication'),
      ],
      namePhrases([
        aPage('Data dispersion', { aliases: ['entity resolution'] }),
        aPage('Entity resolution and deduplication'),
      ]),
      terms,
    );

    expect(index.match('entity resolution')[0]?.page.title).toBe('Entity resolution and deduplication');
  });

  test('words that only a summary holds are no name', () => {
    expect(names.match('outputs changes')[0]).toMatchObject({ isWhole: false, phrase: { kind: 'summary' } });
  });

  test('a symptom in other words finds its page', () => {
    const [first] = names.match('accuracy dropped after release');

    expect(first).toMatchObject({ isExact: false, isWhole: false, phrase: { kind: 'symptom' } });
    expect(first?.page.title).toBe('Concept drift');
  });

  test('a symptom in nearly the same words, in another order, is near; with half of them it is not', () => {
    expect(names.match('every month the accuracy fell a little more')[0]).toMatchObject({
      isNear: true,
      phrase: { kind: 'symptom' },
    });
    expect(names.match('accuracy fell')[0]?.isNear).toBe(false);
  });

  test('a name is near only when it is met in full', () => {
    expect(names.match('covariate shift')[0]?.isNear).toBe(true);
    expect(names.match('shift covariate')[0]?.isNear).toBe(false);
  });

  test('the last word may be unfinished, the others not', () => {
    expect(titlesFor('drift moni')[0]).toBe('Drift monitoring (alerts)');
    expect(names.match('moni drift')[0]?.isWhole).toBe(false);
  });

  test('a name counts for more than a summary', () => {
    expect(titlesFor('drift').at(-1)).toBe('Labeling');
  });

  test('the share tells how much of the question a page holds', () => {
    expect(names.match('concept drift').map(({ share }) => share)[0]).toBe(1);
    expect(names.match('concept unicorn')[0]?.share).toBeLessThan(0.6);
  });

  test.each(['', '   ', 'the of and', '🦄', '__proto__', 'constructor', '<script>', '"\'"'])(
    '%j finds nothing and breaks nothing',
    (question) => {
      expect(names.match(question)).toEqual([]);
    },
  );

  test('knows the words of its phrases, their synonyms, and no others', () => {
    expect(names.knows('covariate')).toBe(true);
    expect(names.knows('dropped')).toBe(true);
    expect(names.knows('the')).toBe(true);
    expect(names.knows('concpet')).toBe(false);
  });
});

describe('by what people say', () => {
  const said = new PhraseIndex(
    pages,
    otherPhrases({
      terms: [{ says: 'silent decay', also: ['model rot'], pages: [0, 1] }],
      symptoms: [{ says: 'Alarms ring all day.', pages: [1] }],
      asked: [{ says: 'two annotators never agree', pages: [2] }],
    }),
    terms,
  );

  test('a term leads to its pages, the likeliest first', () => {
    expect(said.match('model rot').map(({ page }) => page.title)).toEqual([
      'Concept drift',
      'Drift monitoring (alerts)',
    ]);
  });

  test('symptoms and questions lead to theirs', () => {
    expect(said.match('alarms ring')[0]?.page.title).toBe('Drift monitoring (alerts)');
    expect(said.match('annotators agree')[0]?.phrase.kind).toBe('asked');
  });
});

test('the very word counts for more than another one that means the same', () => {
  const index = new PhraseIndex(
    [aPage('Other'), aPage('Same')],
    [
      { text: 'accuracy fell', kind: 'alias', page: 0, weight: 1 },
      { text: 'accuracy dropped', kind: 'alias', page: 1, weight: 1 },
    ],
    terms,
  );

  expect(index.match('accuracy dropped lately').map(({ page, isWhole }) => [page.title, isWhole])).toEqual([
    ['Same', false],
    ['Other', false],
  ]);
});

test('synonyms share what they mean, and all of them are marked', () => {
  expect(terms.termsOf('dropped')).toEqual(['drop', '=fell']);
  expect(terms.termsOf('falls')).toEqual(['fall', '=fell']);
  expect(terms.termsOf('the')).toEqual([]);
  expect(terms.stemsOf('accuracy dropped')).toEqual(new Set(['accuraci', 'drop', 'fell', 'fall']));
});
