import { COLLECTIONS, KINDS_OF_ENTRY, type CollectionName, type EntryKind } from '../model/collections.ts';
import { didYouMean } from '../model/nearest.ts';
import { sourceOf } from '../model/source-of.ts';
import { schemaFindings } from '../rules/schema-findings.ts';
import { hiddenSignsIn } from '../schema/hidden-signs.ts';
import { SCHEMAS } from '../schema/index.ts';
import { WebAddress } from '../schema/text.ts';
import {
  EFFORTS,
  EVIDENCE,
  EVIDENCE_MEANING,
  INDUSTRIES,
  KINDS,
  MOMENTS,
  TOOL_KINDS,
} from '../schema/vocabulary.ts';
import { nearestChoice, type Choice } from './choices.ts';
import type { Known } from './known.ts';

/** One question, which a flag answers too. */
export interface Flag {
  /** Where the answer stands in the front matter. */
  readonly path: readonly [string, string?];
  /** The question, or what the flag takes. */
  readonly about: string;
  /** What to choose from, where the answer is a word of a vocabulary. */
  readonly vocabulary?: Readonly<Record<string, string>>;
  /** What each word of the vocabulary means, where that needs saying. */
  readonly meanings?: Readonly<Record<string, string>>;
  /** What to choose from, where the answer is one or more slugs. */
  readonly slugs?: readonly (CollectionName | 'steps')[];
  /** The answer is a list, on the command line joined by commas. */
  readonly isList?: true;
  /** The answer is a number. */
  readonly isNumber?: true;
  /** Taken when it is given, and not asked for: an entry is complete without it. */
  readonly isExtra?: true;
  /** What becomes of each slug of a list. */
  readonly item?: (slug: string) => unknown;
}

const helps = (challenge: string) => ({ challenge });
const applied = (text: string) => {
  const [id = '', outcome] = text.split(':', 2);
  return { id, ...(outcome !== undefined && { outcome }) };
};

const CHALLENGES = { slugs: ['challenges'], isList: true } as const;
const SOURCE = {
  doi: { path: ['source', 'doi'], about: 'DOI of the source, such as 10.1145/3533378' },
  arxiv: { path: ['source', 'arxiv'], about: 'arXiv number of the source, such as 2011.09926' },
  url: { path: ['source', 'url'], about: 'address of the source, with https://' },
  'source-title': { path: ['source', 'title'], about: 'title of the source' },
} as const satisfies Record<string, Flag>;
/** Flags that each name the source: one of them is enough, and one question asks for all. */
export const SOURCE_FLAGS: readonly string[] = ['doi', 'arxiv', 'url'];
/** Whether a flag names the source by one of its addresses. */
export const isOfSource = (name: string, { path }: Flag): boolean =>
  path[0] === 'source' && SOURCE_FLAGS.includes(name);

const EVIDENCE_FLAG = {
  path: ['evidence'],
  about: 'how you saw the source',
  vocabulary: EVIDENCE,
  meanings: EVIDENCE_MEANING,
} as const;

/** The flags of each kind of entry, in the order in which they are asked. */
export const FLAGS: Readonly<Record<EntryKind, Readonly<Record<string, Flag>>>> = {
  'case-study': {
    ...SOURCE,
    organisation: { path: ['organisation'], about: 'organisation, where the source names one' },
    industry: { path: ['industry'], about: 'industry', vocabulary: INDUSTRIES },
    year: { path: ['year'], about: 'year of the report', isNumber: true },
    kind: { path: ['kind'], about: 'kind of report', vocabulary: KINDS },
    task: { path: ['task'], about: 'what the model was for, such as product ranking' },
    challenges: { path: ['challenges'], about: 'challenges that the case shows, 1 to 8', ...CHALLENGES },
    mitigations: {
      path: ['mitigations'],
      about: 'mitigations, each as slug or slug:outcome',
      slugs: ['mitigations'],
      isList: true,
      isExtra: true,
      item: applied,
    },
    tools: {
      path: ['tools'],
      about: 'tools or approaches that the source names',
      slugs: ['tools', 'approaches'],
      isList: true,
      isExtra: true,
    },
    evidence: EVIDENCE_FLAG,
    contributor: { path: ['contributor'], about: 'your handle, for thanks', isExtra: true },
  },
  challenge: {
    step: { path: ['step'], about: 'step of the workflow that it belongs to', slugs: ['steps'] },
  },
  mitigation: {
    challenges: { path: ['mitigates'], about: 'challenges that it mitigates', ...CHALLENGES, item: helps },
    effort: { path: ['effort'], about: 'what it costs to take up', vocabulary: EFFORTS },
    when: { path: ['when'], about: 'moment of the project to start it', vocabulary: MOMENTS },
  },
  tool: {
    url: { path: ['homepage'], about: 'address of its home page, with https://' },
    kind: { path: ['kind'], about: 'kind of tool', vocabulary: TOOL_KINDS },
    challenges: { path: ['addresses'], about: 'challenges that it addresses', ...CHALLENGES, item: helps },
    evidence: EVIDENCE_FLAG,
  },
  approach: {
    ...SOURCE,
    challenges: { path: ['addresses'], about: 'challenges that it addresses', ...CHALLENGES, item: helps },
    evidence: EVIDENCE_FLAG,
  },
};

/** What the answers say, by flag. */
export type Answers = Readonly<Record<string, string>>;

/** An answer that does not do, and what to tell whoever gave it. */
export interface BadAnswer {
  readonly flag: string;
  /** Without the name of the flag: `is "x"; it takes …`. */
  readonly message: string;
}

