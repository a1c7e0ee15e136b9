import type { Catalogue } from '../model/catalogue.ts';
import type { statisticsOf } from '../model/statistics.ts';
import { ALL_STEPS } from '../model/case-figures.ts';
import { ALL_STAGES } from '../model/evidence-figure.ts';
import type { Figure } from '../model/figure.ts';
import { COUNT_OF, type MitigationRow } from '../model/outcome-figures.ts';
import { challengesOfPairs } from '../model/pairs-figure.ts';
import type { ThinRow } from '../model/thin-spots-figure.ts';
import { keysOf, OUTCOMES } from '../schema/vocabulary.ts';
import { barsDrawing, type Bar } from './bars.ts';
import { yearsDrawing } from './years.ts';
import { dotsDrawing } from './dots.ts';
import { NARROW, WIDE, type Format } from './drawing.ts';
import { pairsDrawing } from './pairs.ts';
import { sharesDrawing } from './shares.ts';
import { tallyBlocksDrawing, tallyRowsDrawing } from './tallies.ts';

type Statistics = ReturnType<typeof statisticsOf>;

/** A figure as inline SVG: once for phones, and once for everything wider. */
export interface Drawings {
  readonly narrow: string;
  readonly wide: string;
}

/** How many mitigations are drawn; the table has all. */
export const MITIGATIONS_DRAWN = 15;

/** How many challenges are drawn against each other. */
const CHALLENGES_DRAWN = { narrow: 8, wide: 16 } as const;

const both = (draw: (format: Format) => string): Drawings => ({ narrow: draw(NARROW), wide: draw(WIDE) });

const bars = (figure: Figure, all: readonly Bar[]) => both((format) => barsDrawing(figure, all, format));

const talliesOf = (row: MitigationRow) =>
  keysOf(OUTCOMES).map((outcome) => ({ outcome, count: row[COUNT_OF[outcome]] }));

const perCent = (share: number | undefined) => (share === undefined ? '' : `${share}%`);

/** What the thin spots of a sort are headed by. */
const SORTS: Record<ThinRow['what'], string> = {
  Challenge: 'Challenges',
  Industry: 'Industries',
  Mitigation: 'Mitigations never applied',
};

/** The drawings of all figures. */
export const drawingsOf = (
  statistics: Statistics,
  catalogue: Pick<Catalogue, 'workflow' | 'challenges'>,
): Record<keyof Statistics, Drawings> => {
  const { stages, industries, years, kinds, evidence, outcomes, mitigations, pairs, thinSpots } = statistics;
  const slugOfStage = new Map(catalogue.workflow.stages.map(({ slug, title }) => [title, slug]));
  return {
    stages: bars(
      stages,
      stages.rows.map(({ stage, step, mark, slug, caseStudies }) =>
        step === ALL_STEPS
          ? { title: `${mark} ${stage}`, count: caseStudies, stage: slug, isTotal: true }
          : { title: step, count: caseStudies, stage: slug },
      ),
    ),
    industries: bars(
      industries,
      industries.rows.map(({ industry, caseStudies }) => ({ title: industry, count: caseStudies })),
    ),
    years: both((format) =>
      yearsDrawing(
        years,
        years.rows.map(({ year, caseStudies }) => ({ year, count: caseStudies })),
        format,
      ),
    ),
    kinds: bars(
      kinds,
      kinds.rows.map(({ kind, caseStudies }) => ({ title: kind, count: caseStudies })),
    ),
    evidence: both((format) =>
      sharesDrawing(
        evidence,
        evidence.rows.map((row) => {
          const stage = slugOfStage.get(row.stage);
          return {
            title: row.stage === ALL_STAGES ? `${row.stage}, ${row.caseStudies} case studies` : row.stage,
            fullText: row.fullText,
            abstract: row.abstract,
            secondary: row.secondary,
            share: `${perCent(row.share)}${row.stage === ALL_STAGES && row.share !== undefined ? ' in full text' : ''}`,
            ...(stage !== undefined && { stage }),
          };
        }),
        format,
      ),
    ),
    outcomes: both((format) =>
      tallyBlocksDrawing(
        outcomes,
        outcomes.rows.map(({ outcome, word, times, share }) => ({
          title: outcome,
          outcome: word,
          count: times,
          share: perCent(share),
        })),
        format,
      ),
    ),
    mitigations: both((format) =>
      tallyRowsDrawing(
        mitigations,
        mitigations.rows
          .filter(({ applied }) => applied > 0)
          .slice(0, MITIGATIONS_DRAWN)
          .map((row) => ({ title: row.mitigation, tallies: talliesOf(row) })),
        format,
      ),
    ),
    pairs: both((format) =>
      pairsDrawing(
        pairs,
        challengesOfPairs(pairs.rows, catalogue, CHALLENGES_DRAWN[format.name]),
        pairs.rows.map(({ slug, otherSlug, caseStudies }) => ({
          one: slug,
          two: otherSlug,
          count: caseStudies,
        })),
        format,
      ),
    ),
    thinSpots: both((format) =>
      dotsDrawing(
        thinSpots,
        (Object.keys(SORTS) as ThinRow['what'][]).map((what) => ({
          title: SORTS[what],
          rows: thinSpots.rows
            .filter((row) => row.what === what)
            .map(({ title, caseStudies }) => ({ title, count: caseStudies })),
        })),
        format,
      ),
    ),
  };
};
