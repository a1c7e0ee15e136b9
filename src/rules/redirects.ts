import { COLLECTION_NAMES, COLLECTIONS } from '../model/collections.ts';
import { didYouMean, nearest, renamedOrMeant } from '../model/nearest.ts';
import { redirectTable, renamedTo } from '../model/redirects.ts';
import { addressesOf } from './known-link.ts';
import { anchorsOf } from './page-anchors.ts';
import type { Content, Report, Rule, Where } from './rule.ts';
import { lacks, slugsOf } from './unread.ts';

const at = (...path: string[]): Where => ({ collection: 'redirects', id: 'redirects', path });

/** Old names of one kind, and what answers for each. */
interface Names {
  /** Where the list stands in the file. */
  readonly path: readonly string[];
  /** What a name names, and what the name is called. */
  readonly what: string;
  readonly name: string;
  /** The names of today; nothing where the content does not tell them. */
  readonly today: ReadonlySet<string> | undefined;
  readonly renamed: Readonly<Record<string, string>>;
}

/** What answers today for a name that may have been renamed several times; nothing when that goes round in a circle. */
function endOf(name: string, { renamed, today }: Names): string | undefined {
  const seen = new Set<string>();
  let end = name;
  for (;;) {
    const next = today?.has(end) ? undefined : renamedTo(end, renamed);
    if (next === undefined) return end;
    if (seen.has(end)) return undefined;
    seen.add(end);
    end = next;
  }
}

/** An old name leads straight to a name of today, and is none itself. */
function judgeName(from: string, to: string, names: Names, report: Report): void {
  const { path, what, name, today } = names;
  const where = at(...path, from);
  if (today?.has(from))
    report(where, `"${from}" is in use again; ${name} that was given away is never reused`, { found: from });
  if (today?.has(to)) return;
  const end = endOf(to, names);
  if (end === undefined) report(where, `"${from}" leads round in a circle, by way of "${to}"`, { found: to });
  else if (end !== to)
    report(where, `"${to}" was renamed too; lead straight to "${end}"`, {
      found: to,
      expected: end,
      suggestion: end,
    });
  else if (today) {
    const suggestion = nearest(to, today);
    report(where, `there is no ${what} "${to}"${didYouMean(suggestion)}`, {
      found: to,
      ...(suggestion && { suggestion }),
    });
  }
}

const judgeNames = (names: Names, report: Report): void => {
  for (const [from, to] of Object.entries(names.renamed)) judgeName(from, to, names, report);
};

/** Says of a page that there is none, and which one may be meant; false when it is there or cannot be known. */
function tellUnknownPage(where: Where, page: string, content: Content, report: Report): boolean {
  const known = addressesOf(content);
  if (known.has(page) || lacks(content, ['workflow', 'paths'])) return false;
  const today = renamedTo(page, redirectTable(content.redirects));
  const suggestion = today ?? nearest(page, known);
  report(where, `there is no page "${page}"${renamedOrMeant(today, suggestion)}`, {
    found: page,
    ...(suggestion && { suggestion }),
  });
  return true;
}

/** A part that moved leads straight to a page, and to a place that is on it. */
function judgeMove(page: string, from: string, to: string, content: Content, report: Report): void {
  const where = at('anchors', page, from);
  const [target = '', anchor] = to.split('#');
  if (tellUnknownPage(where, target, content, report) || anchor === undefined) return;
  const next = renamedTo(anchor, content.redirects.anchors?.[target]);
  const today = anchorsOf(target, content);
  if (target === page)
    report(where, `"${to}" is on the same page: write "${anchor}"`, { found: to, suggestion: anchor });
  else if (next !== undefined && !today?.has(anchor)) {
    const suggestion = next.startsWith('/') ? next : `${target}#${next}`;
    report(where, `"${to}" was renamed too; lead straight to "${suggestion}"`, { found: to, suggestion });
  } else if (today && !today.has(anchor)) {
    const suggestion = nearest(anchor, today);
    report(where, `the page "${target}" has no anchor "${anchor}"${didYouMean(suggestion)}`, {
      found: to,
      ...(suggestion && { suggestion: `${target}#${suggestion}` }),
    });
  }
}

/** An old anchor stands under the page of today, and leads to a place that there is. */
function judgeAnchors(content: Content, report: Report): void {
  for (const [page, renamed] of Object.entries(content.redirects.anchors ?? {})) {
    if (tellUnknownPage(at('anchors', page), page, content, report)) continue;
    const names: Names = {
      path: ['anchors', page],
      what: 'anchor',
      name: 'an anchor',
      today: anchorsOf(page, content),
      renamed,
    };
    for (const [from, to] of Object.entries(renamed)) {
      if (!to.startsWith('/')) judgeName(from, to, names, report);
      else {
        if (names.today?.has(from))
          report(
            at('anchors', page, from),
            `"${from}" is in use again; an anchor that was given away is never reused`,
            {
              found: from,
            },
          );
        judgeMove(page, from, to, content, report);
      }
    }
  }
}

/** What was renamed, merged or moved leads straight to what is there today; old names are never used again. */
export const redirectRule: Rule = {
  id: 'redirect',
  check(content, report) {
    const { redirects } = content;
    for (const name of COLLECTION_NAMES) {
      const { folder, one } = COLLECTIONS[name];
      const today = new Set(slugsOf(content, name));
      judgeNames(
        { path: [folder], what: one, name: 'a slug', today, renamed: redirects[folder] ?? {} },
        report,
      );
    }
    const keys = new Set([...content.works.map(({ key }) => key), ...slugsOf(content, 'caseStudies')]);
    judgeNames(
      {
        path: ['references'],
        what: 'work',
        name: 'a key',
        today: lacks(content, ['works']) ? undefined : keys,
        renamed: redirects.references ?? {},
      },
      report,
    );
    judgeAnchors(content, report);
  },
};
