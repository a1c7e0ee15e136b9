const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A count as running text has it: in words up to twelve, in figures from there on; "no" for none. */
export const inWords = (count: number): string => WORDS[count] ?? String(count);
