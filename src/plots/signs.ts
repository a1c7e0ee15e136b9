import type { Outcome } from '../schema/vocabulary.ts';

/** How a sign is drawn around 0, 0, as Plot asks for it: `area` is that of a circle as large as the sign. */
export interface Sign {
  readonly draw: (context: CanvasPath, area: number) => void;
}

/** A sign from the way it is drawn within so many units to each side. */
const sign = (draw: (context: CanvasPath, half: number) => void): Sign => ({
  draw: (context, area) => draw(context, Math.sqrt(area / Math.PI)),
});

type Point = readonly [number, number];

function line(context: CanvasPath, from: Point, to: Point) {
  context.moveTo(...from);
  context.lineTo(...to);
}

function closed(context: CanvasPath, [first, ...others]: readonly [Point, ...Point[]]) {
  context.moveTo(...first);
  for (const point of others) context.lineTo(...point);
  context.closePath();
}

/** One sign an outcome, as beside the outcomes on the pages: filled, half, a cross, a dash. */
export const OUTCOME_SIGNS: Readonly<Record<Outcome, Sign>> = {
  helped: sign((context, half) =>
    closed(context, [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ]),
  ),
  partly: sign((context, half) => {
    closed(context, [
      [-half, -half],
      [half, -half],
      [-half, half],
    ]);
    // The other two sides of the square, as lines that enclose nothing.
    line(context, [half, -half], [half, half]);
    line(context, [half, half], [-half, half]);
  }),
  'did-not-help': sign((context, half) => {
    line(context, [-half, -half], [half, half]);
    line(context, [half, -half], [-half, half]);
  }),
  'not-reported': sign((context, half) => line(context, [-half, 0], [half, 0])),
};
