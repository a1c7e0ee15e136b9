import type { ReviewKnowledge } from './knowledge.ts';
import { selectChallenges, type Context } from './select.ts';

/** Answers to a review question. */
export const ANSWERS = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  'not-applicable': 'Does not apply',
} as const;
export type Answer = keyof typeof ANSWERS;

/** What is being done about a risk. */
export const REVIEW_STATUSES = {
  open: 'Open',
  'in-progress': 'In progress',
  mitigated: 'Mitigated',
  accepted: 'Accepted',
  'not-applicable': 'Does not apply',
} as const;
export type ReviewStatus = keyof typeof REVIEW_STATUSES;

/** Likelihood or impact: 0 is not rated, 1 the least, 5 the most. */
export const RATINGS = [0, 1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

export const LIKELIHOODS: Record<Rating, string> = {
  0: 'Not rated',
  1: 'Rare',
  2: 'Unlikely',
  3: 'Possible',
  4: 'Likely',
  5: 'Almost certain',
};
export const IMPACTS: Record<Rating, string> = {
  0: 'Not rated',
  1: 'Negligible',
  2: 'Minor',
  3: 'Moderate',
  4: 'Serious',
  5: 'Severe',
};

/** The format that files of registers name, and the version that this code writes. */
export const REGISTER_FORMAT = 'mldfg-review';
export const REGISTER_VERSION = 1;

/** A line of the register: a challenge, and what is said and done about it. */
export interface Entry {
  /** Slug of a challenge; of one that is gone, where an older register names it. */
  readonly challenge: string;
  /** False where it was put aside by hand; the note says why. */
  readonly included: boolean;
  /** Whether somebody added it although the context does not call for it. */
  readonly byHand: boolean;
  readonly status: ReviewStatus;
  readonly likelihood: Rating;
  readonly impact: Rating;
  readonly owner: string;
  /** Slug of the mitigation that was chosen, or nothing. */
  readonly mitigation: string;
  /** Address that starts with http:// or https://, or nothing. */
  readonly evidence: string;
  readonly note: string;
  /** By id of the question; an unanswered one is left out. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** What a review found out about one project. */
export interface Register {
  readonly format: typeof REGISTER_FORMAT;
  readonly version: typeof REGISTER_VERSION;
  readonly title: string;
  /** The catalogue that it was begun with. */
  readonly made: { readonly asOf: string };
  /** When something was last changed: ISO 8601, UTC. */
  readonly changed: string;
  readonly context: Context;
  readonly entries: readonly Entry[];
  /** What the catalogue held when its reader last looked, so that a later one can say what is new. */
  readonly known: { readonly challenges: readonly string[]; readonly questions: readonly string[] };
}

/** What may be changed of an entry; answers have a function of their own. */
export type EntryChange = Partial<Omit<Entry, 'challenge' | 'answers'>>;

/** An entry about which nothing has been said yet. */
export const anEntry = (challenge: string, change: EntryChange = {}): Entry => ({
  challenge,
  included: true,
  byHand: false,
  status: 'open',
  likelihood: 0,
  impact: 0,
  owner: '',
  mitigation: '',
  evidence: '',
  note: '',
  answers: {},
  ...change,
});

/** Whether somebody has said something about an entry, so that it must not get lost. */
export const isTouched = (entry: Entry): boolean =>
  !entry.included ||
  entry.byHand ||
  entry.status !== 'open' ||
  entry.likelihood !== 0 ||
  entry.impact !== 0 ||
  entry.owner !== '' ||
  entry.mitigation !== '' ||
  entry.evidence !== '' ||
  entry.note !== '' ||
  Object.keys(entry.answers).length > 0;

/** Every challenge and question of the catalogue, as `known` of a register keeps them. */
export const knownIn = ({ challenges }: Pick<ReviewKnowledge, 'challenges'>): Register['known'] => ({
  challenges: challenges.map(({ slug }) => slug),
  questions: challenges.flatMap(({ questions }) => questions.map(({ id }) => id)),
});

/** A register of a project about which nothing is said yet: it holds what matters everywhere. */
export const newRegister = (knowledge: ReviewKnowledge, now: Date): Register =>
  withContext(
    {
      format: REGISTER_FORMAT,
      version: REGISTER_VERSION,
      title: '',
      made: { asOf: knowledge.catalogue.asOf },
      changed: now.toISOString(),
      context: {},
      entries: [],
      known: knownIn(knowledge),
    },
    {},
    knowledge,
    now,
  );

/**
 * The register in another context: challenges that matter now come in, in the order in which they matter, and those
 * that no longer do go, unless somebody has said something about them.
 */
export function withContext(
  register: Register,
  context: Context,
  knowledge: ReviewKnowledge,
  now: Date,
): Register {
  const before = new Map(register.entries.map((entry) => [entry.challenge, entry]));
  const selected = selectChallenges(context, knowledge).map(({ challenge }) => challenge);
  const isSelected = new Set(selected);
  return {
    ...register,
    changed: now.toISOString(),
    context,
    entries: [
      ...selected.map((challenge) => before.get(challenge) ?? anEntry(challenge)),
      ...register.entries.filter((entry) => !isSelected.has(entry.challenge) && isTouched(entry)),
    ],
  };
}

/** What a change may not say is left out of it: evidence that is no web address. */
function sound({ evidence, ...rest }: EntryChange): EntryChange {
  return evidence === undefined || (evidence !== '' && !isEvidence(evidence)) ? rest : { ...rest, evidence };
}

/** The register with other words about a challenge; one that is not in it comes in, as added by hand. */
export function withEntry(register: Register, challenge: string, change: EntryChange, now: Date): Register {
  const isThere = register.entries.some((entry) => entry.challenge === challenge);
  const entries = isThere ? register.entries : [...register.entries, anEntry(challenge, { byHand: true })];
  return {
    ...register,
    changed: now.toISOString(),
    entries: entries.map((entry) => (entry.challenge === challenge ? { ...entry, ...sound(change) } : entry)),
  };
}

/** The register with another answer to a question; without an answer, the question is open again. */
export function withAnswer(
  register: Register,
  challenge: string,
  question: string,
  answer: Answer | undefined,
  now: Date,
): Register {
  const next = withEntry(register, challenge, {}, now);
  return {
    ...next,
    entries: next.entries.map((entry) => {
      if (entry.challenge !== challenge) return entry;
      const others = Object.entries(entry.answers).filter(([id]) => id !== question);
      return {
        ...entry,
        answers: Object.fromEntries(answer === undefined ? others : [...others, [question, answer]]),
      };
    }),
  };
}

/** The register under another title. */
export const withTitle = (register: Register, title: string, now: Date): Register => ({
  ...register,
  title,
  changed: now.toISOString(),
});

/** The register after its reader has seen what is new in the catalogue. */
export const withKnown = (register: Register, knowledge: ReviewKnowledge, now: Date): Register => ({
  ...register,
  changed: now.toISOString(),
  known: knownIn(knowledge),
});

/** Whether a text can be a link to evidence: a web address without a password, and nothing that runs. */
export function isEvidence(text: string): boolean {
  if (!/^https?:\/\/[^\s/?#\\]/i.test(text) || /\s/.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '';
}
