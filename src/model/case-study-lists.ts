import type { CaseStudy } from '../schema/case-study.ts';
import { EVIDENCE, keysOf, OUTCOMES } from '../schema/vocabulary.ts';
import { slugsIn, type Catalogue, type Entry } from './catalogue.ts';
import type { CollectionName } from './collections.ts';
import { filters, occurring, type Filter, type FilterValue } from './filters.ts';
import { onceFor } from './once.ts';
import { namedBy } from './named-by.ts';
import { pagesOf, type ListPage } from './pages.ts';
import {
  caseStudiesInOrder,
  caseStudiesNaming,
  caseStudiesOf,
  outcomesIn,
  trialsOf,
  type Trial,
} from './relations.ts';
import { stagesOf } from './workflow.ts';

/*
 * Where case studies are listed. Up to so many stand on one page, which its filters narrow in place; more are parted
 * into pages, and what a filter shows has pages of its own. The page of another entry lists its case studies up to a
 * number, and from there on names some and leads to pages of all of them.
 */

/** Up to so many case studies stand in one list: about 230 kB of HTML. */
export const WHOLE = 280;
/** A page of a longer list has so many. */
export const A_PAGE = 100;
/** Up to so many stand on the page of a challenge, a mitigation, a tool or an approach. */
const WHOLE_ON_ENTRY = 40;
/** Where there are more, it names so many. */
const SOME = 24;

type Cases = Pick<Catalogue, 'caseStudies'>;
type Workflowed = Pick<Catalogue, 'caseStudies' | 'challenges' | 'workflow'>;

/** A list of case studies, or of what they tell, in its pages. */
export const listPages = <T>(items: readonly T[]): ListPage<T>[] => pagesOf(items, A_PAGE, WHOLE);

/** Whether the list of all case studies has more than one page. */
export const isParted = ({ caseStudies }: Cases): boolean => caseStudies.length > WHOLE;

/** What case studies can be narrowed by, in the order of their index. */
export const LISTED_BY = ['stage', 'outcome', 'kind', 'evidence', 'industry'] as const;
type ListedBy = (typeof LISTED_BY)[number] | 'year';

/**
 * Where the case studies that answer to a filter are listed, from the root of the site: on the page of all, narrowed,
 * or on pages of their own.
 */
export const caseStudiesBy = (filter: ListedBy, value: string | number, catalogue: Cases): string =>
  isParted(catalogue) ? `/case-studies/${filter}/${value}/` : `/case-studies/#${filter}-${value}`;

/** Something the case studies can be narrowed by, with the values that occur. */
export interface Narrowing {
  readonly filter: Filter;
  readonly values: readonly FilterValue[];
  /** The case studies that answer to a value, newest report first. */
  readonly studiesOf: (value: string) => readonly Entry<CaseStudy>[];
}

/** Slugs of the stages that a case study touches. */
const stageSlugsOf = ({ data }: Entry<CaseStudy>, catalogue: Pick<Catalogue, 'challenges' | 'workflow'>) =>
  stagesOf(data.challenges, catalogue).map(({ slug }) => slug);

/** What a case study answers to what all can be narrowed by. */
export function answersTo(
  name: (typeof LISTED_BY)[number],
  study: Entry<CaseStudy>,
  catalogue: Pick<Catalogue, 'challenges' | 'workflow'>,
): readonly string[] {
  if (name === 'stage') return stageSlugsOf(study, catalogue);
  return name === 'outcome' ? outcomesIn(study) : [study.data[name]];
}

const yearsOf = (studies: readonly Entry<CaseStudy>[]): Filter => ({
  name: 'year',
  title: 'Year',
  values: Object.fromEntries(studies.map(({ data }) => [`${data.year}`, `${data.year}`])),
});
/** Keys that are numbers come in their own order, whatever the order in which they were written. */
const newestFirst = (narrowing: Narrowing): Narrowing => ({
  ...narrowing,
  values: narrowing.values.toReversed(),
});

