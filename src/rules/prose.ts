import { citedKeys } from '../model/citations.ts';
import { withoutCode } from '../model/prose.ts';
import { hasFigure, sentencesOf, wordsIn } from '../model/sentences.ts';
import { proseOf } from './markdown.ts';
import type { Content, Rule } from './rule.ts';
import { lacks, TEXT_PARTS, textsOf, type TextPart } from './unread.ts';

/** Words that an entry's text may hold, and the fewest sources it rests on. */
export const BOUNDS: Partial<
  Record<TextPart, { readonly least: number; readonly most: number; readonly sources: number }>
> = {
  challenges: { least: 900, most: 1600, sources: 5 },
  mitigations: { least: 220, most: 900, sources: 3 },
  tools: { least: 150, most: 900, sources: 3 },
  approaches: { least: 300, most: 1200, sources: 3 },
};

const LINK = /\]\(\s*<?(https?:\/\/[^)\s>]+)/g;

/** Case studies that tell of each mitigation, or of each tool and approach, by its slug. */
function casesBySlug(part: TextPart, { caseStudies }: Content): ReadonlyMap<string, readonly string[]> {
  const cases = new Map<string, string[]>();
  if (part === 'challenges') return cases;
  for (const { id, data } of caseStudies)
    for (const slug of part === 'mitigations' ? data.mitigations.map((applied) => applied.id) : data.tools) {
      const own = cases.get(slug);
      if (own) own.push(id);
      else cases.set(slug, [id]);
    }
  return cases;
}

/** Distinct sources of an entry: works it cites, pages of the open web it links, cases that tell of it. */
function sourcesOf(body: string, cases: readonly string[]): Set<string> {
  const prose = withoutCode(body);
  const links = [...prose.matchAll(LINK)].map(([, address]) => address as string);
  return new Set([...citedKeys(prose), ...links, ...cases]);
}

/** A text is long enough to decide by, and short enough to be read. */
export const length: Rule = {
  id: 'length',
  check(content, report) {
    for (const [part, { least, most }] of Object.entries(BOUNDS))
      for (const { where, body } of textsOf(content, [part as TextPart])) {
        const words = wordsIn(body);
        if (words < least || words > most)
          report({ ...where, offset: 0 }, `the text has ${words} words; ${least} to ${most} are wanted`, {
            found: String(words),
            expected: `${least} to ${most}`,
          });
      }
  },
};

/** A text rests on more than one voice. */
export const enoughSources: Rule = {
  id: 'enough-sources',
  check(content, report) {
    for (const [part, { sources }] of Object.entries(BOUNDS)) {
      // Cases count as sources, so those that could not be read might be the ones that are missing.
      if (part !== 'challenges' && lacks(content, ['caseStudies'])) continue;
      const cases = casesBySlug(part as TextPart, content);
      for (const { where, body } of textsOf(content, [part as TextPart])) {
        const count = sourcesOf(body, cases.get(where.id) ?? []).size;
        if (count < sources)
          report({ ...where, offset: 0 }, `the text rests on ${count} source(s); at least ${sources}`, {
            found: String(count),
            expected: `at least ${sources}`,
          });
      }
    }
  },
};

/** A figure without a source is a rumour: each sentence that gives one cites it or links it. */
export const citedFigure: Rule = {
  id: 'cited-figure',
  check(content, report) {
    for (const { where, body } of textsOf(content, Object.keys(BOUNDS) as TextPart[])) {
      // What the survey reports is attributed as a whole, by the element around it.
      const own = body.replace(/<SurveyReports>[\s\S]*?<\/SurveyReports>/g, (text) =>
        text.replace(/[^\n]/g, ' '),
      );
      for (const { text, start, isSourced } of sentencesOf(own))
        if (hasFigure(text) && !isSourced)
          report(
            { ...where, offset: start },
            'a sentence with a figure needs its source: [@key] before the full stop',
            {
              found: text.slice(0, 80),
            },
          );
    }
  },
};

/** Link texts that say nothing when they are read by themselves, as screen readers list them. */
const EMPTY_WORDS = /^(?:here|this|link|click here|read more|more|source|website|page|https?:\/\/.*)$/i;

/** A link says where it goes. */
export const linkText: Rule = {
  id: 'link-text',
  check(content, report) {
    for (const text of textsOf(content, TEXT_PARTS))
      for (const { 0: all, 1: words = '', index } of proseOf(text).matchAll(/(?<!!)\[([^\]@^][^\]]*)\]\(/g))
        if (EMPTY_WORDS.test(words.trim()))
          report(
            { ...text.where, offset: index },
            `the link text "${words}" does not say where the link goes`,
            {
              found: all,
            },
          );
  },
};
