import type { Catalogue, Entry } from '../model/catalogue.ts';
import { citedKeys } from '../model/citations.ts';
import { addressOf, COLLECTIONS, type CollectionName } from '../model/collections.ts';
import type { Dates } from '../model/history.ts';
import { workOf, workOfSource } from '../model/references.ts';
import { challengesInOrder, placeOf } from '../model/workflow.ts';
import type { Approach } from '../schema/approach.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import type { Challenge } from '../schema/challenge.ts';
import type { Term } from '../schema/glossary.ts';
import type { Mitigation } from '../schema/mitigation.ts';
import type { Tool } from '../schema/tool.ts';
import { TOOL_KINDS } from '../schema/vocabulary.ts';
import type { Stage } from '../schema/workflow.ts';
import { GUIDE } from '../model/guide.ts';
import {
  contributorsId,
  contributorsNode,
  itemListNode,
  refer,
  type Locate,
  type Node,
} from './structured-data.ts';
import { sourceNode, workId } from './works.ts';

/** What the nodes of an entry need besides its record. */
export interface Surroundings {
  readonly locate: Locate;
  /** When the entry came and when it last changed. */
  readonly dates: Dates;
  /** Works that can be cited, by key. */
  readonly works: ReadonlyMap<string, unknown>;
}

const challengeTermId = (slug: string, locate: Locate) => `${locate(addressOf('challenges', slug))}#term`;
const stageTermId = (slug: string, locate: Locate) => `${locate(`/stages/${slug}/`)}#term`;
const stepTermId = (stage: string, step: string, locate: Locate) => locate(`/stages/${stage}/#${step}`);
const softwareId = (slug: string, locate: Locate) => `${locate(addressOf('tools', slug))}#software`;
const challengesSetId = (locate: Locate) => `${locate('/challenges/')}#terms`;
const stagesSetId = (locate: Locate) => `${locate('/stages/')}#terms`;
const glossaryId = (locate: Locate) => `${locate('/glossary/')}#terms`;

const otherNames = (aliases: readonly string[]) => (aliases.length > 0 ? { alternateName: aliases } : {});

const challengeTerms = (slugs: readonly string[], locate: Locate) =>
  slugs.map((slug) => refer(challengeTermId(slug, locate)));

/** The works that a text cites, by the names that they have on the page of all references. */
function citationsOf(body: string | undefined, { locate, works }: Surroundings) {
  const keys = citedKeys(body ?? '').filter((key) => works.has(key));
  return keys.length > 0 ? { citation: keys.map((key) => refer(workId(key, locate))) } : {};
}

/** An entry as an article: the page itself. */
function articleOf(
  collection: CollectionName,
  { id, data, body }: Entry<{ readonly title: string }>,
  rest: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
): Node {
  const { locate, dates } = surroundings;
  return {
    '@type': 'TechArticle',
    '@id': locate(addressOf(collection, id)),
    headline: data.title,
    ...rest,
    ...citationsOf(body, surroundings),
    ...(dates.added !== undefined && { datePublished: dates.added }),
    ...(dates.changed !== undefined && { dateModified: dates.changed }),
    inLanguage: GUIDE.language,
    license: GUIDE.licenceAddress,
    author: contributorsNode(locate),
    publisher: refer(contributorsId(locate)),
  };
}

/** A challenge: its article, and the term that the article defines. */
export function challengeNodes(
  challenge: Entry<Challenge>,
  catalogue: Pick<Catalogue, 'workflow' | 'challenges'>,
  surroundings: Surroundings,
): Node[] {
  const { title, summary, aliases } = challenge.data;
  const { locate } = surroundings;
  const { stage, number } = placeOf(challenge, catalogue);
  const term = challengeTermId(challenge.id, locate);
  return [
    articleOf('challenges', challenge, { description: summary, about: refer(term) }, surroundings),
    {
      '@type': 'DefinedTerm',
      '@id': term,
      name: title,
      description: summary,
      ...otherNames(aliases),
      termCode: `${stage.mark} · ${number}`,
      inDefinedTermSet: refer(challengesSetId(locate)),
    },
  ];
}

/** A mitigation: its article, about the challenges that it helps against. */
export const mitigationNodes = (mitigation: Entry<Mitigation>, surroundings: Surroundings): Node[] => {
  const { summary, mitigates } = mitigation.data;
  const challenges = mitigates.map(({ challenge }) => challenge);
  return [
    articleOf(
      'mitigations',
      mitigation,
      { description: summary, about: challengeTerms(challenges, surroundings.locate) },
      surroundings,
    ),
  ];
};

/** An approach: its article, about the challenges that it answers, and the work that introduced it. */
export const approachNodes = (approach: Entry<Approach>, surroundings: Surroundings): Node[] => {
  const { summary, addresses, source } = approach.data;
  const { locate } = surroundings;
  return [
    articleOf(
      'approaches',
      approach,
      {
        description: summary,
        about: challengeTerms(
          addresses.map(({ challenge }) => challenge),
          locate,
        ),
        isBasedOn: sourceNode(workOfSource(approach.id, source)),
      },
      surroundings,
    ),
  ];
};

