import { sectionAt, sectionBefore, sectionTitled, type CaseStudyFields } from './case-study-text.ts';

/** What a form holds: names of controls and what stands in them, in the order of the page. */
export type FormEntries = readonly (readonly [name: string, value: string])[];

/** Controls that stand once a row; a row without its first value is not there. */
export const ROWS = {
  challenges: ['challenges'],
  mitigations: ['mitigations.id', 'mitigations.outcome', 'mitigations.basis', 'mitigations.note'],
  tools: ['tools'],
} as const;
export type RowName = keyof typeof ROWS;

const valuesOf = (entries: FormEntries, name: string) =>
  entries.flatMap(([each, value]) => (each === name ? [value.trim()] : []));

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Numbers stay text where they are none, so that the check can say what is wrong with them. */
const yearOf = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : (text as unknown as number));

/** Indexes of the rows that hold something, in order: the n-th of them is the n-th item of the list. */
export const filledRows = (entries: FormEntries, row: RowName): number[] => {
  const columns = ROWS[row].map((name) => valuesOf(entries, name));
  // The basis always has a value, so it fills no row.
  const telling = columns.filter((_values, i) => ROWS[row][i] !== 'mitigations.basis');
  return (columns[0] ?? []).flatMap((_value, i) => (telling.some((values) => values[i]) ? [i] : []));
};

/**
 * The fields of a case study from the controls of its form: empty ones are left out, numbers and lists made of text.
 * @param entries as `FormData` gives them
 */
export function fieldsOfForm(entries: FormEntries): CaseStudyFields {
  const one = (name: string): string | undefined => valuesOf(entries, name)[0] || undefined;
  const list = (name: string): string[] | undefined => {
    const text = one(name);
    return text === undefined ? undefined : linesOf(text);
  };
  const [ids, outcomes, bases, notes] = ROWS.mitigations.map((name) => valuesOf(entries, name));
  const year = one('year');
  const sourceYear = one('source.year');
  const fields = {
    title: one('title'),
    organisation: one('organisation'),
    industry: one('industry'),
    year: year === undefined ? undefined : yearOf(year),
    kind: one('kind'),
    task: one('task'),
    challenges: valuesOf(entries, 'challenges').filter(Boolean),
    mitigations: filledRows(entries, 'mitigations').map((i) => ({
      id: ids?.[i] || null,
      outcome: outcomes?.[i] || null,
      ...(bases?.[i] && bases[i] !== 'used' && { basis: bases[i] }),
      ...(notes?.[i] && { note: notes[i] }),
    })),
    tools: valuesOf(entries, 'tools').filter(Boolean),
    source: {
      title: one('source.title'),
      authors: list('source.authors'),
      year: sourceYear === undefined ? undefined : yearOf(sourceYear),
      venue: one('source.venue'),
      doi: one('source.doi'),
      arxiv: one('source.arxiv'),
      isbn: one('source.isbn'),
      url: one('source.url'),
    },
    scope: one('scope'),
    status: one('status'),
    statusAsOf: one('statusAsOf'),
    evidence: one('evidence'),
    checked: one('checked'),
    contributor: one('contributor'),
    facts: list('facts'),
    caveat: one('caveat'),
    problem: one('problem'),
    whatWasDone: one('whatWasDone'),
    outcome: one('outcome'),
    lessons: one('lessons'),
  };
  // Words of the vocabularies come from the form's own choices; whatever else comes, the check refuses.
  return fields as unknown as CaseStudyFields;
}

/** A control of the form: its name, and which of those of that name it is, from 0. */
export interface Control {
  readonly name: string;
  readonly index: number;
}

/** As much of a slip as it takes to find its control. */
interface PlacedSlip {
  /** As slips name it: `source.doi`, `mitigations[2].outcome`; nothing for slips of the text. */
  readonly field?: string | undefined;
  /** In the file, from 1. */
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** The field that a line of the front matter belongs to, named as slips name it; nothing below the front matter. */
function fieldAtLine(text: string, line: number): string | undefined {
  const lines = text.split('\n');
  if (line > lines.indexOf('---', 1)) return undefined;
  let [top, inner, item] = ['', '', 0];
  for (const each of lines.slice(1, line)) {
    const [, blanks = '', dash, key] = /^( *)(- )?(?:(\w+):(?: |$))?/.exec(each) ?? [];
    if (blanks === '' && key !== undefined) [top, inner, item] = [key, '', 0];
    else if (key !== undefined) inner = key;
    if (dash !== undefined) item += 1;
  }
  const place = top === 'mitigations' && item > 0 ? `[${item}]` : '';
  return top === '' ? undefined : `${top}${place}${inner && `.${inner}`}`;
}

/** The control of a field, named as slips name it. */
function controlOfField(field: string, entries: FormEntries): Control {
  const [, list = '', item, key] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(field) ?? [];
  if (Object.hasOwn(ROWS, list)) {
    const rows = filledRows(entries, list as RowName);
    const index = (item === undefined ? rows.at(-1) : rows[Number(item) - 1]) ?? 0;
    return { name: list === 'mitigations' ? `mitigations.${key ?? 'id'}` : list, index };
  }
  if (field === 'source') return { name: 'identifier', index: 0 };
  return { name: field.replace(/\[\d+\]$/, ''), index: 0 };
}

/** A section is missing although its heading is written, when the text above it swallows the heading. */
export const isSwallowed = ({ rule, message }: Pick<PlacedSlip, 'rule' | 'message'>): boolean =>
  rule === 'sections' && message.endsWith(' is missing');

/**
 * The control that a slip is about.
 * @param text the file that `caseStudyText` makes of the entries
 */
export function controlOf(slip: PlacedSlip, text: string, entries: FormEntries): Control {
  const { field, line, rule, message } = slip;
  if (rule === 'file-name' || (rule === 'once' && field === undefined)) return { name: 'slug', index: 0 };
  // Which kind of address is missing is the author's choice.
  if (rule === 'empty-value' && field === 'source.url') return { name: 'identifier', index: 0 };
  if (field !== undefined) return controlOfField(field, entries);
  const missing = isSwallowed(slip) ? sectionTitled(/"## (.+)"/.exec(message)?.[1] ?? '') : undefined;
  if (missing !== undefined) return { name: sectionBefore(missing), index: 0 };
  const inFields = fieldAtLine(text, line);
  if (inFields !== undefined) return controlOfField(inFields, entries);
  return { name: sectionAt(fieldsOfForm(entries), text, line) ?? 'problem', index: 0 };
}
