import GithubSlugger from 'github-slugger';
import { caseStudyAnchor } from '../model/anchors.ts';
import { citedKeys, referenceAnchor } from '../model/citations.ts';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from '../model/collections.ts';
import { glossaryInLetters } from '../model/glossary.ts';
import { markdownFacts } from '../model/markdown.ts';
import { worksByKey } from '../model/references.ts';
import type { Content } from './rule.ts';
import { lacks } from './unread.ts';

/** Anchors that the pages of a kind have besides those of their text; some only where there is something to show. */
const PARTS: Readonly<Record<CollectionName, readonly string[]>> = {
  challenges: [],
  mitigations: ['challenges', 'case-studies', 'differently', 'tools', 'similar'],
  tools: ['challenges', 'mitigations', 'case-studies', 'alternatives'],
  approaches: ['challenges', 'mitigations', 'case-studies', 'alternatives'],
  caseStudies: ['mitigations', 'challenges', 'tools', 'how-we-know', 'similar'],
};

/** Anchors that headings get, those of the same words numbered. */
function headingAnchors(body: string): string[] {
  const slugger = new GithubSlugger();
  return markdownFacts(body).headings.map(({ title }) => slugger.slug(title));
}

/** What stands on the page of every entry and every stage. */
const COMMON = ['sources', 'cite', 'cite-own', 'cite-source'];

function anchorsOfEntry(name: CollectionName, id: string, content: Content): Set<string> | undefined {
  const entry = content[name].find((each) => each.id === id);
  // A text that nobody asked about was not read.
  if (!entry?.body) return undefined;
  const headings = headingAnchors(entry.body);
  const questions =
    name === 'challenges'
      ? content.challenges.flatMap((each) => (each.id === id ? each.data.questions : []))
      : [];
  const groups = name === 'tools' ? content.toolGroups.filter(({ data }) => data.tools.includes(id)) : [];
  return new Set([
    ...(name === 'caseStudies' ? headings.map(caseStudyAnchor) : headings),
    ...PARTS[name],
    ...COMMON,
    ...citedKeys(entry.body).map(referenceAnchor),
    ...questions.map((question) => question.id),
    ...groups.map((group) => `group-${group.id}`),
  ]);
}

/**
 * The anchors of a page that links may rely on, as far as the content tells them.
 * @param address of the page, from the root of the site
 * @returns nothing for a page whose anchors the content does not tell: the build finds out about those
 */
export function anchorsOf(address: string, content: Content): ReadonlySet<string> | undefined {
  const [, folder = '', slug] = address.split('/');
  const name = COLLECTION_NAMES.find((each) => COLLECTIONS[each].folder === folder);
  if (name !== undefined && slug) return anchorsOfEntry(name, slug, content);
  const stage = content.workflow.stages.find((each) => address === `/stages/${each.slug}/`);
  if (stage) {
    const body = content.pages.find(({ id }) => id === `stage-${stage.slug}`)?.body ?? '';
    return new Set([
      ...stage.steps.map((step) => step.slug),
      ...headingAnchors(body),
      ...citedKeys(body).map(referenceAnchor),
      ...COMMON,
      ...['survey', 'field-notes'],
    ]);
  }
  switch (address) {
    case '/glossary/':
      if (lacks(content, ['glossary'])) return undefined;
      return new Set(
        glossaryInLetters(content).flatMap(({ id, terms }) => [id, ...terms.map((term) => term.id)]),
      );
    case '/references/':
      if (lacks(content, ['works', 'caseStudies'])) return undefined;
      return new Set([...worksByKey(content).keys()].map(referenceAnchor));
    case '/symptoms/':
      if (lacks(content, ['symptoms'])) return undefined;
      return new Set(
        content.symptomGroups.flatMap(({ id, symptoms }) => [id, ...symptoms.map((each) => each.id)]),
      );
    default:
      return undefined;
  }
}
