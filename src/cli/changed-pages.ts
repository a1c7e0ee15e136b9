import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { counted } from '../model/in-words.ts';
import { differingFiles } from './differences.ts';
import { Failure, runMain } from './failure.ts';

const USAGE =
  'usage: node src/cli/set-up.mjs src/cli/changed-pages.ts --before <folder> --after <folder> --out <folder>';

/** Lines of text shown for a page, and pages listed in the summary: enough to judge, little enough to read. */
const LINES = 40;
const ROWS = 200;

/** Files beside the pages that pages need to look as they do. */
const ASSETS = '_astro';

/** Attributes may hold ">" in quotes. */
const ATTRIBUTES = `(?:"[^"]*"|'[^']*'|[^>"'])*`;
const UNREAD = /<(script|style|template)\b[^>]*>.*?<\/\1\s*>|<!--.*?-->/gis;
const INLINE = new RegExp(
  `</?(?:a|abbr|b|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|var|wbr)(?![\\w-])${ATTRIBUTES}>`,
  'gi',
);
const TAG = new RegExp(`</?[a-z!]${ATTRIBUTES}>`, 'gi');

/** The text of a page as lines, one a block, in the order of the page; character references stay as they are. */
export const linesOf = (html: string): string[] =>
  html
    .replace(UNREAD, '\n')
    .replace(INLINE, '')
    .replace(/\s+/g, ' ')
    .replace(TAG, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Lines of a list that another list lacks; a line that stands twice must be there twice. */
function lacking(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** A page that is not as it was. */
export interface ChangedPage {
  /** The file of the page inside a built site. */
  readonly file: string;
  readonly kind: 'new' | 'gone' | 'changed';
  /** Lines of text that only the page before has, and those that only the page after has. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * Pages by which two built sites differ, those with other words first, then those whose mark-up alone differs.
 * @param before may be missing, as after a build that failed: then every page is new
 * @returns the pages, and how many other files differ (data, feeds, scripts, styles, the search index)
 * @throws Failure when there is no site after the change
 */
export function changedPages(before: string, after: string): { pages: ChangedPage[]; others: number } {
  if (!existsSync(after)) throw new Failure(`there is no built site in ${after}/`);
  if (!existsSync(before)) mkdirSync(before, { recursive: true });
  const all = differingFiles(before, after);
  const pages = all
    .filter(({ file }) => file.endsWith('.html'))
    .map(({ file, kind }): ChangedPage => {
      const old = kind === 'second-only' ? [] : linesOf(readFileSync(join(before, file), 'utf8'));
      const now = kind === 'first-only' ? [] : linesOf(readFileSync(join(after, file), 'utf8'));
      return {
        file,
        kind: kind === 'second-only' ? 'new' : kind === 'first-only' ? 'gone' : 'changed',
        removed: lacking(old, now),
        added: lacking(now, old),
      };
    });
  const sameWords = ({ removed, added }: ChangedPage) => removed.length + added.length === 0;
  return {
    pages: pages.toSorted((a, b) => Number(sameWords(a)) - Number(sameWords(b))),
    others: all.length - pages.length,
  };
}

/** A stranger's build writes these names and lines: none of them may become mark-up of ours. */
const escaped = (text: string) =>
  text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const nameOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
const amount = ({ removed, added }: ChangedPage) =>
  removed.length + added.length === 0
    ? 'same words, other mark-up'
    : `${counted(added.length, 'line')} added, ${removed.length} removed`;
const total = (pages: readonly ChangedPage[], others: number) =>
  `${counted(pages.length, 'page')} and ${counted(others, 'other file')} differ.`;
const NO_BASE = 'The guide before the change did not build, so every page counts as new.';

function lineList(lines: readonly string[], element: 'del' | 'ins'): string {
  const more = lines.length > LINES ? `<li>and ${counted(lines.length - LINES, 'more line')}</li>` : '';
  const items = lines.slice(0, LINES).map((line) => `<li><${element}>${escaped(line)}</${element}></li>`);
  return items.length === 0 ? '' : `<ul>${items.join('')}${more}</ul>`;
}

function pageSection(page: ChangedPage): string {
  const link = (side: string) =>
    `<a href="${side}/${page.file.split('/').map(encodeURIComponent).join('/')}">${side}</a>`;
  const links = [page.kind === 'new' ? [] : link('before'), page.kind === 'gone' ? [] : link('after')].flat();
  return `<section><h2>${escaped(nameOf(page.file))}</h2><p>${page.kind}: ${amount(page)} (${links.join(', ')})</p>
${lineList(page.removed, 'del')}${lineList(page.added, 'ins')}</section>`;
}

/**
 * A page that lists the changed pages with their text differences. It runs nothing and loads nothing.
 * @param built whether the guide before the change could be built
 */
export const indexPage = (pages: readonly ChangedPage[], others: number, built = true): string =>
  `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Pages before and after</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-inline-size: 50rem; margin: 2rem auto; padding-inline: 1rem; overflow-wrap: anywhere; }
  del::before { content: '- '; }
  ins::before { content: '+ '; }
</style>
<h1>Pages before and after</h1>
<p>${total(pages, others)} ${built ? '' : NO_BASE}</p>
<p>Links below open the bare pages. To see them as readers will, serve one side at a time:
<code>python3 -m http.server --directory after 8000</code>, then <code>http://localhost:8000/</code> and the address of the page.
They come from the build of a pull request: look at its changes first when you do not know who sent it.</p>
${pages.map(pageSection).join('\n')}
</html>
`;

/**
 * The same in short, as Markdown for the summary of a job.
 * @param built whether the guide before the change could be built
 */
export function summaryOf(pages: readonly ChangedPage[], others: number, built = true): string {
  const rows = pages
    .slice(0, ROWS)
    .map((page) => `| ${nameOf(page.file).replace(/[^\w/.-]/g, '?')} | ${page.kind} | ${amount(page)} |`);
  return [
    total(pages, others),
    ...(built ? [] : [NO_BASE]),
    ...(rows.length > 0 ? ['', '| page | | text |', '| --- | --- | --- |', ...rows] : []),
    ...(pages.length > ROWS ? ['', `${counted(pages.length - ROWS, 'more page')}: see the artefact.`] : []),
  ].join('\n');
}

/**
 * Writes the changed pages of two built sites into before/ and after/ of a folder, with what they need to look right,
 * and an index.html that lists them.
 * @returns the summary, as Markdown
 */
export function writeChangedPages(before: string, after: string, out: string): string {
  const built = existsSync(before);
  const { pages, others } = changedPages(before, after);
  rmSync(out, { recursive: true, force: true });
  for (const [side, site, lacks] of [
    ['before', before, 'new'],
    ['after', after, 'gone'],
  ] as const) {
    const present = pages.filter(({ kind }) => kind !== lacks);
    for (const { file } of present) {
      mkdirSync(dirname(join(out, side, file)), { recursive: true });
      cpSync(join(site, file), join(out, side, file));
    }
    if (present.length > 0 && existsSync(join(site, ASSETS)))
      cpSync(join(site, ASSETS), join(out, side, ASSETS), { recursive: true });
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'index.html'), indexPage(pages, others, built));
  return summaryOf(pages, others, built);
}

/** Runs the command: the pages go into a folder, the summary to stdout. */
function main(): undefined {
  const { before, after, out } = parseArgs({
    options: { before: { type: 'string' }, after: { type: 'string' }, out: { type: 'string' } },
  }).values;
  if (before === undefined || after === undefined || out === undefined) throw new Failure(USAGE);
  console.log(writeChangedPages(before, after, out));
}

if (import.meta.main) await runMain(main);
