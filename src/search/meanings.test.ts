import { expect, test } from 'vitest';
import { meaningsOf, termsFor } from './meanings.ts';
import type { NamedPage, Phrases } from './names.ts';

const aPage = (title: string, aliases: string[], type = 'challenge'): NamedPage => ({
  address: `/${title}/`,
  title,
  type,
  summary: '',
  stages: [],
  aliases,
  symptoms: [],
  answers: [],
});
const phrases: Phrases = {
  terms: [
    { says: 'concept drift', also: ['covariate shift', 'model decay'], pages: [0] },
    { says: 'large language model', also: ['LLM'], pages: [] },
    { says: 'performance metric', also: ['accuracy'], pages: [] },
  ],
  symptoms: [],
  asked: [],
};
const terms = termsFor(phrases, [
  aPage('Labeling large volumes', ['annotation cost', 'covariate shift']),
  aPage('Some tool', ['tool alias'], 'tool'),
  aPage('Edge cases', ['CheckList']),
  aPage('CheckList', [], 'tool'),
]);
const read = (question: string) => meaningsOf(question, terms).map(({ term, words }) => [term, words]);

test('another word for a term is searched for under the term as well', () => {
  expect(read('Covariate shift in prod')).toEqual([['concept drift', 'concept drift in prod']]);
});

test('the glossary comes before the aliases of pages', () => {
  expect(terms.get('covariateshift')).toBe('concept drift');
});

test('an alias of a challenge leads to its title; a tool is known by its own names', () => {
  expect(read('annotation cost')).toEqual([['Labeling large volumes', 'labeling large volumes']]);
  expect(read('tool alias')).toEqual([]);
});

test('an alias that is the title of another page leads nowhere else', () => {
  expect(read('checklist')).toEqual([]);
});

test('nothing is added whose words were typed anyway', () => {
  expect(read('model decay by concept drift')).toEqual([]);
});

test('a single word is a term in a short question only', () => {
  expect(read('llm')).toEqual([['large language model', 'large language model']]);
  expect(read('accuracy fell after launch last month')).toEqual([]);
});

test('two phrases give two meanings, and no word is taken twice', () => {
  expect(read('covariate shift and model decay and annotation cost')).toHaveLength(2);
});

test.each(['', '   ', '<script>', '__proto__', 'constructor', '🦄'])('%j means nothing else', (question) => {
  expect(read(question)).toEqual([]);
});
