import type { ReviewKnowledge } from './knowledge.ts';
import type { Entry, Register, ReviewStatus } from './register.ts';
import { matchingChallenges } from './select.ts';

/** How a risk is called, from the worst. */
export const BANDS = { high: 'High', medium: 'Medium', low: 'Low', unrated: 'Not rated' } as const;
export type Band = keyof typeof BANDS;

/**
 * Likelihood times impact, 1 to 25; 0 while one of them is not rated. The product is the standard model that the OWASP
 * Risk Rating Methodology builds on (https://owasp.org/www-community/OWASP_Risk_Rating_Methodology); the scales from
 * 1 to 5 are ours.
 */
export const riskOf = ({ likelihood, impact }: Pick<Entry, 'likelihood' | 'impact'>): number =>
  likelihood * impact;

/**
 * The band of a risk: high from 12, medium from 5, low from 1. The bounds are ours: they part the 25 pairs of likelihood
 * and impact into 8, 9 and 8, and what would be severe is never low.
 */
export function bandOf(risk: number): Band {
  if (risk >= 12) return 'high';
  if (risk >= 5) return 'medium';
  return risk >= 1 ? 'low' : 'unrated';
}

/** Whether a risk still stands: it is in the register, applies, and is not mitigated. */
export const isStanding = ({ included, status }: Pick<Entry, 'included' | 'status'>): boolean =>
  included && status !== 'mitigated' && status !== 'not-applicable';

/** Standing risks come first, then mitigated ones, then those that do not apply, then what was put aside. */
function rank({ included, status }: Entry): number {
  if (!included) return 3;
  if (status === 'not-applicable') return 2;
  return status === 'mitigated' ? 1 : 0;
}

/**
 * The entries of a register, the greatest risk first: standing risks before settled ones; of equal risks, the one that
 * weighs more in this context, then in workflow order; challenges that are gone come last, by slug.
 */
export function sortedByRisk(register: Register, knowledge: ReviewKnowledge): Entry[] {
  const weights = new Map(
    matchingChallenges(register.context, knowledge).map(({ challenge, weight }) => [challenge, weight]),
  );
  const places = new Map(knowledge.challenges.map(({ slug }, i) => [slug, i]));
  return register.entries.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      riskOf(b) - riskOf(a) ||
      (weights.get(b.challenge) ?? 0) - (weights.get(a.challenge) ?? 0) ||
      (places.get(a.challenge) ?? Infinity) - (places.get(b.challenge) ?? Infinity) ||
      (a.challenge < b.challenge ? -1 : a.challenge > b.challenge ? 1 : 0),
  );
}

/** What a register comes to. */
export interface Summary {
  /** Entries that were not put aside. */
  readonly entries: number;
  readonly putAside: number;
  /** Standing risks by band. */
  readonly bands: Readonly<Record<Band, number>>;
  /** Entries that were not put aside, by status. */
  readonly statuses: Readonly<Record<ReviewStatus, number>>;
  /** Questions of the entries that were not put aside. */
  readonly questions: {
    readonly asked: number;
    readonly unanswered: number;
    readonly no: number;
    readonly partly: number;
  };
  /** Standing risks that nobody owns. */
  readonly unowned: number;
  /** Standing risks, other than accepted ones, for which no mitigation was chosen. */
  readonly withoutMitigation: number;
  /** The greatest standing risks, three at most, each with a rating. */
  readonly highest: readonly { readonly challenge: string; readonly risk: number }[];
}

const HIGHEST = 3;

/** Counts over a register, as the head of a report shows them. */
export function summaryOf(register: Register, knowledge: ReviewKnowledge): Summary {
  const included = register.entries.filter((entry) => entry.included);
  const standing = included.filter(isStanding);
  const bands: Record<Band, number> = { high: 0, medium: 0, low: 0, unrated: 0 };
  for (const entry of standing) bands[bandOf(riskOf(entry))] += 1;
  const statuses: Record<ReviewStatus, number> = {
    open: 0,
    'in-progress': 0,
    mitigated: 0,
    accepted: 0,
    'not-applicable': 0,
  };
  for (const { status } of included) statuses[status] += 1;
  const asked = new Map(knowledge.challenges.map(({ slug, questions }) => [slug, questions]));
  const answers = included
    .filter(({ status }) => status !== 'not-applicable')
    .flatMap((entry) =>
      (asked.get(entry.challenge) ?? []).map(({ id }) =>
        Object.hasOwn(entry.answers, id) ? entry.answers[id] : undefined,
      ),
    );
  const count = (wanted: (typeof answers)[number]) => answers.filter((answer) => answer === wanted).length;
  return {
    entries: included.length,
    putAside: register.entries.length - included.length,
    bands,
    statuses,
    questions: {
      asked: answers.length,
      unanswered: count(undefined),
      no: count('no'),
      partly: count('partly'),
    },
    unowned: standing.filter(({ owner }) => owner.trim() === '').length,
    withoutMitigation: standing.filter(({ status, mitigation }) => status !== 'accepted' && mitigation === '')
      .length,
    highest: sortedByRisk(register, knowledge)
      .filter((entry) => isStanding(entry) && riskOf(entry) > 0)
      .slice(0, HIGHEST)
      .map((entry) => ({ challenge: entry.challenge, risk: riskOf(entry) })),
  };
}
