import * as z from 'zod/mini';
import type { ReviewKnowledge } from './knowledge.ts';
import {
  asSlug,
  challengesBySlug,
  fewNotices,
  quoted,
  sentenceEnd,
  soundContext,
  todaysQuestion,
  todaysSlug,
} from './names.ts';
import {
  anEntry,
  ANSWERS,
  isEvidence,
  knownIn,
  REGISTER_FORMAT,
  REGISTER_VERSION,
  REVIEW_STATUSES,
  type Answer,
  type Entry,
  type Rating,
  type Register,
  type ReviewStatus,
} from './register.ts';

// Zod would try to compile its schemas with `new Function`, which the policy of the pages forbids and the browser reports.
z.config({ jitless: true });

/** Longest text that is read: ten times a full register with a long note on each challenge. */
export const MOST_CHARACTERS = 2_000_000;
/** Most entries that are read; the guide has far fewer challenges. */
const MOST_ENTRIES = 500;

/** The register as JSON, which `fromJson` reads back without loss. */
export const toJson = (register: Register): string => `${JSON.stringify(register, undefined, 2)}\n`;

/** What came out of a text: a register with what was mended in it, or what is wrong with the text. */
export interface Reading {
  /** Missing where the text is no register. */
  readonly register?: Register;
  /** What was left out or mended, in sentences. */
  readonly notices: string[];
  /** Why nothing could be read, in sentences. */
  readonly problems: string[];
}

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldOf = (record: Fields, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const Text = z.string({ error: 'text' });
const keysOf = <T extends object>(words: T) => Object.keys(words) as (keyof T & string)[];
const wordOf = <T extends string>(words: readonly T[]) =>
  z.enum(words, { error: `one of ${words.join(', ')}` });

/** What each field of an entry takes; a field that is not there takes its value from `anEntry`. */
const ENTRY_FIELDS = {
  included: z.boolean({ error: 'true or false' }),
  byHand: z.boolean({ error: 'true or false' }),
  status: wordOf(keysOf(REVIEW_STATUSES)),
  likelihood: z.literal([0, 1, 2, 3, 4, 5], { error: 'a whole number from 0 to 5' }),
  impact: z.literal([0, 1, 2, 3, 4, 5], { error: 'a whole number from 0 to 5' }),
  owner: Text,
  mitigation: Text,
  evidence: Text,
  note: Text,
} as const;
type EntryField = keyof typeof ENTRY_FIELDS;
const Answered = wordOf(keysOf(ANSWERS));
const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const Slugs = z.array(z.string());

const REGISTER_KEYS = ['format', 'version', 'title', 'made', 'changed', 'context', 'entries', 'known'];
const ENTRY_KEYS = ['challenge', 'answers', ...Object.keys(ENTRY_FIELDS)];

/** Names keys that nothing reads. */
function tellUnknownKeys(record: Fields, known: readonly string[], where: string, notices: string[]): void {
  for (const key of Object.keys(record))
    if (!known.includes(key))
      notices.push(
        `${where} holds ${quoted(key)}, which means nothing here${sentenceEnd(key, known)} It is left out.`,
      );
}

/** A rating that somebody wrote in quotes. */
const unquoted = (value: unknown): unknown =>
  typeof value === 'string' && /^[0-5]$/.test(value) ? Number(value) : value;

const withLine = (note: string, line: string): string => (note === '' ? line : `${note}\n${line}`);

/** The place of a fault in a text, where the browser gives it: V8 an offset or a line, Firefox a line, Safari nothing. */
function placeOf(message: string, text: string): string {
  const place = /line (\d+) column (\d+)/.exec(message);
  if (place) return ` at line ${place[1]}, column ${place[2]}`;
  const offset = /position (\d+)/.exec(message);
  if (!offset) return '';
  const before = text.slice(0, Number(offset[1])).split('\n');
  return ` at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Reads one entry; whatever can be kept of it is kept. */
function entryFrom(
  record: Fields,
  where: string,
  knowledge: ReviewKnowledge,
  notices: string[],
): Entry | undefined {
  const typedChallenge = fieldOf(record, 'challenge');
  const given = asSlug(typedChallenge);
  if (given === undefined) {
    notices.push(
      `${where}.challenge is ${quoted(typedChallenge)}; the slug of a challenge is needed. The entry is left out.`,
    );
    return undefined;
  }
  tellUnknownKeys(record, ENTRY_KEYS, where, notices);
  const known = challengesBySlug(knowledge);
  const challenge = todaysSlug(given, knowledge.renamed.challenges);
  if (!known.has(challenge))
    notices.push(
      `The challenge "${given}" is not in the guide${sentenceEnd(given, known.keys())} Its entry is kept as it is.`,
    );
  else if (challenge !== given) notices.push(`The challenge "${given}" is "${challenge}" today.`);

  const fields: Partial<Record<EntryField, unknown>> = {};
  for (const field of Object.keys(ENTRY_FIELDS) as EntryField[]) {
    const typed = fieldOf(record, field);
    if (typed === undefined) continue;
    const value = field === 'likelihood' || field === 'impact' ? unquoted(typed) : typed;
    const result = ENTRY_FIELDS[field].safeParse(value);
    if (result.success) fields[field] = result.data;
    else
      notices.push(
        `${where}.${field} is ${quoted(typed)}; it takes ${result.error.issues[0]?.message ?? 'something else'}. It is left out.`,
      );
  }
  const read = { ...anEntry(challenge), ...fields } as Entry;
  return {
    ...withSoundLinks(read, where, knowledge, notices),
    answers: answersIn(record, where, given, challenge, notices),
  };
}

/** What is no mitigation and no address is kept in the note, where it does no harm. */
function withSoundLinks(entry: Entry, where: string, knowledge: ReviewKnowledge, notices: string[]): Entry {
  let { note, mitigation, evidence } = entry;
  mitigation = todaysSlug(mitigation, knowledge.renamed.mitigations);
  if (mitigation !== '' && asSlug(mitigation) === undefined) {
    notices.push(`${where}.mitigation is ${quoted(mitigation)}, which is no slug. It is kept in the note.`);
    note = withLine(note, `Mitigation: ${mitigation}`);
    mitigation = '';
  }
  if (evidence !== '' && !isEvidence(evidence)) {
    notices.push(
      `${where}.evidence is ${quoted(evidence)}; it takes an address that starts with https:// or http:// and holds no password. It is kept in the note.`,
    );
    note = withLine(note, `Evidence: ${evidence}`);
    evidence = '';
  }
  return { ...entry, note, mitigation, evidence };
}

