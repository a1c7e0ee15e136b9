import type { z } from 'astro/zod';
import { SLIP_KINDS, type SlipKind } from '../rules/slip-kinds.ts';
import { fieldAnchor, fieldsOf, isList, schemaAt } from '../schema/fields.ts';
import { SCHEMAS } from '../schema/index.ts';
import { fieldLine, fieldYaml } from './field-yaml.ts';
import { sentenceOf, vocabularyOf, type Word } from './vocabularies.ts';

/** What an author should know of a field, ready to be shown. */
export interface FieldReference {
  /** `source.doi`; its depth is the number of dots. */
  readonly name: string;
  readonly anchor: string;
  readonly need: string;
  readonly description: string;
  /** Why it matters, as a sentence. */
  readonly why: string;
  readonly words: readonly Word[];
  /** Right values, as YAML. */
  readonly good: readonly string[];
  /** Wrong values in one line, with what is wrong. */
  readonly bad: readonly { readonly line: string; readonly why: string }[];
}

/** Whether a field must be there; fields of a list's items are asked for in each item. */
function needOf(schema: z.ZodType, name: string, isOptional: boolean): string {
  if (isOptional) return 'Optional';
  const list = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  return list !== '' && isList(schemaAt(schema, list.split('.'))) ? 'Needed in each item' : 'Needed';
}

/** The reference of the fields of a kind of entry, in the order in which they are written. */
export const fieldReference = (schema: z.ZodType): FieldReference[] =>
  fieldsOf(schema).map(({ name, isOptional, help, words }) => ({
    name,
    anchor: fieldAnchor(name),
    need: needOf(schema, name, isOptional),
    description: help.description,
    why: sentenceOf(help.why),
    words: vocabularyOf(words),
    good: help.examples.map((value) => fieldYaml(schema, name, value)),
    bad: help.bad.map(({ value, why }) => ({ line: fieldLine(name, value), why })),
  }));

const fenced = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;

const wordInMarkdown = ({ word, title }: Word) => `\`${word}\`${title === word ? '' : ` (${title})`}`;

/** Words in one paragraph where their titles say it all, else one a line with its meaning. */
const wordsInMarkdown = (words: readonly Word[]): string =>
  words.some(({ meaning }) => meaning)
    ? words.map((each) => `- ${wordInMarkdown(each)}: ${each.meaning ?? ''}`).join('\n')
    : `One of ${words.map(wordInMarkdown).join(', ')}.`;

const fieldInMarkdown = ({ name, need, description, why, words, good, bad }: FieldReference): string[] => [
  `${'#'.repeat(3 + name.split('.').length - 1)} ${name}`,
  `**${need}.** ${description} ${why}`,
  ...(words.length > 0 ? [wordsInMarkdown(words)] : []),
  fenced('yaml', good.join('\n# or\n')),
  'Wrong:',
  bad.map((each) => `- \`${each.line}\` (${each.why})`).join('\n'),
];

/** The reference of the fields of a case study as Markdown: each has a heading that is its name alone. */
export const fieldsInMarkdown = (): string =>
  fieldReference(SCHEMAS.caseStudies).flatMap(fieldInMarkdown).join('\n\n');

/** How an example changes when it is mended: lines that stay, that go (`-`) and that come (`+`). */
export function mendOf(from: string, to: string): string {
  const [before, after] = [from.split('\n'), to.split('\n')];
  const changed = before.findIndex((line, i) => line !== after[i]);
  const start = changed < 0 ? before.length : changed;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const marked = (mark: string, lines: readonly string[]) => lines.map((line) => `${mark} ${line}`.trimEnd());
  return [
    ...marked(' ', before.slice(0, start)),
    ...marked('-', before.slice(start, before.length - end)),
    ...marked('+', after.slice(start, after.length - end)),
    ...marked(' ', before.slice(before.length - end)),
  ].join('\n');
}

const slipInMarkdown = ([name, { wrong, why, mend, from, to }]: readonly [string, SlipKind]): string[] => [
  `### ${name}`,
  `${wrong} ${sentenceOf(why)}`,
  `**Mend:** ${mend}`,
  ...(from !== undefined && to !== undefined ? [fenced('diff', mendOf(from, to))] : []),
];

/** Every kind of slip as Markdown, each under a heading that is its id alone. */
export const slipsInMarkdown = (): string =>
  Object.entries<SlipKind>(SLIP_KINDS).flatMap(slipInMarkdown).join('\n\n');

/**
 * A text with another section between its markers `<!-- name -->` and `<!-- /name -->`.
 * @throws when it lacks them
 */
export function withSection(text: string, name: string, section: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`the text lacks ${open} and ${close}`);
  return `${text.slice(0, start + open.length)}\n\n${section}\n\n${text.slice(end)}`;
}

/** CONTRIBUTING.md with the references that follow from schema and rules; Prettier has still to format it. */
export const withReferences = (contributing: string): string =>
  withSection(withSection(contributing, 'fields', fieldsInMarkdown()), 'slips', slipsInMarkdown());
