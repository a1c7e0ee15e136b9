import { measuredIsApplied } from './case-study.ts';
import { soundReference, usedReference } from './citations.ts';
import { findingsOf as findingsOfRules } from './findings.ts';
import { lostSlug } from './lost-slug.ts';
import { mdx } from './mdx.ts';
import { noSelfRelation } from './no-self-relation.ts';
import { CASE_STUDY_RULES } from './of-case-study.ts';
import { stepWithChallenge } from './once.ts';
import { citedFigure, enoughSources, length } from './prose.ts';
import { questionId } from './questions.ts';
import { redirectRule } from './redirects.ts';
import { reviewCase, reviewChoice, reviewForEachChallenge } from './review.ts';
import type { Content, Finding, Rule } from './rule.ts';
import { symptomForEachChallenge } from './symptoms.ts';
import { toldEntries } from './told.ts';

/** Every rule. */
export const RULES: readonly Rule[] = [
  ...CASE_STUDY_RULES,
  noSelfRelation,
  stepWithChallenge,
  soundReference,
  usedReference,
  mdx,
  toldEntries,
  questionId,
  length,
  enoughSources,
  citedFigure,
  measuredIsApplied,
  redirectRule,
  lostSlug,
  symptomForEachChallenge,
  reviewChoice,
  reviewCase,
  reviewForEachChallenge,
];

/** All findings of all rules over the content. */
export const findingsOf = (content: Content, rules: readonly Rule[] = RULES): Finding[] =>
  findingsOfRules(content, rules);
