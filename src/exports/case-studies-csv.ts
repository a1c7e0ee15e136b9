import { bySlug, type Catalogue, type Entry } from '../model/catalogue.ts';
import { addressOf } from '../model/collections.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import type { Locate } from './catalogue-json.ts';
import { csvOf } from '../model/csv.ts';

/** Several values in one cell. */
const listed = (values: readonly string[]) => values.join('; ');

/**
 * The case studies as a table, by slug, one a line. Lists are joined by `; `, a mitigation reads
 * `shadow-deployment: helped (used)`.
 */
export const caseStudiesCsv = ({ caseStudies }: Pick<Catalogue, 'caseStudies'>, locate: Locate): string =>
  csvOf<Entry<CaseStudy>>(
    {
      slug: ({ id }) => id,
      address: ({ id }) => locate(addressOf('caseStudies', id)),
      title: ({ data }) => data.title,
      organisation: ({ data }) => data.organisation,
      industry: ({ data }) => data.industry,
      year: ({ data }) => data.year,
      kind: ({ data }) => data.kind,
      task: ({ data }) => data.task,
      challenges: ({ data }) => listed(data.challenges),
      mitigations: ({ data }) =>
        listed(data.mitigations.map(({ id, outcome, basis }) => `${id}: ${outcome} (${basis})`)),
      tools: ({ data }) => listed(data.tools),
      scope: ({ data }) => data.scope,
      status: ({ data }) => data.status,
      statusAsOf: ({ data }) => data.statusAsOf,
      evidence: ({ data }) => data.evidence,
      checked: ({ data }) => data.checked,
      sourceTitle: ({ data }) => data.source.title,
      sourceAuthors: ({ data }) => listed(data.source.authors ?? []),
      sourceYear: ({ data }) => data.source.year,
      sourceVenue: ({ data }) => data.source.venue,
      sourceDoi: ({ data }) => data.source.doi,
      sourceArxiv: ({ data }) => data.source.arxiv,
      sourceIsbn: ({ data }) => data.source.isbn,
      sourceUrl: ({ data }) => data.source.url,
    },
    caseStudies.toSorted(bySlug),
  );
