import { knownLink, noRawHtml } from './body.ts';
import { datedStatus, measuredIsApplied, outcomeOfApplied, sourceOnce } from './case-study.ts';
import { knownCitation, soundReference, usedReference } from './citations.ts';
import { knownSlug } from './known-slug.ts';
import { mdx } from './mdx.ts';
import { noSelfRelation } from './no-self-relation.ts';
import { once, stepWithChallenge } from './once.ts';
import { citedFigure, enoughSources, length, linkText } from './prose.ts';
import { questionId } from './questions.ts';
import { redirectRule } from './redirects.ts';
import type { Content, Finding, Rule } from './rule.ts';
import { sections } from './sections.ts';
import { symptomForEachChallenge } from './symptoms.ts';
import { toldEntries } from './told.ts';

/** Every rule, in the order in which its findings matter to an author. */
export const RULES: readonly Rule[] = [
  knownSlug,
  noSelfRelation,
  once,
  stepWithChallenge,
  knownCitation,
  soundReference,
  usedReference,
  mdx,
  sections,
  toldEntries,
  questionId,
  length,
  enoughSources,
  citedFigure,
  linkText,
  datedStatus,
  outcomeOfApplied,
  measuredIsApplied,
  sourceOnce,
  noRawHtml,
  knownLink,
  redirectRule,
  symptomForEachChallenge,
];

/** All findings of all rules over the content. */
export function findingsOf(content: Content, rules: readonly Rule[] = RULES): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules)
    rule.check(content, (where, message, detail) =>
      findings.push({ rule: rule.id, message, ...where, ...detail }),
    );
  return findings;
}
