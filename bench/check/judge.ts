import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { decoded } from '../../src/reading/bytes.ts';
import { checkCaseStudy } from '../../src/reading/check-case-study.ts';
import { fileNameSlip } from '../../src/reading/entry.ts';
import type { KnownContent } from '../../src/reading/known-content.ts';
import type { Slip } from '../../src/reading/slip.ts';
import { SLIP_KINDS } from '../../src/rules/slip-kinds.ts';
import { CaseStudy } from '../../src/schema/case-study.ts';
import { keysAt, schemaAt } from '../../src/schema/fields.ts';
import type { Mutant } from './mutations.ts';

/** `mitigations[2].outcome` as a path. */
const pathOf = (field: string): (string | number)[] =>
  [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, number, name = '']) =>
    number === undefined ? name : Number(number) - 1,
  );

const OF_VALUES = new Set(['unknown-value', 'invalid-value', 'wrong-type']);

/** What is wrong with the suggestion of a slip: one about a value or a key must be right by itself. */
function faultOfSuggestion(
  { rule, field, found = '', suggestion }: Slip,
  known: KnownContent,
): string | undefined {
  if (suggestion === undefined) return undefined;
  const wrong = `the suggestion ${JSON.stringify(suggestion)} would be refused`;
  if (rule === 'file-name') return fileNameSlip(suggestion, '.md') ? wrong : undefined;
  if (rule === 'known-slug') {
    const { challenges, mitigations, tools, approaches } = known;
    const all = [challenges, mitigations, tools, approaches].flat();
    return all.some(([slug]) => slug === suggestion) ? undefined : wrong;
  }
  if (field === undefined) return undefined;
  // A key that is none may hold any sign, those of paths too.
  if (rule === 'unknown-key')
    return keysAt(CaseStudy, pathOf(field.slice(0, -found.length))).includes(suggestion) ? undefined : wrong;
  if (!OF_VALUES.has(rule)) return undefined;
  const schema = schemaAt(CaseStudy, pathOf(field));
  return schema?.safeParse(parse(suggestion)).success === true ? undefined : wrong;
}

const isBefore = (a: Slip, b: Slip) => a.line < b.line || (a.line === b.line && a.column <= b.column);

/** What is wrong with the slips that the check tells of a file; nothing when they are as they should be. */
export function faultsOfSlips(slips: readonly Slip[], bytes: Uint8Array, known: KnownContent): string[] {
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\n');
  const told = new Set<string>();
  return slips.flatMap((slip, i) => {
    const { line, column, rule, message } = slip;
    const at = `${line}:${column} [${rule}] ${JSON.stringify(message.slice(0, 100))}`;
    const inFile =
      line >= 1 && column >= 1 && column <= (lines[line - 1] ?? '').length + 1 && line <= lines.length;
    const isTwin = told.has(at);
    told.add(at);
    const previous = slips[i - 1];
    const suggestion = faultOfSuggestion(slip, known);
    return [
      ...(inFile ? [] : [`${at}: outside the file`]),
      ...(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u.test(message)
        ? [`${at}: a message of several lines, or with signs that control`]
        : []),
      ...(message.length > 1000 ? [`${at}: a message of ${message.length} characters`] : []),
      ...(Object.hasOwn(SLIP_KINDS, rule) ? [] : [`${at}: no kind of slip`]),
      ...(previous && !isBefore(previous, slip) ? [`${at}: not in reading order`] : []),
      ...(isTwin ? [`${at}: told twice`] : []),
      ...(suggestion === undefined ? [] : [`${at}: ${suggestion}`]),
    ];
  });
}

const withoutPath = (slips: readonly Slip[]) => slips.map((slip) => ({ ...slip, path: '' }));

/** Where the check of the form says something else than the command; nothing when both agree, or the form cannot hold such a file. */
export function differenceOfForm(
  slips: readonly Slip[],
  { name, bytes }: Mutant,
  known: KnownContent,
): string | undefined {
  const read = decoded(bytes);
  // The form writes no byte-order mark.
  if (!('text' in read) || Buffer.byteLength(read.text) !== bytes.length || !name.endsWith('.md'))
    return undefined;
  const ofForm = withoutPath(checkCaseStudy(read.text, name.slice(0, -3), known));
  const ofCommand = withoutPath(slips);
  return isDeepStrictEqual(ofForm, ofCommand)
    ? undefined
    : `the form says ${said(ofForm)}, the command ${said(ofCommand)}`;
}

const said = (slips: readonly Slip[]) =>
  slips.map(({ line, column, rule }) => `${line}:${column} [${rule}]`).join(' ') || 'nothing';
