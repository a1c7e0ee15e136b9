import type { Shape } from '../schema/vocabulary.ts';

/** The outline of each shape within a square of 16 units. */
export const SHAPE_PATHS: Readonly<Record<Shape, string>> = {
  circle: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z',
  triangle: 'M8 1.6L15 14.2H1z',
  square: 'M2.2 2.2h11.6v11.6H2.2z',
  diamond: 'M8 .8L15.2 8 8 15.2.8 8z',
  hexagon: 'M4.4 1.7h7.2L15.2 8l-3.6 6.3H4.4L.8 8z',
};
