import { nearest, renamedOrMeant } from '../model/nearest.ts';
import { renamedIn } from '../model/redirects.ts';
import { TELLERS, toldIn, type Teller } from '../model/told.ts';
import type { Content, Rule } from './rule.ts';
import { lacks, slugsOf } from './unread.ts';

/** Fewest entries of each kind that a challenge tells of, or all that there are. */
export const FEWEST_TOLD: Record<Teller, number> = { Case: 3, Mitigation: 4, Tool: 2 };

/** The folders of the entries of each kind. */
const FOLDERS = {
  Case: ['case-studies'],
  Mitigation: ['mitigations'],
  Tool: ['tools', 'approaches'],
} as const satisfies Record<Teller, readonly string[]>;

/** An entry that a challenge may tell of, and the challenges that it names. */
interface Candidate {
  readonly id: string;
  readonly names: readonly string[];
}

/** All entries that challenges may tell of, by the element that tells of them. */
function candidatesIn({ caseStudies, mitigations, tools, approaches }: Content): Record<Teller, Candidate[]> {
  const slugs = (links: readonly { readonly challenge: string }[]) => links.map(({ challenge }) => challenge);
  return {
    Case: caseStudies.map(({ id, data }) => ({ id, names: data.challenges })),
    Mitigation: mitigations.map(({ id, data }) => ({ id, names: slugs(data.mitigates) })),
    Tool: [...tools, ...approaches].map(({ id, data }) => ({ id, names: slugs(data.addresses) })),
  };
}

/** The entries that name each challenge, in order. */
function idsByChallenge(candidates: readonly Candidate[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, names } of candidates)
    for (const name of new Set(names)) {
      const own = ids.get(name);
      if (own) own.push(id);
      else ids.set(name, [id]);
    }
  return ids;
}

/** The text of a challenge tells of enough entries, each once, and only of such as belong to it. */
export const toldEntries: Rule = {
  id: 'told-entries',
  check(content, report) {
    if (lacks(content, ['caseStudies', 'mitigations', 'tools', 'approaches'])) return;
    const candidates = candidatesIn(content);
    const known = new Set(slugsOf(content, 'challenges'));
    const belonging = {
      Case: idsByChallenge(candidates.Case),
      Mitigation: idsByChallenge(candidates.Mitigation),
      Tool: idsByChallenge(candidates.Tool),
    };
    for (const { id, body = '' } of content.challenges) {
      const own = (teller: Teller) => belonging[teller].get(id) ?? [];
      // The challenge that an entry misspells may be this one; `known-slug` tells of it.
      const isPerhapsOwn = (teller: Teller, slug: string) =>
        candidates[teller].some((each) => each.id === slug && each.names.some((name) => !known.has(name)));
      const told = toldIn(body);
      const seen = new Set<string>();
      for (const { teller, slug, start } of told) {
        const where = { collection: 'challenges' as const, id, offset: start };
        const name = `${teller} ${slug}`;
        if (seen.has(name)) report(where, `the text tells of "${slug}" twice`, { found: slug });
        seen.add(name);
        if (own(teller).includes(slug) || isPerhapsOwn(teller, slug)) continue;
        const today = renamedIn(slug, FOLDERS[teller], content.redirects);
        const suggestion = today ?? nearest(slug, own(teller));
        report(
          where,
          `no ${TELLERS[teller]} "${slug}" belongs to this challenge${renamedOrMeant(today, suggestion)}`,
          {
            found: slug,
            expected: `a ${TELLERS[teller]} that names the challenge "${id}"`,
            ...(suggestion && { suggestion }),
          },
        );
      }
      for (const teller of Object.keys(TELLERS) as Teller[]) {
        const needed = Math.min(FEWEST_TOLD[teller], own(teller).length);
        const count = told.filter((each) => each.teller === teller).length;
        if (count < needed)
          report(
            { collection: 'challenges', id, offset: 0 },
            `the text tells of ${count} ${TELLERS[teller]}(s) with <${teller}>; at least ${needed}`,
            { found: String(count), expected: String(needed) },
          );
      }
    }
  },
};
