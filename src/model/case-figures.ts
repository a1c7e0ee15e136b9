import type { CaseStudy } from '../schema/case-study.ts';
import { INDUSTRIES, keysOf, KINDS } from '../schema/vocabulary.ts';
import { caseStudiesBy } from './case-study-lists.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { challengesOfStep } from './workflow.ts';
import { leadersOf, type Column, type Figure } from './figure.ts';
import { leadOf, named, NO_CASE_STUDY, ofCaseStudies } from './figure-words.ts';
import { counted } from './in-words.ts';

type Cases = Pick<Catalogue, 'caseStudies'>;

/** How many case studies a stage or one of its steps is met in. */
export type StageRow = {
  readonly stage: string;
  readonly stageAddress: string;
  /** The step, or that all steps are meant. */
  readonly step: string;
  readonly stepAddress: string | undefined;
  readonly caseStudies: number;
  /** Slug and mark of the stage. */
  readonly slug: string;
  readonly mark: string;
};

/** What stands for the step in the row of a whole stage. */
export const ALL_STEPS = 'All steps';

/** The case studies that touch any of some challenges. */
const touching = (challenges: readonly { readonly id: string }[], { caseStudies }: Cases) => {
  const slugs = new Set(challenges.map(({ id }) => id));
  return caseStudies.filter(({ data }) => data.challenges.some((slug) => slugs.has(slug)));
};

/** Case studies of each stage and each of its steps, in workflow order; one counts once in each that it touches. */
export function stagesFigure(
  catalogue: Pick<Catalogue, 'workflow' | 'challenges' | 'caseStudies'>,
): Figure<StageRow> {
  const rows = catalogue.workflow.stages.flatMap((stage): StageRow[] => {
    const { title, slug, mark } = stage;
    const stageAddress = `/stages/${slug}/`;
    const ofStep = stage.steps.map((step) => ({ step, challenges: challengesOfStep(step, catalogue) }));
    const row = { stage: title, stageAddress, slug, mark };
    return [
      {
        ...row,
        step: ALL_STEPS,
        stepAddress: undefined,
        caseStudies: touching(
          ofStep.flatMap(({ challenges }) => challenges),
          catalogue,
        ).length,
      },
      ...ofStep.map(({ step, challenges }) => ({
        ...row,
        step: step.title,
        stepAddress: `${stageAddress}#${step.slug}`,
        caseStudies: touching(challenges, catalogue).length,
      })),
    ];
  });
  const all = catalogue.caseStudies.length;
  const stages = rows.filter(({ step }) => step === ALL_STEPS);
  const steps = rows.filter(({ step }) => step !== ALL_STEPS);
  const stageLead = leadOf(
    stages.map(({ stage, caseStudies }) => ({ title: stage, count: caseStudies })),
    all,
  );
  const stepLead = leadOf(
    steps.map(({ step, caseStudies }) => ({ title: step, count: caseStudies })),
    all,
  );
  return {
    id: 'stages',
    title: 'Case studies by stage and step',
    finding:
      stageLead === undefined || stepLead === undefined
        ? NO_CASE_STUDY
        : `The stage met most often: ${stageLead}. The step: ${stepLead}.`,
    columns: [
      { key: 'stage', title: 'Stage', address: 'stageAddress' },
      { key: 'step', title: 'Step', address: 'stepAddress' },
      { key: 'caseStudies', title: 'Case studies' },
    ] satisfies Column<keyof StageRow>[],
    rows,
  };
}

/** How many case studies come from an industry. */
export type IndustryRow = {
  readonly industry: string;
  /** Its word in the front matter. */
  readonly word: string;
  /** The list of its case studies; none where there is nothing to list. */
  readonly address: string | undefined;
  readonly caseStudies: number;
};

/** How many case studies have each word of a vocabulary, most first, ties in the order of the vocabulary. */
const byWord = <Word extends string>(
  words: Readonly<Record<Word, string>>,
  { caseStudies }: Cases,
  wordOf: (study: CaseStudy) => Word,
): { word: Word; title: string; count: number }[] =>
  keysOf(words)
    .map((word) => ({
      word,
      title: words[word],
      count: caseStudies.filter(({ data }) => wordOf(data) === word).length,
    }))
    .toSorted((a, b) => b.count - a.count);

