import type { Catalogue } from './catalogue.ts';
import { addressOf, COLLECTION_NAMES, COLLECTIONS } from './collections.ts';
import { stepsInOrder } from './workflow.ts';

/** Pages that are no entry and no stage, and that content may link to: their addresses and titles. */
export const SITE_PAGES = {
  '/': 'Home',
  '/stages/': 'Stages',
  '/symptoms/': 'Symptoms',
  '/glossary/': 'Glossary',
  '/paths/': 'Reading paths',
  '/references/': 'References',
  '/matrix/': 'The map',
  '/statistics/': 'Statistics',
  '/compare/': 'Compare',
  '/search/': 'Search',
  '/review/': 'Pre-deployment review',
  '/contribute/': 'Contribute',
  '/contribute/case-study/': 'Write a case study',
  '/contribute/fields/': 'Fields of a case study',
  '/data/': 'Data',
  '/offline/': 'Read it offline',
  '/about/': 'About',
  '/changelog/': 'Changelog',
} as const;

/** What the page is called that has the questions of a stage, to print. */
export const checklistTitle = (stage: { readonly title: string }): string =>
  `Checklist: ${stage.title.toLowerCase()}`;

/**
 * What a link to a page of the guide is called, by its address.
 * Steps and terms have no page of their own; their anchors stand in the map too.
 */
export function pageTitles(
  catalogue: Pick<Catalogue, 'workflow' | 'glossary' | 'paths' | (typeof COLLECTION_NAMES)[number]>,
): Map<string, string> {
  return new Map([
    ...Object.entries(SITE_PAGES),
    ...catalogue.workflow.stages.map(({ slug, title }) => [`/stages/${slug}/`, title] as const),
    ...catalogue.workflow.stages.map(
      (stage) => [`/stages/${stage.slug}/checklist/`, checklistTitle(stage)] as const,
    ),
    ...stepsInOrder(catalogue).map(
      ({ stage, step }) => [`/stages/${stage.slug}/#${step.slug}`, step.title] as const,
    ),
    ...COLLECTION_NAMES.flatMap((name) => [
      [`/${COLLECTIONS[name].folder}/`, COLLECTIONS[name].title] as const,
      ...catalogue[name].map(({ id, data }) => [addressOf(name, id), data.title] as const),
    ]),
    ...catalogue.paths.map(({ id, title }) => [`/paths/${id}/`, title] as const),
    ...catalogue.glossary.map(({ id, term }) => [`/glossary/#${id}`, term] as const),
  ]);
}
