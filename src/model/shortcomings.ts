import type { CaseStudy } from '../schema/case-study.ts';

/**
 * What a case study does not show, as far as its record tells: how far the source was read, whether anybody
 * measured how a mitigation turned out, and whether the figures have a known boundary.
 * @returns sentences for readers, the most serious first; none where nothing is missing
 */
export function shortcomingsOf({ evidence, mitigations, scope, source, facts }: CaseStudy): string[] {
  const applied = mitigations.filter(({ basis }) => basis !== 'proposed' && basis !== 'inferred');
  const hasFigures = facts.some((fact) => /\d/.test(fact));
  return [
    ...(evidence === 'secondary'
      ? ['It is told by another source; the original may say it differently.']
      : []),
    ...(evidence === 'abstract'
      ? ['Only the abstract or the record was read, so conditions and exceptions are not known here.']
      : []),
    ...(source.urlIsCopy ? ['Only a copy of the source was seen.'] : []),
    ...(mitigations.length === 0 ? ['It reports no mitigation.'] : []),
    ...(mitigations.length > 0 && applied.length === 0
      ? ['Nobody applied the mitigations named here: they are proposals and lessons.']
      : []),
    ...(applied.length > 0 && applied.every(({ outcome }) => outcome === 'not-reported')
      ? ['It does not report how the mitigations turned out.']
      : []),
    ...(hasFigures && !scope && evidence !== 'full-text'
      ? ['The boundary of its figures is not stated.']
      : []),
  ];
}
