import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { typefaceOf } from './typeface.ts';

const file = (script: string) => () =>
  readFileSync(`node_modules/@fontsource/literata/files/literata-${script}-600-normal.woff`);
const literata = typefaceOf([file('latin'), file('latin-ext'), file('greek')]);

test('letters are set with the kerning of the typeface', () => {
  expect(literata.word('AV').width).toBeLessThan(literata.word('A').width + literata.word('V').width);
});

test('the outline of a letter stands on the line, with y downwards, as exact as the font has it', () => {
  const [H, o] = ['H', 'o'].map((letter) => literata.word(letter).glyphs[0]?.outline);

  // The height of capitals and the unit of the font, as fontTools tells them: 701 and 1000.
  expect(H).toMatchObject({
    units: 1000,
    minY: -701,
    path: expect.stringMatching(/^M[\d.\-LHVQCZ ]+$/) as string,
  });
  expect(H?.maxY).toBeCloseTo(0);
  // A round letter has no straight line, and many different coordinates.
  expect(new Set(o?.path.match(/[\d.]+/g)).size).toBeGreaterThan(30);
});

test('a letter that is in another file is found there, and set after the others', () => {
  const { glyphs, width } = literata.word('Łódź');

  expect(glyphs).toHaveLength(4);
  expect(glyphs.map(({ x }) => x)).toEqual(glyphs.map(({ x }) => x).toSorted((a, b) => a - b));
  expect(width).toBeGreaterThan(glyphs.at(-1)?.x ?? 0);
});

test('files are only read for letters that those before them lack', () => {
  const read: string[] = [];
  const watched = (script: string) => () => {
    read.push(script);
    return file(script)();
  };
  const typeface = typefaceOf([watched('latin'), watched('greek')]);
  typeface.word('drift');

  expect(read).toEqual(['latin']);
  expect(typeface.has('δ')).toBe(true);
  expect(read).toEqual(['latin', 'greek']);
});

test.each(['漂', '🚀', '\u{0}', '\u{202e}', 'ع'])(
  'what the typeface cannot show is left out: %j',
  (character) => {
    expect(literata.has(character)).toBe(false);
    expect(literata.word(`a${character}b`)).toEqual(literata.word('ab'));
  },
);
