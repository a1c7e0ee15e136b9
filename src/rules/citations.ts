import { citationsIn } from '../model/citations.ts';
import { markdownFacts } from '../model/markdown.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { renamedKeys, renamedTo } from '../model/redirects.ts';
import { DOI_EXPECTED, DOI_PATTERN } from '../schema/source.ts';
import { WebAddress } from '../schema/text.ts';
import { MARKDOWN_PARTS, proseOf } from './markdown.ts';
import type { Content, Report, Rule, Where } from './rule.ts';
import { lacks, lacksText, slugsOf, TEXT_PARTS, textsOf } from './unread.ts';

/** Every cited key, with the place of its citation. */
function citedKeys(content: Content): { key: string; where: Where }[] {
  return [
    ...textsOf(content, TEXT_PARTS).flatMap((text) =>
      citationsIn(proseOf(text)).flatMap(({ keys, start }) =>
        keys.map((key) => ({ key, where: { ...text.where, offset: start } })),
      ),
    ),
    ...textsOf(content, MARKDOWN_PARTS).flatMap(({ where, body }) =>
      markdownFacts(body).veiled.map(({ key, offset }) => ({ key, where: { ...where, offset } })),
    ),
    ...content.toolGroups.flatMap(({ id, data }) =>
      data.references.map((key, i) => ({
        key,
        where: { collection: 'toolGroups' as const, id, path: [id, 'references', i] },
      })),
    ),
  ];
}

/** What begins as a citation; the text of a link may. */
const NEARLY = /\[@[^\]\n]*\](?![([])/g;

/** A citation that cites nothing, since it holds more than keys: what it was meant to be, where that is plain. */
function tellBroken(content: Content, report: Report): void {
  for (const text of textsOf(content, TEXT_PARTS)) {
    const prose = proseOf(text);
    const whole = new Set(citationsIn(prose).map(({ start }) => start));
    for (const { 0: found, index } of prose.matchAll(NEARLY)) {
      if (whole.has(index)) continue;
      const keys = [...found.matchAll(/@([^\]\s;,]+)/g)].map(([mark]) => mark);
      const suggestion = keys.length > 0 ? `[${keys.join('; ')}]` : undefined;
      report(
        { ...text.where, offset: index },
        `"${found.slice(0, 60)}" cites nothing: one key stands in a citation, or several with semicolons${didYouMean(suggestion)}`,
        { found, expected: '[@one] or [@one; @two]', ...(suggestion && { suggestion }) },
      );
    }
  }
}

/** A citation names a work of `references.bib` or a case study. */
export const knownCitation: Rule = {
  id: 'known-citation',
  check(content, report) {
    tellBroken(content, report);
    if (lacks(content, ['works'])) return;
    const known = new Set([...content.works.map(({ key }) => key), ...slugsOf(content, 'caseStudies')]);
    const renamed = renamedKeys(content.redirects);
    for (const { key, where } of citedKeys(content)) {
      if (known.has(key)) continue;
      const today = renamedTo(key, renamed);
      const suggestion = today ?? nearest(key, known);
      const hint = today ? `; it was renamed, and is [@${today}] now` : didYouMean(suggestion);
      report(where, `nothing is known as [@${key}]${hint}`, {
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
