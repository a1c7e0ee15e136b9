import { didYouMean, nearest } from '../model/nearest.ts';
import { isSlug, LONGEST_SLUG } from '../model/slug-of.ts';
import type { KnownChallenge, ReviewKnowledge } from './knowledge.ts';
import type { Context } from './select.ts';

/** A value that can be a slug; nothing otherwise. */
export const asSlug = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= LONGEST_SLUG && isSlug(value) ? value : undefined;

/** A value as a message quotes it: short, on one line, without signs that turn the reading order or that nobody sees. */
export function quoted(value: unknown): string {
  if (typeof value !== 'string') {
    if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
    return value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : 'an object';
  }
  const plain = value
    .slice(0, 200)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return `"${plain.length > 40 || value.length > 200 ? `${plain.slice(0, 40)}…` : plain}"`;
}

/** How a sentence about an unknown name ends: with the known one that may have been meant, or with a full stop. */
export const sentenceEnd = (name: string, known: Iterable<string>): string =>
  (name.length > LONGEST_SLUG ? '' : didYouMean(nearest(name, known))) || '.';

/** The challenges of the catalogue, by slug. */
export const challengesBySlug = ({
  challenges,
}: Pick<ReviewKnowledge, 'challenges'>): Map<string, KnownChallenge> =>
  new Map(challenges.map((challenge) => [challenge.slug, challenge]));

/** The slug that answers for another one today: itself, unless it was renamed or merged. */
export const todaysSlug = (slug: string, renamed: Readonly<Record<string, string>>): string =>
  Object.hasOwn(renamed, slug) ? (renamed[slug] ?? slug) : slug;

/**
 * The id of a question today: ids begin with the slug of their challenge, and move with it.
 * @param from the slug under which it was known
 * @param to the slug of the challenge today
 */
export const todaysQuestion = (id: string, from: string, to: string): string =>
  from !== to && id.startsWith(`${from}-`) ? `${to}${id.slice(from.length)}` : id;

/**
 * What is known of a context that came from outside: questions and answers that the review has; of a question with one
 * answer, the first.
 * @returns the context in the order of the questions, and what was left out, in words
 */
export function soundContext(
  given: Readonly<Record<string, readonly unknown[]>>,
  { contexts }: Pick<ReviewKnowledge, 'contexts'>,
): { context: Context; notices: string[] } {
  const notices: string[] = [];
  const ids = contexts.map(({ id }) => id);
  for (const id of Object.keys(given))
    if (!ids.includes(id))
      notices.push(
        `The review no longer asks ${quoted(id)}${sentenceEnd(id, ids)} What was answered there is left out.`,
      );
  const context: [string, string[]][] = [];
  for (const { id, question, kind, options } of contexts) {
    const chosen = Object.hasOwn(given, id) ? (given[id] ?? []) : [];
    const known = options.map((option) => option.id);
    for (const option of new Set(chosen))
      if (typeof option !== 'string' || !known.includes(option))
        notices.push(
          `"${question}" has no answer ${quoted(option)}${typeof option === 'string' ? sentenceEnd(option, known) : '.'} It is left out.`,
        );
    const sound = known.filter((option) => chosen.includes(option));
    if (kind === 'one' && sound.length > 1)
      notices.push(`"${question}" takes one answer; the first of those given is kept.`);
    const kept = kind === 'one' ? sound.slice(0, 1) : sound;
    if (kept.length > 0) context.push([id, kept]);
  }
  return { context: Object.fromEntries(context), notices };
}

/** Most messages that are shown at once; a hostile file could bring thousands. */
const MOST_NOTICES = 20;

/** Each message once, and not more of them than somebody reads. */
export function fewNotices(notices: Iterable<string>): string[] {
  const each = [...new Set(notices)];
  return each.length <= MOST_NOTICES
    ? each
    : [...each.slice(0, MOST_NOTICES), `${each.length - MOST_NOTICES} more of the kind are not shown.`];
}
