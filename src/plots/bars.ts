import { barX, ruleX, text } from '@observablehq/plot';
import { drawn, type Described, type Format } from './drawing.ts';
import { atTheLeft } from './words.ts';

/** A bar across. */
export interface Bar {
  readonly title: string;
  readonly count: number;
  /** The slug of the stage whose hue it has; ink where it belongs to none. */
  readonly stage?: string;
  /** Whether it sums up the bars below it: set in stronger type, with room above. */
  readonly isTotal?: boolean;
}

/** Bars across, one below the other, each with its name at the left and its number at the end. */
export function barsDrawing(about: Described, bars: readonly Bar[], format: Format): string {
  const { width, fontSize } = format;
  const rows = bars.map((bar, i) => ({
    ...bar,
    key: `${i}`,
    hue: bar.stage ? `var(--${bar.stage})` : 'var(--ink)',
  }));
  const keys = rows.flatMap(({ key, isTotal }, i) => (isTotal && i > 0 ? [`before ${key}`, key] : [key]));
  const margin = Math.round(width * (format.name === 'narrow' ? 0.5 : 0.34));
  const totals = rows.filter(({ isTotal }) => isTotal);
  const parts = rows.filter(({ isTotal }) => !isTotal);
  const band = 25;
  return drawn(about, format, {
    height: keys.length * band + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: margin,
    marginRight: 40,
    x: { domain: [0, Math.max(1, ...rows.map(({ count }) => count))] },
    y: { domain: keys, padding: 0.36 },
    marks: [
      barX(totals, { x: 'count', y: 'key', fill: 'hue', className: 'total' }),
      barX(parts, { x: 'count', y: 'key', fill: 'hue', className: 'part', insetTop: 2, insetBottom: 2 }),
      ruleX([0], { className: 'base' }),
      atTheLeft(totals, ({ title }) => title, { margin, fontSize, className: 'strong' }),
      atTheLeft(parts, ({ title }) => title, { margin, fontSize }),
      text(rows, { x: 'count', y: 'key', text: 'count', textAnchor: 'start', dx: 6, className: 'number' }),
    ],
  });
}
