import fc from 'fast-check';
import { differenceOfForm, faultsOfSlips } from './judge.ts';
import { mutants, type Mutant } from './mutations.ts';
import { faultOf } from './oracle.ts';
import type { World } from './world.ts';

/** What became of one mutant. */
export interface Outcome {
  readonly mutant: Mutant;
  /** The rules of its slips; none when it was accepted. */
  readonly rules: readonly string[];
  readonly milliseconds: number;
  readonly crash?: string;
  /** What went wrong with the check, in words: a slip that is not as it should be, or another opinion. */
  readonly faults: readonly string[];
}

/** Checks a mutant, and judges the check. */
export async function outcomeOf(world: World, mutant: Mutant): Promise<Outcome> {
  const known = world.around(mutant.of);
  try {
    const { slips, milliseconds } = world.check(mutant);
    const opinion = slips.length === 0 ? await faultOf(mutant, known) : undefined;
    const form = differenceOfForm(slips, mutant, known);
    return {
      mutant,
      rules: slips.map(({ rule }) => rule),
      milliseconds,
      faults: [
        ...faultsOfSlips(slips, mutant.bytes, known),
        ...(opinion === undefined ? [] : [`accepted, though there is ${opinion}`]),
        ...(form === undefined ? [] : [form]),
      ],
    };
  } catch (error) {
    return { mutant, rules: [], milliseconds: 0, crash: String((error as Error).stack), faults: [] };
  }
}

/** The mutants of a run: the same for the same seed. */
export const mutantsOf = (world: Pick<World, 'seeds'>, seed: number, runs: number): Mutant[] =>
  fc.sample(mutants(world.seeds), { seed, numRuns: runs });
