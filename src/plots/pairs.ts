import { cell, text } from '@observablehq/plot';
import { drawn, type Described, type Format } from './drawing.ts';

/** A place on both sides of the drawing, in its order. */
export interface Place {
  readonly slug: string;
  readonly title: string;
  /** The slug of the stage whose hue its mark has, and the mark. */
  readonly stage: string;
  readonly mark: string;
}

/** How often two places meet. */
export interface Meeting {
  readonly one: string;
  readonly two: string;
  readonly count: number;
}

/**
 * A triangle of cells: each place ends a row and heads a column, so that its name is needed once. A cell says how often
 * the two meet, and is the darker the more often.
 */
export function pairsDrawing(
  about: Described,
  places: readonly Place[],
  meetings: readonly Meeting[],
  format: Format,
): string {
  const isNarrow = format.name === 'narrow';
  const size = isNarrow ? 25 : 27;
  const order = new Map(places.map(({ slug }, i) => [slug, i]));
  const most = Math.max(1, ...meetings.map(({ count }) => count));
  const found = meetings.flatMap(({ one, two, count }) => {
    const ends = [order.get(one), order.get(two)];
    const [a, b] = ends;
    return a === undefined || b === undefined
      ? []
      : [{ column: Math.min(a, b), row: Math.max(a, b), count, weight: (0.36 * count) / most }];
  });
  const all = places.flatMap((_, row) => Array.from({ length: row }, (__, column) => ({ row, column })));
  const names = places.map((place, i) => ({ ...place, row: i, column: i, hue: `var(--${place.stage})` }));
  const side = places.map((_, i) => i);
  const fontSize = isNarrow ? 12 : format.fontSize;
  const markWidth = fontSize * 3.5;
  const room = format.width - (places.length - 1) * size - markWidth - 8;
  return drawn(about, format, {
    height: places.length * size + 4,
    marginTop: 2,
    marginBottom: 2,
    marginLeft: 1,
    marginRight: format.width - 1 - places.length * size,
    x: { type: 'band', domain: side, padding: 0 },
    y: { type: 'band', domain: side, padding: 0 },
    marks: [
      cell(all, {
        x: 'column',
        y: 'row',
        inset: 0.5,
        fill: 'none',
        stroke: 'var(--hairline)',
        className: 'empty',
      }),
      cell(found, {
        x: 'column',
        y: 'row',
        inset: 0.5,
        fill: 'var(--ink)',
        fillOpacity: 'weight',
        className: 'cell',
      }),
      text(found, { x: 'column', y: 'row', text: 'count', className: 'number' }),
      text(names, {
        x: 'column',
        y: 'row',
        text: 'mark',
        textAnchor: 'start',
        dx: 5 - size / 2,
        fill: 'hue',
        fontSize,
        className: 'strong hue',
      }),
      text(names, {
        x: 'column',
        y: 'row',
        text: 'title',
        textAnchor: 'start',
        dx: 5 - size / 2 + markWidth,
        fontSize,
        lineWidth: room / fontSize,
        lineHeight: 0.95,
      }),
    ],
  });
}
