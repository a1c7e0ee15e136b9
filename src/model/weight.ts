/**
 * The most case studies that a place of each weight has; what has more is rich. The bounds cut the research of 2026
 * into groups of about the same size.
 */
export const WEIGHT_BOUNDS = [0, 5, 10, 18] as const;

export type Weight = 0 | 1 | 2 | 3 | 4;

/** Weight of a place on the map, 0 to 4, by its number of case studies: none, thin, some, good, rich. */
export const weightOf = (caseStudies: number): Weight =>
  WEIGHT_BOUNDS.filter((bound) => caseStudies > bound).length as Weight;

/**
 * What a challenge says that has few case studies: how many, and whether the reader has one. Nothing where there are
 * enough. Few is what the map draws empty, thin or with some, which is one challenge in three.
 */
export function invitationOf(caseStudies: number): string | undefined {
  if (weightOf(caseStudies) > 2) return undefined;
  if (caseStudies === 0) return 'No case study yet; yours?';
  return `${caseStudies} case ${caseStudies === 1 ? 'study' : 'studies'}; yours?`;
}
