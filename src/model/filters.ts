import {
  EFFORTS,
  EVIDENCE,
  INDUSTRIES,
  keysOf,
  KINDS,
  MOMENTS,
  OUTCOMES,
  STRENGTHS,
  TOOL_KINDS,
  TOOL_STATUSES,
} from '../schema/vocabulary.ts';
import type { Stage } from '../schema/workflow.ts';
import { HAPPENING_TITLES } from './changelog.ts';

/** Something an index page can be narrowed by: its name in addresses, its title, and its values with their titles. */
export interface Filter {
  readonly name: string;
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Every filter of every index page. Names and values also stand in addresses, as `#industry-finance`. */
export const filters = (stages: readonly Stage[]) =>
  ({
    stage: {
      name: 'stage',
      title: 'Stage',
      values: Object.fromEntries(stages.map(({ slug, title }) => [slug, title])),
    },
    edition: {
      name: 'edition',
      title: 'Edition',
      values: { 2021: '2021 slides', 2022: '2022 journal', community: 'Community' },
    },
    industry: { name: 'industry', title: 'Industry', values: INDUSTRIES },
    outcome: { name: 'outcome', title: 'Outcome', values: OUTCOMES },
    kind: { name: 'kind', title: 'Kind', values: { ...KINDS, ...TOOL_KINDS } },
    evidence: { name: 'evidence', title: 'Evidence', values: EVIDENCE },
    when: { name: 'when', title: 'Moment', values: MOMENTS },
    effort: { name: 'effort', title: 'Effort', values: EFFORTS },
    strength: { name: 'strength', title: 'Strength of evidence', values: STRENGTHS },
    happening: { name: 'happening', title: 'What happened', values: HAPPENING_TITLES },
    status: { name: 'status', title: 'Upkeep', values: { ...TOOL_STATUSES, unknown: 'Not known' } },
  }) as const satisfies Record<string, Filter>;
export type FilterName = keyof ReturnType<typeof filters>;

/** What an entry answers to a filter, as the class that the style sheet looks for. */
export const filterClass = (name: FilterName, value: string | number): string => `f-${name}-${value}`;

/** A value of a filter that at least one entry has, and how many have it. */
export interface FilterValue {
  readonly value: string;
  readonly title: string;
  readonly count: number;
}

/**
 * The values of a filter that occur, in the order of the vocabulary.
 * @param valuesOf what an entry answers to the filter; several where it belongs to several
 */
export function occurring<T>(
  filter: Filter,
  entries: readonly T[],
  valuesOf: (entry: T) => Iterable<string | number>,
): FilterValue[] {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const value of new Set([...valuesOf(entry)].map(String)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.entries(filter.values)
    .map(([value, title]) => ({ value, title, count: counts.get(value) ?? 0 }))
    .filter(({ count }) => count > 0);
}

/**
 * The style sheet that makes `#industry-finance` in an address narrow a list, without script:
 * the target is a note before the list, what does not carry its class is not shown, and the link to it stands out.
 * It stands in no layer: a page loads it before the sheet that fixes the order of the layers.
 */
export function filterStyles(all: readonly Filter[]): string {
  const rules = all.flatMap(({ name, values }) =>
    keysOf(values).map(
      (value) =>
        `#${name}-${value}:target~.filtered>:not(.${filterClass(name as FilterName, value)})` +
        `,#${name}-${value}:target~.group:not(:has(.${filterClass(name as FilterName, value)}))` +
        `,#${name}-${value}:target~.group .filtered>:not(.${filterClass(name as FilterName, value)}){display:none}` +
        `:root:has(#${name}-${value}:target) .filters [href="#${name}-${value}"]{font-weight:600;text-decoration-thickness:3px}`,
    ),
  );
  return rules.join('');
}
