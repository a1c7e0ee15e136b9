import type { CaseStudy } from '../schema/case-study.ts';
import type { Entry } from './catalogue.ts';

/** Somebody who sent case studies, and which. */
export interface Contributor {
  readonly name: string;
  /** In the order of their titles. */
  readonly caseStudies: readonly Entry<CaseStudy>[];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Everybody who is named in a case study, those with most of them first, then by name. */
export const contributorsOf = ({
  caseStudies,
}: {
  readonly caseStudies: readonly Entry<CaseStudy>[];
}): Contributor[] =>
  [...Map.groupBy(caseStudies, ({ data }) => data.contributor)]
    .flatMap(([name, own]) =>
      name === undefined
        ? []
        : [{ name, caseStudies: own.toSorted((a, b) => compare(a.data.title, b.data.title)) }],
    )
    .toSorted((a, b) => b.caseStudies.length - a.caseStudies.length || compare(a.name, b.name));
