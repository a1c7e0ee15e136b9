import { bySlug, type Catalogue, type Entry } from '../model/catalogue.ts';
import { addressOf, COLLECTION_NAMES, COLLECTIONS, type CollectionName } from '../model/collections.ts';
import {
  alternativesOf,
  approachesOf,
  caseStudiesNaming,
  caseStudiesOf,
  helpersOf,
  mitigationsOf,
  outcomesOf,
  relatedChallengesOf,
  strengthOf,
  toolsOf,
  trialsOf,
  type Helper,
  type Reason,
} from '../model/relations.ts';
import { challengesOfStep, placeOf } from '../model/workflow.ts';

/** What every file of the catalogue says first: whose it is and how it may be used. */
const ABOUT = {
  title: 'ML Deployment Field Guide',
  licence: 'CC-BY-4.0',
  licenceAddress: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** Gives the full address of a page from its path, such as `/challenges/concept-drift/`. */
export type Locate = (path: string) => string;

const slugs = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const entriesOf = (helpers: readonly Helper[]) => slugs(helpers.map(({ entry }) => entry));
const reasons = (of: string, word: string, list: readonly Reason<unknown>[]) =>
  list.map(({ entry, why }) => ({ [of]: entry.id, [word]: why }));

/** What other records say of a tool or an approach. */
const ofHelper = (
  entry: Catalogue['tools'][number] | Catalogue['approaches'][number],
  catalogue: Catalogue,
) => ({
  alternatives: entriesOf(alternativesOf(entry, catalogue)),
  caseStudies: slugs(caseStudiesNaming(entry, catalogue)),
});

/** The relations of each kind of entry that stand elsewhere or follow from elsewhere, in the order in which pages show them. */
const DERIVED: {
  readonly [Name in CollectionName]: (entry: Catalogue[Name][number], catalogue: Catalogue) => object;
} = {
  challenges: (challenge, catalogue) => ({
    stage: placeOf(challenge, catalogue).stage.slug,
    caseStudies: slugs(caseStudiesOf(challenge, catalogue)),
    mitigations: reasons('mitigation', 'how', mitigationsOf(challenge, catalogue)),
    tools: reasons('tool', 'how', toolsOf(challenge, catalogue)),
    approaches: reasons('approach', 'how', approachesOf(challenge, catalogue)),
    related: reasons('challenge', 'why', relatedChallengesOf(challenge, catalogue)),
  }),
  mitigations: (mitigation, catalogue) => ({
    strength: strengthOf(mitigation, catalogue),
    outcomes: outcomesOf(mitigation, catalogue),
    caseStudies: trialsOf(mitigation, catalogue).map(({ study, applied: { outcome, basis, note } }) => ({
      caseStudy: study.id,
      outcome,
      basis,
      ...(note !== undefined && { note }),
    })),
    toolsAndApproaches: entriesOf(helpersOf(mitigation, catalogue)),
  }),
  tools: ofHelper,
  approaches: ofHelper,
  caseStudies: (study, catalogue) => ({
    stages: catalogue.workflow.stages
      .filter(({ steps }) =>
        steps.some((step) =>
          challengesOfStep(step, catalogue).some(({ id }) => study.data.challenges.includes(id)),
        ),
      )
      .map(({ slug }) => slug),
  }),
};

/** The records of one collection by slug: slug, address, the fields of the front matter, what others say of it, the text. */
function recordsOf<Name extends CollectionName>(name: Name, catalogue: Catalogue, locate: Locate) {
  const entries: readonly Catalogue[Name][number][] = catalogue[name];
  const derived = DERIVED[name] as (entry: Entry<unknown>, catalogue: Catalogue) => object;
  return entries.toSorted(bySlug).map((entry) => ({
    slug: entry.id,
    address: locate(addressOf(name, entry.id)),
    ...entry.data,
    relations: derived(entry, catalogue),
    body: entry.body ?? '',
  }));
}

/** Stages in the order of the workflow, their steps with the slugs of their challenges. */
const stagesOf = (catalogue: Catalogue, locate: Locate) =>
  catalogue.workflow.stages.map(({ slug, steps, ...stage }) => ({
    slug,
    address: locate(`/stages/${slug}/`),
    ...stage,
    steps: steps.map((step) => ({ ...step, challenges: slugs(challengesOfStep(step, catalogue)) })),
  }));

type List = (catalogue: Catalogue, locate: Locate) => readonly object[];

/** The lists that can be taken away, by the name of their file. */
const LISTS: ReadonlyMap<string, List> = new Map<string, List>([
  ['stages', stagesOf],
  ...COLLECTION_NAMES.map((name): [string, List] => [
    COLLECTIONS[name].folder,
    (catalogue, locate) => recordsOf(name, catalogue, locate),
  ]),
]);

/** Names of the lists, which are also the names of their files: stages, and the folders of the collections. */
export const LIST_NAMES: readonly string[] = [...LISTS.keys()];

function fileOf(names: readonly string[], catalogue: Catalogue, locate: Locate): string {
  const lists = names.map((name) => [name, LISTS.get(name)?.(catalogue, locate) ?? []] as const);
  return `${JSON.stringify(
    {
      ...ABOUT,
      address: locate('/'),
      counts: Object.fromEntries(lists.map(([name, list]) => [name, list.length])),
      ...Object.fromEntries(lists),
    },
    undefined,
    2,
  )}\n`;
}

/**
 * One list of the catalogue as JSON, with licence and count before it. The same content gives the same bytes.
 * @param name one of `LIST_NAMES`
 * @throws when there is no such list
 */
export function collectionJson(name: string, catalogue: Catalogue, locate: Locate): string {
  if (!LISTS.has(name)) throw new Error(`there is no list "${name}"`);
  return fileOf([name], catalogue, locate);
}

/** The whole catalogue as JSON: every list of `LIST_NAMES`, with licence and counts before them. */
export const catalogueJson = (catalogue: Catalogue, locate: Locate): string =>
  fileOf(LIST_NAMES, catalogue, locate);
