import { describe, expect, test } from 'vitest';
import type { Match } from './matching.ts';
import type { NamedPage } from './names.ts';
import { firstOf, isFiltered, namedFirst, priorOf, rankingsOf, typedIn } from './reading.ts';

const aPage = (title: string, type = 'challenge'): NamedPage => ({
  address: `/${title}/`,
  title,
  type,
  summary: '',
  stages: [],
  aliases: [],
  symptoms: [],
  answers: [],
});
const aMatch = (title: string, match: Partial<Match> = {}, type?: string): Match => ({
  page: aPage(title, type),
  score: 1,
  phrase: { text: title, kind: 'alias' },
  isExact: false,
  isWhole: false,
  isNear: false,
  share: 0.3,
  ...match,
});
const titles = (matches: readonly Match[]) => matches.map(({ page }) => page.title);

describe('what stands first before the texts are searched', () => {
  const exact = aMatch('exact', { isExact: true, isNear: true, score: 2000, share: 1 });
  const whole = aMatch('whole', { isWhole: true, score: 9, share: 1 });
  const weak = aMatch('weak', { score: 8 });

  test('is named, then meant by a phrase in full', () => {
    const first = firstOf({
      text: 'x',
      isNamed: true,
      byName: [exact, whole, weak],
      byPhrase: [aMatch('phrase', { isExact: true, isNear: true, score: 1800, share: 1 })],
    });

    expect(titles(first).slice(0, 3)).toEqual(['exact', 'whole', 'phrase']);
    expect(titles(first)).not.toContain('weak');
  });

  test('begins with what the names alone give, so that nothing moves', () => {
    const byName = [exact, whole, weak];
    const first = firstOf({
      text: 'x',
      isNamed: true,
      byName,
      byPhrase: [aMatch('strong', { share: 1, score: 30 })],
    });

    expect(first.slice(0, 2)).toEqual(namedFirst(byName));
  });

  test('is the likeliest page when it holds much of the question, and nothing when none does', () => {
    const byPhrase = [aMatch('much', { share: 0.8, score: 12 }), aMatch('little', { share: 0.2, score: 11 })];

    expect(titles(firstOf({ text: 'x', isNamed: true, byName: [weak], byPhrase }))).toEqual(['much']);
    expect(firstOf({ text: 'x', isNamed: true, byName: [weak], byPhrase: [] })).toEqual([]);
  });

  test('is left to the texts when names and phrases do not know every word', () => {
    const byPhrase = [aMatch('much', { share: 0.8, score: 12 })];

    expect(firstOf({ text: 'x', isNamed: false, byName: [], byPhrase })).toEqual([]);
    expect(firstOf({ text: 'x', isNamed: false, byName: [exact], byPhrase })).toEqual([exact]);
  });

  test('is the page of the nearest sentence where no name is met in full', () => {
    const byPhrase = [
      aMatch('nearest', { isNear: true, score: 1400 }),
      aMatch('near', { isNear: true, score: 1300 }),
    ];

    expect(titles(firstOf({ text: 'x', isNamed: false, byName: [weak], byPhrase }))).toEqual(['nearest']);
    expect(titles(firstOf({ text: 'x', isNamed: false, byName: [exact], byPhrase }))).toEqual(['exact']);
  });

  test('stands there once', () => {
    const first = firstOf({
      text: 'x',
      isNamed: true,
      byName: [exact],
      byPhrase: [{ ...exact, score: 1800 }],
    });

    expect(first).toEqual([exact]);
  });
});

test('an exact name does not make the others look weak', () => {
  const [names] = rankingsOf({
    byName: [
      aMatch('a', { isExact: true, isNear: true, score: 2400, share: 1 }),
      aMatch('b', { score: 10, share: 1 }),
    ],
    byPhrase: [],
  });

  expect(names?.items.map(({ score }) => score)).toEqual([1, 1]);
});

test('who asks how to do something wants a mitigation; who complains wants a challenge', () => {
  expect(priorOf('how do I roll back', 'mitigation')).toBeGreaterThan(
    priorOf('how do I roll back', 'challenge'),
  );
  expect(priorOf('rollback failed', 'challenge')).toBeGreaterThan(priorOf('rollback failed', 'mitigation'));
  expect(priorOf('anything', 'tool')).toBe(1);
});

test('words are cut, and empty filters are none', () => {
  const query = { words: `  ${'x'.repeat(10_000)}  `, chosen: {}, isLiteral: false };

  expect(typedIn(query)).toHaveLength(300);
  expect(isFiltered(query)).toBe(false);
  expect(isFiltered({ ...query, chosen: { type: 'tool' } })).toBe(true);
});
