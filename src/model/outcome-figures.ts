import { keysOf, OUTCOMES, type Outcome } from '../schema/vocabulary.ts';
import { byTitle, type Catalogue } from './catalogue.ts';
import { addressOf } from './collections.ts';
import { outcomesOf } from './relations.ts';
import { leadersOf, type Column, type Figure } from './figure.ts';
import { named, percentOf } from './figure-words.ts';
import { counted } from './in-words.ts';

type Mitigated = Pick<Catalogue, 'mitigations' | 'caseStudies'>;

/** How often a mitigation was applied, and how it turned out. */
export type MitigationRow = {
  readonly mitigation: string;
  readonly slug: string;
  readonly address: string;
  /** Used, ordered or evaluated: in so many case studies. */
  readonly applied: number;
  readonly helped: number;
  readonly partly: number;
  readonly didNotHelp: number;
  readonly notReported: number;
};

/** The field of a row that counts an outcome. */
export const COUNT_OF = {
  helped: 'helped',
  partly: 'partly',
  'did-not-help': 'didNotHelp',
  'not-reported': 'notReported',
} as const satisfies Record<Outcome, keyof MitigationRow>;

const mitigationRows = (catalogue: Mitigated): MitigationRow[] =>
  catalogue.mitigations
    .toSorted(byTitle)
    .map((entry) => {
      const counts = outcomesOf(entry, catalogue);
      return {
        mitigation: entry.data.title,
        slug: entry.id,
        address: addressOf('mitigations', entry.id),
        applied: Object.values(counts).reduce((sum, count) => sum + count, 0),
        helped: counts.helped,
        partly: counts.partly,
        didNotHelp: counts['did-not-help'],
        notReported: counts['not-reported'],
      };
    })
    .toSorted((a, b) => b.applied - a.applied);

const NONE_APPLIED = 'No case study has applied a mitigation yet.';

/** How often each outcome was reported, over all mitigations. */
export type OutcomeRow = {
  readonly outcome: string;
  readonly times: number;
  /** In whole per cent of all times; nothing where there are none. */
  readonly share: number | undefined;
  /** The word of the vocabulary. */
  readonly word: Outcome;
};

const SINGLE: Record<Outcome, string> = {
  helped: 'it helped',
  partly: 'it helped in part',
  'did-not-help': 'it did not help',
  'not-reported': 'no outcome is reported',
};

function outcomesFinding(rows: readonly OutcomeRow[]): string {
  const total = rows.reduce((sum, { times }) => sum + times, 0);
  if (total === 0) return NONE_APPLIED;
  const [only] = leadersOf(rows.map(({ times, word }) => ({ title: SINGLE[word], count: times })));
  if (total === 1) return `A mitigation was applied once: ${only?.title ?? ''}.`;
  const of = (wanted: Outcome) => {
    const { times = 0, share = 0 } = rows.find(({ word }) => word === wanted) ?? {};
    return times === 0 ? 'none' : `${times} (${share}%)`;
  };
  return (
    `Of ${total} times that a mitigation was applied, it helped in ${of('helped')}, ` +
    `helped in part in ${of('partly')} and did not help in ${of('did-not-help')}. ` +
    `No outcome is reported of ${of('not-reported')}.`
  );
}

/** How seldom reports tell of what did not help; nothing where nothing was applied. */
export function failuresSentence(rows: readonly OutcomeRow[]): string | undefined {
  const total = rows.reduce((sum, { times }) => sum + times, 0);
  const failed = rows.find(({ word }) => word === 'did-not-help')?.times ?? 0;
  return total === 0
    ? undefined
    : `Published reports favour success: ${failed} of ${counted(total, 'application')} of a mitigation here ${failed === 1 ? 'is' : 'are'} told not to have helped.`;
}

/** How it turned out whenever a case study applied a mitigation; what was only proposed is left out. */
export function outcomesFigure(catalogue: Mitigated): Figure<OutcomeRow> {
  const applied = mitigationRows(catalogue);
  const times = (word: Outcome) => applied.reduce((sum, row) => sum + row[COUNT_OF[word]], 0);
  const total = applied.reduce((sum, row) => sum + row.applied, 0);
  const rows = keysOf(OUTCOMES).map((word) => ({
    outcome: OUTCOMES[word],
    times: times(word),
    share: percentOf(times(word), total),
    word,
  }));
  return {
    id: 'outcomes',
    title: 'How mitigations turned out',
    finding: outcomesFinding(rows),
    columns: [
      { key: 'outcome', title: 'Outcome' },
      { key: 'times', title: 'Times' },
      { key: 'share', title: 'Share, %' },
    ] satisfies Column<keyof OutcomeRow>[],
    rows,
  };
}

function mitigationsFinding(rows: readonly MitigationRow[]): string {
  const leaders = leadersOf(rows.map((row) => ({ ...row, title: row.mitigation, count: row.applied })));
  const [first] = leaders;
  if (!first) return NONE_APPLIED;
  const names = named(leaders.map(({ title }) => title));
  const cases = counted(first.count, 'case study', 'case studies');
  const lead =
    leaders.length === 1
      ? `Applied most often: ${names}, in ${cases}, of which it helped in ${first.helped === 0 ? 'none' : first.helped}.`
      : `Applied most often: ${names}, each in ${cases}.`;
  const never = rows.filter(({ applied }) => applied === 0).length;
  return never === 0
    ? `${lead} Each was applied at least once.`
    : `${lead} Of ${counted(rows.length, 'mitigation')}, ${never} ${never === 1 ? 'was' : 'were'} never applied.`;
}

/** How each mitigation turned out where a case study applied it, most applied first, then by title. */
export function mitigationsFigure(catalogue: Mitigated): Figure<MitigationRow> {
  const rows = mitigationRows(catalogue);
  return {
    id: 'mitigations',
    title: 'The mitigations applied most often',
    finding: mitigationsFinding(rows),
    columns: [
      { key: 'mitigation', title: 'Mitigation', address: 'address' },
      { key: 'applied', title: 'Applied' },
      ...keysOf(OUTCOMES).map((word) => ({ key: COUNT_OF[word], title: OUTCOMES[word] })),
    ] satisfies Column<keyof MitigationRow>[],
    rows,
  };
}
