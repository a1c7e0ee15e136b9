/** Endings before which English breaks a word, whatever stands in front of them. */
const ENDINGS = /(?<=[a-z]{4})(?=(?:abilit(?:y|ies)|mental|ments?|mance|tion(?:al|s)?|ing|works?)\b)/gi;

/** Words of so many letters may be broken; shorter ones are left whole. */
const LONG = /[a-z]{10,}/gi;

const SOFT_HYPHEN = '\u00ad';

/**
 * A title with soft hyphens in its long words, for narrow columns. Few browsers bring the dictionary that
 * `hyphens: auto` asks for, and the few endings known here are in most of the long words of this field.
 */
export const hyphenated = (title: string): string =>
  title.replace(LONG, (word) => word.replace(ENDINGS, SOFT_HYPHEN));
