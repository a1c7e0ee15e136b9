import type { CaseStudy } from '../schema/case-study.ts';
import { EVIDENCE, INDUSTRIES, keysOf, KINDS } from '../schema/vocabulary.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { namedBy } from './named-by.ts';
import { mostTelling, outcomesOf, trialsOf, wasApplied, type Trial } from './relations.ts';

/** Two cases that applied a mitigation, or two answers to one challenge, and reported different outcomes. */
export interface OppositePair {
  /** The case in which it helped. */
  readonly helped: Trial;
  /** The case in which it did not help, or only partly. */
  readonly other: Trial;
  /** Slugs of the challenges that both cases illustrate; for two mitigations, only those that both are meant for. */
  readonly challenges: readonly string[];
}

type Told = Pick<Catalogue, 'caseStudies' | 'mitigations'>;

const evidence = keysOf(EVIDENCE);
const evidenceRank = ({ study }: Trial) => evidence.indexOf(study.data.evidence);

/** Whether both cases applied the same mitigation, rather than two that answer the same challenge. */
export const isOneMitigation = ({ helped, other }: OppositePair): boolean =>
  helped.applied.id === other.applied.id;

/** Above any year. */
const NO_YEAR = 10_000;

/** What a pair is ordered by as one number, the most telling pair first; a smaller number comes first. */
function rankOf(pair: OppositePair): number {
  const { helped, other, challenges } = pair;
  const { data: a } = helped.study;
  const { data: b } = other.study;
  const outcome = other.applied.outcome === 'did-not-help' ? 0 : 1;
  const kind = isOneMitigation(pair) ? (challenges.length > 0 ? 0 : 1) : 2;
  const industry = a.industry === b.industry ? 0 : 1;
  const seen = evidenceRank(helped) + evidenceRank(other);
  const newer = NO_YEAR - Math.max(a.year, b.year);
  const older = NO_YEAR - Math.min(a.year, b.year);
  return (
    ((((outcome * 3 + kind) * 2 + industry) * (2 * evidence.length) + seen) * NO_YEAR + newer) * NO_YEAR +
    older
  );
}

const slugsOf = ({ helped, other }: OppositePair) =>
  [helped.applied.id, helped.study.id, other.applied.id, other.study.id].join(' ');

/** The most telling pair first; ties by slugs, so that the same content always builds the same page. */
const byWeight = (pairs: readonly OppositePair[]): OppositePair[] =>
  pairs
    .map((pair) => ({ pair, rank: rankOf(pair) }))
    .toSorted((a, b) => a.rank - b.rank || (slugsOf(a.pair) < slugsOf(b.pair) ? -1 : 1))
    .map(({ pair }) => pair);

/**
 * How many trials of an outcome are set against how many of another, the most telling ones: every one against every
 * other would be millions of pairs in a huge catalogue, and no page shows more than a few.
 */
const MOST_SET_AGAINST = 60;

const isWorse = ({ applied }: Trial) => applied.outcome === 'did-not-help' || applied.outcome === 'partly';

/** The trials that were applied and whose outcome can be set against another, the most telling ones. */
const toldTrials = (trials: readonly Trial[]) => {
  const real = trials.filter(({ applied }) => wasApplied(applied));
  return {
    helped: real.filter(({ applied }) => applied.outcome === 'helped').slice(0, MOST_SET_AGAINST),
    worse: real.filter(isWorse).slice(0, MOST_SET_AGAINST),
  };
};

const sharedChallenges = (a: Trial, b: Trial) =>
  a.study.data.challenges.filter((slug) => b.study.data.challenges.includes(slug));

/** Pairs of cases in which one mitigation helped, and did not help or only partly, in no order. */
function pairsOf(mitigation: { readonly id: string }, catalogue: Pick<Catalogue, 'caseStudies'>) {
  const { helped, worse } = toldTrials(trialsOf(mitigation, catalogue));
  return helped.flatMap((first) =>
    worse.map((other): OppositePair => ({
      helped: first,
      other,
      challenges: sharedChallenges(first, other),
    })),
  );
}

/**
 * Pairs in which one mitigation helped and another did not help, against a challenge that both cases illustrate and
 * both mitigations are meant for. A single challenge is wide enough for two cases that have nothing else in common, so
 * they share a second one or the industry too.
 */
