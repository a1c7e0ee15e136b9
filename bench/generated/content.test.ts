import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { wordsIn } from '../../src/model/sentences.ts';
import { withHelpFor } from './challenges.ts';
import { contentOf, generatedFor, writeGenerated } from './content.ts';
import { plainSentencesOf } from './sentences.ts';

let folder = '';
const content = contentOf('.');
const [size, challenges] = [40, content.challenges.length + 3];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'generated-content-'));
  cpSync('content', join(folder, 'content'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a catalogue with generated entries is sound', () => {
  writeGenerated(join(folder, 'content'), generatedFor(content, size, challenges));
  const grown = contentOf(folder);

  expect(check([join(folder, 'content')], undefined, join(folder, 'content')).slips).toEqual([]);
  expect(grown.caseStudies).toHaveLength(content.caseStudies.length + size);
  expect(grown.challenges).toHaveLength(challenges);
});

test('the same content and numbers give the same entries', () => {
  expect(generatedFor(content, size, challenges)).toEqual(generatedFor(content, size, challenges));
  expect(generatedFor(content, 2, challenges).caseStudies).toEqual(
    generatedFor(content, size, challenges).caseStudies.slice(0, 2),
  );
});

test('generated texts are about as long as asked', () => {
  const made = generatedFor(content, size, challenges);
  const words = made.caseStudies.map(({ text }) => wordsIn(text.replace(/^---[\s\S]*?\n---\n/, '')));
  const mean = words.reduce((sum, each) => sum + each, 0) / words.length;

  expect(mean).toBeGreaterThan(220);
  expect(mean).toBeLessThan(290);
  for (const { body } of made.challenges) {
    expect(wordsIn(body)).toBeGreaterThanOrEqual(900);
    expect(wordsIn(body)).toBeLessThan(1000);
  }
});

test('enough challenges are there already: one is made up all the same', () => {
  expect(generatedFor(content, 1, 3).challenges).toHaveLength(1);
});

test.each([
  ['marks', 'The “second” model answered the same requests as the first one did.'],
  ['figures', 'The second model answered 12 requests in the shadow of the first one.'],
  ['an odd beginning', 'the second model answered the same requests as the first one did.'],
])('a sentence with %s is not used elsewhere', (_, body) => {
  expect(plainSentencesOf([{ body }])).toEqual([]);
});

test('a plain sentence is used once, whoever wrote it', () => {
  const body = 'The second model answered the same requests as the first one did.';

  expect(plainSentencesOf([{ body }, { body: `${body} ${body}` }, {}])).toEqual([body]);
});

test('a file that lists no challenges cannot be said to help against one', () => {
  expect(() => withHelpFor('---\ntitle: A\n---\n', 'mitigates', 'b')).toThrow(/mitigates/);
  expect(withHelpFor(readFileSync('content/tools/evidently.mdx', 'utf8'), 'addresses', 'b')).toContain(
    'addresses:\n  - challenge: b\n    how: is said to help\n  - challenge: concept-drift\n',
  );
});
