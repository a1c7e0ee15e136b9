import type { ReviewKnowledge } from './knowledge.ts';
import { challengesBySlug } from './names.ts';
import type { Entry, Register } from './register.ts';

/** Gives the absolute address of a page of the guide. */
export type Locate = (collection: 'challenges' | 'mitigations' | 'case-studies', slug: string) => string;

/** What a challenge is called; one that is gone by its slug. */
export const titleOf = (slug: string, knowledge: ReviewKnowledge): string =>
  challengesBySlug(knowledge).get(slug)?.title ?? slug;

/** What a mitigation is called; one that is gone by its slug. */
export const mitigationTitle = (slug: string, knowledge: ReviewKnowledge): string =>
  knowledge.challenges.flatMap(({ mitigations }) => mitigations).find((each) => each.slug === slug)?.title ??
  slug;

/** Whether the guide has a mitigation of this slug, so that there is a page to link to. */
export const isMitigation = (slug: string, knowledge: ReviewKnowledge): boolean =>
  knowledge.challenges.some(({ mitigations }) => mitigations.some((each) => each.slug === slug));

/** What was said about the project: each answered question with the labels of its answers. */
export const contextLines = (
  { context }: Pick<Register, 'context'>,
  { contexts }: ReviewKnowledge,
): { question: string; answers: string[] }[] =>
  contexts.flatMap(({ id, question, options }) => {
    const chosen = Object.hasOwn(context, id) ? (context[id] ?? []) : [];
    const answers = options.filter((option) => chosen.includes(option.id)).map(({ label }) => label);
    return answers.length === 0 ? [] : [{ question, answers }];
  });

/** The questions of an entry with their answers, those to questions that are gone too, by their id. */
export function answeredQuestions(
  entry: Entry,
  knowledge: ReviewKnowledge,
): { question: string; answer: Entry['answers'][string] | undefined }[] {
  const asked = challengesBySlug(knowledge).get(entry.challenge)?.questions ?? [];
  const ids = new Set(asked.map(({ id }) => id));
  const answerTo = (id: string) => (Object.hasOwn(entry.answers, id) ? entry.answers[id] : undefined);
  return [
    ...asked.map(({ id, question }) => ({ question, answer: answerTo(id) })),
    ...Object.entries(entry.answers)
      .filter(([id]) => !ids.has(id))
      .map(([id, answer]) => ({ question: id, answer })),
  ];
}