const narrowings = onceFor((catalogue: Workflowed): readonly Narrowing[] => {
  const studies = caseStudiesInOrder(catalogue);
  const known = filters(catalogue.workflow.stages);
  const by = (filter: Filter, valuesOf: (study: Entry<CaseStudy>) => readonly string[]): Narrowing => {
    const values = new Map(studies.map((study) => [study, valuesOf(study)]));
    const of = (study: Entry<CaseStudy>) => values.get(study) ?? [];
    return { filter, values: occurring(filter, studies, of), studiesOf: namedBy(studies, of) };
  };
  return [
    ...LISTED_BY.map((name) => by(known[name], (study) => answersTo(name, study, catalogue))),
    newestFirst(by(yearsOf(studies), ({ data }) => [`${data.year}`])),
  ];
});

/** What the case studies can be narrowed by: stage, outcome, kind, evidence, industry; and year, where they are parted. */
export const narrowingsOf = (catalogue: Workflowed): readonly Narrowing[] =>
  narrowings(catalogue).filter(({ filter }) => filter.name !== 'year' || isParted(catalogue));

/** Some of a long list for the page of another entry. */
export interface Extract<T> {
  readonly shown: readonly T[];
  /** How many there are in all. */
  readonly all: number;
  /** Whether some are left out, which stand on pages of their own. */
  readonly isPart: boolean;
}

const evidence = keysOf(EVIDENCE);

/**
 * The case studies that the page of another entry names, in their order: all of a few; of many those whose source was
 * seen best, and of these the first.
 * @param told slugs of case studies that the page tells of anyway, which are left out
 */
export function extractOf(
  studies: readonly Entry<CaseStudy>[],
  told: ReadonlySet<string> = new Set(),
): Extract<Entry<CaseStudy>> {
  const others = studies.filter(({ id }) => !told.has(id));
  const all = studies.length;
  if (all <= WHOLE_ON_ENTRY) return { shown: others, all, isPart: false };
  const best = evidence.flatMap((level) => others.filter(({ data }) => data.evidence === level));
  const chosen = slugsIn(best.slice(0, SOME));
  return { shown: others.filter(({ id }) => chosen.has(id)), all, isPart: true };
}

/**
 * The trials of a mitigation that its page names, in their order: all of a few; of many some of each outcome, so that
 * those it helped in do not crowd out the others.
 */
export function extractOfTrials(trials: readonly Trial[]): Extract<Trial> {
  const all = trials.length;
  if (all <= WHOLE_ON_ENTRY) return { shown: trials, all, isPart: false };
  const byOutcome = keysOf(OUTCOMES).map((outcome) =>
    trials.filter(({ applied }) => applied.outcome === outcome),
  );
  const chosen = new Set(trials.flatMap((_, i) => byOutcome.flatMap((own) => own[i] ?? [])).slice(0, SOME));
  return { shown: trials.filter((trial) => chosen.has(trial)), all, isPart: true };
}

/** Where all case studies of an entry are listed, when its own page names only some. @param entry its address */
export const allOf = (entry: string): string => `${entry}case-studies/`;

/** A page of all case studies of an entry; of a mitigation also how it turned out in each. */
export interface EntryListPage {
  readonly page: ListPage<unknown>;
  readonly studies: readonly Entry<CaseStudy>[];
  readonly trials?: readonly Trial[];
}

/** The entries whose own pages name only some of their case studies, each with the pages of all of them. */
export function entryLists(catalogue: Pick<Catalogue, CollectionName>) {
  const studyPages = (studies: readonly Entry<CaseStudy>[]): EntryListPage[] =>
    extractOf(studies).isPart ? listPages(studies).map((page) => ({ page, studies: page.items })) : [];
  const trialPages = (trials: readonly Trial[]): EntryListPage[] =>
    extractOfTrials(trials).isPart
      ? listPages(trials).map((page) => ({
          page,
          studies: page.items.map(({ study }) => study),
          trials: page.items,
        }))
      : [];
  return [
    ...catalogue.challenges.map((entry) => ({
      collection: 'challenges' as const,
      entry,
      pages: studyPages(caseStudiesOf(entry, catalogue)),
    })),
    ...catalogue.mitigations.map((entry) => ({
      collection: 'mitigations' as const,
      entry,
      pages: trialPages(trialsOf(entry, catalogue)),
    })),
    ...(['tools', 'approaches'] as const).flatMap((collection) =>
      catalogue[collection].map((entry) => ({
        collection,
        entry,
        pages: studyPages(caseStudiesNaming(entry, catalogue)),
      })),
    ),
  ].filter(({ pages }) => pages.length > 0);
}
