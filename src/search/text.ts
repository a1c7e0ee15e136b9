import { stemmer } from 'stemmer';

/** Nobody types more than this; what is pasted beyond it is left aside. */
export const MAX_LENGTH = 300;

/** Words that nearly every text holds and no reader means. */
const STOP_WORDS = new Set(
  (
    'a about after all also am an and any are as at be because been between but by can could did do does doing done for from get gets got ' +
    'had has have having he her his how i if in into is it its just me my no not of off on one or our out s she so ' +
    'some still than that the their them then there they this those to too up us very was we were what when where which ' +
    'who why will with without would you your im ive dont doesnt isnt cant t'
  ).split(' '),
);

/** Words that the stemmer would make one with others of another meaning: production with product, edition with edit. */
const OWN_STEM: ReadonlyMap<string, string> = new Map([
  ['production', 'production'],
  ['edition', 'edition'],
  ['editions', 'edition'],
]);

/** A text without accents and quirks of width and case, so that two spellings of a character compare equal. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Beginnings that people write with a hyphen, with a space or as one with what follows: hyper-parameter, hyper parameter. */
const BEGINNING = /(?<![\p{L}\p{N}])(hyper|anti|semi|pre|non)[-\s]+(?=\p{L})/gu;

/** Beginnings that are words, so that only a hyphen joins them to what follows: re-training, de-identification. */
const HYPHENED = /(?<![\p{L}\p{N}])(re|de|co|sub|multi|micro|fine|over|under)-(?=\p{L})/gu;

/** The words of a text in order, in lower case and without accents: letters and digits, everything else parts them. */
export const wordsIn = (text: string): string[] =>
  plain(text)
    .replace(/(\p{L})['’](?=\p{L})/gu, '$1')
    .replace(BEGINNING, '$1')
    .replace(HYPHENED, '$1')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** British and American spellings of a word as one: -isation and -ization, -our and -or, labelling and labeling. */
const oneSpelling = (word: string): string =>
  word
    .replace(/(?<=...)is(e|es|ed|er|ers|ing|ation|ations)$/, 'iz$1')
    .replace(/(?<=...)our(s|al|ed|ing)?$/, 'or$1')
    .replace(/(?<=..[aeiou])ll(ed|er|ers|ing)$/, 'l$1');

/** Whether a word says nothing about what is meant. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/** A question in quotation marks: the engine then wants its words side by side, as they stand. */
const QUOTED = /^\s*".+"\s*$/;

/**
 * A question without the words that say nothing, which the full index would count and mark like others.
 * With fewer than two words left they may be what is meant, as in "go to", and the question stays.
 */
export function withoutStopWords(question: string): string {
  const says = (part: string) => {
    const words = wordsIn(part);
    return words.length === 0 || !words.every(isStopWord);
  };
  const kept = question.split(/\s+/).filter(says).join(' ');
  return QUOTED.test(question) || wordsIn(kept).length < 2 ? question : kept;
}

/**
 * What a word is known by: its stem (Porter 1980), in one spelling.
 * @returns nothing for a stop word
 */
export const stemOf = (word: string): string | undefined =>
  isStopWord(word) ? undefined : (OWN_STEM.get(word) ?? stemmer(oneSpelling(word)));

/** A name as it compares: `Hyper-parameter tuning` and `hyperparameter tuning` are one; what follows in brackets is no part of it. */
export const keyOf = (name: string): string =>
  wordsIn(name.replace(/\s*\([^)]*\)$/, ''))
    .map(oneSpelling)
    .join('');

/** How people ask whether something is of use, or what it is: did shadow deployment work for anyone. */
const ASKED_ABOUT =
  /^(?:how |when |what )?(?:did|does|do|has|have|is|are|will|can) (?:an? |the )?(?<name>.+?)(?: (?:ever |really )?(?:works?|worked|helps?|helped|useful|worth it|mean)(?: .*)?)?$/;

/** What a question asks about: a name, when it is one; nothing for words that are no such question. */
export const askedAbout = (question: string): string | undefined =>
  ASKED_ABOUT.exec(wordsIn(question).join(' '))?.groups?.['name'];

/** A piece of text, and whether the reader asked for it. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text cut at the words whose stems were asked for, to be marked where it is shown. */
export function marked(text: string, stems: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(/((?:(?<![\p{L}\p{N}])\p{L}{2,5}-)?[\p{L}\p{N}]+)/u)) {
    if (part === '') continue;
    const isMarked = wordsIn(part).some((word) => stems.has(stemOf(word) ?? ''));
    const last = pieces.at(-1);
    if (last && last.isMarked === isMarked) pieces[pieces.length - 1] = { text: last.text + part, isMarked };
    else pieces.push({ text: part, isMarked });
  }
  return pieces;
}
