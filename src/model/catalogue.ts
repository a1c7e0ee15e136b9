import type { Approach } from '../schema/approach.ts';
import type { Asked } from '../schema/asked.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import type { Challenge } from '../schema/challenge.ts';
import type { Term } from '../schema/glossary.ts';
import type { Mitigation } from '../schema/mitigation.ts';
import type { ReadingPath } from '../schema/paths.ts';
import type { Redirects } from '../schema/redirects.ts';
import type { Review } from '../schema/review.ts';
import type { SymptomGroup } from '../schema/symptoms.ts';
import type { Synonyms } from '../schema/synonyms.ts';
import type { ToolGroup } from '../schema/tool-group.ts';
import type { Tool } from '../schema/tool.ts';
import type { Workflow } from '../schema/workflow.ts';
import { onceFor } from './once.ts';
import type { Work } from './references.ts';

/** A record and the slug it is known by. Astro's own entries fit it as they are. */
export interface Entry<T> {
  readonly id: string;
  readonly data: T;
  /** The Markdown below the front matter. */
  readonly body?: string | undefined;
  /** Path from the root of the repository, for "edit this page". */
  readonly filePath?: string | undefined;
}

/** Everything the guide knows, as data. Lists come in no fixed order. */
export interface Catalogue {
  readonly workflow: Workflow;
  readonly challenges: readonly Entry<Challenge>[];
  readonly mitigations: readonly Entry<Mitigation>[];
  readonly tools: readonly Entry<Tool>[];
  readonly approaches: readonly Entry<Approach>[];
  readonly caseStudies: readonly Entry<CaseStudy>[];
  readonly toolGroups: readonly Entry<ToolGroup>[];
  /** The works of `references.bib`. */
  readonly works: readonly Work[];
  readonly redirects: Redirects;
  /** What people say, in the order of `symptoms.yaml`. */
  readonly symptomGroups: readonly SymptomGroup[];
  readonly glossary: readonly Term[];
  /** Reading paths, in the order of `paths.yaml`. */
  readonly paths: readonly ReadingPath[];
  /** Groups of words that the search takes for one another. */
  readonly synonyms: Readonly<Synonyms>;
  /** How people ask, by the address of the page that answers; for the search. */
  readonly asked: Readonly<Asked>;
  /** What a review asks about a project, and the challenges that follow from the answers. */
  readonly review: Readonly<Review>;
}

/** A guide that holds nothing yet. */
export const EMPTY_CATALOGUE: Catalogue = {
  workflow: { stages: [], moved: [] },
  challenges: [],
  mitigations: [],
  tools: [],
  approaches: [],
  caseStudies: [],
  toolGroups: [],
  works: [],
  redirects: {},
  symptomGroups: [],
  glossary: [],
  paths: [],
  synonyms: [],
  asked: {},
  review: { contexts: [], rules: [] },
};

/** The slugs of some entries. */
export const slugsIn = onceFor(
  (entries: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(entries.map(({ id }) => id)),
);

/** Compares slugs by code unit, so that every machine sorts alike. */
export const bySlug = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Compares titles as a reader would look them up, ties by slug. */
export const byTitle = (
  a: { readonly id: string; readonly data: { readonly title: string } },
  b: { readonly id: string; readonly data: { readonly title: string } },
): number => COLLATOR.compare(a.data.title, b.data.title) || bySlug(a, b);

const COLLATOR = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
