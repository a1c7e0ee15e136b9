/** The closed lists of words that entries choose from, and how readers see each of them. */

/** Where a name, a step or a challenge comes from. */
export const EDITIONS = {
  2021: '2021 slides',
  2022: '2022 journal',
  community: 'community',
} as const;
export const EDITION_VALUES = [2021, 2022, 'community'] as const;
export type Edition = (typeof EDITION_VALUES)[number];

export const INDUSTRIES = {
  advertising: 'Advertising',
  agriculture: 'Agriculture',
  automotive: 'Automotive',
  aviation: 'Aviation',
  'e-commerce': 'E-commerce',
  education: 'Education',
  energy: 'Energy',
  entertainment: 'Entertainment',
  finance: 'Finance',
  government: 'Government',
  healthcare: 'Healthcare',
  hiring: 'Hiring',
  'human-resources': 'Human resources',
  insurance: 'Insurance',
  'internet-platforms': 'Internet platforms',
  'law-enforcement': 'Law enforcement',
  logistics: 'Logistics',
  manufacturing: 'Manufacturing',
  media: 'Media',
  'public-safety': 'Public safety',
  'real-estate': 'Real estate',
  research: 'Research',
  robotics: 'Robotics',
  'social-media': 'Social media',
  software: 'Software',
  telecommunications: 'Telecommunications',
  transport: 'Transport',
  travel: 'Travel',
  other: 'Other',
} as const;

export const KINDS = {
  'case-study': 'Case study',
  'application-review': 'Application review',
  'lessons-learned': 'Lessons learned',
  'interview-study': 'Interview study',
  regulation: 'Regulation',
  incident: 'Incident',
} as const;

/** How a source was seen by whoever wrote the entry. */
export const EVIDENCE = {
  'full-text': 'Full text',
  abstract: 'Abstract',
  secondary: 'Secondary',
} as const;
export type Evidence = keyof typeof EVIDENCE;

/** What each evidence level means, in a sentence. */
export const EVIDENCE_MEANING: Record<Evidence, string> = {
  'full-text': 'Someone read part of the source’s own text, or a report by the same team.',
  abstract: 'Only the abstract or the bibliographic record was read.',
  secondary: 'Another source tells it; the original was not read.',
};

/** How a mitigation turned out in a case. */
export const OUTCOMES = {
  helped: 'Helped',
  partly: 'Partly',
  'did-not-help': 'Did not help',
  'not-reported': 'Not reported',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** How a mitigation belongs to a case. */
export const BASES = {
  used: 'used',
  ordered: 'ordered',
  evaluated: 'evaluated',
  proposed: 'proposed',
  inferred: 'inferred',
} as const;
export type Basis = keyof typeof BASES;

/** What each basis means, to be read after the name of the mitigation. */
export const BASIS_MEANING: Record<Basis, string> = {
  used: 'the organisation did it',
  ordered: 'a court or regulator ordered it',
  evaluated: 'the source tested it',
  proposed: 'the source proposes it; nobody applied it yet',
  inferred: 'our own lesson from the case; nobody applied it there',
};

/** Legal state of a regulation or an incident, when last seen. */
export const STATUSES = {
  finding: 'Finding',
  settlement: 'Settlement',
  allegation: 'Allegation',
  annulled: 'Annulled',
  withdrawn: 'Withdrawn',
} as const;

export const EFFORTS = { low: 'Low', medium: 'Medium', high: 'High' } as const;

/** Moments of a project, in order. */
export const MOMENTS = {
  design: 'Design',
  build: 'Build',
  verify: 'Verify',
  deploy: 'Deploy',
  operate: 'Operate',
} as const;

/** What the case studies show about a mitigation. */
export const STRENGTHS = {
  measured: 'Measured',
  narrative: 'Narrative',
  none: 'No case yet',
} as const;
export type Strength = keyof typeof STRENGTHS;

export const STRENGTH_MEANING: Record<Strength, string> = {
  measured: 'At least one case that used or tested it reports a figure.',
  narrative: 'Applied in at least one case, without a figure.',
  none: 'No case study here applied it; it is only proposed.',
};

export const TOOL_KINDS = { library: 'Library', platform: 'Platform', tool: 'Tool' } as const;

export const TOOL_STATUSES = {
  active: 'Active',
  maintenance: 'In maintenance',
  archived: 'Archived',
} as const;

/** The five shapes that stand beside the stage colours, so that colour is never the only sign. */
export const SHAPES = ['circle', 'triangle', 'square', 'diamond', 'hexagon'] as const;
export type Shape = (typeof SHAPES)[number];

/** The keys of a vocabulary as the non-empty tuple that `z.enum` asks for. */
export const keysOf = <T extends object>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];

/** What readers see for each word, by the word: authors type either. A word may be part of several lists. */
export const TITLES_OF_WORDS: ReadonlyMap<string, readonly string[]> = [
  INDUSTRIES,
  KINDS,
  EVIDENCE,
  OUTCOMES,
  BASES,
  STATUSES,
  EFFORTS,
  MOMENTS,
  TOOL_KINDS,
  TOOL_STATUSES,
]
  .flatMap((words) => Object.entries<string>(words))
  .reduce(
    (titles, [word, title]) => titles.set(word, [...(titles.get(word) ?? []), title]),
    new Map<string, string[]>(),
  );
