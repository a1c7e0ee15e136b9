import { EDITIONS, EDITION_VALUES, EVIDENCE, INDUSTRIES, KINDS } from '../schema/vocabulary.ts';
import type { Catalogue } from './catalogue.ts';
import type { CaseRow, Choice, MatrixData } from './matrix.ts';
import { mitigationsOf } from './relations.ts';
import { challengesInOrder, formerStepOf, stepsInOrder } from './workflow.ts';

/** The words of a vocabulary that occur, in its order. */
const occurringOf = (words: Readonly<Record<string, string>>, occurring: ReadonlySet<string>): Choice[] =>
  Object.entries(words).filter(([value]) => occurring.has(value));

/**
 * What the map needs of the catalogue. Only values that at least one challenge with a case study answers to are
 * offered. Case studies come by year, then by slug, so that the same content makes the same page.
 */
export function matrixDataOf(
  catalogue: Pick<Catalogue, 'workflow' | 'challenges' | 'mitigations' | 'caseStudies'>,
): MatrixData {
  const { stages } = catalogue.workflow;
  const steps = stepsInOrder(catalogue);
  const challenges = challengesInOrder(catalogue);
  const placeOfStep = (slug: string) => steps.findIndex(({ step }) => step.slug === slug);
  const placeOfChallenge = new Map(challenges.map(({ id }, at) => [id, at]));
  const studies = catalogue.caseStudies
    .map(({ id, data }) => ({
      id,
      data,
      places: data.challenges.flatMap((slug) => placeOfChallenge.get(slug) ?? []).toSorted((a, b) => a - b),
    }))
    .filter(({ places }) => places.length > 0)
    .toSorted((a, b) => a.data.year - b.data.year || (a.id < b.id ? -1 : 1));
  const told = new Set(studies.flatMap(({ places }) => places));
  const occurring = (word: 'industry' | 'evidence' | 'kind') =>
    new Set<string>(studies.map(({ data }) => data[word]));
  const industries = occurringOf(INDUSTRIES, occurring('industry'));
  const evidence = occurringOf(EVIDENCE, occurring('evidence'));
  const kinds = occurringOf(KINDS, occurring('kind'));
  const placeIn = (choices: readonly Choice[], word: string) =>
    choices.findIndex(([value]) => value === word);
  return {
    stages: stages.map(({ slug, title, mark, shape }) => ({ slug, title, mark, shape })),
    steps: steps.map(({ stage, step }) => ({
      slug: step.slug,
      title: step.title,
      stage: stages.indexOf(stage),
      editions: step.editions.map(String),
    })),
    places: challenges.map((challenge) => {
      const moved = EDITION_VALUES.flatMap((edition): [string, number][] => {
        const former = formerStepOf(challenge, edition, catalogue);
        return former ? [[String(edition), placeOfStep(former.slug)]] : [];
      });
      return {
        slug: challenge.id,
        title: challenge.data.title,
        step: placeOfStep(challenge.data.step),
        editions: challenge.data.editions.map(String),
        ...(moved.length > 0 && { moved: Object.fromEntries(moved) }),
        mitigations: mitigationsOf(challenge, catalogue).length,
      };
    }),
    editions: EDITION_VALUES.filter((edition) =>
      edition === 'community'
        ? studies.some(({ data }) => !data.survey)
        : challenges.some(({ data }, at) => data.editions.includes(edition) && told.has(at)),
    ).map((edition): Choice => [
      String(edition),
      edition === 'community' ? 'Later additions' : EDITIONS[edition],
    ]),
    industries,
    evidence,
    kinds,
    years: [...new Set(studies.map(({ data }) => data.year))],
    cases: studies.map(({ data, places }): CaseRow => [
      data.year,
      placeIn(industries, data.industry),
      placeIn(evidence, data.evidence),
      placeIn(kinds, data.kind),
      places,
      data.survey ? 0 : 1,
    ]),
  };
}
