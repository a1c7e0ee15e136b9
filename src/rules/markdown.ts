import GithubSlugger from 'github-slugger';
import { caseStudyAnchor } from '../model/anchors.ts';
import {
  markdownFacts,
  markdownProse,
  marksIn,
  MOST_LEVELS,
  MOST_MARKS,
  type MarkdownFacts,
} from '../model/markdown.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { withoutCode } from '../model/prose.ts';
import type { Content, Report, Rule, Where } from './rule.ts';
import { shortened } from './shortened.ts';
import { textsOf, type Text } from './unread.ts';

/** Collections whose texts are plain Markdown; strangers may have written them. */
export const MARKDOWN_PARTS = ['caseStudies', 'pages'] as const;

/** A text with its code blanked out, read as its kind of page is; every offset stays. */
export const proseOf = ({ where, body }: Text): string =>
  MARKDOWN_PARTS.some((part) => part === where.collection) ? markdownProse(body) : withoutCode(body);

/** A rule about what a text of plain Markdown holds. */
const markdownRule = (
  id: string,
  judge: (facts: MarkdownFacts, report: (offset: number, ...rest: Rest) => void, body: string) => void,
): Rule => ({
  id,
  check(content, report) {
    for (const { where, body } of textsOf(content, MARKDOWN_PARTS))
      judge(markdownFacts(body), (offset, ...rest) => report({ ...where, offset }, ...rest), body);
  },
});
type Rest = Parameters<Report> extends [Where, ...infer R] ? R : never;

/** A text so full of marks, or so deep, that reading it would take minutes or end in an error. */
export const marks: Rule = markdownRule('marks', ({ excess }, report, body) => {
  const count = String(marksIn(body));
  if (excess === 'marks')
    report(
      0,
      `the text holds ${count} of the marks * _ ~ > [ ] or of lists in lists; ${MOST_MARKS} at most`,
      {
        found: count,
        expected: `${MOST_MARKS} at most`,
      },
    );
  if (excess === 'depth')
    report(0, `lists, quotations or emphasis stand in one another more than ${MOST_LEVELS} levels deep`, {
      expected: `${MOST_LEVELS} levels at most`,
    });
});

/** Raw HTML: the sanitiser would drop it without a word. */
export const noRawHtml: Rule = markdownRule('no-raw-html', ({ html }, report) => {
  for (const { offset, found } of html)
    report(
      offset,
      found.startsWith('<!--')
        ? 'a comment is raw HTML, which is not allowed here; remove it'
        : 'raw HTML is not allowed here; write it in Markdown, or \\< for the sign',
      { found: shortened(found, 40) },
    );
});

/** Images: they would be fetched from elsewhere, and say nothing to many readers. */
export const noImage: Rule = markdownRule('no-image', ({ images }, report) => {
  for (const { offset } of images)
    report(
      offset,
      'images are not allowed here; tell what it shows, or link to it: [what it shows](https://…)',
    );
});

/** The page has its title already. */
export const topHeading: Rule = markdownRule('top-heading', ({ headings }, report) => {
  for (const { depth, title, offset } of headings)
    if (depth === 1)
      report(
        offset,
        `"${title}" is a heading of the first level, and the page has one already; write "## ${title}" or plain text`,
        { found: `# ${title}`, expected: 'headings that begin with ## or more' },
      );
});

/** Signs that nobody sees can also be written as entities, which only show once Markdown is read. */
export const hiddenEntities: Rule = markdownRule('characters', ({ hidden }, report) => {
  for (const { offset, names } of hidden)
    report(offset, `the text holds a sign that nobody sees, as an entity (${names}); remove it`, {
      found: names,
    });
});

const REFERENCE = /(?<!\\)\[(?![@^])((?:[^[\]\\]|\\.)+)\]\[((?![@^])(?:[^[\]\\]|\\.)*)\]/g;

/** A link by reference has its definition, and each definition its link. */
export const linkReference: Rule = markdownRule(
  'link-reference',
  ({ plain, definitions, labels }, report) => {
    const known = definitions.map(({ label }) => label);
    for (const { offset, typed } of plain)
      for (const { 1: words = '', 2: named = '', index } of typed.matchAll(REFERENCE)) {
        const label = named || words;
        const suggestion = nearest(label, known);
        report(
          offset + index,
          `nothing defines the link [${shortened(label, 40)}]${didYouMean(suggestion)}`,
          {
            found: label,
            expected: `a line such as "[${shortened(label, 40)}]: https://…" further down`,
            ...(suggestion && { suggestion }),
          },
        );
      }
    const seen = new Set<string>();
    for (const { offset, label } of definitions) {
      if (seen.has(label))
        report(offset, `[${label}] is defined already; only the first counts`, { found: label });
      else if (!labels.has(label))
        report(offset, `no link uses the definition [${label}]; use it or remove it`, { found: label });
      seen.add(label);
    }
  },
);

const NOTE_MARK = /(?<!\\)\[\^([^\]\s]+)\]/g;

/** A footnote has its text, and each such text its mark. */
export const footnote: Rule = markdownRule('footnote', ({ plain, notes, noteMarks }, report) => {
  const known = notes.map(({ label }) => label);
  for (const { offset, typed } of plain)
    for (const { 1: label = '', index } of typed.matchAll(NOTE_MARK)) {
      const suggestion = nearest(label, known);
      report(offset + index, `the footnote [^${label}] has no text${didYouMean(suggestion)}`, {
        found: label,
        expected: `a line such as "[^${label}]: …" further down`,
        ...(suggestion && { suggestion }),
      });
    }
  const seen = new Set<string>();
  for (const { offset, label } of notes) {
    if (seen.has(label))
      report(offset, `the footnote [^${label}] has a text already; only the first counts`, { found: label });
    else if (!noteMarks.has(label))
      report(
        offset,
        `nothing refers to the footnote [^${label}]; write [^${label}] where it belongs, or remove it`,
        { found: label },
      );
    seen.add(label);
  }
});

/** Every link of a plain Markdown text, those of definitions too, with its place. */
export const markdownLinks = (
  content: Content,
): { where: Where; address: string; anchors: ReadonlySet<string> }[] =>
  textsOf(content, MARKDOWN_PARTS).flatMap(({ where, body }) => {
    const { links, definitions, headings } = markdownFacts(body);
    const slugger = new GithubSlugger();
    const anchorOf = where.collection === 'caseStudies' ? caseStudyAnchor : (slug: string) => slug;
    const anchors = new Set(headings.map(({ title }) => anchorOf(slugger.slug(title))));
    return [...links, ...definitions].map(({ offset, address }) => ({
      where: { ...where, offset },
      address,
      anchors,
    }));
  });
