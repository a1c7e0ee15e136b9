import { closest, distance } from 'fastest-levenshtein';

/**
 * The valid word nearest to a mistyped one, when it is near enough to be meant:
 * at most a third of its letters differ (Levenshtein distance), and never more than four.
 */
export function nearest(word: string, valid: Iterable<string>): string | undefined {
  const words = [...valid];
  if (words.length === 0) return undefined;
  const best = closest(word.toLowerCase(), words);
  const limit = Math.min(4, Math.max(1, Math.ceil(Math.max(best.length, word.length) / 3)));
  return distance(word.toLowerCase(), best.toLowerCase()) <= limit ? best : undefined;
}

/** What answers for a name today, else what may have been meant, as the end of a message; nothing when neither is known. */
export const renamedOrMeant = (today: string | undefined, suggestion: string | undefined): string =>
  today === undefined ? didYouMean(suggestion) : `; it was renamed, and is "${today}" now`;

/** `; did you mean "x"?` when there is something near, otherwise nothing. */
export const didYouMean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `; did you mean "${suggestion}"?`;
