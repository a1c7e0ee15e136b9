import { LinkChecker, type LinkState } from 'linkinator';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Failure, runMain } from './failure.ts';

const USAGE =
  'usage: node src/cli/set-up.mjs src/cli/outside-links.ts --site <folder> --skips <file> --report <file>';

/** GitHub takes 65,536 characters in an issue; what is left over is room for its own encoding. */
const CHARACTERS = 60_000;
/** Answers of sites that refuse programs, or ask them to come back later: they tell nothing about the page. */
const REFUSALS = [401, 403, 405, 406, 429, 451, 999];
/** Pages named for one address: enough to find the place. */
const PAGES = 5;

/** A link as linkinator reports it. */
export interface CheckedLink {
  readonly url: string;
  readonly state: `${LinkState}`;
  readonly status?: number | undefined;
  /** The page that it stands on; one of our own as a path without the first slash. */
  readonly parent?: string | undefined;
}

/** Addresses that are not asked, and why. */
export interface Skip {
  readonly pattern: RegExp;
  readonly reason: string;
}

/**
 * Reads a list of addresses to skip: one line each, a regular expression, spaces, "#" and the reason.
 * @throws Failure on a line without a reason, or one whose expression cannot be read
 */
export function skipsOf(text: string): Skip[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [, source = '', reason = ''] = /^(\S+)\s+#\s*(\S.*)$/.exec(line.trim()) ?? [];
    if (reason === '') throw new Failure(`line ${i + 1}: write the pattern, then "#" and the reason`);
    try {
      return [{ pattern: new RegExp(source), reason }];
    } catch {
      throw new Failure(`line ${i + 1}: "${source}" is no regular expression`);
    }
  });
}

/** What a link check found: broken addresses with the pages that name them, and how many of each state there are. */
export interface LinkReport {
  readonly broken: readonly {
    readonly url: string;
    readonly status: number;
    readonly pages: readonly string[];
  }[];
  readonly answered: number;
  /** Sites that refuse programs, and addresses on the list of those to skip. */
  readonly skipped: number;
}

/**
 * Sums up what linkinator found about addresses outside the guide, each address once, in order of the alphabet.
 * The guide's own pages, whose addresses linkinator gives without host, are left out: the tests prove them.
 */
export function reportOf(links: readonly CheckedLink[]): LinkReport {
  const outside = links.filter(({ url }) => /^https?:/.test(url));
  const pageOf = (parent: string) => `/${parent.replace(/^\.?\//, '')}`;
  const addressesIn = (state: CheckedLink['state']) =>
    new Set(outside.filter((link) => link.state === state).map(({ url }) => url));
  const broken = addressesIn('BROKEN');
  const answered = addressesIn('OK').difference(broken);
  return {
    broken: [...broken].sort().map((url) => {
      const places = outside.filter((link) => link.url === url && link.state === 'BROKEN');
      return {
        url,
        status: places[0]?.status ?? 0,
        pages: [...new Set(places.map(({ parent = '' }) => pageOf(parent)))].sort(),
      };
    }),
    answered: answered.size,
    skipped: addressesIn('SKIPPED').difference(broken).difference(answered).size,
  };
}

/** An address comes from a stranger's page: nothing in it may end the link that Markdown makes of it. */
const asLink = (url: string) => `<${url.replace(/[<>`\s]/g, (sign) => encodeURIComponent(sign))}>`;
const asCode = (text: string) => `\`${text.replaceAll('`', "'")}\``;
const saidOf = (status: number) => (status === 0 ? 'no answer' : `answers ${status}`);

/**
 * The text of the issue about broken links, as Markdown; empty when there are none.
 * Longer than an issue may be, it ends early and says how many it leaves out.
 */
export function issueBody({ broken, answered, skipped }: LinkReport): string {
  if (broken.length === 0) return '';
  const head = `${broken.length} of ${broken.length + answered} addresses that the guide links to do not answer as they should. Find where each work has moved, or say in the entry that it is gone; an archived copy may stand in. The list is renewed every week, and this issue closes by itself once all is well.\n`;
  const foot = `\n${skipped} addresses were not judged: their sites refuse programs, or \`.github/link-skips.txt\` says why not.\n`;
  const items = broken.map(({ url, status, pages }) => {
    const more = pages.length > PAGES ? ` and ${pages.length - PAGES} more` : '';
    return `- ${asLink(url)} (${saidOf(status)}) on ${pages.slice(0, PAGES).map(asCode).join(', ')}${more}\n`;
  });
  let body = head + '\n';
  for (const [i, item] of items.entries()) {
    if (body.length + item.length + foot.length > CHARACTERS) {
      body += `\nand ${items.length - i} more\n`;
      break;
    }
    body += item;
  }
  return body + foot;
}

/**
 * Asks every address outside the guide that its built pages link to, a few at a time, and again when one fails.
 * @param site the folder of the built site
 */
export async function outsideLinks(site: string, skips: readonly Skip[]): Promise<LinkReport> {
  const checker = new LinkChecker();
  const { links } = await checker.check({
    path: '/',
    serverRoot: site,
    recurse: true,
    concurrency: 5,
    timeout: 30_000,
    retry: true,
    retryErrors: true,
    retryErrorsCount: 2,
    userAgent: 'Mozilla/5.0 (compatible; link check of the ML Deployment Field Guide)',
    statusCodes: Object.fromEntries(REFUSALS.map((status) => [status, 'skip'] as const)),
    linksToSkip: (link) => Promise.resolve(skips.some(({ pattern }) => pattern.test(link))),
  });
  return reportOf(links);
}

/** Runs the command: the report goes into a file, which is empty when every link answers. */
async function main(): Promise<undefined> {
  const { site, skips, report } = parseArgs({
    options: { site: { type: 'string' }, skips: { type: 'string' }, report: { type: 'string' } },
  }).values;
  if (site === undefined || skips === undefined || report === undefined) throw new Failure(USAGE);
  const found = await outsideLinks(site, skipsOf(readFileSync(skips, 'utf8')));
  if (found.answered === 0)
    throw new Failure(
      'no address outside the guide answered: this says more about the network than the links',
    );
  writeFileSync(report, issueBody(found));
  console.log(
    `${found.answered} addresses answer, ${found.broken.length} are broken, ${found.skipped} were not judged.`,
  );
}

if (import.meta.main) await runMain(main);
