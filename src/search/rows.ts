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
  /** What it is, and the marks of its stages: `Challenge · CC`. */
  readonly kind: string;
  readonly summary: string;
  /** Why it is here: what matched, in words, and the text that did. */
  readonly why: { readonly label: string; readonly text: readonly Piece[]; readonly address?: string };
  /** Where it leads: first mitigations of a challenge, challenges of a mitigation. */
  readonly answers: { readonly label: string; readonly links: readonly RowLink[] } | undefined;
  readonly strength: string | undefined;
  /** The parts of the page that hold the words, best first. */
  readonly sections: readonly RowLink[];
}

/** How a match is told, by where the phrase stands. */
const WHY: Readonly<Record<PhraseKind, string>> = {
  title: 'Name',
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

const typeWords = (type: string): string =>
  Object.entries(TYPES).find(([slug]) => slug === type.replaceAll(' ', '-'))?.[1] ?? type;

/**
 * What a result shows.
 * @param stems stems of the words that were searched for
 */
export function rowOf({ page, match, text, answers }: Hit, stems: ReadonlySet<string>): Row {
  const type = page?.type ?? text?.meta['type'] ?? '';
  const sections = (text?.sub_results ?? [])
    .filter(({ url }) => url.includes('#'))
    .map((section) => ({
      ...section,
      score: section.weighted_locations.reduce((sum, { balanced_score: score }) => sum + score, 0),
    }))
    .toSorted((a, b) => b.score - a.score);
  const isNamed = match !== undefined && match.phrase.kind !== 'title';
  return {
    address: page?.address ?? text?.url ?? '',
    title: marked(page?.title ?? text?.meta['title'] ?? text?.url ?? '', stems),
    kind: [typeWords(type), ...(page?.stages ?? [])].join(' · '),
    summary: page?.summary ?? text?.meta['summary'] ?? '',
    why: match
      ? {
          label: WHY[match.phrase.kind],
          text: isNamed ? marked(match.phrase.text, stems) : [],
          ...(match.phrase.kind === 'symptom' && { address: `${match.page.address}#${SYMPTOMS}` }),
        }
      : { label: '', text: excerptPieces(sections[0]?.excerpt ?? text?.excerpt ?? '') },
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
