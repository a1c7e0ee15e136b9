import { expect, test } from 'vitest';
import { hasFigure, sentencesOf, wordsIn } from './sentences.ts';

const texts = (body: string) => sentencesOf(body).map(({ text }) => text);

test('sentences are told apart across paragraphs, lists and components, without headings and code', () => {
  const body = [
    '## Evidence',
    '',
    'One sentence here. Another one, with e.g. an abbreviation.',
    '',
    '- A point of a list [@key].',
    '1. A numbered step, see [the guide](https://example.org/a.b?c=d).',
    '',
    '<Case of="x">',
    '',
    'A case.',
    '',
    '</Case>',
    '',
    '```sh',
    'echo no sentence.',
    '```',
  ].join('\n');

  expect(texts(body)).toEqual([
    'One sentence here.',
    'Another one, with e.g. an abbreviation.',
    'A point of a list .',
    'A numbered step, see the guide.',
    'A case.',
  ]);
});

test('a file with CRLF holds the same sentences', () => {
  const body = '## Evidence\nOne sentence.\n\nAnother one.\n- A point.\n';

  expect(texts(body.replaceAll('\n', '\r\n'))).toEqual(['One sentence.', 'Another one.', 'A point.']);
  expect(texts(body)).toEqual(['One sentence.', 'Another one.', 'A point.']);
});

test('a sentence says whether it points to a source', () => {
  const body = 'Cited [@a; @b]. Linked to [a page](https://example.org). Linked [inside](/about/). Bare.';

  expect(sentencesOf(body).map(({ isSourced }) => isSourced)).toEqual([true, true, false, false]);
});

test('the start of a sentence points into the text', () => {
  const body = 'First one.\n\nSecond one. Third one.';

  expect(sentencesOf(body).map(({ start }) => body.slice(start, start + 5))).toEqual([
    'First',
    'Secon',
    'Third',
  ]);
});

test('words are counted as a reader counts them', () => {
  expect(wordsIn('## Not counted\n\nThree plain words [@key].\n\n`code` counts not, two.')).toBe(6);
});

test.each([
  ['It cut errors by 12 percent.', true],
  ['Accuracy fell from 0.90 to 0.50.', true],
  ['A bill of $304 million.', true],
  ['There were 28 organisations in 2020.', true],
  ['It happened in 2020.', false],
  ['The 2012/13 season was bad.', false],
  ['Article 22 applies to GPT-4.', false],
  ['SR 11-7 and ISO 27001 ask for it.', false],
  ['On 24 July 2025 it was published.', false],
  ['The F1 score and the 95th percentile.', false],
  ['No figure at all.', false],
])('%s', (sentence, expected) => {
  expect(hasFigure(sentence)).toBe(expected);
});
