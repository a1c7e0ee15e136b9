import type { Catalogue, Entry } from '../model/catalogue.ts';
import { filters } from '../model/filters.ts';
import { outcomesIn, strengthOf } from '../model/relations.ts';
import { stagesOf, stepsInOrder, stepsOf } from '../model/workflow.ts';
import type { Approach } from '../schema/approach.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import type { Challenge } from '../schema/challenge.ts';
import type { Mitigation } from '../schema/mitigation.ts';
import type { Tool } from '../schema/tool.ts';
import { FACETS, TYPES, type Facet } from './facets.ts';

/** What a page answers to the filters of the search: name and value, several of a name where it belongs to several. */
export type Facets = readonly (readonly [Facet, string])[];

/** Facets of pages that follow from the challenges they deal with. */
const placed = (challenges: readonly string[], catalogue: Catalogue): Facets => [
  ...stagesOf(challenges, catalogue).map(({ slug }) => ['stage', slug] as const),
  ...stepsOf(challenges, catalogue).map(({ slug }) => ['step', slug] as const),
];

const named = (relations: readonly { readonly challenge: string }[]) =>
  relations.map(({ challenge }) => challenge);

/** What the page of a challenge answers to the filters of the search. */
export const challengeFacets = ({ id, data }: Entry<Challenge>, catalogue: Catalogue): Facets => [
  ['type', 'challenge'],
  ...placed([id], catalogue),
  ...data.editions.map((edition) => ['edition', String(edition)] as const),
];

/** What the page of a mitigation answers to the filters of the search. */
export const mitigationFacets = (mitigation: Entry<Mitigation>, catalogue: Catalogue): Facets => [
  ['type', 'mitigation'],
  ...placed(named(mitigation.data.mitigates), catalogue),
  ['strength', strengthOf(mitigation, catalogue)],
];

/** What the page of a tool or an approach answers to the filters of the search. */
export const helperFacets = (
  type: 'tool' | 'approach',
  { data }: Entry<Tool> | Entry<Approach>,
  catalogue: Catalogue,
): Facets => [['type', type], ...placed(named(data.addresses), catalogue), ['evidence', data.evidence]];

/** What the page of a case study answers to the filters of the search. */
export const caseStudyFacets = (study: Entry<CaseStudy>, catalogue: Catalogue): Facets => [
  ['type', 'case-study'],
  ...placed(study.data.challenges, catalogue),
  ['industry', study.data.industry],
  ['year', String(study.data.year)],
  ...outcomesIn(study).map((outcome) => ['outcome', outcome] as const),
  ['kind', study.data.kind],
  ['evidence', study.data.evidence],
  ...(study.data.survey ? [] : [['edition', 'community'] as const]),
];

/** A filter of the search page: its title, and the values that occur. */
export interface Choice {
  readonly facet: Facet;
  readonly title: string;
  readonly values: readonly { readonly value: string; readonly title: string }[];
}

/** The filters of the search page with the values that at least one page has, in the order of the vocabularies. */
export function choicesOf(catalogue: Catalogue): Choice[] {
  const all = [
    ...catalogue.challenges.flatMap((entry) => challengeFacets(entry, catalogue)),
    ...catalogue.mitigations.flatMap((entry) => mitigationFacets(entry, catalogue)),
    ...catalogue.tools.flatMap((entry) => helperFacets('tool', entry, catalogue)),
    ...catalogue.approaches.flatMap((entry) => helperFacets('approach', entry, catalogue)),
    ...catalogue.caseStudies.flatMap((entry) => caseStudyFacets(entry, catalogue)),
  ];
  const occurring = (facet: Facet) =>
    new Set(all.flatMap(([name, value]) => (name === facet ? [value] : [])));
  const known = filters(catalogue.workflow.stages);
  const titles: Record<Facet, { title: string; values: Readonly<Record<string, string>> }> = {
    ...known,
    type: { title: 'Type', values: TYPES },
    step: {
      title: 'Step',
      values: Object.fromEntries(stepsInOrder(catalogue).map(({ step }) => [step.slug, step.title])),
    },
    year: {
      title: 'Year of the report',
      values: Object.fromEntries([...occurring('year')].map((year) => [year, year])),
    },
  };
  return FACETS.map((facet) => {
    const { title, values } = titles[facet];
    const used = occurring(facet);
    // Stages and pages of prose carry no other facet, so no entry shows that they occur.
    const isUsed = (value: string) => used.has(value) || value === 'stage' || value === 'page';
    const listed = Object.entries(values)
      .filter(([value]) => isUsed(value))
      .map(([value, words]) => ({ value, title: words }));
    return { facet, title, values: facet === 'year' ? listed.toReversed() : listed };
  });
}
