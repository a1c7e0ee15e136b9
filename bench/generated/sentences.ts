import type { Entry } from '../../src/model/catalogue.ts';
import { hasFigure, sentencesOf } from '../../src/model/sentences.ts';

/** Sentences of no meaning in the style of case studies; `#` becomes a number, `?` the key of a work. */
export const SENTENCES: readonly string[] = [
  'The team ran a model in # regions, and its figures fell within a month [@?].',
  'Labels arrived # days late, so nobody could say how well the model did.',
  'A second model answered the same requests in the shadow of the first for # weeks.',
  'Of # features, a third came from a table that another team changed without notice.',
  'They compared each week with the one before, and set an alarm at # per cent [@?].',
  'Training took # hours on one machine, which was too long to repeat every night.',
  'The old rules stayed in place for # per cent of the traffic, as a yardstick.',
  'After # reviews the checklist had shrunk to a page that people did read.',
  'A report of # pages described the data, who had collected it, and what it left out [@?].',
  'The service answered within # milliseconds, and the batch job was switched off.',
];

/** Signs that Markdown may take for something else than a letter. */
const MARKS = /[\\`*_[\]<>{}|@#!~&"“”:]/;

/**
 * Sentences of the texts of entries that can stand anywhere: without marks and without figures, which would need their
 * source. They have the words of the field, as often as people use them, which templates have not.
 */
export function plainSentencesOf(entries: readonly Pick<Entry<unknown>, 'body'>[]): string[] {
  const sentences = entries.flatMap(({ body = '' }) => sentencesOf(body).map(({ text }) => text));
  return [...new Set(sentences)].filter(
    (text) => /^[A-Z].{38,198}\.$/.test(text) && !MARKS.test(text) && !hasFigure(text) && !/\d/.test(text),
  );
}
