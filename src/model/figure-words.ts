import { leadersOf, type Counted } from './figure.ts';

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What a figure says of a catalogue without a case study. */
export const NO_CASE_STUDY = 'No case study is in the guide yet.';

/** Names in a sentence: all of them up to four, else the first three and how many more. */
export const named = (names: readonly string[]): string =>
  LIST.format(names.length <= 4 ? names : [...names.slice(0, 3), `${names.length - 3} more`]);

/** So many of all case studies, after "in": `36 of 199 case studies`, `the only case study`. */
export const ofCaseStudies = (count: number, all: number): string =>
  all === 1 ? 'the only case study' : `${count} of ${all} case studies`;

/** A part in whole per cent; nothing of nothing. */
export const percentOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((100 * part) / whole);

/**
 * Who leads, after a colon: `Software, in 36 of 199 case studies`, `Law and Ethics, each in the only case study`.
 * @param all how many case studies there are
 * @returns nothing where nothing was counted
 */
export function leadOf(rows: readonly Counted[], all: number): string | undefined {
  const leaders = leadersOf(rows);
  const [first] = leaders;
  if (!first) return undefined;
  const names = named(leaders.map(({ title }) => title));
  return `${names}, ${leaders.length === 1 ? '' : 'each '}in ${ofCaseStudies(first.count, all)}`;
}
