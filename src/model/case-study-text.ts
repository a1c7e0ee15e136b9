import { CaseStudy, type AppliedMitigation } from '../schema/case-study.ts';
import type { Source } from '../schema/source.ts';
import { EVIDENCE, keysOf, KINDS, OUTCOMES } from '../schema/vocabulary.ts';
import { frontMatter } from './front-matter.ts';

type Draft<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

/** What is known of a case study that is being written: its fields, and its sections in Markdown. */
export interface CaseStudyFields extends Omit<Draft<CaseStudy>, 'source' | 'mitigations'> {
  readonly source?: Draft<Source> | undefined;
  readonly mitigations?: readonly Draft<AppliedMitigation>[] | undefined;
  readonly problem?: string | undefined;
  readonly whatWasDone?: string | undefined;
  readonly outcome?: string | undefined;
  readonly lessons?: string | undefined;
}

const SECTIONS = [
  { title: 'Problem', field: 'problem' },
  { title: 'What was done', field: 'whatWasDone' },
  { title: 'Outcome', field: 'outcome' },
  { title: 'Lessons', field: 'lessons', isOptional: true },
] as const;

const words = (vocabulary: object) => keysOf(vocabulary).join(', ');

const HINTS = {
  title: '10 to 120 characters',
  year: 'of the report',
  kind: words(KINDS),
  task: 'what the model was for',
  challenges: '1 to 8 slugs',
  'mitigations.outcome': words(OUTCOMES),
  'source.url': 'or doi, arxiv or isbn',
  evidence: `${words(EVIDENCE)}: how you saw the source`,
  checked: 'the day you compared this with the source, such as 2026-11-23',
};

/** Text of a section as it was typed, with the line ends and outer blank lines that files here have. */
const typed = (text = '') =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '');

/** The name of a section in the fields of a case study. */
export type SectionField = (typeof SECTIONS)[number]['field'];

/** The sections of a case study in their order, as they are written; lessons without text are left out. */
const writtenSections = (fields: CaseStudyFields) =>
  SECTIONS.flatMap((section) => {
    const text = typed(fields[section.field]);
    const isLeftOut = text === '' && 'isOptional' in section;
    return isLeftOut
      ? []
      : [{ ...section, written: [`## ${section.title}`, text].filter(Boolean).join('\n\n') }];
  });

/**
 * The file of a case study. Where the fields are complete and right, `npm run check` has nothing to say about it;
 * where one is missing, it stands as a key without value, which the check names. Sections are Markdown and stay as
 * they were typed; an empty one is only its heading, and lessons without text are left out.
 */
export function caseStudyText(fields: CaseStudyFields): string {
  const { source = {} } = fields;
  const found = source.doi ?? source.arxiv ?? source.isbn ?? source.url;
  const record = { ...fields, source: found ? source : { ...source, url: null } };
  const sections = writtenSections(fields).map(({ written }) => written);
  return `${frontMatter(CaseStudy, record, HINTS)}\n${sections.join('\n\n')}\n`;
}

/**
 * The section that a line of the file belongs to, whatever headings its text holds itself.
 * @param text the file that `caseStudyText` makes of the fields
 * @param line from 1
 * @returns nothing for lines above the first section
 */
export function sectionAt(fields: CaseStudyFields, text: string, line: number): SectionField | undefined {
  // Values of the front matter never take a line of their own that is only dashes.
  const lines = text.split('\n');
  let next = lines.indexOf('---', 1) + 3;
  let found: SectionField | undefined;
  for (const { field, written } of writtenSections(fields)) {
    if (line < next) break;
    found = field;
    next += written.split('\n').length + 1;
  }
  return found;
}

/** The field of the section with a title; nothing where there is none. */
export const sectionTitled = (title: string): SectionField | undefined =>
  SECTIONS.find((section) => section.title === title)?.field;

/** The field of the section before another one; the first one has itself. */
export const sectionBefore = (field: SectionField): SectionField =>
  SECTIONS[Math.max(0, SECTIONS.findIndex((section) => section.field === field) - 1)]?.field ?? field;