/** Answers by question; one to a question that is gone is kept, since the question may come back under its id. */
function answersIn(
  record: Fields,
  where: string,
  from: string,
  to: string,
  notices: string[],
): Record<string, Answer> {
  const answers = fieldOf(record, 'answers');
  if (answers === undefined) return {};
  if (!isObject(answers)) {
    notices.push(`${where}.answers is ${quoted(answers)}; it takes an answer by question. It is left out.`);
    return {};
  }
  return Object.fromEntries(
    Object.entries(answers).flatMap(([question, answer]): [string, Answer][] => {
      const result = Answered.safeParse(answer);
      const isId = asSlug(question) !== undefined;
      if (isId && result.success) return [[todaysQuestion(question, from, to), result.data]];
      notices.push(
        isId
          ? `${where}.answers["${question}"] is ${quoted(answer)}; it takes ${result.error?.issues[0]?.message ?? 'something else'}. It is left out.`
          : `${where}.answers holds ${quoted(question)}, which is no question. It is left out.`,
      );
      return [];
    }),
  );
}

/** One entry of two about the same challenge: what the second says otherwise is kept in the note. */
function merged(first: Entry, second: Entry): Entry {
  const lost: string[] = [];
  const either = <T extends string | number>(name: string, a: T, b: T, empty: T): T => {
    if (a === empty) return b;
    if (b !== empty && a !== b) lost.push(`${name}: ${b}`);
    return a;
  };
  const answers: Record<string, Answer> = Object.fromEntries(Object.entries(second.answers));
  for (const [question, answer] of Object.entries(first.answers)) {
    const other = Object.hasOwn(answers, question) ? answers[question] : undefined;
    if (other !== undefined && other !== answer) lost.push(`${question}: ${other}`);
    Object.assign(answers, { [question]: answer });
  }
  const status = either<ReviewStatus>('Status', first.status, second.status, 'open');
  const likelihood = either<Rating>('Likelihood', first.likelihood, second.likelihood, 0);
  const impact = either<Rating>('Impact', first.impact, second.impact, 0);
  const owner = either('Owner', first.owner, second.owner, '');
  const mitigation = either('Mitigation', first.mitigation, second.mitigation, '');
  const evidence = either('Evidence', first.evidence, second.evidence, '');
  const notes = first.note === second.note ? [first.note] : [first.note, second.note];
  return {
    challenge: first.challenge,
    included: first.included || second.included,
    byHand: first.byHand || second.byHand,
    status,
    likelihood,
    impact,
    owner,
    mitigation,
    evidence,
    note: [...notes, ...lost].filter((line) => line !== '').join('\n'),
    answers,
  };
}

/** Entries by challenge, each once. */
function entriesFrom(given: readonly unknown[], knowledge: ReviewKnowledge, notices: string[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const [i, record] of given.entries()) {
    const where = `entries[${i + 1}]`;
    if (!isObject(record)) {
      notices.push(`${where} is ${quoted(record)}; an entry is an object. It is left out.`);
      continue;
    }
    const entry = entryFrom(record, where, knowledge, notices);
    if (!entry) continue;
    const before = entries.get(entry.challenge);
    if (before)
      notices.push(
        `Two entries are about "${entry.challenge}". They are joined; what they say otherwise is in the note.`,
      );
    entries.set(entry.challenge, before ? merged(before, entry) : entry);
  }
  return [...entries.values()];
}

