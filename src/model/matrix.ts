import type { Shape } from '../schema/vocabulary.ts';
import { csvOf } from './csv.ts';
import { counted } from './in-words.ts';
import { invitationOf, weightOf, type Weight } from './weight.ts';

/*
 * The map seen through a lens: plain functions over one compact data set. The build draws the map from it, and the
 * browser draws it anew whenever a reader chooses, so nothing here imports what a browser need not load.
 */

/** What a lens is made of, in the order of its form and of its query. */
export const LENS_FIELDS = ['edition', 'industry', 'evidence', 'kind', 'from', 'to'] as const;
export type LensField = (typeof LENS_FIELDS)[number];

/** What the map is seen through; a field that is left out lets everything pass. Values are those of addresses. */
export type Lens = Readonly<Partial<Record<LensField, string>>>;

/** A value that can be chosen, and how readers see it. */
export type Choice = readonly [value: string, title: string];

/**
 * One case study: year, then places in the lists of industries, evidence levels and kinds, then of its challenges;
 * last, whether it is the guide's own addition (1) or one of the survey's (0).
 */
export type CaseRow = readonly [
  year: number,
  industry: number,
  evidence: number,
  kind: number,
  challenges: readonly number[],
  isLater: 0 | 1,
];

/** The edition that is the guide's own: what was added to the survey. */
const LATER = 'community';

export interface MatrixStage {
  readonly slug: string;
  readonly title: string;
  readonly mark: string;
  readonly shape: Shape;
}

export interface MatrixStep {
  readonly slug: string;
  readonly title: string;
  /** Place of its stage in the list of stages. */
  readonly stage: number;
  readonly editions: readonly string[];
}

/** A challenge as it stands on the map. */
export interface MatrixPlace {
  readonly slug: string;
  readonly title: string;
  /** Place of its step in the list of steps. */
  readonly step: number;
  readonly editions: readonly string[];
  /** Places of the steps under which it stood in some edition, where that was another one than today's. */
  readonly moved?: Readonly<Record<string, number>>;
  readonly mitigations: number;
}

/** All that the map shows, through whatever lens: small enough to travel in the page. */
export interface MatrixData {
  readonly stages: readonly MatrixStage[];
  /** All steps, in workflow order. */
  readonly steps: readonly MatrixStep[];
  /** All challenges, in workflow order. */
  readonly places: readonly MatrixPlace[];
  /** Editions in their order, those that at least one challenge or case study belongs to. */
  readonly editions: readonly Choice[];
  /** The words of the case studies that occur, in the order of their vocabularies. */
  readonly industries: readonly Choice[];
  readonly evidence: readonly Choice[];
  readonly kinds: readonly Choice[];
  /** Years of the reports, each once, in order. */
  readonly years: readonly number[];
  readonly cases: readonly CaseRow[];
}

/** Values of a field that at least one place with a case study answers to. */
export function choicesOf(data: MatrixData, field: LensField): readonly Choice[] {
  if (field === 'from' || field === 'to')
    return data.years.map((year): Choice => [String(year), String(year)]);
  return { edition: data.editions, industry: data.industries, evidence: data.evidence, kind: data.kinds }[
    field
  ];
}

/** A text from an address, short enough to be read out. */
const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** So many left-out values are named; this is read aloud, and an address may hold any number. */
const NAMED = 5;

/** What was left out, each value once; of many the first few, and how many more. */
function shortened(unknown: readonly string[]): string[] {
  const each = [...new Set(unknown)];
  return each.length > NAMED ? [...each.slice(0, NAMED), `and ${each.length - NAMED} more`] : each;
}

/** `Human resources` as addresses write it. */
const asSlug = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/**
 * Reads the lens from the query of an address.
 * @returns the lens, and in words what of the query was left out or read otherwise; parameters of others are passed over
 */
export function lensOf(query: string, data: MatrixData): { lens: Lens; notes: readonly string[] } {
  const wanted = new URLSearchParams(query);
  const lens: Partial<Record<LensField, string>> = {};
  const unknown: string[] = [];
  for (const field of LENS_FIELDS)
    for (const text of wanted.getAll(field).filter((each) => each !== '')) {
      const value = choicesOf(data, field).find(([each]) => each === text || each === asSlug(text))?.[0];
      if (value === undefined || lens[field] !== undefined) unknown.push(`${field} ${quoted(text)}`);
      else lens[field] = value;
    }
  const ordered = yearsInOrder(lens);
  return {
    lens: ordered,
    notes: [
      ...(unknown.length > 0 ? [`Not on this map and left out: ${shortened(unknown).join(', ')}.`] : []),
      ...(ordered.from === lens.from ? [] : [`The years are read as ${yearsInWords(ordered)}.`]),
    ],
  };
}

