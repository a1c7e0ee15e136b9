import { barX, text } from '@observablehq/plot';
import { drawn, type Described, type Format } from './drawing.ts';

/** A bar that is parted by how its case studies were seen. */
export interface SharedBar {
  readonly title: string;
  readonly fullText: number;
  readonly abstract: number;
  readonly secondary: number;
  /** What stands at the end of its line. */
  readonly share: string;
  readonly stage?: string;
}

const LEVELS = ['fullText', 'abstract', 'secondary'] as const;

/**
 * Bars of one length, each parted by share: filled for the full text, filled by half for the abstract, open for what
 * another source tells, as the marks of the evidence levels are. Numbers stand below their parts.
 */
export function sharesDrawing(about: Described, bars: readonly SharedBar[], format: Format): string {
  const rows = bars.map((bar, i) => ({
    ...bar,
    key: `${i}`,
    hue: bar.stage ? `var(--${bar.stage})` : 'var(--ink)',
  }));
  const parts = rows.flatMap((row) => {
    const total = LEVELS.reduce((sum, level) => sum + row[level], 0);
    let from = 0;
    return LEVELS.filter((level) => row[level] > 0).map((level) => {
      const x1 = from / total;
      from += row[level];
      return {
        key: row.key,
        hue: row.hue,
        level,
        count: row[level],
        x1,
        x2: from / total,
        middle: x1 / 2 + from / total / 2,
      };
    });
  });
  const band = 68;
  const bar = {
    x1: 'x1',
    x2: 'x2',
    y: 'key',
    insetTop: 26,
    insetBottom: 26,
    insetLeft: 0.75,
    insetRight: 0.75,
  };
  const of = (level: string) => parts.filter((part) => part.level === level);
  return drawn(about, format, {
    height: rows.length * band + 4,
    marginTop: 0,
    marginBottom: 4,
    marginLeft: 1,
    marginRight: 1,
    x: { domain: [0, 1] },
    y: { domain: rows.map(({ key }) => key), padding: 0 },
    marks: [
      barX(of('fullText'), { ...bar, fill: 'hue', className: 'full' }),
      barX(of('abstract'), { ...bar, insetTop: 34, fill: 'hue', className: 'half' }),
      barX(parts, { ...bar, fill: 'none', stroke: 'hue', className: 'open' }),
      text(rows, {
        y: 'key',
        text: 'title',
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -18,
        className: 'strong',
      }),
      text(rows, {
        y: 'key',
        text: 'share',
        frameAnchor: 'right',
        textAnchor: 'end',
        dy: -18,
        className: 'soft',
      }),
      text(parts, { x: 'middle', y: 'key', text: 'count', dy: 17, className: 'number' }),
    ],
  });
}
