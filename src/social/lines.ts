/** Gives the width of a text in parts of an em. */
export type Measure = (text: string) => number;

/** A way to set a title: the size of its letters and the longest line in pixels, and how many lines at most. */
export interface Setting {
  readonly size: number;
  readonly width: number;
  readonly lines: number;
}

/** A title as it is set. */
export interface SetTitle {
  readonly size: number;
  readonly lines: readonly string[];
}

const ELLIPSIS = '…';

/** Where a word may be parted without a sign: after a hyphen or a stroke within it. */
const PARTS = /(?<=[\p{L}\p{N}][-–/])(?=[\p{L}\p{N}])/u;

/** The longest beginning of a word that fits, at least one character. */
function beginningOf(word: string, limit: number, measure: Measure): string {
  const characters = Array.from(word);
  let [fits, toolong] = [1, characters.length + 1];
  while (toolong - fits > 1) {
    const middle = Math.floor((fits + toolong) / 2);
    if (measure(characters.slice(0, middle).join('')) <= limit) fits = middle;
    else toolong = middle;
  }
  return characters.slice(0, fits).join('');
}

/**
 * Breaks a text into lines, each as full as it gets: between words, within a word after a hyphen or stroke, and
 * anywhere in a word that is longer than a line.
 * @param limit the longest line, in parts of an em
 */
export function wrapped(text: string, limit: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  const add = (piece: string, isNewWord: boolean) => {
    const longer = line === '' || !isNewWord ? line + piece : `${line} ${piece}`;
    if (measure(longer) <= limit) {
      line = longer;
      return;
    }
    if (line !== '') lines.push(line);
    let rest = piece;
    while (measure(rest) > limit && Array.from(rest).length > 1) {
      const beginning = beginningOf(rest, limit, measure);
      lines.push(beginning);
      rest = rest.slice(beginning.length);
    }
    line = rest;
  };
  for (const word of text.split(/\s+/u).filter(Boolean))
    word.split(PARTS).forEach((piece, i) => {
      add(piece, i === 0);
    });
  return line === '' ? lines : [...lines, line];
}

/** The same number of lines, as even as they get: the narrowest limit that needs no more. */
function balanced(text: string, limit: number, measure: Measure): string[] {
  const count = wrapped(text, limit, measure).length;
  let [tooNarrow, wide] = [0, limit];
  for (let i = 0; i < 8; i += 1) {
    const middle = (tooNarrow + wide) / 2;
    const lines = wrapped(text, middle, measure);
    if (lines.length > count || partsAWord(text, lines)) tooNarrow = middle;
    else wide = middle;
  }
  return wrapped(text, wide, measure);
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean);

/** Whether a break lies anywhere but between words. */
function partsAWord(text: string, lines: readonly string[]): boolean {
  const words = new Set(wordsOf(text));
  return lines.some((line) => wordsOf(line).some((word) => !words.has(word)));
}

/** A line cut so that the sign of an ellipsis fits after it. */
function shortened(line: string, limit: number, measure: Measure): string {
  let characters = Array.from(line);
  while (characters.length > 0 && measure(characters.join('').trimEnd() + ELLIPSIS) > limit)
    characters = characters.slice(0, -1);
  return characters.join('').replace(/[\s\p{P}]+$/u, '') + ELLIPSIS;
}

/**
 * Sets a title in the first way in which it fits with whole words; in the last one when it fits in none: words are
 * parted there, and what is too much gives way to an ellipsis.
 * @param settings from the largest to the smallest, at least one
 */
export function setTitle(
  text: string,
  settings: readonly [Setting, ...Setting[]],
  measure: Measure,
): SetTitle {
  for (const { size, width, lines: most } of settings) {
    const lines = wrapped(text, width / size, measure);
    if (lines.length <= most && !partsAWord(text, lines))
      return { size, lines: balanced(text, width / size, measure) };
  }
  const { size, width, lines: most } = settings.at(-1) ?? settings[0];
  const lines = wrapped(text, width / size, measure);
  if (lines.length <= most) return { size, lines };
  const last = shortened(lines[most - 1] ?? '', width / size, measure);
  return { size, lines: [...lines.slice(0, most - 1), last] };
}
