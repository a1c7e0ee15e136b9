import type { Catalogue } from './catalogue.ts';
import { industriesFigure, kindsFigure, stagesFigure, yearsFigure } from './case-figures.ts';
import { evidenceFigure } from './evidence-figure.ts';
import type { Figure } from './figure.ts';
import { mitigationsFigure, outcomesFigure } from './outcome-figures.ts';
import { pairsFigure } from './pairs-figure.ts';
import { thinSpotsFigure } from './thin-spots-figure.ts';

/** Every figure that the guide draws of itself, in the order of the page. */
export const statisticsOf = (catalogue: Catalogue) => ({
  stages: stagesFigure(catalogue),
  industries: industriesFigure(catalogue),
  years: yearsFigure(catalogue),
  kinds: kindsFigure(catalogue),
  evidence: evidenceFigure(catalogue),
  outcomes: outcomesFigure(catalogue),
  mitigations: mitigationsFigure(catalogue),
  pairs: pairsFigure(catalogue),
  thinSpots: thinSpotsFigure(catalogue),
});

/** Address of the file that holds the rows of a figure, from the root of the site. */
export const fileOfFigure = ({ id }: Pick<Figure, 'id'>): string => `/statistics/${id}.csv`;
