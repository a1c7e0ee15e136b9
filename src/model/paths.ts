import type { ReadingPath, Stop } from '../schema/paths.ts';
import type { Stage } from '../schema/workflow.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { addressOf, COLLECTIONS, type CollectionName } from './collections.ts';
import { wordsIn } from './sentences.ts';
import { pageTitles } from './site-pages.ts';
import { stagesOf } from './workflow.ts';

/** An unhurried pace, for texts that are read to decide by: ours, and said on the page. */
export const WORDS_A_MINUTE = 200;

/** A stop of a reading path as readers see it. */
export interface ShownStop {
  readonly address: string;
  readonly title: string;
  /** What stands there: "challenge", "case study", …; "page" for what is no entry. */
  readonly kind: string;
  /** Stages that it belongs to, in workflow order. */
  readonly stages: readonly Stage[];
  /** Whole minutes that its text takes, at least one; nothing where there is no text to count. */
  readonly minutes: number | undefined;
  readonly why: string;
  readonly discuss: string | undefined;
}

/** A reading path as readers see it. */
export interface ShownPath extends Omit<ReadingPath, 'stops'> {
  readonly address: string;
  readonly stops: readonly ShownStop[];
  /** Minutes of all stops whose time is known. */
  readonly minutes: number;
}

/** A place on a reading path, as a page that is a stop of it tells. */
export interface PlaceOnPath {
  /** The id of the path. */
  readonly id: string;
  readonly title: string;
  readonly address: string;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** The stop after it; the last has none. */
  readonly next: { readonly address: string; readonly title: string } | undefined;
}

/** Address of a reading path's page from the root of the site, without the base path. */
export const pathAddress = (id: string): string => `/paths/${id}/`;

/** An entry that may be a stop: what it is, the challenges it deals with, and its text. */
interface Page {
  readonly kind: string;
  readonly challenges: readonly string[];
  readonly body: string;
}

/** Every entry by its address. */
function entriesByAddress(catalogue: Catalogue): ReadonlyMap<string, Page> {
  const page = (
    collection: CollectionName,
    { id, body = '' }: Entry<unknown>,
    challenges: readonly string[],
  ): readonly [string, Page] => [
    addressOf(collection, id),
    { kind: COLLECTIONS[collection].one, challenges, body },
  ];
  const named = (relations: readonly { readonly challenge: string }[]) =>
    relations.map(({ challenge }) => challenge);
  return new Map([
    ...catalogue.challenges.map((entry) => page('challenges', entry, [entry.id])),
    ...catalogue.mitigations.map((entry) => page('mitigations', entry, named(entry.data.mitigates))),
    ...catalogue.tools.map((entry) => page('tools', entry, named(entry.data.addresses))),
    ...catalogue.approaches.map((entry) => page('approaches', entry, named(entry.data.addresses))),
    ...catalogue.caseStudies.map((entry) => page('caseStudies', entry, entry.data.challenges)),
  ]);
}

/**
 * Minutes that a text takes to read, whole and at least one.
 * @param body Markdown; headings, code and citation marks are not counted
 */
export const minutesOf = (body: string): number => Math.max(1, Math.round(wordsIn(body) / WORDS_A_MINUTE));

/**
 * Every reading path with what readers see of its stops, in the order of the file.
 * @throws when a stop is no page of the guide; the rule `known-link` reports that first
 */
export function shownPaths(catalogue: Catalogue): ShownPath[] {
  const titles = pageTitles(catalogue);
  const entries = entriesByAddress(catalogue);
  const { stages } = catalogue.workflow;
  const shown = ({ page: address, why, discuss }: Stop): ShownStop => {
    const stage = stages.find(({ slug }) => address === `/stages/${slug}/`);
    const entry = entries.get(address);
    return {
      address,
      title: titleOf(address, titles),
      kind: entry?.kind ?? (stage ? 'stage' : 'page'),
      stages: entry ? stagesOf(entry.challenges, catalogue) : stage ? [stage] : [],
      minutes: entry && minutesOf(entry.body),
      why,
      discuss,
    };
  };
  return catalogue.paths.map((path) => {
    const stops = path.stops.map(shown);
    return {
      ...path,
      address: pathAddress(path.id),
      stops,
      minutes: stops.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
    };
  });
}

/**
 * The places that a page has on reading paths, in the order of the paths.
 * @param address of the page, from the root of the site
 * @throws when the stop after it is no page of the guide; the rule `known-link` reports that first
 */
export function placesOnPaths(address: string, catalogue: Catalogue): PlaceOnPath[] {
  const on = catalogue.paths.filter(({ stops }) => stops.some(({ page }) => page === address));
  if (on.length === 0) return [];
  const titles = pageTitles(catalogue);
  return on.map(({ id, title, stops }) => {
    const at = stops.findIndex(({ page }) => page === address);
    const next = stops[at + 1]?.page;
    return {
      id,
      title,
      address: pathAddress(id),
      number: at + 1,
      of: stops.length,
      next: next === undefined ? undefined : { address: next, title: titleOf(next, titles) },
    };
  });
}

function titleOf(address: string, titles: ReadonlyMap<string, string>): string {
  const title = titles.get(address);
  if (title === undefined) throw new Error(`a reading path leads to "${address}", which is no page`);
  return title;
}
