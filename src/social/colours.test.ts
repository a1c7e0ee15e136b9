import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COLOURS, colourOfStage, PAPER, rgbOf } from './colours.ts';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

/** The colour of a token in the light theme. */
function tokenOf(name: string): number[] {
  const [, colour = ''] = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]*)\\)`).exec(tokens) ?? [];
  return colour.split(' ').map(Number);
}

test.each(Object.entries({ ...COLOURS, paper: PAPER }))('%s is the colour of its token', (name, colour) => {
  expect(tokenOf(name)).toEqual([...colour]);
});

test.each([
  ['white', [1, 0, 0], [255, 255, 255]],
  ['black', [0, 0, 0], [0, 0, 0]],
  // As CSS Color 4 gives them for its keywords: https://www.w3.org/TR/css-color-4/#ok-lab
  ['red', [0.627955, 0.257683, 29.2339], [255, 0, 0]],
  ['lime', [0.86644, 0.294827, 142.4953], [0, 255, 0]],
  ['blue', [0.452014, 0.313214, 264.052], [0, 0, 255]],
] as const)('%s is found in sRGB', (_, oklch, rgb) => {
  expect(rgbOf(oklch)).toEqual(rgb);
});

test('a colour beyond sRGB is clipped to it', () => {
  expect(rgbOf([0.7, 0.4, 145])).toEqual([0, expect.any(Number), 0]);
  expect(Math.max(...rgbOf([1, 0.3, 90]))).toBe(255);
});

test('a stage has the hue of its token, and one without a token is drawn in ink', () => {
  expect(colourOfStage({ slug: 'cross-cutting' })).toBe('cross-cutting');
  expect(colourOfStage({ slug: 'unheard-of' })).toBe('ink');
  expect(colourOfStage({ slug: 'toString' })).toBe('ink');
});
