import type { KnownChallenge, ReviewKnowledge } from './knowledge.ts';
import { challengesBySlug } from './names.ts';
import { knownIn, type Register } from './register.ts';
import { selectChallenges } from './select.ts';

/** What a catalogue holds that a register does not know, and the other way round. */
export interface News {
  /** Challenges that were added, and whether they matter in the context of the register. */
  readonly challenges: readonly { readonly challenge: KnownChallenge; readonly isSelected: boolean }[];
  /** Questions that were added to challenges that were there. */
  readonly questions: readonly {
    readonly challenge: KnownChallenge;
    readonly id: string;
    readonly question: string;
  }[];
  /** Challenges of entries that the reader knew and the catalogue no longer has, by slug. */
  readonly goneChallenges: readonly string[];
  /** Ids of answered questions that the reader knew and the catalogue no longer has. */
  readonly goneQuestions: readonly string[];
}

/** What is new in the catalogue since the reader of a register last looked, and what it says of things that are gone. */
export function newSince(register: Register, knowledge: ReviewKnowledge): News {
  const known = {
    challenges: new Set(register.known.challenges),
    questions: new Set(register.known.questions),
  };
  const today = { challenges: challengesBySlug(knowledge), questions: new Set(knownIn(knowledge).questions) };
  const selected = new Set(selectChallenges(register.context, knowledge).map(({ challenge }) => challenge));
  return {
    challenges: knowledge.challenges
      .filter(({ slug }) => !known.challenges.has(slug))
      .map((challenge) => ({ challenge, isSelected: selected.has(challenge.slug) })),
    questions: knowledge.challenges
      .filter(({ slug }) => known.challenges.has(slug))
      .flatMap((challenge) =>
        challenge.questions
          .filter(({ id }) => !known.questions.has(id))
          .map(({ id, question }) => ({ challenge, id, question })),
      ),
    goneChallenges: register.entries
      .map(({ challenge }) => challenge)
      .filter((slug) => known.challenges.has(slug) && !today.challenges.has(slug)),
    goneQuestions: register.entries
      .filter(({ challenge }) => today.challenges.has(challenge))
      .flatMap(({ answers }) => Object.keys(answers))
      .filter((id) => known.questions.has(id) && !today.questions.has(id)),
  };
}

/** Whether there is anything to tell. */
export const isNews = (news: News): boolean =>
  Object.values(news).some((each: readonly unknown[]) => each.length > 0);
