import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SHAPE_PATHS } from '../model/shapes.ts';
import type { Card, StageSign } from './cards.ts';
import { layoutOf, shownIn, type Layout } from './layout.ts';
import { HEIGHT, WIDTH } from './picture.ts';
import { typefaceOf } from './typeface.ts';

const weight = (of: number) =>
  typefaceOf(
    ['latin', 'latin-ext'].map(
      (script) => () =>
        readFileSync(`node_modules/@fontsource/literata/files/literata-${script}-${of}-normal.woff`),
    ),
  );
const typefaces = { regular: weight(400), semibold: weight(600) };

const STAGES: readonly StageSign[] = [
  { slug: 'data-management', mark: 'DM', shape: 'circle' },
  { slug: 'model-learning', mark: 'WW', shape: 'triangle' },
  { slug: 'model-verification', mark: 'WW', shape: 'square' },
  { slug: 'model-deployment', mark: 'MD', shape: 'diamond' },
  { slug: 'cross-cutting', mark: 'CC', shape: 'hexagon' },
];

const aCard = (card: Partial<Card> = {}): Card => ({
  address: '/social/challenges/concept-drift.png',
  alt: 'A card.',
  label: 'Challenge',
  title: 'Concept drift',
  plainTitle: 'Concept drift',
  stages: STAGES.slice(3, 4),
  number: 8,
  facts: '18 case studies · 12 mitigations',
  ...card,
});

/** The outer edges of all forms in pixels. */
function edgesOf({ forms }: Layout) {
  const edges = forms.map(({ outline, x, y, size }) => {
    const scale = size / outline.units;
    return {
      left: x + outline.minX * scale,
      right: x + outline.maxX * scale,
      top: y + outline.minY * scale,
      bottom: y + outline.maxY * scale,
    };
  });
  return {
    left: Math.min(...edges.map(({ left }) => left)),
    right: Math.max(...edges.map(({ right }) => right)),
    top: Math.min(...edges.map(({ top }) => top)),
    bottom: Math.max(...edges.map(({ bottom }) => bottom)),
  };
}

const LONG = 'words of many lengths that go on and on '.repeat(8).slice(0, 300);

test.each([
  ['a short title', {}],
  ['a long word', { title: 'x'.repeat(300) }],
  ['three hundred characters', { title: LONG }],
  ['capitals', { title: 'W '.repeat(150) }],
  ['no title', { title: '' }],
  ['all stages', { stages: STAGES, number: undefined }],
  ['no stage', { stages: [], number: undefined }],
  ['a large number', { number: 1000 }],
  ['many facts', { facts: LONG }],
  ['the guide itself', { label: undefined, stages: STAGES, number: undefined, facts: LONG }],
] satisfies [string, Partial<Card>][])('nothing leaves the picture or its margins: %s', (_, card) => {
  const { left, right, top, bottom } = edgesOf(layoutOf(aCard(card), typefaces));

  expect(left).toBeGreaterThanOrEqual(40);
  expect(right).toBeLessThanOrEqual(WIDTH - 40);
  expect(top).toBeGreaterThanOrEqual(40);
  expect(bottom).toBeLessThanOrEqual(HEIGHT - 20);
});

test('a short title lies within the middle square, for readers of links that cut the picture to it', () => {
  const { left, right } = edgesOf(layoutOf(aCard(), typefaces));

  expect(left).toBeGreaterThanOrEqual((WIDTH - HEIGHT) / 2);
  expect(right).toBeLessThanOrEqual((WIDTH + HEIGHT) / 2);
});

test('a title is as large as it may be, and smaller the longer it is', () => {
  const sizes = ['Drift', 'Out-of-distribution and outlier detection at serving', LONG].map((title) => {
    const ink = layoutOf(aCard({ title, facts: '' }), typefaces).forms.filter(
      ({ colour }) => colour === 'ink',
    );
    return Math.max(...ink.map(({ size }) => size));
  });

  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(new Set(sizes).size).toBe(3);
  expect(sizes[2]).toBeGreaterThan(36);
});

test('a title does not run into the signs above it or the facts below it', () => {
  const { forms, boxes } = layoutOf(aCard({ title: LONG, facts: '' }), typefaces);
  const ink = edgesOf({ forms: forms.filter(({ colour }) => colour === 'ink'), boxes });
  const signs = edgesOf({
    forms: forms.filter(({ colour }) => colour === 'model-deployment').slice(0, 1),
    boxes,
  });
  const rule = boxes.at(-1);

  expect(ink.top).toBeGreaterThan(signs.bottom);
  expect(ink.bottom).toBeLessThan(rule?.top ?? 0);
});

test('the shape of each stage stands in its hue, and the band is parted among the stages', () => {
  const { forms, boxes } = layoutOf(aCard({ stages: STAGES, number: undefined }), typefaces);

  for (const { shape, slug } of STAGES)
    expect(forms).toContainEqual(
      expect.objectContaining({
        colour: slug,
        outline: expect.objectContaining({ path: SHAPE_PATHS[shape] }) as object,
      }),
    );
  expect(boxes.slice(0, -1).map(({ colour }) => colour)).toEqual(STAGES.map(({ slug }) => slug));
  expect(boxes.slice(0, -1).reduce((sum, { width }) => sum + width, 0)).toBe(WIDTH);
});

test.each([
  ['Concept drift', 'Concept drift'],
  ['Emoji 🚀 launch 🎉', 'Emoji launch'],
  ['  Many \n\t spaces\u00a0here ', 'Many spaces here'],
  ['Łódź, Ørsted & naïve façades', 'Łódź, Ørsted & naïve façades'],
  ['Cafe\u0301', 'Café'],
  ['Concept drift (漂移)', 'Concept drift'],
  ['概念漂移', undefined],
  ['概念漂移 drift', undefined],
  ['🚀🎉', undefined],
  ['', undefined],
])('of %j the typeface shows %j', (title, shown) => {
  expect(shownIn(title, typefaces.semibold)).toBe(shown);
});

test('a title whose letters the typeface lacks gives way to the words of the address', () => {
  const foreign = layoutOf(aCard({ title: '概念漂移' }), typefaces);

  expect(foreign).toEqual(layoutOf(aCard(), typefaces));
});
