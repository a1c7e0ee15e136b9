import type { CaseRow, MatrixData } from './matrix.ts';

/*
 * The case studies of the map as one string, a word each, so that ten thousand of them still fit into the page: the
 * years since the case before, industry, evidence with kind and edition, and the places, each as its distance from the
 * one before. Numbers are written as source maps do (base 64 VLQ, without a sign): five bits a letter, the lowest
 * first, and a sixth that says that more follow.
 */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const DIGIT = 32;

function lettersOf(number: number): string {
  let rest = number;
  let letters = '';
  while (rest >= DIGIT) {
    letters += LETTERS.charAt(DIGIT + (rest % DIGIT));
    rest = Math.floor(rest / DIGIT);
  }
  return letters + LETTERS.charAt(rest);
}

function numbersIn(word: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let weight = 1;
  for (const letter of word) {
    const value = LETTERS.indexOf(letter);
    number += (value % DIGIT) * weight;
    if (value >= DIGIT) weight *= DIGIT;
    else {
      numbers.push(number);
      number = 0;
      weight = 1;
    }
  }
  return numbers;
}

/** How many evidence levels and kinds may be told apart in one number. */
const [LEVELS, KINDS] = [8, 16];

/** Distances between numbers that only grow, the first from 0. */
const distances = (growing: readonly number[]) => growing.map((each, i) => each - (growing[i - 1] ?? 0));
function sums(steps: readonly number[]): number[] {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

/** Case studies as a string. @param cases by year, the places of each in order, as `matrixDataOf` gives them */
export function packedCases(cases: MatrixData['cases']): string {
  const years = distances(cases.map(([year]) => year));
  return cases
    .map(([, industry, evidence, kind, places, isLater], i) =>
      [years[i] ?? 0, industry, (isLater * KINDS + kind) * LEVELS + evidence, ...distances(places)]
        .map(lettersOf)
        .join(''),
    )
    .join(' ');
}

/** The case studies in a string that `packedCases` made. */
export function casesIn(packed: string): CaseRow[] {
  const words = packed === '' ? [] : packed.split(' ').map(numbersIn);
  const years = sums(words.map(([since = 0]) => since));
  return words.map(([, industry = 0, rest = 0, ...places], i) => [
    years[i] ?? 0,
    industry,
    rest % LEVELS,
    Math.floor(rest / LEVELS) % KINDS,
    sums(places),
    rest >= LEVELS * KINDS ? 1 : 0,
  ]);
}

/** What the page of the map embeds: all that a lens needs, the case studies as a string. */
export interface EmbeddedMatrix extends Omit<MatrixData, 'cases'> {
  readonly cases: string;
}

/** What the page embeds of the data of the map. */
export const embeddedMatrix = (data: MatrixData): EmbeddedMatrix => ({
  ...data,
  cases: packedCases(data.cases),
});

/** The data of the map from what the page embeds. */
export const matrixDataFrom = (embedded: EmbeddedMatrix): MatrixData => ({
  ...embedded,
  cases: casesIn(embedded.cases),
});
