import { csvLines, type Cell } from '../model/csv.ts';
import { nameInWords, type CslItem } from '../model/references.ts';
import type { ListName, Lists, RecordOf } from './data-schema.ts';

/** Several values in one cell. */
const listed = (values: readonly string[] | undefined) => (values ?? []).join('; ');

/** A column: its cell, and the field of the JSON that says what it means. */
type Column<Row> = readonly [key: string, field: string, cell: (row: Row) => Cell];

/** A table that can be taken away. */
interface Table {
  /** The list whose fields say what the columns mean. */
  readonly of: ListName;
  /** What one row is, in a sentence. */
  readonly row: string;
  readonly columns: readonly (readonly [key: string, field: string])[];
  /** Its lines. */
  readonly csv: (lists: Lists) => Iterable<string>;
  readonly rows: (lists: Lists) => number;
}

/** A table with any number of rows from each record of a list. */
function rowsFrom<Name extends ListName, Row>(
  of: Name,
  row: string,
  rowsOf: (records: readonly RecordOf<Name>[]) => readonly Row[],
  columns: readonly Column<NoInfer<Row>>[],
): Table {
  const cells = Object.fromEntries(columns.map(([key, , cell]) => [key, cell]));
  const rows = (lists: Lists) => rowsOf(lists[of]);
  return {
    of,
    row,
    columns: columns.map(([key, field]) => [key, field]),
    csv: (lists) => csvLines(cells, rows(lists)),
    rows: (lists) => rows(lists).length,
  };
}

/** A table with one row for each record of a list. */
const tableOf = <Name extends ListName>(of: Name, row: string, columns: readonly Column<RecordOf<Name>>[]) =>
  rowsFrom<Name, RecordOf<Name>>(of, row, (records) => records, columns);

/** What every table of entries begins with. */
const ENTRY = [
  ['slug', 'slug', ({ slug }) => slug],
  ['address', 'address', ({ address }) => address],
  ['title', 'title', ({ title }) => title],
] as const satisfies readonly Column<{ slug: string; address: string; title: string }>[];

/** What every table of entries ends with. */
const DATES = [
  ['added', 'added', ({ added }) => added],
  ['changed', 'changed', ({ changed }) => changed],
] as const satisfies readonly Column<{ added?: string | undefined; changed?: string | undefined }>[];

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');

/**
 * The tables by the name of their file: one row a record, in the order of the JSON. Short lists are joined by `; `;
 * relations that carry more than a slug have a table of their own, one row a link.
 */
