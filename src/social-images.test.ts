import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Card } from './social/cards.ts';
import { indexedPng } from './social/png.ts';
import { socialImagesIn } from './social-images.ts';

const aCard = (title: string): Card => ({
  address: '/social/challenges/concept-drift.png',
  alt: 'A card.',
  label: 'Challenge',
  title,
  plainTitle: 'Concept drift',
  stages: [{ slug: 'model-deployment', mark: 'MD', shape: 'diamond' }],
  number: 8,
  facts: '18 case studies · 12 mitigations',
});
const drift = aCard('Concept drift');
const labels = aCard('Labels');

let folder = '';
beforeEach(() => {
  const parent = mkdtempSync(join(tmpdir(), 'social-images-'));
  folder = join(parent, 'kept');
  onTestFinished(() => {
    rmSync(parent, { recursive: true });
  });
});

/** The picture of a card, as a build that begins now draws it. */
const drawnIn = (card: Card) => socialImagesIn(folder).of(card);

test('a picture is a small PNG of 1200 by 630 pixels', async () => {
  const file = await drawnIn(drift);

  expect(await sharp(file).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(file.length).toBeLessThan(20_000);
});

test('the same card is the same file each time it is drawn, and another card another file', async () => {
  const first = await drawnIn(drift);
  rmSync(folder, { recursive: true });

  expect(await drawnIn(drift)).toEqual(first);
  expect(await drawnIn(labels)).not.toEqual(first);
});

test('cards that are drawn together are drawn as each would be alone', async () => {
  const images = socialImagesIn(folder);
  images.drawAhead([drift, labels]);
  const together = [await images.of(drift), await images.of(labels)];
  rmSync(folder, { recursive: true });

  expect(together).toEqual([await drawnIn(drift), await drawnIn(labels)]);
});

test('a picture that was kept is not drawn again', async () => {
  await drawnIn(drift);
  const [name = ''] = readdirSync(folder);
  const another = await indexedPng(new Uint8Array(1), 1, 1, [[0, 0, 0]]);
  writeFileSync(join(folder, name), another);

  expect(await drawnIn(drift)).toEqual(another);
});

test('a picture of which only a part was kept is drawn again', async () => {
  const whole = await drawnIn(drift);
  const [name = ''] = readdirSync(folder);
  writeFileSync(join(folder, name), whole.subarray(0, -20));

  expect(await drawnIn(drift)).toEqual(whole);
  expect(new Uint8Array(readFileSync(join(folder, name)))).toEqual(new Uint8Array(whole));
});

test('what no card asks for any more is let go, and halves of files too', async () => {
  const images = socialImagesIn(folder);
  images.drawAhead([drift, labels]);
  await images.of(labels);
  writeFileSync(join(folder, 'half.png.part'), 'half');
  const later = socialImagesIn(folder);
  later.drawAhead([drift]);
  await later.of(drift);

  expect(readdirSync(folder)).toHaveLength(1);
});

test('a card that was not drawn ahead is drawn when somebody asks for it', async () => {
  const images = socialImagesIn(folder);
  images.drawAhead([drift]);

  expect(await images.of(labels)).toEqual(await drawnIn(labels));
});

test('a folder that cannot be written costs the keeping, not the picture', async () => {
  mkdirSync(join(folder, '..'), { recursive: true });
  writeFileSync(folder, 'a file where the folder would be');
  const images = socialImagesIn(folder);
  images.drawAhead([drift]);

  expect((await images.of(drift)).length).toBeGreaterThan(0);
  expect(statSync(folder).isFile()).toBe(true);
});
