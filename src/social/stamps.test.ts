import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Placed } from './layout.ts';
import { cellOf, stampsOf, type Rasterise } from './stamps.ts';
import type { Outline } from './typeface.ts';

/** Draws, and notes what was drawn. */
function watched() {
  const drawn: string[] = [];
  const rasterise: Rasterise = async (svg) => {
    drawn.push(svg);
    return sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer();
  };
  return { drawn, rasterise };
}

const square: Outline = { path: 'M0 0H1V1H0z', units: 1, minX: 0, minY: 0, maxX: 1, maxY: 1 };
const place = (form: Partial<Placed> = {}): Placed => ({
  outline: square,
  x: 0,
  y: 0,
  size: 4,
  colour: 'ink',
  ...form,
});
const rowsOf = (stamp: { width: number; levels: Uint8Array } | undefined) =>
  Array.from({ length: stamp ? stamp.levels.length / stamp.width : 0 }, (_, row) => [
    ...(stamp?.levels.subarray(row * stamp.width, (row + 1) * stamp.width) ?? []),
  ]);

test.each([
  [10, 5, { column: 10, row: 5, fraction: 0 }],
  [10.2, 5.4, { column: 10, row: 5, fraction: 0 }],
  [10.4, 5.6, { column: 10, row: 6, fraction: 0.5 }],
  [10.8, 5, { column: 11, row: 5, fraction: 0 }],
  [-0.4, 0, { column: -1, row: 0, fraction: 0.5 }],
])(
  'a form at %f, %f is stamped on half a pixel from left to right, on a whole one downwards',
  (x, y, cell) => {
    expect(cellOf({ x, y })).toEqual(cell);
  },
);

test('a stamp covers what its form covers', async () => {
  const whole = place();
  const half = place({ x: 0.5 });
  const stampOf = await stampsOf([whole, half], watched().rasterise);

  expect(rowsOf(stampOf(whole))).toEqual(Array(4).fill([7, 7, 7, 7]));
  expect(rowsOf(stampOf(half))).toEqual(Array(4).fill([4, 7, 7, 7, 4]));
});

test('the origin of a form may lie anywhere in it', async () => {
  const middle: Outline = { path: 'M-1 -1H1V1H-1z', units: 1, minX: -1, minY: -1, maxX: 1, maxY: 1 };
  const form = place({ outline: middle });
  const stampOf = await stampsOf([form], watched().rasterise);

  expect(stampOf(form)).toMatchObject({ left: -4, top: -4, width: 8, height: 8 });
});

test('a form that comes back is drawn once, whatever its place and colour', async () => {
  const { drawn, rasterise } = watched();
  const forms = [place(), place({ x: 100, y: 7 }), place({ x: 200, colour: 'ink-soft' }), place({ size: 8 })];
  const stampOf = await stampsOf(forms, rasterise);

  expect(drawn.join('').match(/<path/g)).toHaveLength(2);
  expect(stampOf(place({ x: 300 }))).toBe(stampOf(place()));
});

test('more forms than a sheet holds go on further sheets, and each keeps its own pixels', async () => {
  const { drawn, rasterise } = watched();
  const forms = Array.from({ length: 30 }, (_, i) => place({ size: 500 + i }));
  const stampOf = await stampsOf(forms, rasterise);

  expect(drawn.length).toBeGreaterThan(1);
  for (const form of forms) {
    const stamp = stampOf(form);
    expect(stamp?.width).toBe(form.size);
    expect(new Set(stamp?.levels)).toEqual(new Set([7]));
  }
});

test('a form without an extent, such as a space, needs no stamp', async () => {
  const space: Outline = { path: '', units: 1, minX: 0, minY: 0, maxX: 0, maxY: 0 };
  const { drawn, rasterise } = watched();
  const stampOf = await stampsOf([place({ outline: space })], rasterise);

  expect(drawn).toEqual([]);
  expect(stampOf(place({ outline: space }))).toBeUndefined();
});

test('a form is drawn as if it stood alone, also where it has no room to spare', async () => {
  // Its edges lie on no whole pixel of its own, so a neighbour that came too near would show.
  const slanted: Outline = { path: 'M0 0L10 3L7 10z', units: 10, minX: 0, minY: 0, maxX: 10, maxY: 10 };
  const forms = Array.from({ length: 40 }, (_, i) =>
    place({ outline: i % 2 === 0 ? slanted : square, size: 7.3 + i / 7, x: i / 2 }),
  );
  const together = await stampsOf(forms, watched().rasterise);

  for (const form of forms) {
    const alone = await stampsOf([form], watched().rasterise);
    expect(together(form)).toEqual(alone(form));
  }
});
