import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setTitle, wrapped, type Setting } from './lines.ts';

/** Every character is as wide as an em, so that a width is a number of characters. */
const measure = (text: string) => Array.from(text).length;

test.each([
  ['a text that fits stays one line', 'concept drift', 13, ['concept drift']],
  ['words go to the next line when they no longer fit', 'concept drift', 12, ['concept', 'drift']],
  ['lines are as full as they get', 'a b c d e', 3, ['a b', 'c d', 'e']],
  ['spaces of all kinds part words, and none is kept at an end', '  a\t b\n\u00a0c ', 5, ['a b c']],
  ['a word may be parted after a hyphen', 'out-of-distribution', 12, ['out-of-', 'distribution']],
  ['a word may be parted after a stroke', 'input/output', 8, ['input/', 'output']],
  ['a hyphen at the beginning of a word parts nothing', 'a -b', 3, ['a', '-b']],
  ['a word longer than a line is parted anywhere', 'abcdefgh', 3, ['abc', 'def', 'gh']],
  ['signs beyond the basic plane are never halved', '𝒜𝒜𝒜', 2, ['𝒜𝒜', '𝒜']],
  ['a line too narrow for one character still takes one', 'ab', 0.5, ['a', 'b']],
  ['nothing has no lines', ' ', 5, []],
])('%s', (_, text, limit, lines) => {
  expect(wrapped(text, limit, measure)).toEqual(lines);
});

const SETTINGS: readonly [Setting, ...Setting[]] = [
  { size: 3, width: 30, lines: 1 },
  { size: 2, width: 30, lines: 2 },
  { size: 1, width: 20, lines: 3 },
];

test.each([
  ['a short title is set in the largest letters', 'drift', { size: 3, lines: ['drift'] }],
  ['a longer one in smaller letters', 'concept drift', { size: 2, lines: ['concept drift'] }],
  [
    'lines are evened out, so that no word is left alone',
    'labels for a lot of data',
    { size: 2, lines: ['labels for a', 'lot of data'] },
  ],
  [
    'letters shrink before a word is parted',
    'antidisestablishment',
    { size: 1, lines: ['antidisestablishment'] },
  ],
  [
    'letters shrink before a word is parted after a hyphen',
    'ydata-profiling',
    { size: 2, lines: ['ydata-profiling'] },
  ],
  [
    'a word too long for every setting is parted in the last one',
    'x'.repeat(50),
    { size: 1, lines: ['x'.repeat(20), 'x'.repeat(20), 'x'.repeat(10)] },
  ],
  [
    'what is too much gives way to an ellipsis',
    'word '.repeat(60),
    { size: 1, lines: ['word word word word', 'word word word word', 'word word word word…'] },
  ],
  [
    'an ellipsis follows a word, not a comma',
    `${'x'.repeat(20)} ${'y'.repeat(20)} ${'z'.repeat(17)}, and more`,
    { size: 1, lines: ['x'.repeat(20), 'y'.repeat(20), `${'z'.repeat(17)}…`] },
  ],
])('%s', (_, title, set) => {
  expect(setTitle(title, SETTINGS, measure)).toEqual(set);
});

test('no line is ever longer than its setting, whatever the title', () => {
  const titles = ['', '-', 'a-b/c–d', 'i '.repeat(150), '𝒜'.repeat(300), `${'long-'.repeat(60)}word`];
  for (const title of titles) {
    const { size, lines } = setTitle(title, SETTINGS, measure);
    const { width = 0, lines: most = 0 } = SETTINGS.find((setting) => setting.size === size) ?? {};

    expect(lines.length).toBeLessThanOrEqual(most);
    for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(width);
  }
});

test('any title is set in lines that fit, with all of its words or an ellipsis', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ maxCount: 40 })),
      (title) => {
        const { size, lines } = setTitle(title, SETTINGS, measure);
        const setting = SETTINGS.find((each) => each.size === size);
        const bare = (text: string) => text.replace(/\s+/gu, '');

        expect(lines.length).toBeLessThanOrEqual(setting?.lines ?? 0);
        expect(lines.filter((line) => measure(line) > (setting?.width ?? 0) / size)).toEqual([]);
        expect(bare(lines.join('')) === bare(title) || lines.at(-1)?.endsWith('…')).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
