import type { CaseStudy } from '../schema/case-study.ts';
import { EVIDENCE, INDUSTRIES, keysOf, KINDS } from '../schema/vocabulary.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { outcomesOf, trialsOf, wasApplied, type Trial } from './relations.ts';

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

const years = ({ helped, other }: OppositePair) =>
  [helped.study.data.year, other.study.data.year].toSorted((a, b) => b - a);

/** What a pair is ordered by, most telling first; smaller numbers come first. */
const ranksOf = (pair: OppositePair): readonly number[] => {
  const { helped, other, challenges } = pair;
  const [newer = 0, older = 0] = years(pair);
  return [
    other.applied.outcome === 'did-not-help' ? 0 : 1,
    isOneMitigation(pair) ? (challenges.length > 0 ? 0 : 1) : 2,
    helped.study.data.industry === other.study.data.industry ? 0 : 1,
    evidenceRank(helped) + evidenceRank(other),
    -newer,
    -older,
  ];
};

const slugsOf = ({ helped, other }: OppositePair) =>
  [helped.applied.id, helped.study.id, other.applied.id, other.study.id].join(' ');

/** The most telling pair first; ties by slugs, so that the same content always builds the same page. */
function byWeight(a: OppositePair, b: OppositePair): number {
  const other = ranksOf(b);
  const differing = ranksOf(a)
    .map((rank, i) => rank - (other[i] ?? 0))
    .find((difference) => difference !== 0);
  return differing ?? (slugsOf(a) < slugsOf(b) ? -1 : 1);
}

const isWorse = ({ applied }: Trial) => applied.outcome === 'did-not-help' || applied.outcome === 'partly';

/** Trials that were applied and whose outcome can be set against another. */
const toldTrials = (trials: readonly Trial[]) => {
  const real = trials.filter(({ applied }) => wasApplied(applied));
  return { helped: real.filter(({ applied }) => applied.outcome === 'helped'), worse: real.filter(isWorse) };
};

const sharedChallenges = (a: Trial, b: Trial) =>
  a.study.data.challenges.filter((slug) => b.study.data.challenges.includes(slug));

/** Every pair of cases in which one mitigation helped, and did not help or only partly, most telling first. */
function pairsOf(mitigation: { readonly id: string }, catalogue: Pick<Catalogue, 'caseStudies'>) {
  const { helped, worse } = toldTrials(trialsOf(mitigation, catalogue));
  return helped
    .flatMap((first) =>
      worse.map((other): OppositePair => ({
        helped: first,
        other,
        challenges: sharedChallenges(first, other),
      })),
    )
    .toSorted(byWeight);
}

/**
 * Pairs in which one mitigation helped and another did not help, against a challenge that both cases illustrate and
 * both mitigations are meant for. A single challenge is wide enough for two cases that have nothing else in common, so
 * they share a second one or the industry too.
 */
function pairsOfChallenges({ caseStudies, mitigations }: Told): OppositePair[] {
  const targets = new Map(
    mitigations.map(({ id, data }) => [id, new Set(data.mitigates.map(({ challenge }) => challenge))]),
  );
  const isMeantFor = ({ applied }: Trial, slug: string) => targets.get(applied.id)?.has(slug) ?? false;
  const { helped, worse } = toldTrials(
    caseStudies.flatMap((study) => study.data.mitigations.map((applied) => ({ study, applied }))),
  );
  return worse
    .filter(({ applied }) => applied.outcome === 'did-not-help')
    .flatMap((other) =>
      helped
        .filter(({ study, applied }) => study.id !== other.study.id && applied.id !== other.applied.id)
        .map((first) => ({
          helped: first,
          other,
          challenges: sharedChallenges(first, other).filter(
            (slug) => isMeantFor(first, slug) && isMeantFor(other, slug),
          ),
        })),
    )
    .filter(
      ({ helped: first, other, challenges }) =>
        challenges.length > 1 ||
        (challenges.length === 1 && first.study.data.industry === other.study.data.industry),
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
): OppositePair[] => pairsOf(mitigation, catalogue).slice(0, limit);

/**
 * The pairs of the whole catalogue in the order of `oppositeOutcomesOf`, with those that share only a challenge after
 * those that share a mitigation. Two cases make one pair at most.
 * @param limit in how many pairs a mitigation stands at most
 */
export function oppositeOutcomes(catalogue: Told, limit = 2): OppositePair[] {
  const all = [
    ...catalogue.mitigations.flatMap((mitigation) => pairsOf(mitigation, catalogue)),
    ...pairsOfChallenges(catalogue),
  ].toSorted(byWeight);
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
