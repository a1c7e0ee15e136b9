import { expect, test } from 'vitest';
import { fromJson, toJson } from './file.ts';
import { newRegister, withAnswer, withContext, withEntry, withKnown } from './register.ts';
import { NOW, someKnowledge } from './samples.ts';
import { isNews, newSince } from './whats-new.ts';

const today = someKnowledge();
/** The catalogue before slow release, and one question of concept drift, were added. */
const before = someKnowledge({
  challenges: today.challenges
    .filter(({ slug }) => slug !== 'slow-release')
    .map((challenge) =>
      challenge.slug === 'concept-drift'
        ? { ...challenge, questions: challenge.questions.slice(0, 1) }
        : challenge,
    ),
});
const old = newRegister(before, NOW);

test('with the catalogue of today there is nothing new', () => {
  const news = newSince(newRegister(today, NOW), today);

  expect(news).toEqual({ challenges: [], questions: [], goneChallenges: [], goneQuestions: [] });
  expect(isNews(news)).toBe(false);
});

test('new challenges are told, whether they matter here, and new questions of old challenges', () => {
  const news = newSince(old, today);

  expect(news.challenges.map(({ challenge, isSelected }) => [challenge.slug, isSelected])).toEqual([
    ['slow-release', false],
  ]);
  expect(news.questions.map(({ challenge, id }) => [challenge.slug, id])).toEqual([
    ['concept-drift', 'concept-drift-default'],
  ]);
  expect(isNews(news)).toBe(true);
  expect(
    newSince(withContext(old, { domain: ['healthcare'] }, before, NOW), today).challenges[0]?.isSelected,
  ).toBe(true);
});

test('what was seen is no news', () => {
  expect(isNews(newSince(withKnown(old, today, NOW), today))).toBe(false);
});

test('challenges and answered questions that are gone are told', () => {
  const register = withAnswer(
    withEntry(newRegister(today, NOW), 'slow-release', { owner: 'A' }, NOW),
    'concept-drift',
    'concept-drift-default',
    'yes',
    NOW,
  );
  expect(newSince(register, before)).toEqual({
    challenges: [],
    questions: [],
    goneChallenges: ['slow-release'],
    goneQuestions: ['concept-drift-default'],
  });
});

test('what is gone is told until it was seen, and not after that', () => {
  const register = withAnswer(
    withEntry(newRegister(today, NOW), 'slow-release', { owner: 'A' }, NOW),
    'concept-drift',
    'concept-drift-default',
    'yes',
    NOW,
  );
  expect(isNews(newSince(withKnown(register, before, NOW), before))).toBe(false);
});

test('a renamed challenge is neither new nor gone, nor are its questions', () => {
  const renamed = someKnowledge({
    challenges: today.challenges.map((challenge) =>
      challenge.slug === 'concept-drift'
        ? {
            ...challenge,
            slug: 'old-drift',
            questions: challenge.questions.map(({ id, question }) => ({
              id: id.replace('concept-drift', 'old-drift'),
              question,
            })),
          }
        : challenge,
    ),
    rules: [],
    renamed: { challenges: {}, mitigations: {} },
  });
  const register = withAnswer(
    withEntry(newRegister(renamed, NOW), 'old-drift', { owner: 'A' }, NOW),
    'old-drift',
    'old-drift-window',
    'yes',
    NOW,
  );
  const { register: back } = fromJson(toJson(register), today);

  expect(back?.entries[0]).toMatchObject({
    challenge: 'concept-drift',
    owner: 'A',
    answers: { 'concept-drift-window': 'yes' },
  });
  expect(back && isNews(newSince(back, today))).toBe(false);
});
