import type { Approach } from '../schema/approach.ts';
import type { AppliedMitigation, CaseStudy } from '../schema/case-study.ts';
import type { Challenge } from '../schema/challenge.ts';
import type { Mitigation } from '../schema/mitigation.ts';
import type { Tool } from '../schema/tool.ts';
import {
  BASES,
  EFFORTS,
  EVIDENCE,
  keysOf,
  OUTCOMES,
  STRENGTHS,
  TOOL_STATUSES,
  type Outcome,
  type Strength,
} from '../schema/vocabulary.ts';
import { bySlug, byTitle, type Catalogue, type Entry } from './catalogue.ts';
import { onceFor } from './once.ts';
import { namedBy } from './named-by.ts';

/** A tool or an approach, told apart by its collection. */
export type Helper =
  | { readonly collection: 'tools'; readonly entry: Entry<Tool> }
  | { readonly collection: 'approaches'; readonly entry: Entry<Approach> };

/** A relation to show: the other entry, and the line that says why. */
export interface Reason<T> {
  readonly entry: Entry<T>;
  readonly why: string;
}

/** A mitigation as it appeared in a case study. */
export interface Trial {
  readonly study: Entry<CaseStudy>;
  readonly applied: AppliedMitigation;
}

/** A case in which somebody did apply the mitigation, rather than only propose it. */
export const wasApplied = ({ basis }: Pick<AppliedMitigation, 'basis'>) =>
  basis === 'used' || basis === 'ordered' || basis === 'evaluated';

/** The outcomes of what a case study applied, each once. */
export const outcomesIn = ({ data }: Entry<CaseStudy>): readonly Outcome[] => [
  ...new Set(data.mitigations.filter(wasApplied).map(({ outcome }) => outcome)),
];

const rankIn = (order: readonly string[]) => (value: string) => order.indexOf(value);
const evidenceRank = rankIn(keysOf(EVIDENCE));
const outcomeRank = rankIn(keysOf(OUTCOMES));
const basisRank = rankIn(keysOf(BASES));
const strengthRank = rankIn(keysOf(STRENGTHS));
const effortRank = rankIn(keysOf(EFFORTS));
const statusRank = rankIn(keysOf(TOOL_STATUSES));

/** Newest report first, ties by slug. */
const newestFirst = (a: Entry<CaseStudy>, b: Entry<CaseStudy>) => b.data.year - a.data.year || bySlug(a, b);

/** First where a mitigation was applied and how it turned out, then proposals; stronger evidence and newer reports first. */
export const mostTelling = (a: Trial, b: Trial) =>
  basisRank(a.applied.basis) - basisRank(b.applied.basis) ||
  outcomeRank(a.applied.outcome) - outcomeRank(b.applied.outcome) ||
  evidenceRank(a.study.data.evidence) - evidenceRank(b.study.data.evidence) ||
  newestFirst(a.study, b.study);

type CaseStudies = readonly Entry<CaseStudy>[];

const recentlyChecked = onceFor((caseStudies: CaseStudies): CaseStudies =>
  caseStudies.toSorted(
    (a, b) =>
      (a.data.checked < b.data.checked ? 1 : a.data.checked > b.data.checked ? -1 : 0) || newestFirst(a, b),
  ),
);
const inOrder = onceFor((caseStudies: CaseStudies): CaseStudies => caseStudies.toSorted(newestFirst));
const byChallenge = onceFor((caseStudies: CaseStudies) =>
  namedBy(inOrder(caseStudies), ({ data }) => data.challenges),
);
const byHelper = onceFor((caseStudies: CaseStudies) =>
  namedBy(inOrder(caseStudies), ({ data }) => data.tools),
);
const byMitigation = onceFor((caseStudies: CaseStudies) => {
  const trials = caseStudies.flatMap((study) =>
    study.data.mitigations.map((applied) => ({ study, applied })),
  );
  return namedBy(trials.toSorted(mostTelling), ({ applied }) => [applied.id]);
});

/** All case studies, the most recently checked first, then the newest report, then by slug. */
export const newestFieldNotes = ({ caseStudies }: Pick<Catalogue, 'caseStudies'>): CaseStudies =>
  recentlyChecked(caseStudies);

/** Case studies in reading order: newest report first, ties by slug. */
export const caseStudiesInOrder = ({ caseStudies }: Pick<Catalogue, 'caseStudies'>): CaseStudies =>
  inOrder(caseStudies);

