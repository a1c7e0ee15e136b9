import type { Challenge } from '../schema/challenge.ts';
import type { Stage } from '../schema/workflow.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { inWords } from './in-words.ts';
import { relatedChallengesOf } from './relations.ts';
import { challengesInOrder, placeOf } from './workflow.ts';

/** Who names a relation: the challenge in the middle, its neighbour, or each the other. */
export type Naming = 'own' | 'theirs' | 'both';

/** A challenge beside the one in the middle. */
export interface Neighbour {
  readonly entry: Entry<Challenge>;
  readonly stage: Stage;
  readonly naming: Naming;
  /** Where its line begins: the middle of its row, in hundredths of the height of its side. */
  readonly at: number;
}

/** A challenge and its neighbours as they are drawn: a side before it, a side after it, in the order of the workflow. */
export interface Neighbourhood {
  readonly before: readonly Neighbour[];
  readonly after: readonly Neighbour[];
  /** What the drawing shows, in words; empty where there are no neighbours. */
  readonly finding: string;
}

/** The middle of a row among rows of equal height, in hundredths, rounded to one decimal. */
const middleOf = (row: number, rows: number) => Math.round(((row + 0.5) / rows) * 1000) / 10;

/**
 * The neighbours of a challenge, shared out on two sides of it: those that stand earlier in the workflow before it,
 * as many as after it or one fewer.
 */
export function neighbourhoodOf(
  challenge: Entry<Challenge>,
  catalogue: Pick<Catalogue, 'workflow' | 'challenges'>,
): Neighbourhood {
  const related = new Set(relatedChallengesOf(challenge, catalogue).map(({ entry }) => entry.id));
  const own = new Set(challenge.data.related.map((each) => each.challenge));
  const neighbours = challengesInOrder(catalogue)
    .filter(({ id }) => related.has(id))
    .map((entry) => ({
      entry,
      stage: placeOf(entry, catalogue).stage,
      naming: namingOf(
        own.has(entry.id),
        entry.data.related.some((each) => each.challenge === challenge.id),
      ),
    }));
  const half = Math.floor(neighbours.length / 2);
  const side = (list: typeof neighbours) =>
    list.map((neighbour, row) => ({ ...neighbour, at: middleOf(row, list.length) }));
  return {
    before: side(neighbours.slice(0, half)),
    after: side(neighbours.slice(half)),
    finding: findingOf(neighbours, placeOf(challenge, catalogue).stage),
  };
}

const namingOf = (isOwn: boolean, isTheirs: boolean): Naming =>
  isOwn ? (isTheirs ? 'both' : 'own') : 'theirs';

/** The word for all of so many, two or more. */
const allOf = (count: number) => (count === 2 ? 'both' : 'all');

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How many neighbours there are, in which stages, and which side names them. */
function findingOf(neighbours: readonly Omit<Neighbour, 'at'>[], home: Stage): string {
  const count = neighbours.length;
  if (count === 0) return '';
  const stages = new Map<Stage, number>();
  for (const { stage } of neighbours) stages.set(stage, (stages.get(stage) ?? 0) + 1);
  const [first, second] = [...stages].toSorted(([, a], [, b]) => b - a);
  if (!first) return '';
  const [stage, most] = first;
  const place = stage === home ? 'its own stage' : stage.title.toLowerCase();
  const where =
    stages.size === 1
      ? `, ${count === 1 ? '' : `${allOf(count)} `}in ${place}`
      : ` in ${inWords(stages.size)} stages${most > (second?.[1] ?? 0) ? `, most often in ${place}` : ''}`;
  return `${capital(inWords(count))} ${count === 1 ? 'neighbour' : 'neighbours'}${where}. ${namesOf(neighbours)}.`;
}

/** Which side names the neighbours. */
function namesOf(neighbours: readonly Pick<Neighbour, 'naming'>[]): string {
  const count = neighbours.length;
  const own = neighbours.filter(({ naming }) => naming !== 'theirs').length;
  const theirs = neighbours.filter(({ naming }) => naming !== 'own').length;
  if (count === 1)
    return own === 0 ? 'It names this one' : theirs === 0 ? 'It is named here' : 'Each names the other';
  const of = (number: number) =>
    number === count ? `${allOf(count)} of them` : `${inWords(number)} of them`;
  const naming =
    theirs === count
      ? `${allOf(count)} of them name`
      : theirs === 1
        ? 'one names'
        : `${inWords(theirs)} name`;
  if (own === 0) return `${capital(allOf(count))} of them name it; it names none`;
  return `It names ${of(own)}; ${theirs === 0 ? 'none names' : naming} it`;
}
