import type { Catalogue } from './catalogue.ts';
import { addressOf } from './collections.ts';
import { challengesInOrder, challengesOfStage } from './workflow.ts';
import { leadersOf, type Column, type Figure } from './figure.ts';
import { named, ofCaseStudies } from './figure-words.ts';
import { counted } from './in-words.ts';

type Workflowed = Pick<Catalogue, 'workflow' | 'challenges' | 'caseStudies'>;

/** Two challenges that a case study names together; the first comes first in the workflow. */
export type PairRow = {
  readonly challenge: string;
  readonly challengeAddress: string;
  readonly other: string;
  readonly otherAddress: string;
  readonly caseStudies: number;
  /** Slugs of the two. */
  readonly slug: string;
  readonly otherSlug: string;
};

function pairsFinding(rows: readonly PairRow[], all: number): string {
  const leaders = leadersOf(
    rows.map(({ challenge, other, caseStudies }) => ({
      title: `${challenge} with ${other}`,
      count: caseStudies,
    })),
  );
  const [first] = leaders;
  if (!first) return 'No case study names two challenges yet.';
  const lead =
    leaders.length === 1
      ? `Most often together: ${first.title}, in ${ofCaseStudies(first.count, all)}.`
      : `Most often together, each in ${ofCaseStudies(first.count, all)}: ${named(leaders.map(({ title }) => title))}.`;
  const once = rows.filter(({ caseStudies }) => caseStudies === 1).length;
  return `${lead} Of ${counted(rows.length, 'pair that occurs', 'pairs that occur')}, ${once} ${once === 1 ? 'occurs' : 'occur'} once.`;
}

/** How often two challenges are named by the same case study, most often first; pairs that never are have no row. */
export function pairsFigure(catalogue: Workflowed): Figure<PairRow> {
  const inOrder = challengesInOrder(catalogue);
  const rows = inOrder
    .flatMap((one, i) => {
      const own = catalogue.caseStudies.filter(({ data }) => data.challenges.includes(one.id));
      return inOrder.slice(i + 1).map((two): PairRow => ({
        challenge: one.data.title,
        challengeAddress: addressOf('challenges', one.id),
        other: two.data.title,
        otherAddress: addressOf('challenges', two.id),
        caseStudies: own.filter(({ data }) => data.challenges.includes(two.id)).length,
        slug: one.id,
        otherSlug: two.id,
      }));
    })
    .filter(({ caseStudies }) => caseStudies > 0)
    .toSorted((a, b) => b.caseStudies - a.caseStudies);
  return {
    id: 'pairs',
    title: 'Challenges that come together',
    finding: pairsFinding(rows, catalogue.caseStudies.length),
    columns: [
      { key: 'challenge', title: 'Challenge', address: 'challengeAddress' },
      { key: 'other', title: 'Together with', address: 'otherAddress' },
      { key: 'caseStudies', title: 'Case studies' },
    ] satisfies Column<keyof PairRow>[],
    rows,
  };
}

/** A challenge that a drawing of pairs shows: its slug, title, and the stage it belongs to. */
export interface Met {
  readonly slug: string;
  readonly title: string;
  /** Slug and mark of the stage. */
  readonly stage: string;
  readonly mark: string;
}

/**
 * The challenges of the pairs that occur most often, in workflow order. A pair is taken whole or not at all, so the one
 * that leads is always among them.
 * @param rows pairs, most often first
 * @param count how many challenges at most
 */
export function challengesOfPairs(
  rows: readonly PairRow[],
  { workflow, challenges }: Pick<Catalogue, 'workflow' | 'challenges'>,
  count: number,
): Met[] {
  const chosen = new Set<string>();
  for (const { slug, otherSlug } of rows) {
    const more = [slug, otherSlug].filter((each) => !chosen.has(each));
    if (chosen.size + more.length <= count) for (const each of more) chosen.add(each);
  }
  return workflow.stages.flatMap((stage) =>
    challengesOfStage(stage, { challenges })
      .map(({ id, data }, i) => ({
        slug: id,
        title: data.title,
        stage: stage.slug,
        mark: `${stage.mark} ${i + 1}`,
      }))
      .filter(({ slug }) => chosen.has(slug)),
  );
}
