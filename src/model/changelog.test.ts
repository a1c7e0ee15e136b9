import { expect, test } from 'vitest';
import {
  changelogOf,
  longestShown,
  monthInWords,
  subjectCounted,
  yearsOf,
  type Changelog,
} from './changelog.ts';
import type { FileChange } from './history.ts';
import { renamingsOf } from './renamings.ts';
import { aCaseStudy, aCatalogue, aMitigation } from './samples.ts';

const pathOf = (slug: string) => `content/mitigations/${slug}.mdx`;
const change = (month: string, kind: FileChange['kind'], slug: string, from?: string): FileChange => ({
  commit: month,
  date: `2026-${month}-01T00:00:00Z`,
  kind,
  path: pathOf(slug),
  ...(from !== undefined && { from: pathOf(from) }),
});

/** The changelog of a guide with these mitigations; changes are given oldest first. */
function changelog(
  slugs: readonly string[],
  changes: readonly FileChange[],
  redirects: Record<string, string> = {},
  parts: Parameters<typeof aCatalogue>[0] = {},
) {
  const catalogue = aCatalogue({
    mitigations: slugs.map((slug) => ({ ...aMitigation(slug, []), filePath: pathOf(slug) })),
    redirects: { mitigations: redirects },
    ...parts,
  });
  const history = { changes: changes.toReversed() };
  return changelogOf(catalogue, history, renamingsOf(catalogue, history, new Map()));
}

/** A changelog in lines: `2026-02 added mitigations: A, B`. */
const linesOf = ({ months, undated }: Changelog) =>
  [...months, { month: 'undated', lists: undated }].flatMap(({ month, lists }) =>
    lists.map(
      ({ happening, subject, pages }) =>
        `${month} ${happening} ${subject}: ${pages
          .map(
            ({ title, before, address }) =>
              (before ? `${before} > ` : '') + title + (address ? '' : ' (gone)'),
          )
          .join(', ')}`,
    ),
  );

test('an old slug whose words are the title of today is told as the slug', () => {
  const mitigations = [
    {
      ...aMitigation('alert-budget', [], { title: 'Alert burden budget' }),
      filePath: pathOf('alert-budget'),
    },
  ];
  const made = changelog([], [], { 'alert-burden-budget': 'alert-budget' }, { mitigations });

  expect(linesOf(made)).toEqual(['undated renamed mitigations: alert-burden-budget > Alert burden budget']);
});

test('months come newest first, lists in one order, and titles as readers look them up', () => {
  const changes = [
    change('01', 'added', 'b'),
    change('01', 'added', 'a'),
    change('02', 'changed', 'b'),
    change('02', 'added', 'c'),
  ];

  expect(linesOf(changelog(['a', 'b', 'c'], changes))).toEqual([
    '2026-02 added mitigations: C',
    '2026-02 changed mitigations: B',
    '2026-01 added mitigations: A, B',
  ]);
});

test('what came and changed in one month came, and many changes of a month are one', () => {
  const changes = [
    change('01', 'added', 'a'),
    change('01', 'changed', 'a'),
    change('02', 'changed', 'a'),
    change('02', 'changed', 'a'),
  ];

  expect(linesOf(changelog(['a'], changes))).toEqual([
    '2026-02 changed mitigations: A',
    '2026-01 added mitigations: A',
  ]);
});

test('an entry that was renamed is told under its title of today, and once as renamed', () => {
  const changes = [
    change('01', 'added', 'old-name'),
    change('02', 'changed', 'old-name'),
    change('03', 'renamed', 'new-name', 'old-name'),
    change('04', 'changed', 'new-name'),
  ];

  expect(linesOf(changelog(['new-name'], changes, { 'old-name': 'new-name' }))).toEqual([
    '2026-04 changed mitigations: New name',
    '2026-03 renamed mitigations: Old name > New name',
    '2026-02 changed mitigations: New name',
    '2026-01 added mitigations: New name',
  ]);
});

test('an entry rewritten under another name is renamed, not new', () => {
  const changes = [
    change('01', 'added', 'old-name'),
    change('02', 'removed', 'old-name'),
    change('02', 'added', 'new-name'),
  ];

  expect(linesOf(changelog(['new-name'], changes, { 'old-name': 'new-name' }))).toEqual([
    '2026-02 renamed mitigations: Old name > New name',
    '2026-01 added mitigations: New name',
  ]);
});

test('what was merged keeps its name where it came, and leads to what it is part of', () => {
  const changes = [
    change('01', 'added', 'one'),
    change('01', 'added', 'other'),
    change('02', 'removed', 'other'),
  ];
  const made = changelog(['one'], changes, { other: 'one' });

  expect(linesOf(made)).toEqual([
    '2026-02 merged mitigations: Other > One',
    '2026-01 added mitigations: One, Other',
  ]);
  expect(made.months[1]?.lists[0]?.pages.map(({ address }) => address)).toEqual([
    '/mitigations/one/',
    '/mitigations/one/',
  ]);
});

