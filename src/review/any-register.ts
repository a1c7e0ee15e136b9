import fc from 'fast-check';
import type { ReviewKnowledge } from './knowledge.ts';
import {
  ANSWERS,
  newRegister,
  REVIEW_STATUSES,
  withAnswer,
  withContext,
  withEntry,
  withTitle,
  type Answer,
  type Register,
  type ReviewStatus,
} from './register.ts';
import { NOW } from './samples.ts';

const keys = <T extends object>(words: T) => Object.keys(words) as (keyof T & string)[];
const rating = fc.constantFrom(0, 1, 2, 3, 4, 5);
/** Text as people and attackers type it. */
export const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '=1+1',
    '| a | b |',
    '[x](javascript:alert(1))',
    '__proto__',
    '\n\n# x',
  ),
);

/** Registers as somebody makes them with this knowledge, one step after another. */
export const anyRegister = (knowledge: ReviewKnowledge): fc.Arbitrary<Register> => {
  const slug = fc.constantFrom(...knowledge.challenges.map((challenge) => challenge.slug));
  const context = fc
    .tuple(
      ...knowledge.contexts.map(({ id, kind, options }) =>
        fc
          .subarray(
            options.map((option) => option.id),
            { maxLength: kind === 'one' ? 1 : options.length },
          )
          .map((chosen) => [id, chosen] as const),
      ),
    )
    .map((pairs) => Object.fromEntries(pairs.filter(([, chosen]) => chosen.length > 0)));
  const change = fc.record(
    {
      included: fc.boolean(),
      status: fc.constantFrom<ReviewStatus>(...keys(REVIEW_STATUSES)),
      likelihood: rating,
      impact: rating,
      owner: anyText,
      note: anyText,
      mitigation: fc.constantFrom('', 'retraining', 'data-contracts'),
      evidence: fc.oneof(fc.constant(''), fc.webUrl()),
    },
    { requiredKeys: [] },
  );
  const step = fc.oneof(
    context.map((chosen) => (register: Register) => withContext(register, chosen, knowledge, NOW)),
    fc.tuple(slug, change).map(
      ([challenge, changed]) =>
        (register: Register) =>
          withEntry(register, challenge, changed, NOW),
    ),
    fc
      .tuple(
        fc.constantFrom(
          ...knowledge.challenges.flatMap((challenge) =>
            challenge.questions.map(({ id }) => [challenge.slug, id] as const),
          ),
        ),
        fc.constantFrom<Answer | undefined>(undefined, ...keys(ANSWERS)),
      )
      .map(
        ([[challenge, question], answer]) =>
          (register: Register) =>
            withAnswer(register, challenge, question, answer, NOW),
      ),
    anyText.map((title) => (register: Register) => withTitle(register, title, NOW)),
  );
  return fc
    .array(step, { maxLength: 12 })
    .map((steps) => steps.reduce((register, take) => take(register), newRegister(knowledge, NOW)));
};
