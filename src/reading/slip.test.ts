import { describe, expect, test } from 'vitest';
import { CaseStudy } from '../schema/case-study.ts';
import { explanationOf, sentencesOf } from './slip.ts';

describe('a slip is explained', () => {
  test('about a value, by the help of its field', () => {
    expect(explanationOf('invalid-value', CaseStudy, ['source', 'doi'])).toEqual({
      field: 'source.doi',
      why: 'it stays the same when publishers move',
      help: 'sourcedoi',
    });
  });

  test('about an item of a list, with its number and the help of the list or of its field', () => {
    expect(explanationOf('known-slug', CaseStudy, ['challenges', 2])).toMatchObject({
      field: 'challenges[3]',
      help: 'challenges',
    });
    expect(explanationOf('unknown-value', CaseStudy, ['mitigations', 0, 'outcome'])).toMatchObject({
      field: 'mitigations[1].outcome',
      help: 'mitigationsoutcome',
    });
  });

  test('about anything else, by its kind', () => {
    expect(explanationOf('unknown-key', CaseStudy, ['titel'])).toEqual({
      field: 'titel',
      why: 'a field that nobody reads is lost',
      help: 'unknown-key',
    });
    expect(explanationOf('no-raw-html', undefined, undefined)).toEqual({
      why: 'it would be dropped from the page without a word',
      help: 'no-raw-html',
    });
  });

  test('not at all where its kind is not known', () => {
    expect(explanationOf('spelling', undefined, undefined)).toEqual({});
    expect(explanationOf('constructor', undefined, undefined)).toEqual({});
  });
});

test.each<[string, { message: string; why?: string }, string]>([
  ['what is wrong alone', { message: 'it is wrong' }, 'it is wrong'],
  [
    'and why it matters, in a sentence',
    { message: 'it is wrong', why: 'it hurts' },
    'it is wrong. It hurts.',
  ],
  ['behind a question', { message: 'did you mean "x"?', why: 'it hurts' }, 'did you mean "x"? It hurts.'],
])('a slip is told: %s', (_what, slip, told) => {
  expect(sentencesOf(slip)).toBe(told);
});
