import { expect, test } from 'vitest';
import { sectionsOf, textOfSection } from './sections.ts';

/** Sections as `line title`, with a sign where nothing stands below. */
const outline = (body: string) =>
  sectionsOf(body).map(({ title, line, isEmpty }) => `${line} ${title}${isEmpty ? ' (empty)' : ''}`);

test.each([
  ['are told by title and line', '## A\n\ntext\n\n## B\ntext\n', ['0 A', '4 B']],
  [
    'are empty where only blank lines follow',
    '## A\n\n \t\n## B\n\nx\n## C',
    ['0 A (empty)', '3 B', '6 C (empty)'],
  ],
  ['are those of the second level', '# One\n\n### Three\n\n## Two\n\n### Deeper\n', ['4 Two']],
  ['need a blank after the signs', '##A\n\n## \n', []],
  ['may be closed by signs', '## A ##\n\nx\n', ['0 A']],
  ['keep a sign within the title', '## C# and F#\n\nx\n', ['0 C# and F#']],
  ['may be indented by up to three blanks', '   ## A\n    ## B\n', ['0 A']],
  ['are none in a fence of backticks', '## A\n\n```md\n## no\n```\n\n## B\nx\n', ['0 A', '6 B']],
  ['are none in a fence of tildes', '## A\n~~~\n## no\n~~~\n## B\nx\n', ['0 A', '4 B']],
  ['are none in a fence that is longer', '````\n```\n## no\n````\n## A\nx\n', ['4 A']],
  ['are none after a mark that cannot close the fence', '```\n~~~\n```js\n## no\n```\n## A\nx\n', ['5 A']],
  ['are none in a fence without end', '## A\n\n```\n## no\n', ['0 A']],
  ['go on after code that only looks like a fence', '``` x ``` is code\n\n## A\nx\n', ['2 A']],
  ['are filled by a fence', '## A\n\n```\ncode\n```\n', ['0 A']],
  ['are read in files with CRLF', '## A\r\n\r\n## B\r\nx\r\n', ['0 A (empty)', '2 B']],
  ['keep signs that no blank parts from the title', '## A#\n\nx\n', ['0 A#']],
  ['keep signs before which nothing stands', '## ##\n\nx\n', ['0 ##']],
  ['are none in an empty body', '', []],
])('sections %s', (_what, body, expected) => {
  expect(outline(body)).toEqual(expected);
});

test.each([
  '##' + ' '.repeat(60_000) + '\u2028',
  '## a' + ' #'.repeat(30_000) + 'b',
  '##' + ' '.repeat(60_000) + 'a',
])('a long heading is read in no time', (body) => {
  const start = performance.now();
  sectionsOf(body);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('the text of a section ends at the next one, and code in it is no heading', () => {
  const body = 'Before.\n\n## A\r\n\nOne.\n\n```\n## no\n```\n\n## B\n\n## C\n\nThree.\n';

  expect(textOfSection('A', body)).toBe('One.\n\n```\n## no\n```');
  expect(textOfSection('B', body)).toBe('');
  expect(textOfSection('C', body)).toBe('Three.');
  expect(textOfSection('D', body)).toBe('');
});