/**
 * Case studies that illustrate a challenge, newest report first.
 * Ties fall back to slug order: the same content always builds the same page.
 */
export const caseStudiesOf = (
  challenge: { readonly id: string },
  { caseStudies }: Pick<Catalogue, 'caseStudies'>,
): CaseStudies => byChallenge(caseStudies)(challenge.id);

/** Case studies that name a tool or an approach, newest report first. */
export const caseStudiesNaming = (
  helper: { readonly id: string },
  { caseStudies }: Pick<Catalogue, 'caseStudies'>,
): CaseStudies => byHelper(caseStudies)(helper.id);

/**
 * Every appearance of a mitigation in a case: first where it was applied and how it turned out,
 * then proposals and lessons; stronger evidence and newer reports first.
 */
export const trialsOf = (
  mitigation: { readonly id: string },
  { caseStudies }: Pick<Catalogue, 'caseStudies'>,
): readonly Trial[] => byMitigation(caseStudies)(mitigation.id);

/**
 * What the case studies show about a mitigation: `measured` when the entry says that a case reports a figure,
 * `narrative` when somebody applied it, `none` when it is only proposed.
 */
export function strengthOf(
  mitigation: Entry<Mitigation>,
  catalogue: Pick<Catalogue, 'caseStudies'>,
): Strength {
  // The first trial is one that was applied, if any was.
  const [first] = trialsOf(mitigation, catalogue);
  if (!first || !wasApplied(first.applied)) return 'none';
  return mitigation.data.measured ? 'measured' : 'narrative';
}

/** How often each outcome was reported among the cases that applied a mitigation. */
export function outcomesOf(mitigation: { readonly id: string }, catalogue: Pick<Catalogue, 'caseStudies'>) {
  const counts = { helped: 0, partly: 0, 'did-not-help': 0, 'not-reported': 0 };
  for (const { applied } of trialsOf(mitigation, catalogue))
    if (wasApplied(applied)) counts[applied.outcome] += 1;
  return counts;
}

/** Mitigations that help against a challenge, best evidence first, then by title, each with how it helps. */
export const mitigationsOf = (
  challenge: { readonly id: string },
  catalogue: Pick<Catalogue, 'mitigations' | 'caseStudies'>,
): Reason<Mitigation>[] =>
  catalogue.mitigations
    .flatMap((entry) =>
      entry.data.mitigates
        .filter((each) => each.challenge === challenge.id)
        .map(({ how }) => ({ entry, why: how, strength: strengthRank(strengthOf(entry, catalogue)) })),
    )
    .toSorted((a, b) => a.strength - b.strength || byTitle(a.entry, b.entry))
    .map(({ entry, why }) => ({ entry, why }));

/**
 * What to try first against a challenge: the strongest evidence, then the lowest effort, then by slug.
 * @param count how many at most
 */
export const firstMitigationsOf = (
  challenge: { readonly id: string },
  catalogue: Pick<Catalogue, 'mitigations' | 'caseStudies'>,
  count = 2,
): Entry<Mitigation>[] =>
  mitigationsOf(challenge, catalogue)
    .map(({ entry }) => ({ entry, strength: strengthRank(strengthOf(entry, catalogue)) }))
    .toSorted(
      (a, b) =>
        a.strength - b.strength ||
        effortRank(a.entry.data.effort) - effortRank(b.entry.data.effort) ||
        bySlug(a.entry, b.entry),
    )
    .slice(0, count)
    .map(({ entry }) => entry);

/**
 * Challenges that a mitigation helps against, in the order in which it names them, and how many more there are.
 * @param count how many to give at most
 */
export function firstChallengesOf(
  mitigation: Entry<Mitigation>,
  { challenges }: Pick<Catalogue, 'challenges'>,
  count = 3,
): { challenges: Entry<Challenge>[]; more: number } {
  const named = mitigation.data.mitigates.flatMap(
    ({ challenge }) => challenges.find(({ id }) => id === challenge) ?? [],
  );
  return { challenges: named.slice(0, count), more: Math.max(0, named.length - count) };
}

/** How well a tool is kept: active, in maintenance, unknown, archived. */
const upkeepRank = ({ data }: Entry<Tool>) => (data.status === undefined ? 1.5 : statusRank(data.status));

