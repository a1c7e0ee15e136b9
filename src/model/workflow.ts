import type { Challenge } from '../schema/challenge.ts';
import type { Edition } from '../schema/vocabulary.ts';
import type { Stage, Step } from '../schema/workflow.ts';
import { bySlug, type Catalogue, type Entry } from './catalogue.ts';
import { onceFor } from './once.ts';

/** Where a challenge stands: its stage and step, and its number within the stage, from 1. */
export interface Place {
  readonly stage: Stage;
  readonly step: Step;
  readonly number: number;
}

type Workflowed = Pick<Catalogue, 'workflow' | 'challenges'>;

/** All steps in workflow order, each with the stage it belongs to. */
export const stepsInOrder = ({ workflow }: Pick<Catalogue, 'workflow'>): { stage: Stage; step: Step }[] =>
  workflow.stages.flatMap((stage) => stage.steps.map((step) => ({ stage, step })));

/** Challenges of one step, in the order of the survey's table. */
export const challengesOfStep = (step: Pick<Step, 'slug'>, { challenges }: Pick<Catalogue, 'challenges'>) =>
  challenges
    .filter(({ data }) => data.step === step.slug)
    .toSorted((a, b) => a.data.order - b.data.order || bySlug(a, b));

/** Challenges of one stage, in workflow order. */
export const challengesOfStage = (stage: Stage, catalogue: Pick<Catalogue, 'challenges'>) =>
  stage.steps.flatMap((step) => challengesOfStep(step, catalogue));

/** All challenges in workflow order; one whose step is unknown is left out (a rule reports it). */
export const challengesInOrder = ({ workflow, challenges }: Workflowed): Entry<Challenge>[] =>
  workflow.stages.flatMap((stage) => challengesOfStage(stage, { challenges }));

/**
 * Where a challenge stands in the workflow.
 * @throws when its step is not in the workflow; the rule `known-slug` reports that first.
 */
export function placeOf(challenge: Entry<Challenge>, { workflow, challenges }: Workflowed): Place {
  for (const stage of workflow.stages) {
    const step = stage.steps.find(({ slug }) => slug === challenge.data.step);
    if (!step) continue;
    const number = challengesOfStage(stage, { challenges }).findIndex(({ id }) => id === challenge.id) + 1;
    return { stage, step, number };
  }
  throw new Error(
    `challenge "${challenge.id}" names a step that is not in the workflow: "${challenge.data.step}"`,
  );
}

const placesIn = onceFor(
  (inOrder: readonly { readonly id: string }[]) => new Map(inOrder.map(({ id }, at) => [id, at])),
);

/** The entries before and after one in a list; the ends have none. */
export function neighboursOf<T extends { readonly id: string }>(entry: T, inOrder: readonly T[]) {
  const at = placesIn(inOrder).get(entry.id);
  return at === undefined
    ? { previous: undefined, next: undefined }
    : { previous: inOrder[at - 1], next: inOrder[at + 1] };
}

/** Stages that a set of challenges touches, in workflow order. */
export function stagesOf(slugs: Iterable<string>, { workflow, challenges }: Workflowed): Stage[] {
  const wanted = new Set(slugs);
  const steps = new Set(challenges.filter(({ id }) => wanted.has(id)).map(({ data }) => data.step));
  return workflow.stages.filter((stage) => stage.steps.some(({ slug }) => steps.has(slug)));
}

/** Steps that a set of challenges touches, in workflow order. */
export function stepsOf(slugs: Iterable<string>, { workflow, challenges }: Workflowed): Step[] {
  const wanted = new Set(slugs);
  const steps = new Set(challenges.filter(({ id }) => wanted.has(id)).map(({ data }) => data.step));
  return stepsInOrder({ workflow })
    .map(({ step }) => step)
    .filter(({ slug }) => steps.has(slug));
}

/** The step a challenge stood under in an edition, where that was another one than today's. */
export function formerStepOf(
  challenge: Entry<Challenge>,
  edition: Edition,
  { workflow }: Pick<Catalogue, 'workflow'>,
) {
  const move = workflow.moved.find((each) => each.challenge === challenge.id && each.edition === edition);
  return move && stepsInOrder({ workflow }).find(({ step }) => step.slug === move.step)?.step;
}