/** The fields of a record so far, and the answers that do not do. */
export interface ReadAnswers {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly bad: readonly BadAnswer[];
}

/** What is wrong with the signs of a line of text; nothing when all can be seen. */
function unseenIn(text: string): string | undefined {
  if (/[\r\n]/.test(text)) return 'holds a line break; it must be text on one line';
  const names = text.includes('\t') ? 'U+0009' : hiddenSignsIn(text)[0]?.names;
  return names === undefined ? undefined : `holds a sign that nobody sees (${names}); take it out`;
}

/** The entries or steps that the answer to a question may name. */
export const choicesFor = ({ slugs = [] }: Pick<Flag, 'slugs'>, known: Known): Choice[] =>
  slugs.flatMap((each): readonly Choice[] => (each === 'steps' ? known.steps : known.entries[each]));

const listed = (text: string) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const namedBy = ({ slugs = [] }: Flag) =>
  slugs.map((each) => (each === 'steps' ? 'step' : COLLECTIONS[each].one)).join(' or ');

/** What is wrong with the slugs of an answer: nothing is known by them, or they stand there twice. */
function slugSlips(flag: Flag, text: string, known: Known): string[] {
  if (!flag.slugs) return [];
  const choices = choicesFor(flag, known);
  const slugs = (flag.isList ? listed(text) : [text.trim()]).map((item) =>
    flag.item === applied ? applied(item).id : item,
  );
  return [...new Set(slugs)].flatMap((slug) => {
    const named = JSON.stringify(slug);
    if (!choices.some((choice) => choice.slug === slug))
      return `names ${named}, and there is no such ${namedBy(flag)}${didYouMean(nearestChoice(slug, choices))}`;
    return slugs.indexOf(slug) === slugs.lastIndexOf(slug) ? [] : `names ${named} twice; once is enough`;
  });
}

function valueOf(flag: Flag, text: string): unknown {
  if (flag.isList) return listed(text).map((item) => (flag.item ? flag.item(item) : item));
  return flag.isNumber && /^\d+$/.test(text.trim()) ? Number(text) : text.trim();
}

/** The flag and the form that an address of a work should have been given by. */
function otherForm(name: string, text: string): string {
  for (const [field, value] of Object.entries(sourceOf(text)))
    if (field !== 'url') return `; did you mean --${field} ${value}?`;
  const address = `https://${text.trim()}`;
  return name === 'url' &&
    /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(text.trim()) &&
    WebAddress.safeParse(address).success
    ? `; did you mean --url ${address}?`
    : '';
}

/** What is said of an address of a work, with the flag to take in place of a value to write into a file. */
function inOtherForm(name: string, text: string, message: string): string {
  const other = otherForm(name, text);
  return other === '' ? message : message.replace(/; did you mean .*$/, '') + other;
}

/** What the schema says about the value of a field, in words that follow the name of a flag. */
function schemaSlips(kind: EntryKind, [group, inner]: Flag['path'], value: unknown): SchemaSlip[] {
  const record = { [group]: inner === undefined ? value : { [inner]: value } };
  const schema = SCHEMAS[KINDS_OF_ENTRY[kind]];
  const issues = (schema.safeParse(record).error?.issues ?? []).filter(
    ({ path }) => path[0] === group && (inner === undefined || path[1] === inner),
  );
  return schemaFindings(schema, record, issues)
    .filter(({ rule }) => rule !== 'missing-key')
    .map(({ message, path }) => ({ path, message: message.replace(/^"[^"]*" /, '') }));
}

interface SchemaSlip {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What is wrong with one answer, a sentence each. */
function slipsOf(kind: EntryKind, name: string, flag: Flag, text: string, known: Known): string[] {
  const unseen = unseenIn(text);
  if (unseen !== undefined) return [unseen];
  const value = valueOf(flag, text);
  if (text.trim() === '' || (Array.isArray(value) && value.length === 0))
    return ['is empty; give it a value or leave it out'];
  const slips = schemaSlips(kind, flag.path, value);
  if (!flag.slugs)
    return slips.map(({ message }) => (isOfSource(name, flag) ? inOtherForm(name, text, message) : message));
  const unknown = slugSlips(flag, text, known);
  return [
    ...unknown,
    ...slips
      .filter(({ path }) => path.length === 1 && flag.isList && unknown.length === 0)
      .map(({ message }) => message),
    ...slips
      .filter(({ path }) => path.at(-1) === 'outcome')
      .map(({ path, message }) => `(number ${Number(path[1]) + 1}) ${message}`),
  ];
}

/** What is wrong with a title, in words that follow it; nothing when it will do. */
export const titleSlip = (kind: EntryKind, title: string): string | undefined =>
  unseenIn(title) ?? schemaSlips(kind, ['title'], title.trim())[0]?.message;

/**
 * Reads answers by the schema of the entry and by what is there.
 * @param answers by flag, as they were typed; those to questions that the kind does not have are passed over
 */
export function readAnswers(kind: EntryKind, answers: Answers, known: Known): ReadAnswers {
  const fields: Record<string, unknown> = {};
  const bad: BadAnswer[] = [];
  for (const [name, flag] of Object.entries(FLAGS[kind])) {
    const text = Object.hasOwn(answers, name) ? answers[name] : undefined;
    if (text === undefined) continue;
    bad.push(...slipsOf(kind, name, flag, text, known).map((message) => ({ flag: name, message })));
    const [group, inner] = flag.path;
    const value = valueOf(flag, text);
    fields[group] =
      inner === undefined ? value : { ...(fields[group] as object | undefined), [inner]: value };
  }
  return { fields, bad };
}