/** Tools that help against a challenge, kept ones first, then by title, each with how it helps. */
export const toolsOf = (
  challenge: { readonly id: string },
  { tools }: Pick<Catalogue, 'tools'>,
): Reason<Tool>[] =>
  tools
    .flatMap((entry) =>
      entry.data.addresses
        .filter((each) => each.challenge === challenge.id)
        .map(({ how }) => ({ entry, why: how })),
    )
    .toSorted((a, b) => upkeepRank(a.entry) - upkeepRank(b.entry) || byTitle(a.entry, b.entry));

/** Approaches that answer a challenge, by title, each with how it helps. */
export const approachesOf = (
  challenge: { readonly id: string },
  { approaches }: Pick<Catalogue, 'approaches'>,
): Reason<Approach>[] =>
  approaches
    .flatMap((entry) =>
      entry.data.addresses
        .filter((each) => each.challenge === challenge.id)
        .map(({ how }) => ({ entry, why: how })),
    )
    .toSorted((a, b) => byTitle(a.entry, b.entry));

/** Tools and approaches among some slugs, tools first, each by title. Unknown slugs are left out (a rule reports them). */
export function helpersAmong(
  slugs: readonly string[],
  catalogue: Pick<Catalogue, 'tools' | 'approaches'>,
): Helper[] {
  const wanted = new Set(slugs);
  return [
    ...catalogue.tools
      .filter(({ id }) => wanted.has(id))
      .toSorted(byTitle)
      .map((entry) => ({ collection: 'tools' as const, entry })),
    ...catalogue.approaches
      .filter(({ id }) => wanted.has(id))
      .toSorted(byTitle)
      .map((entry) => ({ collection: 'approaches' as const, entry })),
  ];
}

/** Tools and approaches that support a mitigation. */
export const helpersOf = (
  mitigation: { readonly id: string },
  catalogue: Pick<Catalogue, 'tools' | 'approaches'>,
) =>
  helpersAmong(
    [...catalogue.tools, ...catalogue.approaches]
      .filter(({ data }) => data.supports.includes(mitigation.id))
      .map(({ id }) => id),
    catalogue,
  );

/** Tools and approaches to weigh against one, whichever side names the other. */
export const alternativesOf = (
  helper: Entry<{ alternatives: readonly string[] }>,
  catalogue: Pick<Catalogue, 'tools' | 'approaches'>,
) =>
  helpersAmong(
    [
      ...helper.data.alternatives,
      ...[...catalogue.tools, ...catalogue.approaches]
        .filter(({ data }) => data.alternatives.includes(helper.id))
        .map(({ id }) => id),
    ].filter((id) => id !== helper.id),
    catalogue,
  );

type Addressing = Pick<Tool | Approach, 'addresses'>;

/** Slugs of the challenges that a tool or an approach helps against and another one too, in the order of the first. */
export function sharedChallenges({ addresses }: Addressing, other: Addressing): string[] {
  const others = new Set(other.addresses.map(({ challenge }) => challenge));
  return addresses.map(({ challenge }) => challenge).filter((slug) => others.has(slug));
}

/** Why one tool or approach is to be weighed against another, in half a sentence: the challenges that they share. */
export function whyAlternative(
  helper: Addressing,
  other: Addressing,
  { challenges }: Pick<Catalogue, 'challenges'>,
): string {
  const titleOf = new Map(challenges.map(({ id, data }) => [id, data.title.toLowerCase()]));
  const inWords = (slugs: readonly string[]) => slugs.map((slug) => titleOf.get(slug) ?? slug).join(', ');
  const shared = sharedChallenges(helper, other);
  return shared.length > 0
    ? `shares ${inWords(shared)}`
    : `shares no challenge; it is for ${inWords(other.addresses.map(({ challenge }) => challenge))}`;
}

/** Two tools to weigh against each other, by slug, and the challenges that both help against. */
export interface ToolPair {
  readonly tools: readonly [Entry<Tool>, Entry<Tool>];
  readonly shared: readonly string[];
}

/**
 * Tools to weigh against each other that share the most challenges, then the most mitigations, ties by slug; at most
 * `limit`. A tool stands in one pair, and each pair shares a challenge that none before it does, so that a few pairs
 * reach far.
 */
