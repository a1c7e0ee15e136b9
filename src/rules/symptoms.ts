import type { Rule } from './rule.ts';
import { lacks } from './unread.ts';

/** Somebody who only knows what they see can reach every challenge. */
export const symptomForEachChallenge: Rule = {
  id: 'symptom-for-each-challenge',
  check(content, report) {
    if (lacks(content, ['challenges', 'symptoms'])) return;
    const known = new Set(content.challenges.map(({ id }) => id));
    const reached = new Set(
      content.symptomGroups.flatMap(({ symptoms }) =>
        symptoms.flatMap(({ challenges }) => challenges.map(({ challenge }) => challenge)),
      ),
    );
    // A mistyped slug may be the one that is missed; "known-slug" tells of it.
    if (!reached.isSubsetOf(known)) return;
    const missed = [...known.difference(reached)].toSorted();
    if (missed.length > 0)
      report(
        { collection: 'symptoms', id: 'symptoms' },
        `no symptom leads to ${missed.map((id) => `"${id}"`).join(', ')}; write what people say when they meet it`,
        { expected: 'at least one symptom for each challenge' },
      );
  },
};
