import { text, type Markish, type TextOptions } from '@observablehq/plot';

/** Words at the left edge of their row, broken into lines where they are too long. */
export const atTheLeft = <T extends { readonly key: string }>(
  rows: readonly T[],
  words: (row: T) => string,
  { margin, fontSize, ...rest }: { margin: number; fontSize: number } & TextOptions,
): Markish =>
  text(rows as T[], {
    y: 'key',
    text: words,
    frameAnchor: 'left',
    textAnchor: 'start',
    dx: -margin,
    // In ems, by Plot's estimate of how wide letters are; a little less than there is room for.
    lineWidth: (margin - 10) / fontSize,
    lineHeight: 1.1,
    ...rest,
  });