/** A case study: its article, about the challenges that it illustrates, and the work that it rests on. */
export const caseStudyNodes = (
  study: Entry<CaseStudy>,
  { mitigations, tools, approaches }: Pick<Catalogue, 'mitigations' | 'tools' | 'approaches'>,
  surroundings: Surroundings,
): Node[] => {
  const { challenges, mitigations: applied, tools: named } = study.data;
  const { locate } = surroundings;
  const known = (entries: readonly Entry<unknown>[], slugs: readonly string[]) => {
    const ids = new Set(entries.map(({ id }) => id));
    return slugs.filter((slug) => ids.has(slug));
  };
  const mentions = [
    ...known(
      mitigations,
      applied.map(({ id }) => id),
    ).map((slug) => refer(locate(addressOf('mitigations', slug)))),
    ...known(tools, named).map((slug) => refer(softwareId(slug, locate))),
    ...known(approaches, named).map((slug) => refer(locate(addressOf('approaches', slug)))),
  ];
  return [
    articleOf(
      'caseStudies',
      study,
      {
        about: challengeTerms(challenges, locate),
        ...(mentions.length > 0 && { mentions }),
        isBasedOn: { ...sourceNode(workOf(study)), '@id': workId(study.id, locate) },
      },
      surroundings,
    ),
  ];
};

/** A tool as software; nothing that its record does not hold. */
export const toolNodes = (tool: Entry<Tool>, locate: Locate): Node[] => {
  const { title, summary, aliases, kind, license, homepage, repository, docs, latestVersion } = tool.data;
  return [
    {
      '@type': 'SoftwareApplication',
      '@id': softwareId(tool.id, locate),
      name: title,
      ...otherNames(aliases),
      description: summary,
      applicationCategory: TOOL_KINDS[kind],
      url: homepage,
      ...(repository !== undefined && repository !== homepage && { sameAs: repository }),
      ...(docs !== homepage && { softwareHelp: { '@type': 'CreativeWork', url: docs } }),
      license: { '@type': 'CreativeWork', name: license },
      ...(latestVersion && { softwareVersion: latestVersion.version }),
    },
  ];
};

/** A stage and its steps as terms. */
export const stageNodes = (stage: Stage, locate: Locate): Node[] => {
  const inDefinedTermSet = refer(stagesSetId(locate));
  return [
    {
      '@type': 'DefinedTerm',
      '@id': stageTermId(stage.slug, locate),
      name: stage.title,
      description: stage.summary,
      ...otherNames(stage.aliases),
      termCode: stage.mark,
      inDefinedTermSet,
    },
    ...stage.steps.map((step) => ({
      '@type': 'DefinedTerm',
      '@id': stepTermId(stage.slug, step.slug, locate),
      name: step.title,
      description: step.summary,
      ...otherNames(step.aliases),
      inDefinedTermSet,
    })),
  ];
};

const termSet = (
  id: string,
  name: string,
  terms: readonly { readonly id: string; readonly title: string }[],
) => ({
  '@type': 'DefinedTermSet',
  '@id': id,
  name,
  hasDefinedTerm: terms.map((term) => ({ '@type': 'DefinedTerm', '@id': term.id, name: term.title })),
});

/** The stages and steps of the workflow, in order, as a set of terms; for the page of all stages. */
export const stagesSet = ({ workflow }: Pick<Catalogue, 'workflow'>, locate: Locate): Node =>
  termSet(
    stagesSetId(locate),
    'Stages and steps of deploying machine learning',
    workflow.stages.flatMap((stage) => [
      { id: stageTermId(stage.slug, locate), title: stage.title },
      ...stage.steps.map((step) => ({ id: stepTermId(stage.slug, step.slug, locate), title: step.title })),
    ]),
  );

/** All challenges in workflow order as a set of terms; for the page of all challenges. */
export const challengesSet = (catalogue: Pick<Catalogue, 'workflow' | 'challenges'>, locate: Locate): Node =>
  termSet(
    challengesSetId(locate),
    'Challenges of deploying machine learning',
    challengesInOrder(catalogue).map(({ id, data }) => ({
      id: challengeTermId(id, locate),
      title: data.title,
    })),
  );

/** The glossary as a set of terms, each with what it means; their other names would weigh twice as much as all else. */
export const glossarySet = (
  { glossary }: { readonly glossary: readonly Omit<Term, 'see'>[] },
  locate: Locate,
): Node => ({
  '@type': 'DefinedTermSet',
  '@id': glossaryId(locate),
  name: 'Glossary',
  hasDefinedTerm: glossary.map(({ id, term, means }) => ({
    '@type': 'DefinedTerm',
    '@id': locate(`/glossary/#${id}`),
    name: term,
    description: means,
  })),
});

/** The entries of a collection in the order that its index page shows. */
export const entriesNode = (
  collection: CollectionName,
  entries: readonly Entry<unknown>[],
  locate: Locate,
): Node =>
  itemListNode(
    `/${COLLECTIONS[collection].folder}/`,
    entries.map(({ id }) => addressOf(collection, id)),
    locate,
  );
