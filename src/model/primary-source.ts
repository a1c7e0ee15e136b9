import type { Approach } from '../schema/approach.ts';
import type { Challenge } from '../schema/challenge.ts';
import type { Source } from '../schema/source.ts';
import type { Tool } from '../schema/tool.ts';
import { EDITIONS, type Edition } from '../schema/vocabulary.ts';
import type { Stage } from '../schema/workflow.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { addressOf } from './collections.ts';
import { SURVEY } from './guide.ts';
import { workOfSource, type Work } from './references.ts';
import { sourceNames } from './source-names.ts';

/** The work that an entry rests on, or why there is none to cite. */
export type PrimarySource = { readonly title: string; readonly work: Work } | { readonly none: string };

/** What is cited: works by key, and by each name of a source such as `doi 10.1145/3533378`. */
interface Library {
  readonly works: ReadonlyMap<string, Work>;
  readonly named: ReadonlyMap<string, Work>;
}

const namesOf = ({ csl }: Work) => sourceNames({ source: { doi: csl.DOI, url: csl.URL, isbn: csl.ISBN } });

/** The work of the bibliography that a source names, however either is written. */
const workNamed = (source: Source, { named }: Library): Work | undefined =>
  sourceNames({ source })
    .map(({ name }) => named.get(name))
    .find((work) => work !== undefined);

/** The newest edition of the survey that names something. */
function surveySource(editions: readonly Edition[], { works }: Library): PrimarySource {
  const edition = ([2022, 2021] as const).find((each) => editions.includes(each));
  const work = edition && works.get(SURVEY[edition]);
  return edition && work
    ? { title: `The survey that names it (${EDITIONS[edition]})`, work }
    : { none: 'The survey does not name it. It rests on the works under “Sources”: cite those.' };
}

const challengeSource = ({ data }: Entry<Challenge>, library: Library) =>
  surveySource(data.editions, library);
const stageSource = ({ editions }: Stage, library: Library) => surveySource(editions, library);

const MITIGATION_SOURCE: PrimarySource = {
  none: 'No single work stands behind a mitigation. It rests on the case studies and the works that this page names: cite those.',
};

const INTRODUCED = 'The work that introduced it';

/** What a tool goes back to may be a release or a repository, which are no works with a title: a paper has a number. */
function toolSource({ id, data: { origin } }: Entry<Tool>, library: Library): PrimarySource {
  if (!origin)
    return { none: 'The record names no work that introduced it. Cite the tool as its makers ask.' };
  const { title, year, doi, arxiv } = origin;
  const work =
    workNamed(origin, library) ?? ((doi ?? arxiv) ? workOfSource(`tools:${id}`, origin) : undefined);
  if (work) return { title: INTRODUCED, work };
  const only = year === undefined ? `“${title}”` : `“${title}”, ${year}`;
  return {
    none: `The record names no published work that introduced it, only: ${only}. Cite the tool as its makers ask.`,
  };
}

const approachSource = ({ id, data: { source } }: Entry<Approach>, library: Library): PrimarySource => ({
  title: INTRODUCED,
  work: workNamed(source, library) ?? workOfSource(`approaches:${id}`, source),
});

/**
 * The work behind each entry and each stage, by the address of its page from the root of the site.
 * @param works every citable work by key; the source of a case study has the slug of the case
 */
export function primarySources(
  catalogue: Pick<
    Catalogue,
    'workflow' | 'challenges' | 'mitigations' | 'tools' | 'approaches' | 'caseStudies'
  >,
  works: ReadonlyMap<string, Work>,
): Map<string, PrimarySource> {
  const named = new Map<string, Work>();
  for (const work of works.values())
    for (const { name } of namesOf(work)) if (!named.has(name)) named.set(name, work);
  const library = { works, named };
  return new Map<string, PrimarySource>([
    ...catalogue.workflow.stages.map(
      (stage) => [`/stages/${stage.slug}/`, stageSource(stage, library)] as const,
    ),
    ...catalogue.challenges.map(
      (each) => [addressOf('challenges', each.id), challengeSource(each, library)] as const,
    ),
    ...catalogue.mitigations.map((each) => [addressOf('mitigations', each.id), MITIGATION_SOURCE] as const),
    ...catalogue.tools.map((each) => [addressOf('tools', each.id), toolSource(each, library)] as const),
    ...catalogue.approaches.map(
      (each) => [addressOf('approaches', each.id), approachSource(each, library)] as const,
    ),
    ...catalogue.caseStudies.flatMap(({ id }) => {
      const work = works.get(id);
      return work ? [[addressOf('caseStudies', id), { title: 'Its source', work }] as const] : [];
    }),
  ]);
}
