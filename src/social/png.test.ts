import sharp from 'sharp';
import { expect, test } from 'vitest';
import { indexedPng, isWholePng } from './png.ts';

const RED = [200, 10, 20] as const;
const BLUE = [10, 20, 200] as const;

test('another reader sees the pixels that were written', async () => {
  const file = await indexedPng(Uint8Array.from([0, 1, 1, 1, 1, 0]), 3, 2, [RED, BLUE]);
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });

  expect(info).toMatchObject({ width: 3, height: 2, channels: 3 });
  expect([...data]).toEqual([RED, BLUE, BLUE, BLUE, BLUE, RED].flat());
});

test('the same pixels are the same file', async () => {
  const write = () => indexedPng(new Uint8Array(12), 4, 3, [RED]);

  expect(await write()).toEqual(await write());
});

test('a file that was cut off is known', async () => {
  const file = await indexedPng(new Uint8Array(12), 4, 3, [RED]);

  expect(isWholePng(file)).toBe(true);
  expect(isWholePng(file.subarray(0, -1))).toBe(false);
  expect(isWholePng(new Uint8Array())).toBe(false);
});
