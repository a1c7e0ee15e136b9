import { byTitle, type Catalogue, type Entry } from '../model/catalogue.ts';
import { addressOf, COLLECTIONS, type CollectionName } from '../model/collections.ts';
import { namedOrganisation } from '../model/organisation.ts';
import { urlOfSource } from '../model/references.ts';
import {
  helpersAmong,
  helpersOf,
  mitigationsAmong,
  outcomesOf,
  strengthOf,
  wasApplied,
  type Helper,
} from '../model/relations.ts';
import { sectionsOf, textOfSection } from '../model/sections.ts';
import { sentencesOf } from '../model/sentences.ts';
import type { Cell, Comparable, ComparedEntry, ComparedIndex } from '../model/side-by-side.ts';
import { linksOf, releaseSeen } from '../model/tool-facts.ts';
import { challengesInOrder } from '../model/workflow.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import type { Mitigation } from '../schema/mitigation.ts';
import type { Tool } from '../schema/tool.ts';
import {
  BASES,
  BASIS_MEANING,
  EFFORTS,
  EVIDENCE,
  INDUSTRIES,
  keysOf,
  KINDS,
  MOMENTS,
  OUTCOMES,
  STATUSES,
  STRENGTH_MEANING,
  STRENGTHS,
  TOOL_KINDS,
  TOOL_STATUSES,
} from '../schema/vocabulary.ts';

/** Gives the address of a page for a link from its path, base path included. */
type Href = (path: string) => string;

/** A row of the table: its title, and what an entry says in it. */
type Row<T> = readonly [
  title: string,
  cells: (entry: Entry<T>, catalogue: Catalogue, href: Href) => readonly Cell[],
];

const plain = (text: string | undefined): Cell[] => (text ? [{ text }] : []);

/** Challenges among some slugs in workflow order, each with a note where there is one. */
const challengeCells = (
  notes: ReadonlyMap<string, string | undefined>,
  catalogue: Catalogue,
  href: Href,
): Cell[] =>
  challengesInOrder(catalogue)
    .filter(({ id }) => notes.has(id))
    .map(({ id, data }) => {
      const note = notes.get(id);
      return { id, text: data.title, address: href(addressOf('challenges', id)), ...(note && { note }) };
    });

const helperCells = (helpers: readonly Helper[], href: Href): Cell[] =>
  helpers.map(({ collection, entry: { id, data } }) => ({
    id,
    text: data.title,
    address: href(addressOf(collection, id)),
  }));

/** How the sources of an entry were seen, and when it was compared with them. */
const evidenceOf = ({ evidence, checked }: Pick<CaseStudy | Tool, 'evidence' | 'checked'>) =>
  `${EVIDENCE[evidence]}; last checked ${checked}`;

/** The first sentence of a section of the body; the page of the case has the rest. */
const firstSentence = (title: string): Row<CaseStudy> => [
  title,
  ({ body = '' }) => plain(sentencesOf(textOfSection(title, body))[0]?.text),
];

const CASE_STUDY_ROWS: readonly Row<CaseStudy>[] = [
  ['Organisation', ({ data }) => plain(namedOrganisation(data) ?? 'Not named')],
  ['Industry', ({ data }) => [{ text: INDUSTRIES[data.industry], id: data.industry }]],
  ['Year of the report', ({ data }) => plain(String(data.year))],
  ['Kind', ({ data }) => [{ text: KINDS[data.kind], id: data.kind }]],
  [
    'Legal state',
    ({ data }) =>
      plain(data.status && `${STATUSES[data.status]}, as of ${data.statusAsOf ?? 'an unknown day'}`),
  ],
  ['Task', ({ data }) => plain(data.task)],
  firstSentence('Problem'),
  firstSentence('What was done'),
  firstSentence('Outcome'),
  ['Scope of the figures', ({ data }) => plain(data.scope)],
  [
    'Challenges',
    ({ data }, catalogue, href) =>
      challengeCells(new Map(data.challenges.map((slug) => [slug, undefined])), catalogue, href),
  ],
  [
    'Mitigations',
    ({ data }, { mitigations }, href) => {
      const titleOf = new Map(mitigations.map((each) => [each.id, each.data.title]));
      return data.mitigations.map(({ id, outcome, basis, note }) => ({
        id,
        text: titleOf.get(id) ?? id,
        address: href(addressOf('mitigations', id)),
        facts: `${OUTCOMES[outcome]}; ${wasApplied({ basis }) ? BASES[basis] : `${BASES[basis]}: ${BASIS_MEANING[basis]}`}`,
        ...(note && { note }),
      }));
    },
  ],
  [
    'Tools and approaches',
    ({ data }, catalogue, href) => helperCells(helpersAmong(data.tools, catalogue), href),
  ],
  ['Evidence', ({ data }) => plain(evidenceOf(data))],
  [
    'Source',
    ({ data: { source } }) => {
      const address = urlOfSource(source);
      return [{ text: source.title, ...(address && { address }) }];
    },
  ],
];