/** The lens with its years the right way round. */
const yearsInOrder = (lens: Lens): Lens =>
  lens.from !== undefined && lens.to !== undefined && Number(lens.from) > Number(lens.to)
    ? { ...lens, from: lens.to, to: lens.from }
    : lens;

/** The lens as the query of an address, such as `?industry=healthcare&from=2019`; empty when it lets everything pass. */
export function queryOf(lens: Lens): string {
  const query = new URLSearchParams(
    LENS_FIELDS.flatMap((field) => (lens[field] === undefined ? [] : [[field, lens[field]]])),
  ).toString();
  return query && `?${query}`;
}

/** `Full text` as it reads within a sentence. */
const within = (title: string) => title.charAt(0).toLowerCase() + title.slice(1);

function yearsInWords({ from, to }: Lens): string | undefined {
  if (from === undefined) return to === undefined ? undefined : `up to ${to}`;
  if (to === undefined) return `from ${from}`;
  return from === to ? from : `${from} to ${to}`;
}

/** The lens in words, such as "healthcare, full text, 2019 to 2023"; empty when it lets everything pass. */
export function wordsOf(lens: Lens, data: MatrixData): string {
  return [
    ...(['edition', 'industry', 'evidence', 'kind'] as const).map((field) => {
      const title = choicesOf(data, field).find(([value]) => value === lens[field])?.[1];
      return title && within(title);
    }),
    yearsInWords(lens),
  ]
    .filter((words) => words !== undefined)
    .join(', ');
}

/** How a place stands in the edition that the map is seen through: today's place, another one, new in it, or not yet there. */
export type Standing = 'here' | 'moved' | 'came' | 'new' | 'absent';

/** A place as the lens shows it. */
export interface PlaceView {
  readonly slug: string;
  readonly title: string;
  readonly standing: Standing;
  /** What its standing means, in words; nothing where it stands as it does today. */
  readonly note: string | undefined;
  /** Case studies that the lens lets pass. */
  readonly caseStudies: number;
  /** How many of them were seen at each evidence level, in the order of `data.evidence`. */
  readonly evidence: readonly number[];
  readonly mitigations: number;
  readonly weight: Weight;
  /** What it says and asks where it has few case studies, or none in this view. */
  readonly invitation: string | undefined;
}

/** A step and the places under it, in order, as the lens shows them. */
export interface StepView {
  readonly step: MatrixStep;
  /** How the step differs in the edition, in words. */
  readonly note: string | undefined;
  readonly places: readonly PlaceView[];
}

/** The map seen through a lens. */
export interface MatrixView {
  readonly steps: readonly StepView[];
  /** Case studies that the lens lets pass and that stand on a place of the edition. */
  readonly caseStudies: number;
  /** Places that the edition has. */
  readonly places: number;
  /** Places that the edition has and no case study of the lens stands on. */
  readonly empty: number;
  /** Places that stood under another step in the edition. */
  readonly moved: number;
}

const passes = (lens: Lens, data: MatrixData) => {
  const placeIn = (choices: readonly Choice[], value: string | undefined) =>
    value === undefined ? undefined : choices.findIndex(([each]) => each === value);
  const industry = placeIn(data.industries, lens.industry);
  const evidence = placeIn(data.evidence, lens.evidence);
  const kind = placeIn(data.kinds, lens.kind);
  const { from = -Infinity, to = Infinity } = lens;
  return (row: CaseRow) =>
    row[0] >= Number(from) &&
    row[0] <= Number(to) &&
    (industry === undefined || row[1] === industry) &&
    (evidence === undefined || row[2] === evidence) &&
    (kind === undefined || row[3] === kind) &&
    (lens.edition !== LATER || row[5] === 1);
};

/** The words of a title for an edition, such as "2021 slides", as they read after "the". */
const editionTitle = (value: string | undefined, data: MatrixData) =>
  within(data.editions.find(([each]) => each === value)?.[1] ?? '');

