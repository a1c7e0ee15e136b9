import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { PublishedSlug } from '../model/published.ts';
import type { Page } from '../schema/page.ts';

/** All that the rules look at: the catalogue, the pages of prose beside it, and what is there and could not be read. */
export interface Content extends Catalogue {
  readonly pages: readonly Entry<Page>[];
  readonly unread?: readonly Unread[];
  /** Slugs that entries ever had, as far as Git knows. */
  readonly published?: readonly PublishedSlug[];
  /** What the check was asked about: of two entries that say the same, it is told of these. */
  readonly judged?: readonly Pick<Where, 'collection' | 'id'>[];
}

/** An entry whose front matter is wrong: others may link to it, and its text can be judged. A whole file is known by its part. */
export interface Unread {
  readonly collection: Part;
  readonly id: string;
  readonly body?: string;
  /** Its fields as YAML reads them, of whatever shape, where they can be read. */
  readonly record?: unknown;
}

/** The parts of the content that findings can point into. */
export type Part =
  | 'challenges'
  | 'mitigations'
  | 'tools'
  | 'approaches'
  | 'caseStudies'
  | 'toolGroups'
  | 'pages'
  | 'workflow'
  | 'works'
  | 'redirects'
  | 'symptoms'
  | 'glossary'
  | 'paths'
  | 'synonyms'
  | 'asked'
  | 'review';

/** Where a finding lies: a field of the front matter (or of a YAML file), or an offset into the Markdown body. */
export interface Where {
  readonly collection: Part;
  readonly id: string;
  readonly path?: readonly (string | number)[];
  /** UTF-16 units from the start of the body. */
  readonly offset?: number;
}

/** What a reader of the message may also want to know. */
export interface Detail {
  readonly found?: string;
  readonly expected?: string;
  readonly suggestion?: string;
}

/** One slip: which rule, where, and what is wrong. */
export interface Finding extends Where, Detail {
  readonly rule: string;
  readonly message: string;
}

export type Report = (where: Where, message: string, detail?: Detail) => void;

/** Something a schema cannot say, since it needs more than one field of one record. Rules find; reporters tell. */
export interface Rule {
  readonly id: string;
  check(content: Content, report: Report): void;
}
