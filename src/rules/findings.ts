import type { Content, Finding, Rule } from './rule.ts';

/** All findings of some rules over the content, in the order of the rules. */
export function findingsOf(content: Content, rules: readonly Rule[]): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules)
    rule.check(content, (where, message, detail) =>
      findings.push({ rule: rule.id, message, ...where, ...detail }),
    );
  return findings;
}
