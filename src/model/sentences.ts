import { withoutCode } from './prose.ts';

/** A sentence of a Markdown text: its plain words, and whether it points to a source. */
export interface Sentence {
  readonly text: string;
  /** Where it begins in the Markdown, in UTF-16 units; near enough to point at its line. */
  readonly start: number;
  /** It holds a citation, or a link to the open web. */
  readonly isSourced: boolean;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Words that end in a full stop and no sentence: the segmenter breaks after them before a capital. */
const ENDS_NO_SENTENCE = /\b(?:e\.g|i\.e|vs|v|al|Dr|Mr|Ms|Inc|Ltd|Corp|No|Art|Sec|approx|U\.S|[A-Z])\.\s*$/;

/** Blocks of a text that hold sentences: paragraphs, list items and table cells, each with its offset. */
function* blocksOf(body: string): Generator<{ text: string; start: number }> {
  // A question mark or a full stop inside an address ends no sentence.
  const prose = withoutCode(body).replace(/\]\([^)]*\)/g, (address) => address.replace(/[.?!]/g, '_'));
  let start = 0;
  for (const block of prose.split(
    /(\n[ \t\r]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])|\n(?=#{1,6} )|(?<=^#{1,6} .*\r?)\n)/m,
  )) {
    const isHeading = /^\s*#{1,6} /.test(block);
    const isElement = /^\s*<\/?[A-Z][^>]*>\s*$/.test(block);
    if (block.trim() && !isHeading && !isElement) yield { text: block, start };
    start += block.length;
  }
}

const plain = (markdown: string): string =>
  markdown
    .replace(/^\s*(?:[-*+]|\d+[.)])[ \t]+/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\[@[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/[*_]{1,2}([^*_]+)[*_]{1,2}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** Sentences of a Markdown text in order, without headings, code and component tags. */
export function sentencesOf(body: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { text, start } of blocksOf(body)) {
    let pending = '';
    let from = start;
    for (const { segment, index } of SEGMENTER.segment(text)) {
      if (pending === '') from = start + index;
      pending += segment;
      if (ENDS_NO_SENTENCE.test(pending) && index + segment.length < text.length) continue;
      const sentence = plain(pending);
      if (sentence)
        sentences.push({
          text: sentence,
          start: from + (pending.length - pending.trimStart().length),
          isSourced: /\[@|\]\(https?:/.test(pending),
        });
      pending = '';
    }
  }
  return sentences;
}

/** Words of a Markdown text as a reader counts them: no headings, code, tags or citation marks. */
export const wordsIn = (body: string): number =>
  sentencesOf(body).reduce(
    (sum, { text }) => sum + text.split(/\s+/).filter((word) => /\w/.test(word)).length,
    0,
  );

/** A year, or a number that names something: Article 22, GPT-4, SR 11-7, level 3. */
const NO_FIGURE =
  /\b(?:Article|Articles|Section|Rule|Level|Regulation|Directive|Act|Circular|Part|Chapter|Annex|Recital|Title|version|Version|v|Python|edition|ISO|IEC|ISO\/IEC|Law|No\.|NIST|SS|SR|phase|type|Type|step|level)\s+\d[\d./:()-]*|\b(?:19|20)\d\d(?:\/\d\d|s)?\b|\b\d+(?:st|nd|rd|th)\b|[A-Za-z][\w.]*-?\d[\w.]*|\d+-\d+(?:-\d+)?|\bF1\b/g;

/** Whether a sentence gives a figure: a number that is neither a year nor part of a name. */
export const hasFigure = (sentence: string): boolean =>
  /(?<![\w.])\d/.test(
    sentence
      .replace(
        /\b\d{1,2} (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g,
        '',
      )
      .replace(NO_FIGURE, ''),
  );
