import { describe, expect, test } from 'vitest';
import { mendInForm, sentencesInForm } from './slip-in-form.ts';
import type { Slip } from './slip.ts';

const slip = (of: Partial<Slip>): Slip => ({
  path: 'content/case-studies/a.md',
  line: 1,
  column: 1,
  rule: 'invalid-value',
  message: '"title" is "Shop"; it takes a title of 10 to 120 characters',
  why: 'lists show it alone',
  ...of,
});

describe('words beside a control', () => {
  test.each<[string, Partial<Slip>, string, string]>([
    [
      'a gap',
      { rule: 'empty-value', message: '"title" is empty; …' },
      '',
      'This is needed: lists show it alone.',
    ],
    [
      'no name of a file',
      { rule: 'file-name', message: 'the file name "" is no slug' },
      '',
      'This is needed: lists show it alone.',
    ],
    [
      'an empty section',
      { rule: 'sections', message: '"## Problem" is empty; …' },
      ' \n',
      'This is needed: lists show it alone. One honest sentence is enough.',
    ],
    [
      'a section without words, such as a definition',
      { rule: 'sections', message: '"## Problem" is empty; one honest sentence is enough' },
      '[a]: https://example.org/',
      '"## Problem" is empty; one honest sentence is enough. Lists show it alone.',
    ],
    [
      'a value of the wrong form',
      { expected: 'a title of 10 to 120 characters' },
      'Shop',
      'This takes a title of 10 to 120 characters. Lists show it alone.',
    ],
    [
      'a number in words, without advice for files',
      { rule: 'wrong-type', expected: 'a year such as 2024, without quotes' },
      'last year',
      'This takes a year such as 2024. Lists show it alone.',
    ],
    [
      'an arXiv number, without advice for files',
      { expected: 'an arXiv number in quotes, such as "2011.09926"' },
      'abc',
      'This takes an arXiv number, such as "2011.09926". Lists show it alone.',
    ],
    [
      'a name of a file that is no slug',
      {
        rule: 'file-name',
        message: 'the file name "A b" is no slug; rename it "a-b.md"',
        expected: 'lower-case words',
      },
      'A b',
      'This takes lower-case words. Lists show it alone.',
    ],
    [
      'an unknown slug',
      {
        rule: 'known-slug',
        message: 'there is no challenge "a"; did you mean "b"?',
        expected: 'the slug of a challenge',
      },
      'a',
      'There is no challenge "a"; did you mean "b"? Lists show it alone.',
    ],
    [
      'a swallowed section',
      { rule: 'sections', message: 'the section "## Outcome" is missing' },
      '```\ncode',
      'This text swallows the heading of the next section: a block of code that is not closed, say.',
    ],
  ])('for %s', (_what, of, value, words) => {
    expect(sentencesInForm(slip(of), value)).toBe(words);
  });
});

test.each<[string, Partial<Slip>, string | undefined]>([
  ['nothing where the check knows none', { field: 'title' }, undefined],
  ['a slug', { rule: 'known-slug', field: 'challenges[1]', suggestion: 'concept-drift' }, 'concept-drift'],
  ['a name of a file without its ending', { rule: 'file-name', suggestion: 'a-case.md' }, 'a-case'],
  [
    'a number without the quotes of files',
    { field: 'source.arxiv', suggestion: '"2011.09926"' },
    '2011.09926',
  ],
  ['nothing for one line of many', { field: 'source.authors[2]', suggestion: 'a' }, undefined],
  ['nothing for a list', { field: 'tools', suggestion: '[mlflow]' }, undefined],
  ['nothing for the text', { rule: 'known-citation', suggestion: 'smith2020' }, undefined],
])('the mend is %s', (_what, of, mend) => {
  expect(mendInForm(slip(of))).toBe(mend);
});
