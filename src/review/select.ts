import type { ReviewKnowledge } from './knowledge.ts';

/** What is said about a project: chosen options by question. */
export type Context = Readonly<Record<string, readonly string[]>>;

/** Why a challenge matters here. */
export interface Reason {
  /** The rule that says so; `domain:` and the industry where it was counted. */
  readonly rule: string;
  readonly why: string;
  readonly weight: number;
  /** Slugs of case studies. */
  readonly seenIn: readonly string[];
}

/** A challenge that matters in a context. */
export interface Selected {
  readonly challenge: string;
  /** The sum over its reasons. */
  readonly weight: number;
  /** The heaviest first. */
  readonly reasons: readonly Reason[];
}

/** How many challenges a review takes up by itself: more than that, nobody works through. */
export const MOST_SELECTED = 20;

/** A challenge is common in a field of work when two cases at least, and one in five, name it. */
const FEWEST_CASES = 2;
const COMMON_SHARE = 1 / 5;

const chosen = (context: Context, id: string): readonly string[] =>
  Object.hasOwn(context, id) ? (context[id] ?? []) : [];

/** What the case studies of the chosen industry say, each with the challenge that they report. */
function domainReasons(context: Context, { contexts, domains }: ReviewKnowledge): [string, Reason][] {
  const reasons: [string, Reason][] = [];
  const fields = contexts.filter(({ from }) => from === 'industries');
  for (const { id, options } of fields)
    for (const { id: industry, label } of options) {
      // "Other" industries have nothing in common.
      if (industry === 'other' || !chosen(context, id).includes(industry)) continue;
      const domain = Object.hasOwn(domains, industry) ? domains[industry] : undefined;
      for (const [challenge, count] of Object.entries(domain?.challenges ?? {}))
        if (domain && count >= FEWEST_CASES && count / domain.cases >= COMMON_SHARE)
          reasons.push([
            challenge,
            {
              rule: `domain:${industry}`,
              why: `Reported in ${count} of the ${domain.cases} ${label.toLowerCase()} case studies of this guide.`,
              weight: 1,
              seenIn: [],
            },
          ]);
    }
  return reasons;
}

/**
 * Every challenge that some reason makes matter in a context, heaviest first. Of equal sums, the one with the heaviest
 * single reason comes first, so that what has harmed such projects is not cut for what is merely worth a look; then the
 * workflow decides.
 * A rule holds when each question it names is answered by one of its options; more answers only add reasons.
 */
export function matchingChallenges(context: Context, knowledge: ReviewKnowledge): Selected[] {
  const reasons = new Map<string, Reason[]>(knowledge.challenges.map(({ slug }) => [slug, []]));
  for (const { id, when, challenges } of knowledge.rules) {
    const holds = Object.entries(when).every(([asked, options]) =>
      chosen(context, asked).some((option) => options.includes(option)),
    );
    if (!holds) continue;
    for (const { challenge, why, weight, seenIn } of challenges)
      reasons.get(challenge)?.push({ rule: id, why, weight, seenIn });
  }
  for (const [challenge, reason] of domainReasons(context, knowledge)) reasons.get(challenge)?.push(reason);
  return [...reasons]
    .filter(([, own]) => own.length > 0)
    .map(([challenge, own]) => ({
      challenge,
      weight: own.reduce((sum, { weight }) => sum + weight, 0),
      reasons: own.toSorted((a, b) => b.weight - a.weight),
    }))
    .toSorted((a, b) => b.weight - a.weight || (b.reasons[0]?.weight ?? 0) - (a.reasons[0]?.weight ?? 0));
}

/** The challenges that a review takes up in a context: of those that matter, the heaviest. */
export const selectChallenges = (context: Context, knowledge: ReviewKnowledge): Selected[] =>
  matchingChallenges(context, knowledge).slice(0, MOST_SELECTED);
