import { Parser } from 'htmlparser2';
import type { OldAnchors } from './redirects.ts';

/** Elements that may not hold a span, or show none of what they hold; what belongs to them stands before them. */
const HOLDS_NO_SPAN: ReadonlySet<string> = new Set(
  'area base br col datalist dl hr img input link meta ol option select source svg table tbody textarea thead tr ul wbr'.split(
    ' ',
  ),
);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Where a page's elements stand: the place inside each that an anchor of its own can take, by id, and inside `main`. */
function placesIn(html: string): {
  readonly byId: ReadonlyMap<string, number>;
  readonly main: number | undefined;
} {
  const byId = new Map<string, number>();
  let main: number | undefined;
  const parser = new Parser({
    onopentag(name, { id }) {
      const inside = parser.endIndex + 1;
      if (name === 'main') main ??= inside;
      if (id !== undefined && !byId.has(id))
        byId.set(id, HOLDS_NO_SPAN.has(name) ? parser.startIndex : inside);
    },
  });
  parser.end(html);
  return { byId, main };
}

/**
 * A page with its old anchors: an empty element at each place that has a new one, and for each place that moved to
 * another page a note, which shows when somebody comes by the old anchor. So both work without scripts.
 * @param html the whole page
 * @param link address and title of a page of the guide, as a reader sees them
 * @throws Error when a place is not on the page, or when an old anchor is the anchor of something else
 */
export function withOldAnchors(
  html: string,
  { renamed, moved }: OldAnchors,
  link: (address: string) => { readonly href: string; readonly title: string },
): string {
  const { byId, main } = placesIn(html);
  const insertions: { readonly at: number; readonly text: string }[] = [];
  const insert = (from: string, at: number | undefined, what: string, text: string) => {
    if (byId.has(from)) throw new Error(`the old anchor "#${from}" is in use on this page`);
    if (at === undefined)
      throw new Error(`the old anchor "#${from}" leads to "${what}", which is not on this page`);
    insertions.push({ at, text });
  };
  const alias = (id: string) => `<span id="${escaped(id)}" class="old-anchor" aria-hidden="true"></span>`;
  for (const [from, to] of renamed) insert(from, byId.get(to), `#${to}`, alias(from));
  for (const [from, to] of moved) {
    const { href, title } = link(to);
    const note = `What stood here is now at <a href="${escaped(href)}">${escaped(title)}</a>.`;
    insert(from, main, 'main', `<p id="${escaped(from)}" class="moved-part wrap sans">${note}</p>`);
  }
  let end = 0;
  const parts = insertions
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, text }) => {
      const before = html.slice(end, at);
      end = at;
      return before + text;
    });
  return parts.join('') + html.slice(end);
}
