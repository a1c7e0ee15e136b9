import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import budgets from '../../e2e/budgets.json' with { type: 'json' };
import { Failure } from '../../src/cli/failure.ts';
import { costsOf } from '../check/costs.ts';
import { contentOf, generatedFor } from '../generated/content.ts';
import { SLOW_4G } from '../network.ts';
import { serve, type Served } from '../search/server.ts';
import { PLAIN } from '../take-away/builds.ts';
import { git } from '../take-away/trees.ts';
import { editsShown } from './authoring.ts';
import { buildsOf, STATES, type Builds } from './builds.ts';
import { CHALLENGES, copyWith, type Copy } from './copy.ts';
import { speedOf, startLighthouse } from './lighthouse.ts';
import { measured, type Use } from './measured.ts';
import { worstArrivalOf, pagesByKind, weigh } from './pages.ts';
import { buildPeer, install, PEER_NAMES, PEERS, type PeerProject } from './peers.ts';
import { plainPagesOf } from './plain-pages.ts';
import type { CatalogueFigures, PageFigures, Part, PeerFigures, Results } from './results.ts';
import { GUIDE_SEARCH, searchCostsOf, warmingIntentsOf, type SearchOverPage } from './searching.ts';

/** What is to be measured. */
export interface Plan {
  readonly parts: readonly Part[];
  /** Measurements of each sort. */
  readonly runs: number;
  /** Generated case studies of each catalogue, in order. */
  readonly sizes: readonly number[];
  readonly peers: boolean;
}

/** What measuring needs. */
interface Tools {
  readonly browser: Browser;
  /** An empty folder for copies of the guide and the projects of peers. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly about: { readonly date: string; readonly machine: Results['machine']; readonly chromium: string };
  /** Gets what is known so far, so that a run that is broken off was not for nothing. */
  readonly keep: (results: Results) => void;
}

/** The check is measured with so many generated case studies. */
const CHECKED = 10_000;
/** Edits that the time of an edit is the median of. */
const EDITS = 5;

const say = (line: string) => {
  console.log(line);
};
const words = ({ seconds, processorSeconds, peakBytes }: Use) =>
  `${seconds.toFixed(1)} s, processor ${processorSeconds.toFixed(1)} s, ${Math.round(peakBytes / 1e6)} MB`;

/** Serves a folder on a fast and on a slow network while something is done. */
async function whileServed<T>(folder: string, use: (fast: Served, slow: Served) => Promise<T>): Promise<T> {
  const [fast, slow] = [await serve(folder), await serve(folder, SLOW_4G)];
  try {
    return await use(fast, slow);
  } finally {
    fast.close();
    slow.close();
  }
}

/** Looks at a page in the ways that are asked for. */
async function lookAt(
  path: string,
  fast: Served,
  slow: Served,
  plan: Plan,
  { browser }: Tools,
): Promise<PageFigures> {
  const wants = (part: Part) => plan.parts.includes(part);
  const weighed = wants('pages')
    ? { weight: await weigh(browser, fast, path), arrival: await worstArrivalOf(browser, slow, path) }
    : {};
  if (!wants('lighthouse')) return { path, ...weighed };
  const own = await startLighthouse();
  try {
    return { path, ...weighed, speed: await speedOf(own, fast.address + path, plan.runs) };
  } finally {
    await own.close();
  }
}

/** Looks at one page of each kind. */
async function lookAtKinds(folder: string, plan: Plan, tools: Tools): Promise<Record<string, PageFigures>> {
  const kinds: Record<string, PageFigures> = {};
  await whileServed(folder, async (fast, slow) => {
    for (const [kind, path] of pagesByKind(folder)) {
      kinds[kind] = await lookAt(path, fast, slow, plan, tools);
      const { weight, speed } = kinds[kind];
      say(
        `  ${path}: ${[weight && `${(weight.total / 1000).toFixed(1)} kB`, speed && `Lighthouse ${speed.score}`].filter(Boolean).join(', ')}`,
      );
    }
  });
  return kinds;
}

/** Searches from a page on both networks. */
const searchFrom = async (
  over: SearchOverPage,
  fast: Served,
  slow: Served,
  runs: number,
  { browser }: Tools,
) => ({
  desk: await searchCostsOf(browser, fast, over, 'desk', runs),
  phone: await searchCostsOf(browser, slow, over, 'phone', runs),
});

/** What a generated challenge weighs, and what searching from it costs, whoever built the site. */
const challengeAndSearch = (
  folder: string,
  over: SearchOverPage,
  plan: Plan,
  tools: Tools,
): Promise<Pick<PeerFigures, 'challenge' | 'search'>> =>
  whileServed(folder, async (fast, slow) => {
    const challenge = await lookAt(over.path, fast, slow, plan, tools);
    if (!plan.parts.includes('search')) return { challenge };
    return { challenge, search: await searchFrom(over, fast, slow, plan.runs, tools) };
  });

const needsSite = ({ parts }: Plan) =>
  (['pages', 'search', 'lighthouse'] as const).some((part) => parts.includes(part));

