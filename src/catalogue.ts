import { getCollection, getEntry } from 'astro:content';
import { readdir, readFile, stat } from 'node:fs/promises';
import { parse } from 'yaml';
import { KEPT_REFERENCES, keptReferences } from './kept-references.ts';
import { formattedReferences, worksFromBibtex } from './model/bibliography.ts';
import type { Catalogue } from './model/catalogue.ts';
import { citableSource, type CitableSource } from './model/citable.ts';
import { primarySources } from './model/primary-source.ts';
import { worksByKey } from './model/references.ts';
import { findingsOf } from './rules/index.ts';
import { Asked } from './schema/asked.ts';
import { Glossary } from './schema/glossary.ts';
import { Paths } from './schema/paths.ts';
import { Redirects } from './schema/redirects.ts';
import { Review } from './schema/review.ts';
import { Symptoms } from './schema/symptoms.ts';
import { Synonyms } from './schema/synonyms.ts';

/** In which Astro keeps what it has read; the rest of the content are files that lie in its folder itself. */
const READ_BY_ASTRO = '.astro/data-store.json';

/** Changes whenever the content does; always the same while the site is built. */
async function edition(): Promise<string> {
  if (import.meta.env.PROD) return '';
  const found = await readdir('content', { withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map(({ name }) => `content/${name}`);
  const times = await Promise.all(
    [READ_BY_ASTRO, ...files].map(async (file) => (await stat(file).catch(() => undefined))?.mtimeMs),
  );
  return times.join();
}

/** A function that gives one answer as long as the content stays the same, however often it is asked. */
function onceAnEdition<Answer>(answer: () => Promise<Answer>): () => Promise<Answer> {
  let last: { readonly of: string; readonly answer: Promise<Answer> } | undefined;
  return async () => {
    const of = await edition();
    if (last?.of !== of) last = { of, answer: answer() };
    return last.answer;
  };
}

/**
 * The whole catalogue, loaded once and proved by the rules, unless the build has proved it already.
 * @throws Error with every finding, when the content breaks a rule; `npm run check` shows them with line and column
 */
export const catalogue = onceAnEdition(load);

/** What was renamed, merged or moved; asked for beside every page, so it waits for nothing else. */
export const redirects = onceAnEdition(async () => Redirects.parse((await yamlOf('redirects.yaml')) ?? {}));

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
    redirects: await redirects(),
    symptomGroups: Symptoms.parse(await yamlOf('symptoms.yaml')),
    glossary: Glossary.parse(await yamlOf('glossary.yaml')),
    paths: Paths.parse(await yamlOf('paths.yaml')),
    synonyms: Synonyms.parse(await yamlOf('synonyms.yaml')),
    asked: Asked.parse(await yamlOf('asked.yaml')),
    review: Review.parse(await yamlOf('review.yaml')),
  } satisfies Catalogue;
  if (import.meta.env.CONTENT_IS_PROVED) return everything;
  const findings = findingsOf({ ...everything, pages: await getCollection('pages') });
  if (findings.length > 0)
    throw new Error(
      `the content breaks ${findings.length} rule(s); run "npm run check" for places and mends:\n` +
        findings.map(({ collection, id, message }) => `  ${collection}/${id}: ${message}`).join('\n'),
    );
  return everything;
}

/**
 * Every citable work, what stands behind each page by its address, and the formatted text of all these works by key;
 * formatted once a build.
 */
export const references = onceAnEdition(async () => bibliographyOf(await catalogue()));

function bibliographyOf(everything: Catalogue) {
  const works = worksByKey(everything);
  const sources = primarySources(everything, works);
  const behind = [...sources.values()].flatMap((source) => ('work' in source ? [source.work] : []));
  const all = new Map([...works.values(), ...behind].map((work) => [work.key, work]));
  const texts = import.meta.env.PROD
    ? keptReferences([...all.values()], KEPT_REFERENCES)
    : formattedReferences([...all.values()]);
  /** @param address of a page from the root of the site; nothing for a page that is no entry and no stage */
  const sourceOf = (address: string): CitableSource | undefined => {
    const source = sources.get(address);
    return source && citableSource(source, texts);
  };
  return { works, texts, sourceOf };
}

/** Prose that is no entry, such as the introductions of the stages, by the name of its file. */
export const prose = async () => new Map((await getCollection('pages')).map((page) => [page.id, page]));