/** Chosen answers by question, of whatever shape. */
function contextFrom(given: unknown, notices: string[]): Record<string, readonly unknown[]> {
  if (given === undefined) return {};
  if (!isObject(given)) {
    notices.push(`context is ${quoted(given)}; it takes a list of answers by question. It is left out.`);
    return {};
  }
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, options]): [string, readonly unknown[]][] => {
      if (Array.isArray(options)) return [[id, options as unknown[]]];
      notices.push(`context[${quoted(id)}] is ${quoted(options)}; it takes a list. It is left out.`);
      return [];
    }),
  );
}

/** What the catalogue held when its reader last looked, under today's names. */
function knownFrom(given: unknown, knowledge: ReviewKnowledge, notices: string[]): Register['known'] {
  const challenges = isObject(given) ? Slugs.safeParse(fieldOf(given, 'challenges')) : undefined;
  const questions = isObject(given) ? Slugs.safeParse(fieldOf(given, 'questions')) : undefined;
  if (!challenges?.success || !questions?.success) {
    notices.push(
      'The file does not say what the guide held when it was made, so that what is new cannot be told.',
    );
    return knownIn(knowledge);
  }
  const { renamed } = knowledge;
  const moved = Object.entries(renamed.challenges);
  return {
    challenges: [
      ...new Set(
        challenges.data
          .flatMap((each) => asSlug(each) ?? [])
          .map((slug) => todaysSlug(slug, renamed.challenges)),
      ),
    ],
    questions: [
      ...new Set(
        questions.data
          .flatMap((each) => asSlug(each) ?? [])
          .map((id) => moved.reduce((name, [from, to]) => todaysQuestion(name, from, to), id)),
      ),
    ],
  };
}

/**
 * Reads a register from JSON that may come from anywhere. It never throws, runs nothing and follows nothing; whatever
 * somebody typed is kept as text.
 */
export function fromJson(text: string, knowledge: ReviewKnowledge): Reading {
  const refused = (problem: string): Reading => ({ notices: [], problems: [problem] });
  if (text.length > MOST_CHARACTERS)
    return refused(
      `The file holds ${text.length} characters, and a register at most ${MOST_CHARACTERS}. It was not read.`,
    );
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refused(
      text.trim() === ''
        ? 'The file is empty.'
        : `The file is no JSON: it cannot be read${placeOf(error instanceof Error ? error.message : '', text)}.`,
    );
  }
  if (!isObject(data)) return refused(`The file holds ${quoted(data)}, and no register.`);
  const format = fieldOf(data, 'format');
  if (format !== REGISTER_FORMAT)
    return refused(
      `The file is JSON, and no register of this guide: its "format" is ${quoted(format)} and not "${REGISTER_FORMAT}".`,
    );
  const version = fieldOf(data, 'version');
  if (typeof version === 'number' && Number.isInteger(version) && version > REGISTER_VERSION)
    return refused(
      `The file was made by a newer version of this guide (format ${version}; this page reads ${REGISTER_VERSION}). Reload the page, or open the file where it was made.`,
    );
  if (version !== REGISTER_VERSION)
    return refused(`The "version" of the file is ${quoted(version)} and not ${REGISTER_VERSION}.`);
  const given = fieldOf(data, 'entries');
  if (!Array.isArray(given)) return refused(`The file has no list of "entries": it is ${quoted(given)}.`);
  if (given.length > MOST_ENTRIES)
    return refused(
      `The file holds ${given.length} entries, and a register at most ${MOST_ENTRIES}. It was not read.`,
    );

  const notices: string[] = [];
  tellUnknownKeys(data, REGISTER_KEYS, 'The file', notices);
  const title = fieldOf(data, 'title') ?? '';
  if (typeof title !== 'string') notices.push(`title is ${quoted(title)}; it takes text. It is left out.`);
  const made = fieldOf(data, 'made');
  const asOf = Day.safeParse(isObject(made) ? fieldOf(made, 'asOf') : undefined);
  if (!asOf.success) notices.push('The file does not say with which state of the guide it was made.');
  const changed = fieldOf(data, 'changed');
  const time = typeof changed === 'string' ? new Date(changed) : new Date(NaN);
  if (Number.isNaN(time.getTime())) notices.push('The file does not say when it was last changed.');
  const { context, notices: about } = soundContext(contextFrom(fieldOf(data, 'context'), notices), knowledge);
  notices.push(...about);
  const register: Register = {
    format: REGISTER_FORMAT,
    version: REGISTER_VERSION,
    title: typeof title === 'string' ? title : '',
    made: { asOf: asOf.success ? asOf.data : knowledge.catalogue.asOf },
    changed: Number.isNaN(time.getTime()) ? `${knowledge.catalogue.asOf}T00:00:00.000Z` : time.toISOString(),
    context,
    entries: entriesFrom(given as unknown[], knowledge, notices),
    known: knownFrom(fieldOf(data, 'known'), knowledge, notices),
  };
  return { register, notices: fewNotices(notices), problems: [] };
}
