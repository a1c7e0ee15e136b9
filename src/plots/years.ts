import { axisX, barY, ruleY, text } from '@observablehq/plot';
import { drawn, type Described, type Format } from './drawing.ts';

/** A column of a drawing over years. */
export interface YearColumn {
  readonly year: number;
  readonly count: number;
}

/** Upright bars, one a year, each with its number on top where there is room. */
export function yearsDrawing(about: Described, columns: readonly YearColumn[], format: Format): string {
  const { width, fontSize } = format;
  const pitch = width / Math.max(1, columns.length);
  const every = Math.ceil((fontSize * 2.6) / pitch);
  const years = columns.map(({ year }) => year);
  return drawn(about, format, {
    height: format.name === 'narrow' ? 210 : 280,
    marginTop: 24,
    marginBottom: 26,
    marginLeft: 4,
    marginRight: 4,
    x: { type: 'band', domain: years, padding: 0.3 },
    y: { domain: [0, Math.max(1, ...columns.map(({ count }) => count))] },
    marks: [
      barY(columns as YearColumn[], { x: 'year', y: 'count', fill: 'var(--ink)', className: 'part' }),
      ruleY([0], { className: 'base' }),
      axisX(
        // Counted from the last, so that the newest year is always named.
        years.filter((_, i) => (years.length - 1 - i) % every === 0),
        { tickSize: 0, tickPadding: 8, tickFormat: String, label: null, className: 'years', fontSize },
      ),
      ...(pitch < fontSize * 1.3
        ? []
        : [
            text(columns as YearColumn[], {
              x: 'year',
              y: 'count',
              text: 'count',
              dy: -9,
              className: 'number',
            }),
          ]),
    ],
  });
}
