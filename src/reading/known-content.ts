import { EMPTY_CATALOGUE, type Catalogue, type Entry } from '../model/catalogue.ts';
import { COLLECTION_NAMES, type CollectionName } from '../model/collections.ts';
import type { Content, Unread } from '../rules/rule.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import type { Redirects } from '../schema/redirects.ts';
import type { Source } from '../schema/source.ts';

/** A slug and the title that readers know it by. */
export type Named = readonly [slug: string, title: string];

/** A work by the numbers and addresses that name it. */
type SourceNumbers = Pick<Source, 'doi' | 'arxiv' | 'isbn' | 'url'>;

/** As much of the catalogue as the check of one case study needs; small enough to be sent to a browser. */
export interface KnownContent {
  readonly challenges: readonly Named[];
  readonly mitigations: readonly Named[];
  readonly tools: readonly Named[];
  readonly approaches: readonly Named[];
  readonly caseStudies: readonly (readonly [slug: string, title: string, source: SourceNumbers])[];
  readonly stages: readonly string[];
  /** Keys of `references.bib`. */
  readonly works: readonly string[];
  /** What was renamed, so that an old slug is told by its name of today. */
  readonly redirects: Omit<Redirects, 'anchors'>;
}

const namesOf = (entries: readonly Entry<{ title: string }>[]): Named[] =>
  entries.map(({ id, data }): Named => [id, data.title]).toSorted(([a], [b]) => (a < b ? -1 : 1));

const numbersOf = ({ doi, arxiv, isbn, url }: Source): SourceNumbers => ({
  ...(doi && { doi }),
  ...(arxiv && { arxiv }),
  ...(isbn && { isbn }),
  ...(url && { url }),
});

const withoutAnchors = ({ anchors: _, ...redirects }: Redirects) => redirects;

/** What must be known of a catalogue to check a case study that is to join it. */
export const knownContent = (catalogue: Catalogue): KnownContent => ({
  challenges: namesOf(catalogue.challenges),
  mitigations: namesOf(catalogue.mitigations),
  tools: namesOf(catalogue.tools),
  approaches: namesOf(catalogue.approaches),
  caseStudies: catalogue.caseStudies
    .map(({ id, data }) => [id, data.title, numbersOf(data.source)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  stages: catalogue.workflow.stages.map(({ slug }) => slug),
  works: catalogue.works.map(({ key }) => key).toSorted(),
  redirects: withoutAnchors(catalogue.redirects),
});

const EMPTY: Content = { ...EMPTY_CATALOGUE, pages: [] };

/** A case study that is there already: the rules ask for its slug, its title and its source. */
const knownCase = ([id, title, source]: KnownContent['caseStudies'][number]): Entry<CaseStudy> => ({
  id,
  data: {
    title,
    industry: 'other',
    year: 2000,
    kind: 'case-study',
    task: title,
    challenges: [],
    mitigations: [],
    tools: [],
    source: { title, ...source },
    evidence: 'secondary',
    checked: '2000-01-01',
    facts: [],
  },
});

/**
 * The content that the rules look at when one case study joins what is known.
 * Of other collections only slugs matter, so their entries count as there and not read.
 * @param entry the case study, when its fields are sound
 * @param unread the same case study when they are not
 */
export const contentAround = (
  known: KnownContent,
  { entry, unread }: { readonly entry?: Entry<CaseStudy> | undefined; readonly unread?: Unread | undefined },
): Content => ({
  ...EMPTY,
  workflow: {
    stages: known.stages.map((slug) => ({
      slug,
      title: slug,
      mark: slug,
      shape: 'circle',
      names: {},
      editions: [],
      summary: '',
      related: [],
      steps: [],
      aliases: [],
      surveyReports: [],
    })),
    moved: [],
  },
  redirects: known.redirects,
  works: known.works.map((key) => ({ key, csl: { id: key, type: 'article', title: key }, url: undefined })),
  caseStudies: [...known.caseStudies.map(knownCase), ...(entry ? [entry] : [])],
  judged: [entry ?? unread].flatMap((own) =>
    own ? [{ collection: 'caseStudies', id: own.id } as const] : [],
  ),
  unread: [
    ...COLLECTION_NAMES.filter(
      (name): name is Exclude<CollectionName, 'caseStudies'> => name !== 'caseStudies',
    ).flatMap((name) => known[name].map(([id]): Unread => ({ collection: name, id }))),
    // Which paths there are is not sent, so a link to one counts as right.
    { collection: 'paths', id: 'paths' },
    ...(unread ? [unread] : []),
  ],
});
