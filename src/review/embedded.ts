import type { KnownChallenge, ReviewKnowledge } from './knowledge.ts';

/**
 * What a review knows of the catalogue as the page embeds it: every title once, numbers in rows, and without the texts
 * of the questions, which stand on the page anyway.
 */
export interface EmbeddedKnowledge extends Omit<ReviewKnowledge, 'challenges' | 'domains'> {
  /** Titles of mitigations by slug. */
  readonly mitigations: Readonly<Record<string, string>>;
  readonly challenges: readonly (Omit<KnownChallenge, 'questions' | 'mitigations'> & {
    /** Ids of its questions. */
    readonly questions: readonly string[];
    /** Slugs of its mitigations. */
    readonly mitigations: readonly string[];
  })[];
  /** By industry: how many case studies there are, then how many of them name each challenge, in the order of those. */
  readonly domains: Readonly<Record<string, readonly number[]>>;
}

/** What a page embeds of what a review knows; see `knowledgeFrom`. */
export function embeddedFrom({ challenges, domains, ...rest }: ReviewKnowledge): EmbeddedKnowledge {
  return {
    ...rest,
    mitigations: Object.fromEntries(
      challenges.flatMap(({ mitigations }) => mitigations.map(({ slug, title }) => [slug, title])),
    ),
    challenges: challenges.map(({ questions, mitigations, ...challenge }) => ({
      ...challenge,
      questions: questions.map(({ id }) => id),
      mitigations: mitigations.map(({ slug }) => slug),
    })),
    domains: Object.fromEntries(
      Object.entries(domains).map(([industry, domain]) => [
        industry,
        [
          domain.cases,
          ...challenges.map(({ slug }) =>
            Object.hasOwn(domain.challenges, slug) ? (domain.challenges[slug] ?? 0) : 0,
          ),
        ],
      ]),
    ),
  };
}

/**
 * What a review knows, from what the page embeds.
 * @param textOf the text of a question by its id
 * @throws whatever `textOf` throws
 */
export function knowledgeFrom(
  { challenges, domains, mitigations: titles, ...rest }: EmbeddedKnowledge,
  textOf: (id: string) => string,
): ReviewKnowledge {
  return {
    ...rest,
    challenges: challenges.map(({ questions, mitigations, ...challenge }) => ({
      ...challenge,
      questions: questions.map((id) => ({ id, question: textOf(id) })),
      mitigations: mitigations.map((slug) => ({ slug, title: titles[slug] ?? slug })),
    })),
    domains: Object.fromEntries(
      Object.entries(domains).map(([industry, [cases = 0, ...counts]]) => [
        industry,
        {
          cases,
          challenges: Object.fromEntries(
            challenges.flatMap(({ slug }, i) => (counts[i] ? [[slug, counts[i]]] : [])),
          ),
        },
      ]),
    ),
  };
}
