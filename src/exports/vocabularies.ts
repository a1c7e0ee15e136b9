import {
  BASES,
  BASIS_MEANING,
  EVIDENCE,
  EVIDENCE_MEANING,
  INDUSTRIES,
  KINDS,
  OUTCOMES,
  STATUSES,
  type Outcome,
} from '../schema/vocabulary.ts';

/** A word that a field may hold: how readers see it, and what it means where its title does not say so. */
export interface Word {
  readonly word: string;
  readonly title: string;
  readonly meaning?: string;
}

const KIND_MEANING: Record<keyof typeof KINDS, string> = {
  'case-study': 'One deployment, told in depth.',
  'application-review': 'What many applications in one field have in common.',
  'lessons-learned': 'Somebody looks back at their own work.',
  'interview-study': 'What practitioners answered when they were asked.',
  regulation: 'What a law, a court or a regulator demands.',
  incident: 'Something went wrong, and it is known what.',
};

const OUTCOME_MEANING: Record<Outcome, string> = {
  helped: 'The source says that it did what it was for; the owner’s word is enough.',
  partly: 'It helped in part, for a time, or at a price that the source names.',
  'did-not-help': 'It was applied, and the problem stayed.',
  'not-reported': 'The source does not say, or nobody applied it.',
};

const STATUS_MEANING: Record<keyof typeof STATUSES, string> = {
  finding: 'A court or regulator decided so.',
  settlement: 'The parties agreed; nobody decided who was right.',
  allegation: 'Somebody claims it; nobody has decided yet.',
  annulled: 'It was decided, and a higher instance set the decision aside.',
  withdrawn: 'Whoever claimed or demanded it took it back.',
};

/** Half a sentence with a capital and a full stop. */
export const sentenceOf = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;

const wordsOf = <Key extends string>(titles: Record<Key, string>, meanings?: Record<Key, string>): Word[] =>
  (Object.entries(titles) as [Key, string][]).map(([word, title]) => ({
    word,
    title,
    ...(meanings && { meaning: sentenceOf(meanings[word]) }),
  }));

const VOCABULARIES: readonly (readonly Word[])[] = [
  wordsOf(INDUSTRIES),
  wordsOf(KINDS, KIND_MEANING),
  wordsOf(EVIDENCE, EVIDENCE_MEANING),
  wordsOf(OUTCOMES, OUTCOME_MEANING),
  wordsOf(BASES, BASIS_MEANING),
  wordsOf(STATUSES, STATUS_MEANING),
];

/**
 * The words that a field chooses from, with what they mean.
 * @throws when no vocabulary holds just these words, so that none is left without its meaning
 */
export function vocabularyOf(words: readonly string[]): readonly Word[] {
  const found = VOCABULARIES.find((each) => each.map(({ word }) => word).join() === words.join());
  if (!found && words.length > 0) throw new Error(`no vocabulary holds just: ${words.join(', ')}`);
  return found ?? [];
}
