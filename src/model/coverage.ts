import type { CaseStudy } from '../schema/case-study.ts';
import { EVIDENCE, keysOf, type Evidence } from '../schema/vocabulary.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { approachesOf, caseStudiesOf, mitigationsOf, toolsOf } from './relations.ts';

// Weights are coverage too; they lie apart so that the map in the browser loads no more than them.
export { invitationOf, weightOf } from './weight.ts';

/** How much the guide holds, for the one quiet line on the home page. */
export const countsOf = (catalogue: Catalogue) => ({
  stages: catalogue.workflow.stages.length,
  steps: catalogue.workflow.stages.reduce((sum, { steps }) => sum + steps.length, 0),
  challenges: catalogue.challenges.length,
  mitigations: catalogue.mitigations.length,
  tools: catalogue.tools.length,
  approaches: catalogue.approaches.length,
  caseStudies: catalogue.caseStudies.length,
});

/** How many of some case studies were seen at each evidence level. */
export function evidenceOf(studies: readonly Entry<CaseStudy>[]): Record<Evidence, number> {
  const counts: Record<Evidence, number> = { 'full-text': 0, abstract: 0, secondary: 0 };
  for (const { data } of studies) counts[data.evidence] += 1;
  return counts;
}

/** What one challenge has to show for itself. */
export function coverageOf(challenge: { readonly id: string }, catalogue: Catalogue) {
  const studies = caseStudiesOf(challenge, catalogue);
  return {
    caseStudies: studies.length,
    evidence: evidenceOf(studies),
    mitigations: mitigationsOf(challenge, catalogue).length,
    tools: toolsOf(challenge, catalogue).length,
    approaches: approachesOf(challenge, catalogue).length,
    /** The latest day on which one of its case studies was compared with its source. */
    checked: lastChecked(studies),
  };
}

/** The latest `checked` of some case studies, or nothing when there are none. */
export const lastChecked = (studies: readonly Entry<CaseStudy>[]): string | undefined =>
  studies
    .map(({ data }) => data.checked)
    .reduce<string | undefined>((last, day) => (!last || day > last ? day : last), undefined);

/** Evidence levels from strongest to weakest. */
export const EVIDENCE_LEVELS = keysOf(EVIDENCE);
