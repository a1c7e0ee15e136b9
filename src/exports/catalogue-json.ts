import { GUIDE } from '../model/guide.ts';
import { bySlug, type Catalogue, type Entry } from '../model/catalogue.ts';
import { citedKeys, referenceAnchor } from '../model/citations.ts';
import { addressOf, COLLECTION_NAMES, COLLECTIONS, type CollectionName } from '../model/collections.ts';
import { termsInOrder } from '../model/glossary.ts';
import type { Dates } from '../model/history.ts';
import { namedBy } from '../model/named-by.ts';
import { pathAddress } from '../model/paths.ts';
import { worksByKey, worksInOrder } from '../model/references.ts';
import {
  alternativesOf,
  approachesOf,
  caseStudiesInOrder,
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
import { twinAddress } from '../model/twin-address.ts';
import { challengesOfStep, stepsInOrder } from '../model/workflow.ts';
import { INDUSTRIES } from '../schema/vocabulary.ts';
import { jsonPieces } from './pieces.ts';
import { LIST_NAMES, SCHEMA_VERSION, type CatalogueFile, type ListName, type Lists } from './data-schema.ts';

/** Gives the full address of a page from its path, such as `/challenges/concept-drift/`. */
export type Locate = (path: string) => string;

/** What the data says that does not stand in the content. */
export interface Publication {
  readonly locate: Locate;
  /** Which guide this is. */
  readonly release: { readonly version: string; readonly commit?: string; readonly date?: string };
  /** When an entry came and when it last changed, by the path of its file. */
  readonly datesOf: (path: string | undefined) => Dates;
  /** Formatted references by key. */
  readonly texts: ReadonlyMap<string, string>;
}

interface EntryName {
  collection: (typeof COLLECTIONS)[CollectionName]['folder'];
  slug: string;
}

const slugs = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const nameOf = (collection: CollectionName, { id }: { readonly id: string }): EntryName => ({
  collection: COLLECTIONS[collection].folder,
  slug: id,
});
const slugsIn = (collection: Helper['collection'], helpers: readonly Helper[]) =>
  slugs(helpers.filter((helper) => helper.collection === collection).map(({ entry }) => entry));
const because = <Of extends string, Word extends string>(
  of: Of,
  word: Word,
  list: readonly Reason<unknown>[],
) => list.map(({ entry, why }) => ({ [of]: entry.id, [word]: why }) as Record<Of | Word, string>);

/** The address of a page without the part of it that an anchor names. */
const withoutPart = (address: string) => address.replace(/[#?].*$/, '');

/**
 * Every list of the data, each record with its relations on both sides. Lists are sorted, so that the same content gives
 * the same bytes; each kind of relation is gathered in one pass over the catalogue.
 */
export function listsOf(catalogue: Catalogue, { locate, datesOf, texts }: Publication): Lists {
  const { workflow, symptomGroups, review, toolGroups, redirects } = catalogue;
  const studies = caseStudiesInOrder(catalogue);
  const works = worksByKey(catalogue);
  const groups = toolGroups.toSorted(bySlug);
  const terms = termsInOrder(catalogue);
  const symptoms = symptomGroups.flatMap((group) => group.symptoms.map((symptom) => ({ group, symptom })));
  const steps = stepsInOrder(catalogue);
  const stageOfStep = new Map(steps.map(({ stage, step }) => [step.slug, stage.slug]));
  const stageOf = new Map(catalogue.challenges.map(({ id, data }) => [id, stageOfStep.get(data.step) ?? '']));
  const stagesOf = ({ data }: (typeof studies)[number]) => {
    const touched = new Set(data.challenges.map((slug) => stageOf.get(slug)));
    return workflow.stages.map(({ slug }) => slug).filter((slug) => touched.has(slug));
  };
  const entryAt = new Map(
    COLLECTION_NAMES.flatMap((name) =>
      catalogue[name].map((entry) => [addressOf(name, entry.id), nameOf(name, entry)] as const),
    ),
  );
  const pageAt = (path: string) => ({ address: locate(path), ...entryAt.get(withoutPart(path)) });

  const studiesOn = namedBy(studies, ({ data }) => data.challenges);
  const studiesApplying = namedBy(studies, ({ data }) => slugs(data.mitigations));
  const studiesNaming = namedBy(studies, ({ data }) => data.tools);
  const studiesIn = namedBy(studies, stagesOf);
  const mitigating = namedBy(catalogue.mitigations, ({ data }) =>
    data.mitigates.map((each) => each.challenge),
  );
  const rulesNaming = namedBy(review.rules, ({ challenges }) => challenges.map(({ challenge }) => challenge));
  const rulesSeenIn = namedBy(review.rules, ({ challenges }) => challenges.flatMap(({ seenIn }) => seenIn));
  const symptomsOf = namedBy(symptoms, ({ symptom }) => symptom.challenges.map(({ challenge }) => challenge));
  const groupsServing = namedBy(groups, ({ data }) => data.challenges);
  const groupsWith = namedBy(groups, ({ data }) => data.tools);
  const groupsCiting = namedBy(groups, ({ data }) => data.references);
  const termsAt = namedBy(terms, ({ see }) => see.map(withoutPart));
  const pathsAt = namedBy(catalogue.paths, ({ stops }) => stops.map(({ page }) => page));
  const texted = COLLECTION_NAMES.flatMap((name) =>
    catalogue[name].toSorted(bySlug).map((entry: Entry<unknown>) => ({
      name: nameOf(name, entry),
      cites: citedKeys(entry.body ?? '').filter((key) => works.has(key)),
    })),
  );
  const cited = new Map(texted.map(({ name, cites }) => [`${name.collection}/${name.slug}`, cites]));
  const citing = namedBy(texted, ({ cites }) => cites);
  const citedBy = (key: string) => citing(key).map(({ name }) => name);

  const pointersTo = (path: string) => ({ terms: slugs(termsAt(path)), paths: slugs(pathsAt(path)) });
  const before = (name: CollectionName, { id, filePath }: Entry<unknown>) => ({
    slug: id,
    address: locate(addressOf(name, id)),
    markdown: locate(twinAddress(addressOf(name, id))),
    ...datesOf(filePath),
  });
  const after = (name: CollectionName, entry: Entry<unknown>) => ({
    cites: cited.get(`${COLLECTIONS[name].folder}/${entry.id}`) ?? [],
    body: entry.body ?? '',
  });
  const helperRelations = (entry: Entry<{ alternatives: readonly string[] }>) => ({
    alternatives: alternativesOf(entry, catalogue).map((helper) => nameOf(helper.collection, helper.entry)),
    caseStudies: slugs(studiesNaming(entry.id)),
  });

  return {
    stages: workflow.stages.map(({ slug, steps: ownSteps, ...stage }) => ({
      slug,
      address: locate(`/stages/${slug}/`),
      ...stage,
      steps: ownSteps.map(({ slug: step, ...rest }) => ({
        slug: step,
        address: locate(`/stages/${slug}/#${step}`),
        ...rest,
        challenges: slugs(challengesOfStep({ slug: step }, catalogue)),
      })),
      relations: {
        related: [
          ...stage.related,
          ...workflow.stages
            .filter((other) => !stage.related.some((each) => each.stage === other.slug))
            .flatMap((other) =>
              other.related
                .filter((each) => each.stage === slug)
                .map(({ why }) => ({ stage: other.slug, why })),
            ),
        ],
        caseStudies: slugs(studiesIn(slug)),
        ...pointersTo(`/stages/${slug}/`),
      },
    })),
    challenges: catalogue.challenges.toSorted(bySlug).map((challenge) => ({
      ...before('challenges', challenge),
      ...challenge.data,
      relations: {
        stage: stageOf.get(challenge.id) ?? '',
        formerSteps: workflow.moved
          .filter((move) => move.challenge === challenge.id)
          .map(({ edition, step }) => ({ edition, step })),
        caseStudies: slugs(studiesOn(challenge.id)),
        mitigations: because(
          'mitigation',
          'how',
          mitigationsOf(challenge, {
            mitigations: mitigating(challenge.id),
            caseStudies: mitigating(challenge.id).flatMap(({ id }) => studiesApplying(id)),
          }),
        ),
        tools: because('tool', 'how', toolsOf(challenge, catalogue)),
        approaches: because('approach', 'how', approachesOf(challenge, catalogue)),
        related: because('challenge', 'why', relatedChallengesOf(challenge, catalogue)),
        symptoms: symptomsOf(challenge.id).flatMap(({ symptom }) =>
          symptom.challenges
            .filter((each) => each.challenge === challenge.id)
            .map(({ when }) => ({ symptom: symptom.id, when })),
        ),
        toolGroups: slugs(groupsServing(challenge.id)),
        reviewRules: slugs(rulesNaming(challenge.id)),
        ...pointersTo(addressOf('challenges', challenge.id)),
      },
      ...after('challenges', challenge),
    })),
    mitigations: catalogue.mitigations.toSorted(bySlug).map((mitigation) => {
      const applying = { caseStudies: studiesApplying(mitigation.id) };
      const helpers = helpersOf(mitigation, catalogue);
      return {
        ...before('mitigations', mitigation),
        ...mitigation.data,
        relations: {
          strength: strengthOf(mitigation, applying),
          outcomes: outcomesOf(mitigation, applying),
          caseStudies: trialsOf(mitigation, applying).map(({ study, applied: { id: _id, ...applied } }) => ({
            caseStudy: study.id,
            ...applied,
          })),
          tools: slugsIn('tools', helpers),
          approaches: slugsIn('approaches', helpers),
          ...pointersTo(addressOf('mitigations', mitigation.id)),
        },
        ...after('mitigations', mitigation),
      };
    }),
    tools: catalogue.tools.toSorted(bySlug).map((tool) => ({
      ...before('tools', tool),
      ...tool.data,
      relations: {
        ...helperRelations(tool),
        toolGroups: slugs(groupsWith(tool.id)),
        ...pointersTo(addressOf('tools', tool.id)),
      },
      ...after('tools', tool),
    })),
    approaches: catalogue.approaches.toSorted(bySlug).map((approach) => ({
      ...before('approaches', approach),
      ...approach.data,
      relations: { ...helperRelations(approach), ...pointersTo(addressOf('approaches', approach.id)) },
      ...after('approaches', approach),
    })),
    'case-studies': catalogue.caseStudies.toSorted(bySlug).map((study) => ({
      ...before('caseStudies', study),
      ...study.data,
      relations: {
        stages: stagesOf(study),
        reviewRules: slugs(rulesSeenIn(study.id)),
        citedBy: citedBy(study.id),
        ...pointersTo(addressOf('caseStudies', study.id)),
      },
      ...after('caseStudies', study),
    })),
    references: worksInOrder(works).map(({ key, csl, url }) => ({
      key,
      address: locate(`/references/#${referenceAnchor(key)}`),
      text: texts.get(key) ?? csl.title,
      ...(url !== undefined && { url }),
      csl: csl as Lists['references'][number]['csl'],
      ...(entryAt.has(addressOf('caseStudies', key)) && { caseStudy: key }),
      citedBy: citedBy(key),
      toolGroups: slugs(groupsCiting(key)),
    })),
    symptoms: symptoms.map(({ group, symptom: { id, says, challenges } }) => ({
      slug: id,
      address: locate(`/symptoms/#${id}`),
      group: { slug: group.id, title: group.title },
      says,
      challenges,
    })),
    glossary: terms.map(({ id, term, means, also, see }) => ({
      slug: id,
      address: locate(`/glossary/#${id}`),
      term,
      means,
      also,
      see: see.map(pageAt),
    })),
    paths: catalogue.paths.map(({ id, title, for: whom, leaves, stops }) => ({
      slug: id,
      address: locate(pathAddress(id)),
      title,
      for: whom,
      leaves,
      stops: stops.map(({ page, ...rest }) => ({ ...pageAt(page), ...rest })),
    })),
    'tool-groups': groups.map(({ id, data }) => ({ slug: id, address: locate('/tools/#groups'), ...data })),
    'review-questions': review.contexts.map(({ id, from, options = [], ...question }) => ({
      slug: id,
      ...question,
      options: from
        ? Object.entries(INDUSTRIES).map(([slug, label]) => ({ slug, label }))
        : options.map((option) => ({ slug: option.id, label: option.label })),
    })),
    'review-rules': review.rules.map(({ id, ...rule }) => ({ slug: id, ...rule })),
    redirects: COLLECTION_NAMES.flatMap((name) =>
      Object.entries(redirects[COLLECTIONS[name].folder] ?? {}).map(([from, to]) => ({
        collection: COLLECTIONS[name].folder,
        from,
        to,
        address: locate(addressOf(name, from)),
        leadsTo: locate(addressOf(name, to)),
      })),
    ),
  };
}

/** What a file says first. */
const headOf = (name: string, { locate, release }: Publication) => ({
  $schema: locate(`/data/schema/${name}.json`),
  schemaVersion: SCHEMA_VERSION,
  title: GUIDE.title,
  ...release,
  licence: GUIDE.licence,
  licenceAddress: GUIDE.licenceAddress,
  address: locate('/'),
});

/** One list of the data as JSON, with its head and count before it: `/data/<name>.json`. */
export const collectionJson = (name: ListName, lists: Lists, publication: Publication): Iterable<string> =>
  jsonPieces(
    { ...headOf(name, publication), counts: { [name]: lists[name].length } },
    { [name]: lists[name] },
  );

/** The whole catalogue as JSON, with its head and counts before the lists: `/data/catalogue.json`. */
export const catalogueJson = (lists: Lists, publication: Publication): Iterable<string> =>
  jsonPieces(
    {
      ...headOf('catalogue', publication),
      counts: Object.fromEntries(
        LIST_NAMES.map((name) => [name, lists[name].length]),
      ) as CatalogueFile['counts'],
    } satisfies { readonly [Key in keyof Omit<CatalogueFile, ListName>]: unknown },
    lists satisfies { readonly [Key in ListName]: readonly unknown[] },
  );
