import { STRENGTHS } from '../schema/vocabulary.ts';
import type { Hit } from './client.ts';
import { TYPES } from './facets.ts';
import type { PhraseKind } from './matching.ts';
import { marked, type Piece } from './text.ts';

/** A link to another page or a part of one. */
export interface RowLink {
  readonly title: string;
  readonly address: string;
}

/** A result as readers see it. */
export interface Row {
  readonly address: string;
  readonly title: readonly Piece[];
  /** What it is, and its stages: `Challenge · Model learning`. */
  readonly kind: string;
  readonly summary: string;
  /** Why it is here: what matched, in words, and the text that did; nothing where the title says it all. */
  readonly why: { readonly label: string; readonly text: readonly Piece[]; readonly address?: string };
  /** Where it leads: first mitigations of a challenge, challenges of a mitigation. */
  readonly answers: { readonly label: string; readonly links: readonly RowLink[] } | undefined;
  readonly strength: string | undefined;
  /** The parts of the page that hold the words, best first. */
  readonly sections: readonly RowLink[];
}

/** How a match is told, by where the phrase stands. */
const WHY: Readonly<Record<Exclude<PhraseKind, 'title'>, string>> = {
  alias: 'Also called',
  term: 'Looked up as',
  symptom: 'Symptom',
  likely: 'Symptom',
  asked: 'Asked',
  summary: 'Summary',
};

const ANSWERS: Readonly<Record<string, string>> = {
  challenge: 'Try first',
  mitigation: 'Helps against',
  tool: 'For',
  approach: 'For',
};

/** The part of a challenge that lists its symptoms. */
const SYMPTOMS = 'how-you-notice';

/** So many parts of a page are offered. */
const MOST_SECTIONS = 2;

/** The text of an excerpt in which the engine has put `<mark>` around words and entities for special characters. */
export function excerptPieces(excerpt: string): Piece[] {
  const plain = (text: string) =>
    text
      .replace(/<[^>]*>/g, '')
      .replace(/&(lt|gt|quot|#0?39|#x27);/g, (entity: string) => ENTITIES[entity] ?? entity)
      .replaceAll('&amp;', '&');
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .map((part) => ({ text: plain(part), isMarked: part.startsWith('<mark>') }));
}
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&#x27;': "'",
};

/** Where a sentence ends and the next one begins. */
const BETWEEN_SENTENCES = /[.?!]["”’)]*\s+(?=["“‘(]?\p{Lu})/u;
const SENTENCE_BEGINS = /^["“‘(]?\p{Lu}/u;
const SENTENCE_ENDS = /[.?!…]["”’)]*$/;

/** An excerpt without the end of a sentence before its first mark, and with a sign where it is cut within one. */
export function trimmed(pieces: readonly Piece[]): Piece[] {
  const [first, ...others] = pieces;
  if (!first) return [];
  const text = first.text.trimStart();
  const between = first.isMarked ? null : BETWEEN_SENTENCES.exec(text);
  const begins = SENTENCE_BEGINS.test(text);
  const rest = !begins && between ? text.slice(between.index + between[0].length) : text;
  const isCut = !begins && !between;
  const last = others.at(-1) ?? first;
  return [
    ...(isCut ? [{ text: '… ', isMarked: false }] : []),
    ...(rest ? [{ ...first, text: rest }] : []),
    ...others,
    ...(SENTENCE_ENDS.test(last.text.trimEnd()) ? [] : [{ text: ' …', isMarked: false }]),
  ];
}

const typeWords = (type: string): string =>
  Object.entries(TYPES).find(([slug]) => slug === type.replaceAll(' ', '-'))?.[1] ?? type;

/** How a match is told; a title says it itself. */
function whyOf(match: Hit['match'], stems: ReadonlySet<string>): Row['why'] | undefined {
  if (!match || match.phrase.kind === 'title') return undefined;
  const { kind, text } = match.phrase;
  return {
    label: WHY[kind],
    text: marked(text, stems),
    ...(kind === 'symptom' && { address: `${match.page.address}#${SYMPTOMS}` }),
  };
}

/**
 * What a result shows.
 * @param stems stems of the words that were searched for
 */
export function rowOf({ page, match, text, stages, answers }: Hit, stems: ReadonlySet<string>): Row {
  const type = page?.type ?? text?.meta['type'] ?? '';
  const sections = (text?.sub_results ?? [])
    .filter(({ url }) => url.includes('#'))
    .map((section) => ({
      ...section,
      score: section.weighted_locations.reduce((sum, { balanced_score: score }) => sum + score, 0),
    }))
    .toSorted((a, b) => b.score - a.score);
  return {
    address: page?.address ?? text?.url ?? '',
    title: marked(page?.title ?? text?.meta['title'] ?? text?.url ?? '', stems),
    kind: [typeWords(type), stages.map(({ title }) => title).join(', ')].filter(Boolean).join(' · '),
    summary: page?.summary ?? text?.meta['summary'] ?? '',
    why: whyOf(match, stems) ?? {
      label: '',
      text: match ? [] : trimmed(excerptPieces(sections[0]?.excerpt ?? text?.excerpt ?? '')),
    },
    answers:
      answers.length > 0
        ? {
            label: ANSWERS[type] ?? 'See',
            links: answers.map(({ title, address }) => ({ title, address })),
          }
        : undefined,
    strength: page?.strength && STRENGTHS[page.strength],
    sections: sections.slice(0, MOST_SECTIONS).map(({ title, url }) => ({ title, address: url })),
  };
}