/** Where the case studies with a word are listed: the filter of their index. */
const listOf = (filter: 'industry' | 'kind', word: string, count: number, catalogue: Cases) =>
  count === 0 ? undefined : caseStudiesBy(filter, word, catalogue);

/** Case studies of each industry, most first; those without any too. */
export function industriesFigure(catalogue: Cases): Figure<IndustryRow> {
  const counts = byWord(INDUSTRIES, catalogue, ({ industry }) => industry);
  const none = counts.filter(({ count }) => count === 0).length;
  const lead = leadOf(counts, catalogue.caseStudies.length);
  const rest =
    none === 0
      ? `Every one of the ${counts.length} industries has a case study.`
      : `Of ${counts.length} industries, ${none} ${none === 1 ? 'has' : 'have'} none.`;
  return {
    id: 'industries',
    title: 'Case studies by industry',
    finding: lead === undefined ? NO_CASE_STUDY : `Most often: ${lead}. ${rest}`,
    columns: [
      { key: 'industry', title: 'Industry', address: 'address' },
      { key: 'caseStudies', title: 'Case studies' },
    ] satisfies Column<keyof IndustryRow>[],
    rows: counts.map(({ word, title, count }) => ({
      industry: title,
      word,
      address: listOf('industry', word, count, catalogue),
      caseStudies: count,
    })),
  };
}

/** How many case studies report in a year. */
export type YearRow = { readonly year: number; readonly caseStudies: number };

const yearsOf = (caseStudies: readonly Entry<CaseStudy>[]) => caseStudies.map(({ data }) => data.year);

function yearsFinding(rows: readonly YearRow[], all: number): string {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return NO_CASE_STUDY;
  if (first === last)
    return all === 1
      ? `The only case study is of ${first.year}.`
      : `All ${all} case studies are of ${first.year}.`;
  const leaders = leadersOf(rows.map(({ year, caseStudies }) => ({ title: `${year}`, count: caseStudies })));
  const most = leaders[0]?.count ?? 0;
  const names = named(leaders.map(({ title }) => title));
  const fullest =
    leaders.length === 1
      ? `The fullest year is ${names}: ${most} of ${all}.`
      : `The fullest years are ${names}: ${most} of ${all} each.`;
  return `Reports run from ${first.year} to ${last.year}. ${fullest}`;
}

/** Case studies by the year of the report, from the first to the last; years without any too. */
export function yearsFigure({ caseStudies }: Cases): Figure<YearRow> {
  const years = yearsOf(caseStudies);
  const first = Math.min(...years);
  const rows =
    years.length === 0
      ? []
      : Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => ({
          year: first + i,
          caseStudies: years.filter((year) => year === first + i).length,
        }));
  return {
    id: 'years',
    title: 'Case studies by year of the report',
    finding: yearsFinding(rows, caseStudies.length),
    columns: [
      { key: 'year', title: 'Year' },
      { key: 'caseStudies', title: 'Case studies' },
    ] satisfies Column<keyof YearRow>[],
    rows,
  };
}

/** How many case studies are of a kind. */
export type KindRow = {
  readonly kind: string;
  readonly address: string | undefined;
  readonly caseStudies: number;
};

/** Case studies by the kind of report, most first. */
export function kindsFigure(catalogue: Cases): Figure<KindRow> {
  const counts = byWord(KINDS, catalogue, ({ kind }) => kind);
  const leaders = leadersOf(counts);
  const all = catalogue.caseStudies.length;
  const names = named(leaders.map(({ title }) => `“${title}”`));
  const most = leaders[0]?.count ?? 0;
  const share = all === 1 ? ofCaseStudies(most, all) : `${most} of ${counted(all, 'entry', 'entries')}`;
  return {
    id: 'kinds',
    title: 'Case studies by kind of report',
    finding:
      leaders.length === 0
        ? NO_CASE_STUDY
        : leaders.length === 1
          ? `The most frequent kind is ${names}: ${share}.`
          : `The most frequent kinds are ${names}: ${share} each.`,
    columns: [
      { key: 'kind', title: 'Kind', address: 'address' },
      { key: 'caseStudies', title: 'Case studies' },
    ] satisfies Column<keyof KindRow>[],
    rows: counts.map(({ word, title, count }) => ({
      kind: title,
      address: listOf('kind', word, count, catalogue),
      caseStudies: count,
    })),
  };
}
