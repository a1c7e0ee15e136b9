/** Signs that nobody sees, or that turn the reading order: they hide words, or make two words look alike. */
const HIDDEN =
  /(?:[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|(?<!\p{Script=Han})[\u{e0100}-\u{e01ef}]|(?<=[\ufe00-\ufe0f])[\ufe00-\ufe0f]|\r(?!\n)|(?<![\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}\p{Script=Khmer}])[\u200c\u200d])+/gu;

/** A run of hidden signs: where it begins in the text, and the code points, such as `U+200B`. */
export interface HiddenSigns {
  readonly offset: number;
  readonly names: string;
}

const nameOf = (sign: string) =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Runs of hidden signs in a text, in order. Tabs and line ends are seen; joiners stay where scripts need them,
 * and so do single variation selectors.
 * @param text offsets count UTF-16 units from its start
 */
export const hiddenSignsIn = (text: string): HiddenSigns[] =>
  [...text.matchAll(HIDDEN)].map(({ 0: run, index }) => ({
    offset: index,
    names: [...new Set(Array.from(run, nameOf))].join(', '),
  }));
