import type { Stage } from '../schema/workflow.ts';
import type { Catalogue } from './catalogue.ts';
import { inWords } from './in-words.ts';
import { challengesInOrder, challengesOfStage, stepsInOrder } from './workflow.ts';

/** Whether a stage touches every other rather than follow the last. */
export const isCrossCutting = ({ slug }: Pick<Stage, 'slug'>): boolean => slug === 'cross-cutting';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** Where a stage stands in the workflow, and how much of the steps and challenges is its own, in a sentence. */
export function shareOfStage(stage: Stage, catalogue: Pick<Catalogue, 'workflow' | 'challenges'>): string {
  const inOrder = catalogue.workflow.stages.filter((each) => !isCrossCutting(each));
  const at = inOrder.findIndex(({ slug }) => slug === stage.slug);
  const place =
    at < 0
      ? `across all ${inWords(inOrder.length)} stages`
      : `the ${ORDINALS[at] ?? `${at + 1}th`} of ${inWords(inOrder.length)} stages`;
  const steps = `${stage.steps.length} of ${stepsInOrder(catalogue).length} steps`;
  const challenges = `${challengesOfStage(stage, catalogue).length} of ${challengesInOrder(catalogue).length} challenges`;
  return `${stage.title}: ${place}, with ${steps} and ${challenges}.`;
}