const MITIGATION_ROWS: readonly Row<Mitigation>[] = [
  ['What it is', ({ data }) => plain(data.summary)],
  ['Moment', ({ data }) => plain(MOMENTS[data.when])],
  ['Effort', ({ data }) => plain(EFFORTS[data.effort])],
  [
    'Strength of evidence',
    (entry, catalogue) => {
      const strength = strengthOf(entry, catalogue);
      return [{ text: STRENGTHS[strength], note: STRENGTH_MEANING[strength] }];
    },
  ],
  [
    'Outcomes where it was applied',
    (entry, catalogue) => {
      const counts = outcomesOf(entry, catalogue);
      return keysOf(OUTCOMES)
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => ({ text: `${OUTCOMES[outcome]}: ${counts[outcome]}` }));
    },
  ],
  [
    'Challenges it helps against',
    ({ data }, catalogue, href) =>
      challengeCells(new Map(data.mitigates.map(({ challenge, how }) => [challenge, how])), catalogue, href),
  ],
  ['Tools and approaches', (entry, catalogue, href) => helperCells(helpersOf(entry, catalogue), href)],
  ['Also called', ({ data }) => plain(data.aliases.join(', '))],
];

/** What the page of a tool tells in lists: one item in a cell would pass for all of them, so the cell leads there. */
const TOLD_IN_LISTS = [
  ['Strengths', 'strengths'],
  ['Limits', 'limits'],
] as const;

const TOOL_ROWS: readonly Row<Tool>[] = [
  ['What it is', ({ data }) => plain(data.summary)],
  ['Kind', ({ data }) => [{ text: TOOL_KINDS[data.kind], id: data.kind }]],
  [
    'What it is for',
    ({ data }, catalogue, href) =>
      challengeCells(new Map(data.addresses.map(({ challenge, how }) => [challenge, how])), catalogue, href),
  ],
  [
    'Mitigations it supports',
    ({ data }, catalogue, href) =>
      mitigationsAmong(data.supports, catalogue).map(({ id, data: { title } }) => ({
        id,
        text: title,
        address: href(addressOf('mitigations', id)),
      })),
  ],
  [
    'Upkeep',
    ({ data: { status, statusSeen } }) => [
      {
        text: `${status ? TOOL_STATUSES[status] : 'Not known'}, as of ${statusSeen.date}`,
        note: statusSeen.claim,
        ...(statusSeen.address && { address: statusSeen.address }),
      },
    ],
  ],
  [
    'Newest release seen',
    ({ data: { latestVersion } }) =>
      latestVersion
        ? [
            {
              text: `${releaseSeen(latestVersion)} on ${latestVersion.registry}`,
              ...(latestVersion.address && { address: latestVersion.address }),
            },
          ]
        : [],
  ],
  [
    'Licence',
    ({ data: { license, openSource } }) => [
      { id: license, text: license, facts: openSource ? 'Open source' : 'Not open source' },
    ],
  ],
  ['Language', ({ data: { language } }) => [{ id: language, text: language }]],
  ['Maintained by', ({ data: { maintainer } }) => [{ id: maintainer, text: maintainer }]],
  [
    'Strengths and limits',
    ({ id, body = '' }, _catalogue, href) => {
      const written = new Set(sectionsOf(body).flatMap(({ title, isEmpty }) => (isEmpty ? [] : [title])));
      return TOLD_IN_LISTS.filter(([title]) => written.has(title)).map(([title, anchor]) => ({
        text: `${title}, on its page`,
        address: `${href(addressOf('tools', id))}#${anchor}`,
      }));
    },
  ],
  ['Evidence', ({ data }) => plain(evidenceOf(data))],
  ['Links', ({ data }) => linksOf(data).map(({ title, address }) => ({ text: title, address }))],
  ['Also called', ({ data }) => plain(data.aliases.join(', '))],
];

/** A kind of entry that can be set side by side. */
const tableOf = <T extends { readonly title: string }>(
  name: CollectionName,
  entriesOf: (catalogue: Catalogue) => readonly Entry<T>[],
  rows: readonly Row<T>[],
) => ({
  index: (catalogue: Catalogue): ComparedIndex => ({
    rows: rows.map(([title]) => title),
    entries: entriesOf(catalogue)
      .toSorted(byTitle)
      .map(({ id, data }) => [id, data.title] as const),
    renamed: catalogue.redirects[COLLECTIONS[name].folder] ?? {},
  }),
  entries: (catalogue: Catalogue, href: Href) =>
    entriesOf(catalogue).map((entry) => ({
      slug: entry.id,
      entry: {
        title: entry.data.title,
        address: href(addressOf(name, entry.id)),
        rows: rows.map(([, cells]) => cells(entry, catalogue, href)),
      } satisfies ComparedEntry,
    })),
});

const TABLES = {
  'case-studies': tableOf('caseStudies', ({ caseStudies }) => caseStudies, CASE_STUDY_ROWS),
  mitigations: tableOf('mitigations', ({ mitigations }) => mitigations, MITIGATION_ROWS),
  tools: tableOf('tools', ({ tools }) => tools, TOOL_ROWS),
};

/** What can be chosen of a kind, by title, its old slugs, and the titles of the rows. */
export const comparedIndex = (kind: Comparable, catalogue: Catalogue): ComparedIndex =>
  TABLES[kind].index(catalogue);

/**
 * What each entry of a kind says in the rows of the table, by slug.
 * @param href gives the addresses of its links
 */
export const comparedEntries = (
  kind: Comparable,
  catalogue: Catalogue,
  href: Href,
): { slug: string; entry: ComparedEntry }[] => TABLES[kind].entries(catalogue, href);
