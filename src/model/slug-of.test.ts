import { expect, test } from 'vitest';
import { Slug } from '../schema/slug.ts';
import { freeSlug, slugOf } from './slug-of.ts';

test.each([
  ['Shadow traffic catches a ranking regression', 'shadow-traffic-catches-a-ranking-regression'],
  ['Détection de fraude: ça marche', 'detection-de-fraude-ca-marche'],
  ['Øre, Straße, Łódź, Ærø', 'ore-strasse-lodz-aero'],
  ["The model's inputs don’t match", 'the-models-inputs-dont-match'],
  ['  -- A/B  testing (2024) --  ', 'a-b-testing-2024'],
  ['ＭＬ in ﬁnance', 'ml-in-finance'],
  ['Emoji 🚀 launch', 'emoji-launch'],
  ['__proto__', 'proto'],
  ['../../etc/passwd', 'etc-passwd'],
])('the slug of %j is %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
  expect(Slug.safeParse(slug).success).toBe(true);
});

test.each(['', '   ', '!!! ???', '機械学習', '🚀', '---', '\u0301'])('%j gives no slug', (title) => {
  expect(slugOf(title)).toBeUndefined();
});

test('a long title is cut between words, at 60 characters at most', () => {
  const title = 'What a very long title says about the deployment of machine learning models';

  expect(slugOf(title)).toBe('what-a-very-long-title-says-about-the-deployment-of-machine');
  expect(slugOf('word '.repeat(12).trim())).toHaveLength(59);
  expect(slugOf(`${'a'.repeat(29)} ${'b'.repeat(30)}`)).toBe(`${'a'.repeat(29)}-${'b'.repeat(30)}`);
  expect(slugOf(`${'a'.repeat(60)} b`)).toBe('a'.repeat(60));
  expect(slugOf('a'.repeat(80))).toBe('a'.repeat(60));
  expect(slugOf(title, 10)).toBe('what-a');
});

test('a slug that is taken gets the next free number, and stays within its length', () => {
  const taken = new Set(['drift', 'drift-2', 'a'.repeat(60)]);
  const isTaken = (slug: string) => taken.has(slug);

  expect(freeSlug('shift', isTaken)).toBe('shift');
  expect(freeSlug('drift', isTaken)).toBe('drift-3');
  expect(freeSlug('a'.repeat(60), isTaken)).toBe(`${'a'.repeat(58)}-2`);
});
