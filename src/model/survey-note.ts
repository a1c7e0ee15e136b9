/** A piece of a sentence: plain words, or words that lead somewhere. */
export type Piece = string | { readonly title: string; readonly address: string };

/** What stands before everything that the survey reports: whose it is, and how we read it. */
export const SURVEY_NOTE: readonly Piece[] = [
  'What follows is the survey’s, not ours. We read ',
  { title: 'the survey', address: 'https://doi.org/10.1145/3533378' },
  ' only in its opening, and the rest through the 2021 slides and other readers’ notes; the year in brackets is the edition they retell (',
  { title: 'more on this', address: '/about/' },
  ').',
];