/** Builds a copy often enough to know what that costs, or just once when nobody asks. */
async function built(
  { project, generated }: Copy,
  plan: Plan,
  { signal }: Tools,
): Promise<Builds | undefined> {
  const edited = generated.caseStudies[0]?.slug;
  if (plan.parts.includes('builds') && edited !== undefined)
    return buildsOf(project, `content/case-studies/${edited}.md`, plan.runs, signal, (state, use) => {
      say(`  ${STATES[state]}: ${words(use)}`);
    });
  if (needsSite(plan)) await measured({ args: ['src/cli/build.ts'], cwd: project, env: PLAIN }, signal);
  return undefined;
}

/** Measures the guide with a number of generated case studies. */
async function guideOfSize(size: number, plan: Plan, tools: Tools): Promise<CatalogueFigures> {
  const copy = copyWith(join(tools.folder, `guide-${size}`), size);
  const dist = join(copy.project, 'dist');
  try {
    const builds = await built(copy, plan, tools);
    if (size === 0) return { size, kinds: await lookAtKinds(dist, plan, tools) };
    const path = `/challenges/${copy.generated.challenges[0]?.slug ?? ''}/`;
    const over = { path, ...GUIDE_SEARCH };
    const looked = needsSite(plan) ? await challengeAndSearch(dist, over, plan, tools) : {};
    const warmingIntents = plan.parts.includes('search')
      ? await whileServed(dist, (fast) => warmingIntentsOf(tools.browser, fast, over))
      : undefined;
    const edits =
      plan.parts.includes('dev') && size === Math.min(...plan.sizes)
        ? await editsShown(copy.project, copy.generated.caseStudies[0]?.slug ?? '', EDITS, tools.signal)
        : undefined;
    if (edits) say(`  edits shown after ${edits.map((time) => `${Math.round(time)} ms`).join(', ')}`);
    return {
      size,
      ...(builds && { builds }),
      ...looked,
      ...(warmingIntents && { warmingIntents }),
      ...(edits && { edits }),
    };
  } finally {
    rmSync(copy.project, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Measures what a peer makes of the same entries. */
async function peerOfSize(peer: PeerProject, size: number, plan: Plan, tools: Tools): Promise<PeerFigures> {
  const content = contentOf('.');
  const generated = generatedFor(content, size, CHALLENGES);
  const pages = plainPagesOf(content, generated);
  const runs = plan.parts.includes('builds') ? plan.runs : 1;
  const { uses, site, folder } = await buildPeer(peer, pages, runs, tools.signal, (use) => {
    say(`  cold: ${words(use)}`);
  });
  const { search, address } = PEERS[peer.name];
  const over = { path: address(`challenges/${generated.challenges[0]?.slug ?? ''}`), ...search };
  return { uses, site, ...(await challengeAndSearch(folder, over, plan, tools)) };
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;

/**
 * Measures what a plan asks for.
 * @throws Failure when something does not build, or the run is stopped
 */
export async function measureScale(plan: Plan, tools: Tools): Promise<Results> {
  const wants = (part: Part) => plan.parts.includes(part);
  const catalogues: CatalogueFigures[] = [];
  let results: Results = {
    date: tools.about.date,
    machine: tools.about.machine,
    versions: {
      node: process.versions.node,
      chromium: tools.about.chromium,
      lighthouse: versionOf('lighthouse'),
    },
    commit: git('rev-parse', '--short', 'HEAD') + (git('status', '--short') === '' ? '' : ' with changes'),
    runs: plan.runs,
    parts: plan.parts,
    catalogues,
  };
  const known = (more: Partial<Results> = {}) => {
    if (tools.signal.aborted) throw new Failure('stopped');
    results = { ...results, ...more };
    tools.keep(results);
  };
  if (wants('check')) {
    say(`Checking ${CHECKED} generated case studies…`);
    const check = (await costsOf([CHECKED])).find(({ files }) => files > CHECKED);
    known(check && { check });
  }
  if (wants('pages') || wants('lighthouse')) {
    say('The guide as it is…');
    const real = await guideOfSize(0, plan, tools);
    catalogues.push(real);
    known({ withoutBudget: Object.keys(real.kinds ?? {}).filter((kind) => !(kind in budgets)) });
  }
  if (!needsSite(plan) && !wants('builds') && !wants('dev')) return results;
  if (plan.peers) say(`Installing ${PEER_NAMES.map((name) => PEERS[name].title).join(' and ')}…`);
  const peers = plan.peers ? PEER_NAMES.map((name) => install(name, join(tools.folder, name))) : [];
  for (const size of plan.sizes) {
    say(`${size} generated case studies, this guide…`);
    let catalogue = await guideOfSize(size, plan, tools);
    for (const peer of peers) {
      say(`${size} generated case studies, ${PEERS[peer.name].title}…`);
      catalogue = {
        ...catalogue,
        peers: { ...catalogue.peers, [peer.name]: await peerOfSize(peer, size, plan, tools) },
      };
    }
    catalogues.push(catalogue);
    known();
  }
  return results;
}