export const TABLES: Readonly<Record<string, Table>> = {
  challenges: tableOf('challenges', 'One challenge.', [
    ...ENTRY,
    ['stage', 'relations.stage', ({ relations }) => relations.stage],
    ['step', 'step', ({ step }) => step],
    ['order', 'order', ({ order }) => order],
    ['editions', 'editions[]', ({ editions }) => listed(editions.map(String))],
    ['summary', 'summary', ({ summary }) => summary],
    ['aliases', 'aliases[]', ({ aliases }) => listed(aliases)],
    ['caseStudyCount', 'relations.caseStudies[]', ({ relations }) => relations.caseStudies.length],
    ['mitigationCount', 'relations.mitigations[]', ({ relations }) => relations.mitigations.length],
    ['toolCount', 'relations.tools[]', ({ relations }) => relations.tools.length],
    ['approachCount', 'relations.approaches[]', ({ relations }) => relations.approaches.length],
    ...DATES,
  ]),
  mitigations: tableOf('mitigations', 'One mitigation.', [
    ...ENTRY,
    ['summary', 'summary', ({ summary }) => summary],
    ['aliases', 'aliases[]', ({ aliases }) => listed(aliases)],
    ['challenges', 'mitigates[]', ({ mitigates }) => listed(mitigates.map(({ challenge }) => challenge))],
    ['effort', 'effort', ({ effort }) => effort],
    ['when', 'when', ({ when }) => when],
    ['strength', 'relations.strength', ({ relations }) => relations.strength],
    ['helped', 'relations.outcomes.helped', ({ relations }) => relations.outcomes.helped],
    ['partly', 'relations.outcomes.partly', ({ relations }) => relations.outcomes.partly],
    ['didNotHelp', 'relations.outcomes.did-not-help', ({ relations }) => relations.outcomes['did-not-help']],
    ['notReported', 'relations.outcomes.not-reported', ({ relations }) => relations.outcomes['not-reported']],
    ['tools', 'relations.tools[]', ({ relations }) => listed(relations.tools)],
    ['approaches', 'relations.approaches[]', ({ relations }) => listed(relations.approaches)],
    ...DATES,
  ]),
  tools: tableOf('tools', 'One tool.', [
    ...ENTRY,
    ['summary', 'summary', ({ summary }) => summary],
    ['aliases', 'aliases[]', ({ aliases }) => listed(aliases)],
    ['kind', 'kind', ({ kind }) => kind],
    ['maintainer', 'maintainer', ({ maintainer }) => maintainer],
    ['license', 'license', ({ license }) => license],
    ['openSource', 'openSource', ({ openSource }) => yesOrNo(openSource)],
    ['language', 'language', ({ language }) => language],
    ['homepage', 'homepage', ({ homepage }) => homepage],
    ['repository', 'repository', ({ repository }) => repository],
    ['docs', 'docs', ({ docs }) => docs],
    ['status', 'status', ({ status }) => status],
    ['statusSeen', 'statusSeen.date', ({ statusSeen }) => statusSeen.date],
    ['challenges', 'addresses[]', ({ addresses }) => listed(addresses.map(({ challenge }) => challenge))],
    ['mitigations', 'supports[]', ({ supports }) => listed(supports)],
    ['caseStudyCount', 'relations.caseStudies[]', ({ relations }) => relations.caseStudies.length],
    ['evidence', 'evidence', ({ evidence }) => evidence],
    ['checked', 'checked', ({ checked }) => checked],
    ...DATES,
  ]),
  approaches: tableOf('approaches', 'One approach.', [
    ...ENTRY,
    ['summary', 'summary', ({ summary }) => summary],
    ['aliases', 'aliases[]', ({ aliases }) => listed(aliases)],
    ['authors', 'authors[]', ({ authors }) => listed(authors)],
    ['year', 'year', ({ year }) => year],
    ['challenges', 'addresses[]', ({ addresses }) => listed(addresses.map(({ challenge }) => challenge))],
    ['mitigations', 'supports[]', ({ supports }) => listed(supports)],
    ['caseStudyCount', 'relations.caseStudies[]', ({ relations }) => relations.caseStudies.length],
    ['sourceTitle', 'source.title', ({ source }) => source.title],
    ['sourceDoi', 'source.doi', ({ source }) => source.doi],
    ['sourceArxiv', 'source.arxiv', ({ source }) => source.arxiv],
    ['sourceUrl', 'source.url', ({ source }) => source.url],
    ['evidence', 'evidence', ({ evidence }) => evidence],
    ['checked', 'checked', ({ checked }) => checked],
    ...DATES,
  ]),
  'case-studies': tableOf('case-studies', 'One case study.', [
    ...ENTRY,
    ['organisation', 'organisation', ({ organisation }) => organisation],
    ['industry', 'industry', ({ industry }) => industry],
    ['year', 'year', ({ year }) => year],
    ['kind', 'kind', ({ kind }) => kind],
    ['task', 'task', ({ task }) => task],
    ['challenges', 'challenges[]', ({ challenges }) => listed(challenges)],
    [
      'mitigations',
      'mitigations[]',
      ({ mitigations }) =>
        listed(mitigations.map(({ id, outcome, basis }) => `${id}: ${outcome} (${basis})`)),
    ],
    ['tools', 'tools[]', ({ tools }) => listed(tools)],
    ['scope', 'scope', ({ scope }) => scope],
    ['status', 'status', ({ status }) => status],
    ['statusAsOf', 'statusAsOf', ({ statusAsOf }) => statusAsOf],
    ['evidence', 'evidence', ({ evidence }) => evidence],
    ['checked', 'checked', ({ checked }) => checked],
    ['sourceTitle', 'source.title', ({ source }) => source.title],
    ['sourceAuthors', 'source.authors[]', ({ source }) => listed(source.authors)],
    ['sourceYear', 'source.year', ({ source }) => source.year],
    ['sourceVenue', 'source.venue', ({ source }) => source.venue],
    ['sourceDoi', 'source.doi', ({ source }) => source.doi],
    ['sourceArxiv', 'source.arxiv', ({ source }) => source.arxiv],
    ['sourceIsbn', 'source.isbn', ({ source }) => source.isbn],
    ['sourceUrl', 'source.url', ({ source }) => source.url],
    ...DATES,
  ]),
  references: tableOf('references', 'One work.', [
    ['key', 'key', ({ key }) => key],
    ['address', 'address', ({ address }) => address],
    ['text', 'text', ({ text }) => text],
    ['type', 'csl.type', ({ csl }) => csl.type],
    ['title', 'csl.title', ({ csl }) => csl.title],
    ['authors', 'csl.author[]', ({ csl }) => listed((csl.author as CslItem['author'])?.map(nameInWords))],
    ['year', 'csl.issued', ({ csl }) => csl.issued?.['date-parts'][0]?.[0]],
    ['venue', 'csl.container-title', ({ csl }) => csl['container-title'] ?? csl.publisher],
    ['doi', 'csl.DOI', ({ csl }) => csl.DOI],
    ['isbn', 'csl.ISBN', ({ csl }) => csl.ISBN],
    ['url', 'url', ({ url }) => url],
    ['caseStudy', 'caseStudy', ({ caseStudy }) => caseStudy],
    [
      'citedBy',
      'citedBy[]',
      ({ citedBy }) => listed(citedBy.map(({ collection, slug }) => `${collection}/${slug}`)),
    ],
  ]),
  'case-study-challenges': rowsFrom(
    'case-studies',
    'One challenge that one case study illustrates.',
    (studies) =>
      studies.flatMap(({ slug, challenges }) => challenges.map((challenge) => ({ slug, challenge }))),
    [
      ['caseStudy', 'slug', ({ slug }) => slug],
      ['challenge', 'challenges[]', ({ challenge }) => challenge],
    ],
  ),
  'case-study-mitigations': rowsFrom(
    'case-studies',
    'One mitigation in one case study.',
    (studies) => studies.flatMap(({ slug, mitigations }) => mitigations.map((each) => ({ slug, ...each }))),
    [
      ['caseStudy', 'slug', ({ slug }) => slug],
      ['mitigation', 'mitigations[].id', ({ id }) => id],
      ['outcome', 'mitigations[].outcome', ({ outcome }) => outcome],
      ['basis', 'mitigations[].basis', ({ basis }) => basis],
      ['note', 'mitigations[].note', ({ note }) => note],
    ],
  ),
  'case-study-tools': rowsFrom(
    'case-studies',
    'One tool or approach that one case study names.',
    (studies) => studies.flatMap(({ slug, tools }) => tools.map((tool) => ({ slug, tool }))),
    [
      ['caseStudy', 'slug', ({ slug }) => slug],
      ['tool', 'tools[]', ({ tool }) => tool],
    ],
  ),
  'challenge-mitigations': rowsFrom(
    'challenges',
    'One mitigation that helps against one challenge.',
    (challenges) =>
      challenges.flatMap(({ slug, relations }) => relations.mitigations.map((each) => ({ slug, ...each }))),
    [
      ['challenge', 'slug', ({ slug }) => slug],
      ['mitigation', 'relations.mitigations[].mitigation', ({ mitigation }) => mitigation],
      ['how', 'relations.mitigations[].how', ({ how }) => how],
    ],
  ),
  'challenge-tools': rowsFrom(
    'challenges',
    'One tool that helps against one challenge.',
    (challenges) =>
      challenges.flatMap(({ slug, relations }) => relations.tools.map((each) => ({ slug, ...each }))),
    [
      ['challenge', 'slug', ({ slug }) => slug],
      ['tool', 'relations.tools[].tool', ({ tool }) => tool],
      ['how', 'relations.tools[].how', ({ how }) => how],
    ],
  ),
  'challenge-approaches': rowsFrom(
    'challenges',
    'One approach that answers one challenge.',
    (challenges) =>
      challenges.flatMap(({ slug, relations }) => relations.approaches.map((each) => ({ slug, ...each }))),
    [
      ['challenge', 'slug', ({ slug }) => slug],
      ['approach', 'relations.approaches[].approach', ({ approach }) => approach],
      ['how', 'relations.approaches[].how', ({ how }) => how],
    ],
  ),
};
