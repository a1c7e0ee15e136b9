import type { ReviewKnowledge } from '../../review/knowledge.ts';
import { partOf } from './parts.ts';

/** What the page embeds: all but the texts of the questions, which stand in its checklist. */
type Embedded = Omit<ReviewKnowledge, 'challenges'> & {
  readonly challenges: readonly (Omit<ReviewKnowledge['challenges'][number], 'questions'> & {
    readonly questions: readonly { readonly id: string }[];
  })[];
};

/**
 * What a review knows of the catalogue, put together from the page; to be asked for before the page is changed.
 * @throws when the page lacks a question that it names
 */
export function knowledgeIn(page: ParentNode): ReviewKnowledge {
  const embedded = JSON.parse(partOf(page, 'script').textContent) as Embedded;
  return {
    ...embedded,
    challenges: embedded.challenges.map((challenge) => ({
      ...challenge,
      questions: challenge.questions.map(({ id }) => ({
        id,
        question: partOf(page, `#${id}`).textContent.trim(),
      })),
    })),
  };
}
