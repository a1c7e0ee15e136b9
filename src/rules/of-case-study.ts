import { datedStatus, outcomeOfApplied, sourceOnce } from './case-study.ts';
import { knownCitation } from './citations.ts';
import { knownLink } from './known-link.ts';
import { knownSlug } from './known-slug.ts';
import { linkText } from './prose.ts';
import {
  footnote,
  hiddenEntities,
  linkReference,
  marks,
  noImage,
  noRawHtml,
  topHeading,
} from './markdown.ts';
import { once } from './once.ts';
import type { Rule } from './rule.ts';
import { sections } from './sections.ts';

/** The rules that judge a case study by itself and by what it names: the form runs them in the browser. */
export const CASE_STUDY_RULES: readonly Rule[] = [
  knownSlug,
  once,
  knownCitation,
  sections,
  topHeading,
  noRawHtml,
  noImage,
  linkReference,
  footnote,
  hiddenEntities,
  marks,
  knownLink,
  linkText,
  datedStatus,
  outcomeOfApplied,
  sourceOnce,
];
