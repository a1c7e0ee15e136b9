import type { Catalogue } from './catalogue.ts';
import { addressOf } from './collections.ts';
import { caseStudiesOf } from './relations.ts';
import { challengesInOrder } from './workflow.ts';
import { industriesFigure } from './case-figures.ts';
import type { Column, Figure } from './figure.ts';
import { mitigationsFigure } from './outcome-figures.ts';
import { named } from './figure-words.ts';
import { counted } from './in-words.ts';

/** Up to so many case studies a challenge or an industry is thin, as the map draws it. */
export const THIN = 5;

/** Something with little or no evidence, and where to send a case. */
export type ThinRow = {
  readonly what: 'Challenge' | 'Industry' | 'Mitigation';
  readonly title: string;
  readonly address: string | undefined;
  /** Case studies of it; of a mitigation, those that applied it. */
  readonly caseStudies: number;
  readonly invitation: string;
  readonly invitationAddress: string;
};

const FORM = '/contribute/case-study/';

/** How many of some things are thin: `2 of 44 challenges`. */
const part = (few: number, all: number, one: string, many: string) => `${few} of ${counted(all, one, many)}`;

function thinFinding(
  rows: readonly ThinRow[],
  all: { readonly challenges: number; readonly industries: number; readonly mitigations: number },
): string {
  const few = (what: ThinRow['what']) => rows.filter((row) => row.what === what).length;
  const thin = [
    ...(few('Challenge') > 0 ? [part(few('Challenge'), all.challenges, 'challenge', 'challenges')] : []),
    ...(few('Industry') > 0 ? [part(few('Industry'), all.industries, 'industry', 'industries')] : []),
  ];
  const never =
    few('Mitigation') > 0
      ? `No case study applied ${part(few('Mitigation'), all.mitigations, 'mitigation', 'mitigations')}.`
      : 'Every mitigation was applied in a case study.';
  const bare =
    thin.length > 0
      ? `At most ${THIN} case studies: ${named(thin)}.`
      : `Every challenge and industry has more than ${THIN} case studies.`;
  return `${bare} ${never}`;
}

/** Challenges and industries with few case studies or none, and mitigations that no case study applied; fewest first. */
export function thinSpotsFigure(
  catalogue: Pick<Catalogue, 'workflow' | 'challenges' | 'mitigations' | 'caseStudies'>,
): Figure<ThinRow> {
  const invitation = 'Tell of it';
  const challenges = challengesInOrder(catalogue).map((entry): ThinRow => ({
    what: 'Challenge',
    title: entry.data.title,
    address: addressOf('challenges', entry.id),
    caseStudies: caseStudiesOf(entry, catalogue).length,
    invitation,
    invitationAddress: `${FORM}?challenge=${entry.id}`,
  }));
  const industries = industriesFigure(catalogue).rows.map(
    ({ industry, word, address, caseStudies }): ThinRow => ({
      what: 'Industry',
      title: industry,
      address,
      caseStudies,
      invitation,
      invitationAddress: `${FORM}?industry=${word}`,
    }),
  );
  const mitigations = mitigationsFigure(catalogue).rows.map(
    ({ mitigation, slug, address, applied }): ThinRow => ({
      what: 'Mitigation',
      title: mitigation,
      address,
      caseStudies: applied,
      invitation,
      invitationAddress: `${FORM}?mitigation=${slug}`,
    }),
  );
  const rows = [
    ...[challenges, industries].flatMap((all) =>
      all.filter(({ caseStudies }) => caseStudies <= THIN).toSorted((a, b) => a.caseStudies - b.caseStudies),
    ),
    ...mitigations.filter(({ caseStudies }) => caseStudies === 0),
  ];
  return {
    id: 'thin-spots',
    title: 'Where evidence is thin',
    finding: thinFinding(rows, {
      challenges: challenges.length,
      industries: industries.length,
      mitigations: mitigations.length,
    }),
    columns: [
      { key: 'what', title: 'What' },
      { key: 'title', title: 'Name', address: 'address' },
      { key: 'caseStudies', title: 'Case studies' },
      { key: 'invitation', title: 'Yours?', address: 'invitationAddress' },
    ] satisfies Column<keyof ThinRow>[],
    rows,
  };
}