/** The edition before one, as far as the map knows it. */
const editionBefore = (edition: string, data: MatrixData): Choice | undefined =>
  data.editions[data.editions.findIndex(([value]) => value === edition) - 1];

/** How a place stands in an edition, what to say of it, and the place of the step that it stands under there. */
function standingOf(
  place: MatrixPlace,
  edition: string | undefined,
  data: MatrixData,
): { standing: Standing; note: string | undefined; step: number } {
  const { step } = place;
  if (edition === undefined) return { standing: 'here', note: undefined, step };
  const titleOf = (at: number) => data.steps[at]?.title ?? '';
  // Additions stand on today's map: the survey's challenges go on, with what the guide has found since.
  if (edition === LATER)
    return place.editions.every((each) => each === LATER)
      ? { standing: 'new', note: 'not in the survey', step }
      : { standing: 'here', note: undefined, step };
  if (!place.editions.includes(edition))
    return { standing: 'absent', note: `not in the ${editionTitle(edition, data)}`, step };
  const former = place.moved?.[edition];
  if (former !== undefined)
    return { standing: 'moved', note: `moved since, to ${titleOf(step)}`, step: former };
  const before = editionBefore(edition, data);
  if (before === undefined) return { standing: 'here', note: undefined, step };
  const cameFrom = place.moved?.[before[0]];
  if (cameFrom !== undefined)
    return { standing: 'came', note: `under ${titleOf(cameFrom)} in the ${within(before[1])}`, step };
  if (!place.editions.includes(before[0]))
    return { standing: 'new', note: `not yet in the ${within(before[1])}`, step };
  return { standing: 'here', note: undefined, step };
}

/**
 * What a place says and asks that has few case studies. Through a lens only an empty place does: that few case studies
 * of one industry stand there does not yet make it thin.
 */
function invitationIn(lens: Lens, caseStudies: number, data: MatrixData): string | undefined {
  const { edition, industry, ...rest } = lens;
  const others = edition === LATER ? { ...rest, edition } : rest;
  const isLensed = industry !== undefined || Object.keys(others).length > 0;
  if (!isLensed) {
    if (invitationOf(caseStudies) === undefined) return undefined;
    return caseStudies > 0 ? 'Add yours' : 'No case study yet. Yours?';
  }
  if (caseStudies > 0) return undefined;
  const such = Object.keys(others).length > 0 ? 'such ' : '';
  const title = data.industries.find(([value]) => value === industry)?.[1];
  return `No ${such}case study${title === undefined ? '' : ` from ${within(title)}`} yet. Yours?`;
}

/**
 * The map as a lens shows it. Counts are those of the case studies that the lens lets pass; mitigations are those of
 * the challenge, whatever the lens.
 */
export function viewOf(lens: Lens, data: MatrixData): MatrixView {
  const standings = data.places.map((place) => standingOf(place, lens.edition, data));
  const isThere = (place: number) => standings[place] !== undefined && standings[place].standing !== 'absent';
  const counts = data.places.map(() => data.evidence.map(() => 0));
  let caseStudies = 0;
  for (const row of data.cases.filter(passes(lens, data))) {
    const [, , evidence, , challenges] = row;
    const there = challenges.filter(isThere);
    if (there.length > 0) caseStudies += 1;
    for (const place of there) {
      const count = counts[place];
      if (count) count[evidence] = (count[evidence] ?? 0) + 1;
    }
  }
  const views = data.places.map((place, at): PlaceView => {
    const evidence = counts[at] ?? [];
    const number = evidence.reduce((sum, each) => sum + each, 0);
    const { standing = 'here', note } = standings[at] ?? {};
    return {
      slug: place.slug,
      title: place.title,
      standing,
      note,
      caseStudies: number,
      evidence,
      mitigations: place.mitigations,
      weight: weightOf(number),
      invitation: standing === 'absent' ? undefined : invitationIn(lens, number, data),
    };
  });
  const there = views.filter(({ standing }) => standing !== 'absent');
  return {
    steps: data.steps.map((step, at) => ({
      step,
      note:
        lens.edition === undefined || lens.edition === LATER || step.editions.includes(lens.edition)
          ? undefined
          : `not a step in the ${editionTitle(lens.edition, data)}`,
      places: views.filter((_, place) => standings[place]?.step === at),
    })),
    caseStudies,
    places: there.length,
    empty: there.filter((place) => place.caseStudies === 0).length,
    moved: there.filter(({ standing }) => standing === 'moved').length,
  };
}

