import { expect, test } from 'vitest';
import { askedAbout, isStopWord, keyOf, marked, stemOf, withoutStopWords, wordsIn } from './text.ts';

test.each([
  ['Concept drift', ['concept', 'drift']],
  ['A/B-testing, naïvely!', ['a', 'b', 'testing', 'naively']],
  ["can't won’t", ['cant', 'wont']],
  ['GPT-4 costs 3×', ['gpt', '4', 'costs', '3']],
  ['ﬁne ｆｕｌｌ', ['fine', 'full']],
  ['<script>alert(1)</script>', ['script', 'alert', '1', 'script']],
  ['انحراف المفهوم', ['انحراف', 'المفهوم']],
  ['Hyper-parameters, pre processing', ['hyperparameters', 'preprocessing']],
  ['re-training, fine-tuning', ['retraining', 'finetuning']],
  ['re training data', ['re', 'training', 'data']],
  ['training-serving skew', ['training', 'serving', 'skew']],
  ['', []],
  ['🦄 … —', []],
])('%j is the words %j', (text, words) => {
  expect(wordsIn(text)).toEqual(words);
});

test.each([
  ['labelling', 'labeling'],
  ['optimisation', 'optimization'],
  ['behaviour', 'behaviors'],
  ['models', 'modelling'],
  ['dropped', 'drops'],
])('%s and %s have one stem', (one, other) => {
  expect(stemOf(one)).toBe(stemOf(other));
});

test.each([
  ['bias', 'basis'],
  ['model', 'module'],
  ['noise', 'nose'],
  ['production', 'product'],
  ['edition', 'edit'],
])('%s and %s have different stems', (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other));
});

test('a stop word has no stem', () => {
  expect(isStopWord('the')).toBe(true);
  expect(stemOf('the')).toBeUndefined();
  expect(isStopWord('drift')).toBe(false);
});

test.each([
  ['model works offline but not in production', 'model works offline production'],
  ["the model doesn't answer, does it?", 'model answer,'],
  ['roll-out to users', 'roll-out users'],
  ['how to predict', 'how to predict'],
  ['to be or not to be', 'to be or not to be'],
  ['"not in production today"', '"not in production today"'],
  ['漂移 and drift', '漂移 drift'],
  ['', ''],
])('the texts are asked for %j by %j', (question, asked) => {
  expect(withoutStopWords(question)).toBe(asked);
});

test.each([
  ['Hyper-parameter tuning', 'hyperparameter tuning'],
  ['Shadow deployment (silent trial)', 'shadow deployment'],
  ['data set', 'dataset'],
  ['Labelling', 'labeling'],
])('%s and %s are one name', (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other));
});

test.each([
  ['Did shadow deployment work?', 'shadow deployment'],
  ['did shadow deployment work for anyone', 'shadow deployment'],
  ['does data augmentation really help', 'data augmentation'],
  ['is a feature store worth it', 'feature store'],
  ['what is concept drift', 'concept drift'],
  ['what does concept drift mean', 'concept drift'],
  ['shadow deployment', undefined],
  ['work', undefined],
])('what is asked about in %s: %s', (question, name) => {
  expect(askedAbout(question)).toBe(name);
});

test('words that were asked for are marked, in any form, and nothing else', () => {
  const stems = new Set([stemOf('label') ?? '', stemOf('noisy') ?? '']);

  expect(marked('Labels are noisy; tables are not.', stems)).toEqual([
    { text: 'Labels', isMarked: true },
    { text: ' are ', isMarked: false },
    { text: 'noisy', isMarked: true },
    { text: '; tables are not.', isMarked: false },
  ]);
});

test('a word with a hyphened beginning is marked as one', () => {
  expect(marked('A hyper-parameter search.', new Set([stemOf('hyperparameters') ?? '']))).toEqual([
    { text: 'A ', isMarked: false },
    { text: 'hyper-parameter', isMarked: true },
    { text: ' search.', isMarked: false },
  ]);
});

test('marking loses no character of a text', () => {
  const text = '<b>Drift</b> &amp; “shift” 漂移 🦄';

  expect(
    marked(text, new Set(['drift', 'shift']))
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
