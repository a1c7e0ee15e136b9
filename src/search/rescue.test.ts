import { describe, expect, test } from 'vitest';
import { Speller } from './rescue.ts';

const speller = new Speller({
  concept: 40,
  concert: 1,
  drift: 30,
  label: 20,
  labels: 25,
  cable: 3,
  guardrails: 6,
  hyperparameter: 5,
  monitoring: 50,
  rare: 1,
});
const named = () => false;

describe('the nearest word', () => {
  test.each([
    ['concpet', 'concept', 'letters that changed places'],
    ['concet', 'concept', 'the more frequent of two as near'],
    ['lable', 'label', 'an exchange in a short word'],
    ['gaurdrails', 'guardrails', 'an exchange in a long word'],
    ['hyperparamter', 'hyperparameter', 'a letter left out'],
    ['monnitoring', 'monitoring', 'a letter too many'],
    ['nonitoring', 'monitoring', 'another first letter'],
  ])('to %s is %s: %s', (typed, meant) => {
    expect(speller.nearest(typed)).toBe(meant);
  });

  test.each(['unicorn', 'xyz', 'concatenation', 'drifffting', 'able'])('to %s there is none', (typed) => {
    expect(speller.nearest(typed)).toBeUndefined();
  });
});

describe('a question', () => {
  test('has its misspelt words mended, and says which', () => {
    expect(speller.understand('Concpet drfit?', named)).toEqual({
      text: 'concept drift',
      mended: [
        { typed: 'concpet', meant: 'concept' },
        { typed: 'drfit', meant: 'drift' },
      ],
      unknown: [],
    });
  });

  test.each([
    ['a word in another form', 'drifting monitors'],
    ['a word that stands on one page only', 'rare drift'],
    ['numbers and short words', 'gpt4 ml 2021'],
    ['the beginning of a word at the end', 'drift monit'],
  ])('stays as typed with %s', (_, question) => {
    expect(speller.understand(question, named)).toEqual({ text: question, mended: [], unknown: [] });
  });

  test('keeps a word of our names that no text holds', () => {
    expect(speller.understand('dirft', (word) => word === 'dirft').mended).toEqual([]);
  });

  test('names the words that nothing is near to', () => {
    expect(speller.understand('unicorn drift', named)).toEqual({
      text: 'unicorn drift',
      mended: [],
      unknown: ['unicorn'],
    });
  });

  test.each(['__proto__', 'constructor', 'toString', '', '🦄'])('%j is harmless', (question) => {
    expect(() => speller.understand(question, named)).not.toThrow();
    expect(speller.understand(question, named).mended).toEqual([]);
  });
});