/** What is seen through a lens, in one or two sentences. */
export function statusOf(view: MatrixView, lens: Lens, data: MatrixData): string {
  const words = wordsOf(lens, data);
  const empty =
    view.empty === 0
      ? 'every place has some'
      : view.empty === view.places
        ? 'no place has any'
        : view.empty === 1
          ? '1 place has none'
          : `${view.empty} places have none`;
  const seen = words
    ? `${view.caseStudies} of ${counted(data.cases.length, 'case study', 'case studies')}: ${words}; ${empty}.`
    : `${counted(data.cases.length, 'case study', 'case studies')} on ${counted(view.places, 'place')}; ${empty}.`;
  if (lens.edition === undefined || lens.edition === LATER) return seen;
  const moved = view.moved === 0 ? '' : `, ${view.moved} of them under another step than today`;
  return `${seen} In the ${editionTitle(lens.edition, data)}: ${view.places} of the ${data.places.length} challenges${moved}.`;
}

/** How many case studies of a place were seen in full text. */
const fullTextsOf = ({ evidence }: PlaceView, data: MatrixData): number =>
  evidence[data.evidence.findIndex(([value]) => value === 'full-text')] ?? 0;

/** The case studies of a place in words, to be read after their number: "case studies, 6 seen in full text". */
export function casesInWords(place: PlaceView, data: MatrixData): string {
  const noun = place.caseStudies === 1 ? 'case study' : 'case studies';
  return place.caseStudies === 0 ? noun : `${noun}, ${fullTextsOf(place, data) || 'none'} seen in full text`;
}

/** How much of what stands on a place was seen in full text, in per cent; 0 where nothing stands. */
export const shareOf = (place: PlaceView, data: MatrixData): number =>
  place.caseStudies === 0 ? 0 : Math.round((100 * fullTextsOf(place, data)) / place.caseStudies);

/** How many values of a field leave at least one case study, with the other fields as they are. */
export const countsOfChoices = (
  field: LensField,
  lens: Lens,
  data: MatrixData,
): ReadonlyMap<string, number> =>
  new Map(
    choicesOf(data, field).map(([value]) => [value, viewOf({ ...lens, [field]: value }, data).caseStudies]),
  );

/** A name for the files of a view, such as `map-healthcare-2019`. */
export const fileNameOf = (lens: Lens): string =>
  ['map', ...LENS_FIELDS.flatMap((field) => (lens[field] === undefined ? [] : lens[field]))].join('-');

/**
 * The view as CSV, a line for each place in the order of the map.
 * @param locate gives the full address of a page from its path
 */
export function matrixCsv(
  view: MatrixView,
  lens: Lens,
  data: MatrixData,
  locate: (path: string) => string,
): string {
  const words = wordsOf(lens, data) || 'everything';
  const rows = view.steps.flatMap(({ step, places }) => places.map((place) => ({ step, place })));
  type Row = (typeof rows)[number];
  return csvOf<Row>(
    {
      stage: ({ step }) => data.stages[step.stage]?.title,
      step: ({ step }) => step.title,
      challenge: ({ place }) => place.title,
      standing: ({ place }) => place.note,
      case_studies: ({ place }) => (place.standing === 'absent' ? undefined : place.caseStudies),
      ...Object.fromEntries(
        data.evidence.map(([value], at) => [
          value.replaceAll('-', '_'),
          ({ place }: Row) => (place.standing === 'absent' ? undefined : place.evidence[at]),
        ]),
      ),
      mitigations: ({ place }) => place.mitigations,
      seen_through: () => words,
      address: ({ place }) => locate(`/challenges/${place.slug}/`),
    },
    rows,
  );
}

/** The mitigations of a place in words, to be read after their number. */
export const mitigationsInWords = ({ mitigations }: Pick<PlaceView, 'mitigations'>): string =>
  mitigations === 1 ? 'mitigation' : 'mitigations';

/** A value of a choice with how many case studies it leaves, as a list shows it. */
export const choiceInWords = (title: string, count: number): string => `${title} (${count})`;