test('what is gone is told by its slug, without a link, and its changes not at all', () => {
  const changes = [
    change('01', 'added', 'gone-one'),
    change('02', 'changed', 'gone-one'),
    change('03', 'removed', 'gone-one'),
  ];

  expect(linesOf(changelog([], changes))).toEqual([
    '2026-03 removed mitigations: Gone one (gone)',
    '2026-01 added mitigations: Gone one (gone)',
  ]);
});

test('what went and came back is told both times', () => {
  const changes = [change('01', 'added', 'a'), change('02', 'removed', 'a'), change('03', 'added', 'a')];

  expect(linesOf(changelog(['a'], changes))).toEqual([
    '2026-03 added mitigations: A',
    '2026-02 removed mitigations: A',
    '2026-01 added mitigations: A',
  ]);
});

test('an entry that left its slug without a redirect is gone, and another came', () => {
  const changes = [change('01', 'added', 'old'), change('02', 'renamed', 'new', 'old')];

  expect(linesOf(changelog(['new'], changes))).toEqual([
    '2026-02 added mitigations: New',
    '2026-02 removed mitigations: Old (gone)',
    '2026-01 added mitigations: Old (gone)',
  ]);
});

test('a file that moved to another folder under its slug changed', () => {
  const [from, path] = ['a', 'b'].map((stage) => `content/mitigations/${stage}/x.mdx`) as [string, string];
  const changes: FileChange[] = [
    { commit: '1', date: '2026-01-01T00:00:00Z', kind: 'added', path: from },
    { commit: '2', date: '2026-02-01T00:00:00Z', kind: 'renamed', path, from },
  ];

  expect(linesOf(changelog(['x'], changes))).toEqual([
    '2026-02 changed mitigations: X',
    '2026-01 added mitigations: X',
  ]);
});

test('entries are reviewed in the month in which they were checked, whatever the history knows', () => {
  const caseStudies = [
    aCaseStudy('shop', [], { checked: '2026-01-31' }),
    aCaseStudy('bank', [], { checked: '2025-12-01' }),
  ];

  expect(linesOf(changelog([], [], {}, { caseStudies }))).toEqual([
    '2026-01 reviewed caseStudies: Shop in the field',
    '2025-12 reviewed caseStudies: Bank in the field',
  ]);
});

test('pages that are no entry are told by their titles, other files not', () => {
  const changes = ['glossary.yaml', 'words.txt', 'pages/about.md'].map((file): FileChange => ({
    commit: '1',
    date: '2026-01-01T00:00:00Z',
    kind: 'changed',
    path: `content/${file}`,
  }));

  expect(linesOf(changelog([], changes))).toEqual(['2026-01 changed pages: About, Glossary']);
});

test('without history the names that were given up are told without a time', () => {
  const made = changelog(['new', 'both'], [], { old: 'new', a: 'both', b: 'both' });

  expect(linesOf(made)).toEqual([
    'undated renamed mitigations: Old > New',
    'undated merged mitigations: A > Both, B > Both',
  ]);
});

test('names that every object has are slugs like any other', () => {
  const changes = [change('01', 'added', 'constructor'), change('01', 'added', '__proto__')];

  expect(linesOf(changelog(['constructor', '__proto__'], changes))).toEqual([
    '2026-01 added mitigations: __proto__, Constructor',
  ]);
});

test('years hold their months, newest first', () => {
  const caseStudies = ['2025-12-01', '2026-01-01', '2026-02-01'].map((checked) =>
    aCaseStudy(`of-${checked}`, [], { checked }),
  );
  const years = yearsOf(changelog([], [], {}, { caseStudies }));

  expect(years.map(({ year, months }) => [year, months.map(({ month }) => month)])).toEqual([
    ['2026', ['2026-02', '2026-01']],
    ['2025', ['2025-12']],
  ]);
});

test.each([
  [[], 10, 0],
  [[3, 4], 10, 4],
  [[3, 7], 10, 7],
  [[3, 8], 10, 7],
  [[100, 1, 100], 11, 5],
  [[10_000, 10_000], 1000, 500],
  [[5, 5, 5], 2, 0],
])('lists of %j items on a page of %i show %i at most', (lengths, most, longest) => {
  expect(longestShown(lengths, most)).toBe(longest);
  const shown = lengths.reduce((sum, length) => sum + Math.min(length, longest), 0);
  expect(shown).toBeLessThanOrEqual(most);
});

test('months and counts are said in words', () => {
  expect(monthInWords('2026-11')).toBe('November 2026');
  expect(monthInWords('2027-01')).toBe('January 2027');
  expect(subjectCounted('caseStudies', 1)).toBe('1 case study');
  expect(subjectCounted('approaches', 2)).toBe('2 approaches');
  expect(subjectCounted('pages', 2)).toBe('2 other pages');
});

test('thousands of entries and changes are told without comparing each with each', () => {
  const slugs = Array.from({ length: 10_000 }, (_, i) => `entry-${i}`);
  const changes = slugs.flatMap((slug) => [change('01', 'added', slug), change('02', 'changed', slug)]);

  expect(changelog(slugs, changes).months.map(({ lists }) => lists[0]?.pages.length)).toEqual([
    10_000, 10_000,
  ]);
});
