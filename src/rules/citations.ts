import { citationsIn } from '../model/citations.ts';
import { COLLECTION_NAMES } from '../model/collections.ts';
import { withoutCode } from '../model/prose.ts';
import { DOI_EXPECTED, DOI_PATTERN } from '../schema/source.ts';
import { WebAddress } from '../schema/text.ts';
import { didYouMean, nearest } from './nearest.ts';
import type { Content, Rule, Where } from './rule.ts';
import { lacks, lacksText, slugsOf, textsOf } from './unread.ts';

const TEXTS = [...COLLECTION_NAMES, 'pages'] as const;

/** Every cited key, with the place of its citation. */
function citedKeys(content: Content): { key: string; where: Where }[] {
  return [
    ...textsOf(content, TEXTS).flatMap(({ where, body }) =>
      citationsIn(withoutCode(body)).flatMap(({ keys, start }) =>
        keys.map((key) => ({ key, where: { ...where, offset: start } })),
      ),
    ),
    ...content.toolGroups.flatMap(({ id, data }) =>
      data.references.map((key, i) => ({
        key,
        where: { collection: 'toolGroups' as const, id, path: [id, 'references', i] },
      })),
    ),
  ];
}

/** A citation names a work of `references.bib` or a case study. */
export const knownCitation: Rule = {
  id: 'known-citation',
  check(content, report) {
    if (lacks(content, ['works'])) return;
    const known = new Set([...content.works.map(({ key }) => key), ...slugsOf(content, 'caseStudies')]);
    for (const { key, where } of citedKeys(content)) {
      if (known.has(key)) continue;
      const suggestion = nearest(key, known);
      report(where, `nothing is known as [@${key}]${didYouMean(suggestion)}`, {
        found: key,
        expected: 'a key of content/references.bib or the slug of a case study',
        ...(suggestion && { suggestion }),
      });
    }
  },
};

/** A work has a title, and leads to the open web by a bare DOI or an address: pages print both as links. */
export const soundReference: Rule = {
  id: 'sound-reference',
  check({ works }, report) {
    for (const { key, csl } of works) {
      const where = { collection: 'works' as const, id: key };
      if (!csl.title) report(where, `"${key}" has no title`);
      if (csl.DOI !== undefined && !DOI_PATTERN.test(csl.DOI))
        report(where, `the DOI of "${key}" is "${csl.DOI}"; ${DOI_EXPECTED} is needed`, {
          found: csl.DOI,
          expected: DOI_EXPECTED,
        });
      const address = WebAddress.safeParse(csl.URL);
      if (csl.URL !== undefined && !address.success) {
        const expected = address.error.issues[0]?.message ?? '';
        report(where, `the address of "${key}" is "${csl.URL}"; ${expected} is needed`, {
          found: csl.URL,
          expected,
        });
      }
    }
  },
};

/** Each work of `references.bib` is cited somewhere; what nobody cites supports no claim. */
export const usedReference: Rule = {
  id: 'used-reference',
  check(content, report) {
    if (lacksText(content)) return;
    const cited = new Set(citedKeys(content).map(({ key }) => key));
    for (const { key } of content.works)
      if (!cited.has(key))
        report(
          { collection: 'works', id: key },
          `no page cites "${key}"; cite it as [@${key}] or remove it`,
          { found: key },
        );
  },
};