function pairsOfChallenges(catalogue: Told): OppositePair[] {
  const targets = new Map(
    catalogue.mitigations.map(({ id, data }) => [
      id,
      new Set(data.mitigates.map(({ challenge }) => challenge)),
    ]),
  );
  const isMeantFor = ({ applied }: Trial, slug: string) => targets.get(applied.id)?.has(slug) ?? false;
  const trials = catalogue.mitigations
    .flatMap((mitigation) => trialsOf(mitigation, catalogue))
    .toSorted(mostTelling);
  const meantFor = namedBy(trials, (trial) =>
    trial.study.data.challenges.filter((slug) => isMeantFor(trial, slug)),
  );
  const pairs = [...new Set([...targets.values()].flatMap((slugs) => [...slugs]))].flatMap((challenge) => {
    const { helped } = toldTrials(meantFor(challenge));
    const { worse } = toldTrials(
      meantFor(challenge).filter(({ applied }) => applied.outcome === 'did-not-help'),
    );
    return worse.flatMap((other) =>
      helped
        .filter(({ study, applied }) => study.id !== other.study.id && applied.id !== other.applied.id)
        .map((first) => ({
          helped: first,
          other,
          challenges: sharedChallenges(first, other).filter(
            (slug) => isMeantFor(first, slug) && isMeantFor(other, slug),
          ),
        })),
    );
  });
  return pairs.filter(
    ({ helped, other, challenges }) =>
      challenges.length > 1 || helped.study.data.industry === other.study.data.industry,
  );
}

/**
 * Pairs of cases that applied a mitigation with different outcomes: helped against did not help before helped against
 * partly; then those that share a challenge, the same industry, stronger evidence, newer reports.
 * @param limit how many at most
 */
export const oppositeOutcomesOf = (
  mitigation: { readonly id: string },
  catalogue: Pick<Catalogue, 'caseStudies'>,
  limit = 2,
): OppositePair[] => byWeight(pairsOf(mitigation, catalogue)).slice(0, limit);

/**
 * The pairs of the whole catalogue in the order of `oppositeOutcomesOf`, with those that share only a challenge after
 * those that share a mitigation. Two cases make one pair at most.
 * @param limit in how many pairs a mitigation stands at most
 */
export function oppositeOutcomes(catalogue: Told, limit = 2): OppositePair[] {
  // Two mitigations that share several challenges make the same pair for each; two cases stand in one all the same.
  const all = byWeight([
    ...catalogue.mitigations.flatMap((mitigation) => pairsOf(mitigation, catalogue)),
    ...pairsOfChallenges(catalogue),
  ]);
  const seen = new Set<string>();
  const times = new Map<string, number>();
  return all.filter((pair) => {
    const cases = [pair.helped.study.id, pair.other.study.id].toSorted().join(' ');
    const own = new Set([pair.helped.applied.id, pair.other.applied.id]);
    if (seen.has(cases) || [...own].some((id) => (times.get(id) ?? 0) >= limit)) return false;
    seen.add(cases);
    for (const id of own) times.set(id, (times.get(id) ?? 0) + 1);
    return true;
  });
}

const NOTHING = { helped: 0, partly: 0, 'did-not-help': 0, 'not-reported': 0 };

/** How often each outcome was reported, over all mitigations that a case applied. */
export const outcomesTold = ({ caseStudies, mitigations }: Told) =>
  mitigations
    .map((mitigation) => outcomesOf(mitigation, { caseStudies }))
    .reduce(
      (sum, each) => ({
        helped: sum.helped + each.helped,
        partly: sum.partly + each.partly,
        'did-not-help': sum['did-not-help'] + each['did-not-help'],
        'not-reported': sum['not-reported'] + each['not-reported'],
      }),
      NOTHING,
    );

/** What differs between the records of two cases, each with the words of the first and of the second. */
export const differencesBetween = (
  a: Entry<CaseStudy>,
  b: Entry<CaseStudy>,
): { what: string; values: readonly [string, string] }[] =>
  (
    [
      ['industry', INDUSTRIES[a.data.industry], INDUSTRIES[b.data.industry]],
      ['year', String(a.data.year), String(b.data.year)],
      ['task', a.data.task, b.data.task],
      ['kind of report', KINDS[a.data.kind], KINDS[b.data.kind]],
      ['how we know', EVIDENCE[a.data.evidence], EVIDENCE[b.data.evidence]],
    ] as const
  )
    .filter(([, first, second]) => first !== second)
    .map(([what, first, second]) => ({ what, values: [first, second] }));
