import sharp from 'sharp';
import { expect, test } from 'vitest';
import { COLOURS, PAPER, rgbOf } from './colours.ts';
import {
  blankPixels,
  fill,
  HEIGHT,
  levelsOf,
  pngOf,
  stampOn,
  WIDTH,
  type Pixels,
  type Stamp,
} from './picture.ts';

async function colourAt(pixels: Pixels, x: number, y: number): Promise<number[]> {
  const data = await sharp(await pngOf(pixels))
    .removeAlpha()
    .raw()
    .toBuffer();
  return [...data.subarray((y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3)];
}

/** A stamp of two pixels side by side, its origin between them. */
const stamp = (left: number, right: number): Stamp => ({
  left: -1,
  top: 0,
  width: 2,
  height: 1,
  levels: levelsOf(Uint8Array.from([left, right])),
});

test('a picture is paper until something lies on it', async () => {
  expect(await colourAt(blankPixels(), 5, 5)).toEqual(rgbOf(PAPER));
});

test('a box covers its pixels, and what of it lies outside is left out', async () => {
  const pixels = blankPixels();
  fill(pixels, { left: -10, top: -10, width: 20, height: 20 }, 'ink');
  fill(pixels, { left: WIDTH - 1, top: HEIGHT - 1, width: 20, height: 20 }, 'model-learning');
  fill(pixels, { left: WIDTH + 5, top: 20, width: 20, height: 20 }, 'ink');

  expect(await colourAt(pixels, 9, 9)).toEqual(rgbOf(COLOURS.ink));
  expect(await colourAt(pixels, 10, 9)).toEqual(rgbOf(PAPER));
  expect(await colourAt(pixels, WIDTH - 1, HEIGHT - 1)).toEqual(rgbOf(COLOURS['model-learning']));
  expect(await colourAt(pixels, 0, 21)).toEqual(rgbOf(PAPER));
});

test('a stamp mixes its colour with the paper as strongly as it covers a pixel', async () => {
  const pixels = blankPixels();
  stampOn(pixels, stamp(255, 109), 100, 50, 'ink');
  const [paper] = rgbOf(PAPER);
  const [ink] = rgbOf(COLOURS.ink);

  expect(await colourAt(pixels, 99, 50)).toEqual(rgbOf(COLOURS.ink));
  expect((await colourAt(pixels, 100, 50))[0]).toBe(Math.round((ink * 3 + paper * 4) / 7));
});

test('where letters touch, the stronger counts', () => {
  const pixels = blankPixels();
  stampOn(pixels, stamp(255, 255), 100, 50, 'ink');
  const before = pixels.slice();
  stampOn(pixels, stamp(40, 0), 100, 50, 'ink');

  expect(pixels).toEqual(before);
});

test.each([
  [0, -1],
  [WIDTH + 1, HEIGHT],
  [0, 10],
  [WIDTH, 10],
])('a stamp at %i, %i goes no further than the edge', (x, y) => {
  const pixels = blankPixels();
  stampOn(pixels, stamp(255, 255), x, y, 'ink');
  const touched = [...pixels.entries()].filter(([, value]) => value !== 0).map(([at]) => at);

  expect(pixels).toHaveLength(WIDTH * HEIGHT);
  expect(touched).toEqual(y === 10 ? [y * WIDTH + (x === 0 ? 0 : WIDTH - 1)] : []);
});
