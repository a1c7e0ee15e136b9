import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Dates } from '../model/history.ts';
import type { Work } from '../model/references.ts';
import { challengesInOrder } from '../model/workflow.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import type { Challenge } from '../schema/challenge.ts';
import type { Page } from '../schema/page.ts';

/** What Markdown twins are made of. */
export interface GuideParts {
  readonly catalogue: Catalogue;
  /** Every citable work and its formatted text, by key. */
  readonly works: ReadonlyMap<string, Work>;
  readonly texts: ReadonlyMap<string, string>;
  /** Prose that is no entry, by the name of its file. */
  readonly prose: ReadonlyMap<string, Entry<Page>>;
  /** Gives the full address of a page or file from its path. */
  readonly locate: (path: string) => string;
  /** When the file behind an entry came and last changed; nothing of what is not known. */
  readonly datesOf: (path: string | undefined) => Dates;
}

/** The same with what every twin would look up anew. */
export interface Guide extends GuideParts {
  readonly challengesInOrder: readonly Entry<Challenge>[];
  readonly mitigationTitles: ReadonlyMap<string, string>;
  readonly caseStudyOf: ReadonlyMap<string, Entry<CaseStudy>>;
}

/** Makes a guide of its parts. */
export const guideOf = (parts: GuideParts): Guide => ({
  ...parts,
  challengesInOrder: challengesInOrder(parts.catalogue),
  mitigationTitles: new Map(parts.catalogue.mitigations.map(({ id, data }) => [id, data.title])),
  caseStudyOf: new Map(parts.catalogue.caseStudies.map((study) => [study.id, study])),
});
