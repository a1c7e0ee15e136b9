import { dot, text } from '@observablehq/plot';
import type { Outcome } from '../schema/vocabulary.ts';
import { drawn, type Described, type Format } from './drawing.ts';
import { OUTCOME_SIGNS, type Sign } from './signs.ts';
import { atTheLeft } from './words.ts';

/** So many of one sign. */
export interface Tally {
  readonly outcome: Outcome;
  readonly count: number;
}

/**
 * How many cases one sign stands for, so that no row has more signs than there is room for: 1, 10, 100, ….
 * @param most how many cases the longest row has
 * @param room how many signs fit
 */
export function casesForEachSign(most: number, room: number): number {
  let each = 1;
  while (Math.ceil(most / each) > room) each *= 10;
  return each;
}

/** Signs of a drawing of blocks: what a reader can still take in, and about 15 kB. */
const MOST_SIGNS = 300;

const RADIUS = 4;
const OUTCOMES = ['helped', 'partly', 'did-not-help', 'not-reported'] as const;

interface Place {
  readonly x: number;
  readonly key: string;
  readonly outcome: Outcome;
}

const signs = (places: readonly Place[]) =>
  OUTCOMES.map((outcome) =>
    dot(
      places.filter((place) => place.outcome === outcome),
      {
        x: 'x',
        y: 'key',
        symbol: OUTCOME_SIGNS[outcome] satisfies Sign,
        r: RADIUS,
        fill: 'var(--ink)',
        stroke: 'var(--ink)',
        className: `sign ${outcome}`,
      },
    ),
  );

/** A block of signs for each outcome, row by row as a reader would count them, under its name and number. */
export function tallyBlocksDrawing(
  about: Described,
  tallies: readonly (Tally & { readonly title: string; readonly share: string })[],
  format: Format,
): string {
  const pitch = format.name === 'narrow' ? 13.3 : 17;
  const perRow = Math.floor((format.width - 10) / pitch / 5) * 5;
  const each = casesForEachSign(
    tallies.reduce((sum, { count }) => sum + count, 0),
    MOST_SIGNS,
  );
  const keys: string[] = [];
  const places: Place[] = [];
  const heads: { key: string; words: string; share: string }[] = [];
  for (const { outcome, title, count, share } of tallies) {
    if (keys.length > 0) keys.push(`before ${outcome}`);
    const head = `head of ${outcome}`;
    keys.push(head);
    heads.push({
      key: head,
      words: `${title}: ${count}${each > 1 ? `, a sign for each ${each}` : ''}`,
      share,
    });
    for (let i = 0; i < Math.ceil(count / each); i += 1) {
      const key = `${outcome} ${Math.floor(i / perRow)}`;
      if (i % perRow === 0) keys.push(key);
      places.push({ x: i % perRow, key, outcome });
    }
  }
  return drawn(about, format, {
    height: keys.length * (pitch + 1) + 6,
    marginTop: 2,
    marginBottom: 4,
    marginLeft: 6,
    marginRight: format.width - 6 - pitch * (perRow - 1),
    x: { domain: [0, Math.max(1, perRow - 1)] },
    y: { type: 'point', domain: keys, padding: 0.5 },
    marks: [
      text(heads, {
        y: 'key',
        text: 'words',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -5,
        dy: -4,
        className: 'strong',
      }),
      text(heads, {
        y: 'key',
        text: 'share',
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: format.width - 8,
        dy: -4,
        className: 'soft',
      }),
      ...signs(places),
    ],
  });
}

/** One outcome for each sign of a row, in the order of the tallies. */
const signsOf = (tallies: readonly Tally[], each: number): Outcome[] =>
  tallies.flatMap(({ outcome, count }) => Array.from({ length: Math.ceil(count / each) }, () => outcome));

/** A row of signs for each thing, its name at the left. */
export function tallyRowsDrawing(
  about: Described,
  rows: readonly { readonly title: string; readonly tallies: readonly Tally[] }[],
  format: Format,
): string {
  const { width, fontSize } = format;
  const margin = Math.round(width * (format.name === 'narrow' ? 0.5 : 0.44));
  const totals = rows.map(({ tallies }) => tallies.reduce((sum, { count }) => sum + count, 0));
  // At the right of the longest row stands its number.
  const room = width - margin - 2 * fontSize;
  const each = casesForEachSign(Math.max(1, ...totals), Math.floor(room / 11));
  const longest = Math.max(1, ...rows.map(({ tallies }) => signsOf(tallies, each).length));
  const pitch = Math.min(18, room / longest);
  const keyed = rows.map((row, i) => ({ ...row, key: `${i}`, total: totals[i] ?? 0 }));
  const places = keyed.flatMap(({ key, tallies }) =>
    signsOf(tallies, each).map((outcome, x): Place => ({ key, x, outcome })),
  );
  const ends = keyed.map(({ key, tallies, total }) => ({ key, total, x: signsOf(tallies, each).length }));
  return drawn(about, format, {
    height: keyed.length * (format.name === 'narrow' ? 34 : 27) + 4,
    marginTop: each > 1 ? 20 : 2,
    marginBottom: 2,
    marginLeft: margin,
    marginRight: width - margin - pitch * longest,
    x: { domain: [-0.5, longest - 0.5] },
    y: { type: 'point', domain: keyed.map(({ key }) => key), padding: 0.5 },
    marks: [
      atTheLeft(keyed, ({ title }) => title, { margin, fontSize }),
      ...signs(places),
      ...(each > 1
        ? [
            text([`a sign for each ${each}`], {
              frameAnchor: 'top-left',
              textAnchor: 'start',
              dy: -10,
              className: 'soft',
            }),
          ]
        : []),
      text(ends, { x: 'x', y: 'key', text: 'total', textAnchor: 'start', dx: -4, className: 'soft number' }),
    ],
  });
}
