import type { Shape } from '../schema/vocabulary.ts';

/** The outline of each shape within a square of 16 units. */
export const SHAPE_PATHS: Readonly<Record<Shape, string>> = {
  circle: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z',
  triangle: 'M8 1.6L15 14.2H1z',
  square: 'M2.2 2.2h11.6v11.6H2.2z',
  diamond: 'M8 .8L15.2 8 8 15.2.8 8z',
  hexagon: 'M4.4 1.7h7.2L15.2 8l-3.6 6.3H4.4L.8 8z',
};

/** The mark of the guide: the five stages in workflow order on one line, 16 units high. */
export const SITE_MARK = {
  width: 75,
  paths: [
    { stage: 'data-management', path: 'M7 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12z' },
    { stage: 'model-learning', path: 'M22 2l6.6 12H15.4z' },
    { stage: 'model-verification', path: 'M31.5 2.5h11v11h-11z' },
    { stage: 'model-deployment', path: 'M52 1.2L58.8 8 52 14.8 45.2 8z' },
    { stage: 'cross-cutting', path: 'M63.6 2h6.8L74 8l-3.6 6h-6.8L60 8z' },
  ],
} as const;
