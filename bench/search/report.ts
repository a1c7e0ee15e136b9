import { sectionWriter } from '../section.ts';
import type { Cost } from './costs.ts';
import type { Measures } from './measures.ts';
import { byteRatio, CONTESTANTS, NAMES, type Results } from './results.ts';

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;

/** A Markdown table as Prettier writes it: columns as wide as their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(3, title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[], filler = ' ') =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0, filler)).join(' | ')} |`;
  const rule = line(
    head.map(() => ''),
    '-',
  );
  return [line(head), rule, ...rows.map((row) => line(row))].join('\n');
}

const figures = ({ mrr, success1, success3 }: Measures) => [
  mrr.toFixed(3),
  percent(success1),
  percent(success3),
];

const spent = ({ bytes, milliseconds }: Cost) => `${kilobytes(bytes)}, ${milliseconds} ms`;

/** The README's section on search, between its markers, from the figures of a run. */
export function searchSection(results: Results): string {
  const { quality, costs, queries, pages, date, machine, versions, costQueries } = results;
  const { guide } = quality;
  const overall = table(
    ['search', 'MRR@10', 'success@1', 'success@3', 'typos: success@3'],
    NAMES.map((name) => [
      CONTESTANTS[name],
      ...figures(quality[name].all),
      percent(quality[name].byKind['typo']?.success3 ?? 0),
    ]),
  );
  const groups = [...Object.entries(guide.byKind), ...Object.entries(guide.bySet)];
  const byKind = table(
    ['this guide', 'queries', 'MRR@10', 'success@1', 'success@3'],
    groups.map(([name, measures]) => [name, String(measures.queries), ...figures(measures)]),
  );
  const { cold } = costs.guide;
  const other = costs.pagefind.cold;
  const spending = table(
    ['until the first result', 'first visit', 'next query'],
    NAMES.map((name) => [
      name === 'pagefind' ? "Pagefind's Default UI" : CONTESTANTS[name],
      spent(costs[name].cold),
      spent(costs[name].warm),
    ]),
  );
  return [
    `${queries.length} judged queries over the ${pages} pages that can be found:`,
    overall,
    byKind,
    `Before the first result of a first visit is there, the guide sends ${kilobytes(cold.bytes)} (${kilobytes(cold.pageBytes)} for the page, ${kilobytes(cold.searchBytes)} for searching), and Pagefind's Default UI on a bare page ${kilobytes(other.bytes)} (${kilobytes(other.pageBytes)} and ${kilobytes(other.searchBytes)}): ${percent(byteRatio(results))} of it. Medians over ${costQueries.length} queries, from a server on the same machine:`,
    spending,
    `Run on ${date}: ${machine.cpu}, ${machine.cores} cores, Chromium ${versions['chromium'] ?? ''}, Pagefind ${versions['pagefind'] ?? ''}, MiniSearch ${versions['minisearch'] ?? ''}, FlexSearch ${versions['flexsearch'] ?? ''}.`,
  ].join('\n\n');
}

/** The README with another text between the markers of this bench; throws when it lacks them. */
export const withSection = sectionWriter('search');