export function toolPairs({ tools }: Pick<Catalogue, 'tools'>, limit = 12): ToolPair[] {
  const all = tools
    .toSorted(bySlug)
    .flatMap((one, i, sorted) =>
      sorted
        .slice(i + 1)
        .filter(({ id, data }) => one.data.alternatives.includes(id) || data.alternatives.includes(one.id))
        .map((two) => ({
          tools: [one, two] as const,
          shared: sharedChallenges(one.data, two.data),
          mitigations: one.data.supports.filter((slug) => two.data.supports.includes(slug)).length,
        })),
    )
    .toSorted((a, b) => b.shared.length - a.shared.length || b.mitigations - a.mitigations);
  const placed = new Set<string>();
  const told = new Set<string>();
  return all
    .filter(({ tools: pair, shared }) => {
      if (pair.some(({ id }) => placed.has(id)) || shared.every((slug) => told.has(slug))) return false;
      for (const { id } of pair) placed.add(id);
      for (const slug of shared) told.add(slug);
      return true;
    })
    .slice(0, limit)
    .map(({ tools: pair, shared }) => ({ tools: pair, shared }));
}

/** Mitigations among some slugs, by title. */
export function mitigationsAmong(slugs: readonly string[], { mitigations }: Pick<Catalogue, 'mitigations'>) {
  const wanted = new Set(slugs);
  return mitigations.filter(({ id }) => wanted.has(id)).toSorted(byTitle);
}

/**
 * Neighbouring challenges: first those the challenge itself names, in its own order, then those that name it.
 * One that both name is shown once, with the challenge's own reason.
 */
export function relatedChallengesOf(
  challenge: Entry<Challenge>,
  { challenges }: Pick<Catalogue, 'challenges'>,
): Reason<Challenge>[] {
  const bySlugOf = new Map(challenges.map((entry) => [entry.id, entry]));
  const own = challenge.data.related.flatMap(({ challenge: slug, why }) => {
    const entry = bySlugOf.get(slug);
    return entry ? [{ entry, why }] : [];
  });
  const named = new Set([challenge.id, ...own.map(({ entry }) => entry.id)]);
  const others = challenges
    .filter(({ id }) => !named.has(id))
    .flatMap((entry) =>
      entry.data.related.filter((each) => each.challenge === challenge.id).map(({ why }) => ({ entry, why })),
    )
    .toSorted((a, b) => byTitle(a.entry, b.entry));
  return [...own, ...others];
}

/** Two of some slugs as one, in an order of their own. */
const pairsAmong = (slugs: readonly string[]): string[] => {
  const sorted = [...new Set(slugs)].toSorted();
  return sorted.flatMap((one, i) => sorted.slice(i + 1).map((two) => `${one} ${two}`));
};
const byPair = onceFor((caseStudies: CaseStudies) =>
  namedBy(inOrder(caseStudies), ({ data }) => pairsAmong(data.challenges)),
);

/**
 * Case studies that share the most challenges with one, ties by newest report; at most `limit`.
 * Only shared challenges count, and at least two of them or all the case has.
 */
export function similarCaseStudies(
  study: Entry<CaseStudy>,
  { caseStudies }: Pick<Catalogue, 'caseStudies'>,
  limit = 4,
): { study: Entry<CaseStudy>; shared: string[] }[] {
  const own = new Set(study.data.challenges);
  const pairs = pairsAmong(study.data.challenges);
  const alike =
    pairs.length > 0
      ? [...new Set(pairs.flatMap((pair) => byPair(caseStudies)(pair)))]
      : // Those that share the only challenge come in order, and there may be thousands.
        [...own].flatMap((challenge) => byChallenge(caseStudies)(challenge).slice(0, limit + 1));
  return alike
    .filter(({ id }) => id !== study.id)
    .map((other) => ({ study: other, shared: other.data.challenges.filter((slug) => own.has(slug)) }))
    .toSorted((a, b) => b.shared.length - a.shared.length || newestFirst(a.study, b.study))
    .slice(0, limit);
}

/**
 * Mitigations that help against the most of the challenges that one helps against, ties by title; at most `limit`.
 * At least two challenges must be shared, or all that the mitigation has.
 */
export function similarMitigations(
  mitigation: Entry<Mitigation>,
  { mitigations }: Pick<Catalogue, 'mitigations'>,
  limit = 3,
): { entry: Entry<Mitigation>; shared: string[] }[] {
  const own = new Set(mitigation.data.mitigates.map(({ challenge }) => challenge));
  const least = Math.min(2, own.size);
  return mitigations
    .filter(({ id }) => id !== mitigation.id)
    .map((entry) => ({
      entry,
      shared: entry.data.mitigates.map(({ challenge }) => challenge).filter((slug) => own.has(slug)),
    }))
    .filter(({ shared }) => shared.length >= least)
    .toSorted((a, b) => b.shared.length - a.shared.length || byTitle(a.entry, b.entry))
    .slice(0, limit);
}
