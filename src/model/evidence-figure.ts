import { EVIDENCE } from '../schema/vocabulary.ts';
import type { Catalogue } from './catalogue.ts';
import { evidenceOf } from './coverage.ts';
import { challengesOfStage } from './workflow.ts';
import type { Column, Figure } from './figure.ts';
import { named, NO_CASE_STUDY, percentOf } from './figure-words.ts';

/** How the case studies of a stage were seen. */
export type EvidenceRow = {
  /** The stage, or that all are meant. */
  readonly stage: string;
  readonly address: string | undefined;
  readonly caseStudies: number;
  readonly fullText: number;
  readonly abstract: number;
  readonly secondary: number;
  /** Seen in full text, in whole per cent; nothing where there is no case study. */
  readonly share: number | undefined;
};

/** What stands for the stage in the row of the whole guide. */
export const ALL_STAGES = 'All stages';

function evidenceFinding([all, ...stages]: readonly EvidenceRow[]): string {
  if (!all || all.share === undefined) return NO_CASE_STUDY;
  if (all.caseStudies === 1)
    return all.fullText === 1
      ? 'The only case study was seen in full text.'
      : 'The only case study was not seen in full text.';
  const seen = `${all.fullText} of ${all.caseStudies} case studies (${all.share}%) were seen in full text.`;
  const shares = stages.flatMap(({ stage, share }) => (share === undefined ? [] : [{ stage, share }]));
  const highest = Math.max(...shares.map(({ share }) => share));
  const lowest = Math.min(...shares.map(({ share }) => share));
  if (shares.length < 2) return seen;
  if (highest === lowest) return `${seen} The share is the same in every stage.`;
  const at = (wanted: number) =>
    named(shares.filter(({ share }) => share === wanted).map(({ stage }) => stage));
  return `${seen} The share is highest in ${at(highest)} (${highest}%), lowest in ${at(lowest)} (${lowest}%).`;
}

/** How the case studies were seen, over all and by stage; one counts once in each stage that it touches. */
export function evidenceFigure(
  catalogue: Pick<Catalogue, 'workflow' | 'challenges' | 'caseStudies'>,
): Figure<EvidenceRow> {
  const row = (
    stage: string,
    address: string | undefined,
    studies: Catalogue['caseStudies'],
  ): EvidenceRow => {
    const counts = evidenceOf(studies);
    return {
      stage,
      address,
      caseStudies: studies.length,
      fullText: counts['full-text'],
      abstract: counts.abstract,
      secondary: counts.secondary,
      share: percentOf(counts['full-text'], studies.length),
    };
  };
  const rows = [
    row(ALL_STAGES, undefined, catalogue.caseStudies),
    ...catalogue.workflow.stages.map((stage) => {
      const own = new Set(challengesOfStage(stage, catalogue).map(({ id }) => id));
      return row(
        stage.title,
        `/stages/${stage.slug}/`,
        catalogue.caseStudies.filter(({ data }) => data.challenges.some((slug) => own.has(slug))),
      );
    }),
  ];
  return {
    id: 'evidence',
    title: 'How the case studies were seen',
    finding: evidenceFinding(rows),
    columns: [
      { key: 'stage', title: 'Stage', address: 'address' },
      { key: 'caseStudies', title: 'Case studies' },
      { key: 'fullText', title: EVIDENCE['full-text'] },
      { key: 'abstract', title: EVIDENCE.abstract },
      { key: 'secondary', title: EVIDENCE.secondary },
      { key: 'share', title: `${EVIDENCE['full-text']}, %` },
    ] satisfies Column<keyof EvidenceRow>[],
    rows,
  };
}
