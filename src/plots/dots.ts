import { dot, text } from '@observablehq/plot';
import { drawn, type Described, type Format } from './drawing.ts';
import { atTheLeft } from './words.ts';

/** Things of one sort that have few case studies, or none. */
export interface DotGroup {
  readonly title: string;
  readonly rows: readonly { readonly title: string; readonly count: number }[];
}

/** A dot for each case study, and a dashed ring for what has none, under a heading for each sort of thing. */
export function dotsDrawing(about: Described, groups: readonly DotGroup[], format: Format): string {
  const { width, fontSize } = format;
  const margin = Math.round(width * (format.name === 'narrow' ? 0.64 : 0.5));
  const filled = groups.filter(({ rows }) => rows.length > 0);
  const heads = filled.map(({ title }) => ({ title, key: `head of ${title}` }));
  const rows = filled.flatMap((group) =>
    group.rows.map((row, i) => ({ ...row, group: group.title, key: `${group.title} ${i}` })),
  );
  const keys = filled.flatMap(({ title }, i) => [
    ...(i > 0 ? [`before ${title}`] : []),
    `head of ${title}`,
    ...rows.filter(({ group }) => group === title).map(({ key }) => key),
  ]);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const dots = rows.flatMap(({ key, count }) => Array.from({ length: count }, (_, x) => ({ key, x })));
  const none = rows.filter(({ count }) => count === 0);
  return drawn(about, format, {
    height: keys.length * (format.name === 'narrow' ? 29 : 25) + 4,
    marginTop: 2,
    marginBottom: 2,
    marginLeft: margin,
    marginRight: Math.max(2, width - margin - most * 20),
    x: { domain: [-0.5, most - 0.5] },
    y: { type: 'point', domain: keys, padding: 0.5 },
    marks: [
      atTheLeft(heads, ({ title }) => title, { margin, fontSize, className: 'strong' }),
      atTheLeft(rows, ({ title }) => title, { margin, fontSize }),
      dot(dots, { x: 'x', y: 'key', r: 5, fill: 'var(--ink)', className: 'dot' }),
      dot(none, {
        x: () => 0,
        y: 'key',
        r: 5,
        stroke: 'var(--ink)',
        strokeDasharray: '3 2',
        className: 'none',
      }),
      text(none, {
        x: () => 0,
        y: 'key',
        text: () => 'none',
        textAnchor: 'start',
        dx: 12,
        className: 'soft',
      }),
    ],
  });
}
