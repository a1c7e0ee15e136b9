import { COLOURS, PAPER, rgbOf, type Colour, type Rgb } from './colours.ts';
import { indexedPng } from './png.ts';

/** Size of a picture in pixels: what Open Graph's readers show uncut. */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** How strongly a colour may cover a pixel: from 0, not at all, to 7. Finer steps are not seen, and files a fifth larger. */
const FULL = 7;
const STEPS = FULL + 1;

/**
 * A picture in the making, a byte a pixel: which colour lies there, times 8, and how strongly it covers the paper.
 * So soft edges need no palette to be searched for, and the file stays small.
 */
export type Pixels = Uint8Array;

/** How strongly a form covers the pixels of a box, by rows, from 0 to 7; `left` and `top` say where the box lies. */
export interface Stamp {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
}

/** A rectangle on whole pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const NAMES = Object.keys(COLOURS) as Colour[];

/** All mixtures of the colours with the paper, in the order of the bytes of `Pixels`. */
const PALETTE: readonly Rgb[] = NAMES.flatMap((name) => {
  const paper = rgbOf(PAPER);
  const colour = rgbOf(COLOURS[name]);
  return Array.from({ length: STEPS }, (_, level): Rgb => {
    const mixed = (channel: 0 | 1 | 2) =>
      Math.round((colour[channel] * level + paper[channel] * (FULL - level)) / FULL);
    return [mixed(0), mixed(1), mixed(2)];
  });
});

/** A picture of nothing but paper. */
export const blankPixels = (): Pixels => new Uint8Array(WIDTH * HEIGHT);

/** Covers a rectangle with a colour; what lies outside the picture is left out. */
export function fill(pixels: Pixels, { left, top, width, height }: Box, colour: Colour): void {
  const value = NAMES.indexOf(colour) * STEPS + FULL;
  const [from, to] = [Math.max(0, left), Math.min(WIDTH, left + width)];
  for (let y = Math.max(0, top); y < Math.min(HEIGHT, top + height); y += 1)
    pixels.fill(value, y * WIDTH + from, y * WIDTH + Math.max(from, to));
}

/**
 * Lays a stamp on a picture in a colour; what lies outside the picture is left out. Where two forms of one colour
 * touch, as letters do, the stronger counts.
 * @param x where the origin of the stamp goes, in whole pixels
 */
export function stampOn(pixels: Pixels, stamp: Stamp, x: number, y: number, colour: Colour): void {
  const base = NAMES.indexOf(colour) * STEPS;
  const [left, top] = [x + stamp.left, y + stamp.top];
  const [first, last] = [Math.max(0, -left), Math.min(stamp.width, WIDTH - left)];
  for (let row = Math.max(0, -top); row < Math.min(stamp.height, HEIGHT - top); row += 1) {
    const from = row * stamp.width;
    const to = (top + row) * WIDTH + left;
    for (let column = first; column < last; column += 1) {
      const level = stamp.levels[from + column] ?? 0;
      if (level > 0) pixels[to + column] = base + Math.max(level, (pixels[to + column] ?? 0) % STEPS);
    }
  }
}

/** How strongly a form covers a pixel, from an alpha channel of one byte a pixel. */
export const levelsOf = (alpha: Uint8Array): Uint8Array =>
  alpha.map((value) => Math.round((value * FULL) / 255));

/** The finished file. */
export const pngOf = (pixels: Pixels): Promise<Uint8Array> => indexedPng(pixels, WIDTH, HEIGHT, PALETTE);
