const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A count as running text has it: in words up to twelve, in figures from there on; "no" for none. */
export const inWords = (count: number): string => WORDS[count] ?? String(count);

/** A number with its noun: `1 case study`, `12 case studies`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
