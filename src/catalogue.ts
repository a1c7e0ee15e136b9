import { getCollection, getEntry } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { formattedReferences, worksFromBibtex } from './model/bibliography.ts';
import type { Catalogue } from './model/catalogue.ts';
import { worksByKey, type Work } from './model/references.ts';
import { findingsOf } from './rules/index.ts';
import { Asked } from './schema/asked.ts';
import { Glossary } from './schema/glossary.ts';
import { Paths } from './schema/paths.ts';
import { Redirects } from './schema/redirects.ts';
import { Review } from './schema/review.ts';
import { Symptoms } from './schema/symptoms.ts';
import { Synonyms } from './schema/synonyms.ts';

let loaded: Promise<Awaited<ReturnType<typeof load>>> | undefined;

/**
 * The whole catalogue, loaded once and proved by the rules.
 * @throws Error with every finding, when the content breaks a rule; `npm run check` shows them with line and column
 */
export const catalogue = () => (import.meta.env.PROD ? (loaded ??= load()) : load());

const yamlOf = async (name: string): Promise<unknown> => parse(await readFile(`content/${name}`, 'utf8'));

async function load() {
  const [workflow, challenges, mitigations, tools, approaches, caseStudies, toolGroups] = await Promise.all([
    getEntry('workflow', 'workflow'),
    getCollection('challenges'),
    getCollection('mitigations'),
    getCollection('tools'),
    getCollection('approaches'),
    getCollection('caseStudies'),
    getCollection('toolGroups'),
  ]);
  if (!workflow) throw new Error('content/workflow.yaml is missing or empty');
  const everything = {
    workflow: workflow.data,
    challenges,
    mitigations,
    tools,
    approaches,
    caseStudies,
    toolGroups,
    works: worksFromBibtex(await readFile('content/references.bib', 'utf8')),
    redirects: Redirects.parse((await yamlOf('redirects.yaml')) ?? {}),
    symptomGroups: Symptoms.parse(await yamlOf('symptoms.yaml')),
    glossary: Glossary.parse(await yamlOf('glossary.yaml')),
    paths: Paths.parse(await yamlOf('paths.yaml')),
    synonyms: Synonyms.parse(await yamlOf('synonyms.yaml')),
    asked: Asked.parse(await yamlOf('asked.yaml')),
    review: Review.parse(await yamlOf('review.yaml')),
  } satisfies Catalogue;
  const findings = findingsOf({ ...everything, pages: await getCollection('pages') });
  if (findings.length > 0)
    throw new Error(
      `the content breaks ${findings.length} rule(s); run "npm run check" for places and mends:\n` +
        findings.map(({ collection, id, message }) => `  ${collection}/${id}: ${message}`).join('\n'),
    );
  return everything;
}

let bibliography: Promise<{ works: Map<string, Work>; texts: Map<string, string> }> | undefined;

/** Every citable work and its formatted text, by key; formatted once a build. */
export const references = () =>
  (bibliography ??= catalogue().then((everything) => {
    const works = worksByKey(everything);
    return { works, texts: formattedReferences([...works.values()]) };
  }));
