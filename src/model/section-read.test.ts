import { expect, test } from 'vitest';
import { sectionRead } from './section-read.ts';

/** Four sections of a page 3000 px high, the last two short, in a window 800 px high that has scrolled so far. */
const at = (scrolled: number, named = -1) =>
  sectionRead(
    [400, 1200, 2700, 2850].map((top) => top - scrolled),
    named,
    { height: 800, above: scrolled, below: 2200 - scrolled },
  );

test.each([
  ['nothing is read before the first section', 0, -1],
  ['a section is read once it has come to the upper quarter', 201, 0],
  ['a section is read until the next one has come there', 990, 0],
  ['the next one follows', 1010, 1],
  ['a short section near the end has its turn', 2100, 2],
  ['the last section is read at the end of the page, however short', 2200, 3],
])('%s', (_, scrolled, section) => {
  expect(at(scrolled)).toBe(section);
});

test.each([
  ['after a jump the section that the address names is read', 1152, 1],
  ['so it is where the page ends before that section is at the top', 2200, 2],
  ['a reader who goes on from there reads the next one', 2200, 1, 3],
])('%s', (_, scrolled, named, section = named) => {
  expect(at(scrolled, named)).toBe(section);
});

test('a page that fits the window has not been read to its end', () => {
  expect(sectionRead([100, 500], -1, { height: 800, above: 0, below: 0 })).toBe(0);
});

test('a page a little higher than the window begins with its first section', () => {
  expect(sectionRead([100, 500], -1, { height: 800, above: 0, below: 40 })).toBe(0);
  expect(sectionRead([60, 460], -1, { height: 800, above: 40, below: 0 })).toBe(1);
});
