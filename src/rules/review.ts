import { didYouMean, nearest } from '../model/nearest.ts';
import type { ReviewContext } from '../schema/review.ts';
import { INDUSTRIES } from '../schema/vocabulary.ts';
import type { Rule, Where } from './rule.ts';
import { lacks, slugsOf } from './unread.ts';

const at = (...path: (string | number)[]): Where => ({ collection: 'review', id: 'review', path });

/** The answers that a question of the review takes. */
const answersOf = ({ from, options = [] }: ReviewContext): string[] =>
  from === 'industries' ? Object.keys(INDUSTRIES) : options.map(({ id }) => id);

/** What a rule of the review asks for can be answered so. */
export const reviewChoice: Rule = {
  id: 'review-choice',
  check({ review }, report) {
    const answers = new Map(review.contexts.map((context) => [context.id, answersOf(context)]));
    for (const [i, { when }] of review.rules.entries())
      for (const [context, options] of Object.entries(when)) {
        const known = answers.get(context);
        if (!known) {
          const suggestion = nearest(context, answers.keys());
          report(
            at('rules', i, 'when', context),
            `the review asks nothing called "${context}"${didYouMean(suggestion)}`,
            {
              found: context,
              expected: [...answers.keys()].join(', '),
              ...(suggestion && { suggestion }),
            },
          );
          continue;
        }
        for (const [j, option] of options.entries()) {
          if (known.includes(option)) continue;
          const suggestion = nearest(option, known);
          report(
            at('rules', i, 'when', context, j),
            `"${context}" has no answer "${option}"${didYouMean(suggestion)}`,
            {
              found: option,
              expected: known.join(', '),
              ...(suggestion && { suggestion }),
            },
          );
        }
      }
  },
};

/** A case that is to show why a challenge matters names that challenge; and where there is one, one is cited. */
export const reviewCase: Rule = {
  id: 'review-case',
  check(content, report) {
    if (lacks(content, ['caseStudies'])) return;
    const challengesByCase = new Map(content.caseStudies.map(({ id, data }) => [id, data.challenges]));
    const known = new Set(slugsOf(content, 'challenges'));
    const naming = Map.groupBy(
      content.caseStudies.flatMap(({ id, data }) =>
        [...new Set(data.challenges)].map((challenge) => ({ id, challenge })),
      ),
      ({ challenge }) => challenge,
    );
    for (const [i, { challenges }] of content.review.rules.entries())
      for (const [j, { challenge, seenIn }] of challenges.entries()) {
        // A slug that nobody has is told by "known-slug".
        if (!known.has(challenge)) continue;
        const path = ['rules', i, 'challenges', j] as const;
        const cases = (naming.get(challenge) ?? []).map(({ id }) => id);
        const expected = () => cases.toSorted().join(', ');
        if (seenIn.length === 0 && cases.length > 0)
          report(
            at(...path, 'challenge'),
            `nothing shows why "${challenge}" matters; cite a case study under "seenIn"`,
            {
              found: challenge,
              expected: expected(),
            },
          );
        for (const [k, slug] of seenIn.entries()) {
          if (cases.includes(slug)) continue;
          // A case that is not there, and a challenge that the case misspells, are told by "known-slug".
          if (challengesByCase.get(slug)?.every((name) => known.has(name)) !== true) continue;
          const suggestion = nearest(slug, cases);
          report(
            at(...path, 'seenIn', k),
            `the case study "${slug}" does not name the challenge "${challenge}"${didYouMean(suggestion)}`,
            {
              found: slug,
              expected: expected(),
              ...(suggestion && { suggestion }),
            },
          );
        }
      }
  },
};

/** Every challenge comes up in some review. */
export const reviewForEachChallenge: Rule = {
  id: 'review-for-each-challenge',
  check(content, report) {
    if (lacks(content, ['challenges', 'review'])) return;
    const known = new Set(content.challenges.map(({ id }) => id));
    const reached = new Set(
      content.review.rules.flatMap(({ challenges }) => challenges.map(({ challenge }) => challenge)),
    );
    // A mistyped slug may be the one that is missed; "known-slug" tells of it.
    if (!reached.isSubsetOf(known)) return;
    const missed = [...known.difference(reached)].toSorted();
    if (missed.length > 0)
      report(
        { collection: 'review', id: 'review' },
        `no rule of the review leads to ${missed.map((id) => `"${id}"`).join(', ')}; say in which context it matters`,
        { expected: 'at least one rule for each challenge' },
      );
  },
};
