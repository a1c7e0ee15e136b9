import { expect, test } from 'vitest';
import { notePlace } from './note-place.ts';

const note = { width: 300, height: 120 };

test.each([
  ['below its mark', { left: 100, top: 200, bottom: 220 }, { left: 100, top: 220 }],
  ['above a mark at the end of the window', { left: 100, top: 700, bottom: 720 }, { left: 100, top: 580 }],
  ['away from the right edge', { left: 900, top: 200, bottom: 220 }, { left: 684, top: 220 }],
  ['away from the left edge', { left: 2, top: 200, bottom: 220 }, { left: 16, top: 220 }],
])('a note stands %s', (_, mark, place) => {
  expect(notePlace(mark, note, { width: 1000, height: 800 })).toEqual(place);
});

test('a note stands below its mark where there is no room on either side', () => {
  expect(notePlace({ left: 20, top: 60, bottom: 80 }, note, { width: 320, height: 160 })).toEqual({
    left: 16,
    top: 80,
  });
});

test('a note that is as wide as a small window begins at its edge', () => {
  expect(notePlace({ left: 250, top: 60, bottom: 80 }, note, { width: 320, height: 700 }).left).toBe(16);
});
