const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A count as running text has it: in words up to twelve, in figures from there on; "no" for none. */
export const inWords = (count: number): string => WORDS[count] ?? String(count);

/** A number with its noun: `1 case study`, `12 case studies`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** A reason as a sentence of its own: a capital before it, a full stop behind it where nothing ends it. */
export const asSentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');

/** The months, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A number of bytes as readers know it from their files: `640 bytes`, `34 kB`, `3.6 MB`. */
export function inBytes(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const kilobytes = Math.round(bytes / 1000);
  return kilobytes < 1000 ? `${kilobytes} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
