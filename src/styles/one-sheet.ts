import { createHash } from 'node:crypto';

/** A part of what styles a page: the address of a style sheet, or the text of a style element. */
export type StylePart = { readonly address: string } | { readonly text: string };

/*
 * Links to style sheets, and the style element of the typeface. Both patterns ask for a "<" and a quotation mark as they
 * are: texts have the one escaped, attributes the other, so that nothing that an author wrote can look like either.
 */
const STYLE = /<link rel="stylesheet" href="([^"]+)">|<style>(@font-face\{[^<>"]*"[^<]*)<\/style>/g;

/** The name of the one style sheet that holds some parts: another one as soon as any of them changes. */
export const sheetNameOf = (parts: readonly StylePart[]): string =>
  `page.${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 10)}.css`;

/** Which style sheets the pages of a site have. */
export interface Sheets {
  /** The parts of each sheet, by its name. */
  readonly partsOf: Map<string, readonly StylePart[]>;
  /** The name of the sheet of each page, by its path without slashes at the ends. */
  readonly nameFor: Map<string, string>;
}

const shared = globalThis as { askedSheets?: Sheets };

/**
 * What the pages of this build ask for. Pages are made by a bundle of the build, sheets by the build itself: both have
 * this module, in one process, and share what it keeps.
 */
export const askedSheets: Sheets = (shared.askedSheets ??= { partsOf: new Map(), nameFor: new Map() });

const bare = (path: string): string => path.replace(/^\/+|\/+$/g, '');

/** Asks for the style sheet of a page, which holds some parts; gives its name. */
export function askForSheet(path: string, parts: readonly StylePart[]): string {
  const name = sheetNameOf(parts);
  askedSheets.partsOf.set(name, parts);
  askedSheets.nameFor.set(bare(path), name);
  return name;
}

/**
 * The sheets of a whole site, of which a build made some pages and took the others from the build before.
 * @param paths of all its pages
 * @param asked what the pages that were made now ask for
 * @param kept what the build before came to
 * @throws Error when nobody knows the sheet of a page that was taken
 */
export function sheetsOf(paths: readonly string[], asked: Sheets, kept: Sheets): Sheets {
  const all: Sheets = { partsOf: new Map(asked.partsOf), nameFor: new Map(asked.nameFor) };
  for (const path of paths.map(bare)) {
    if (all.nameFor.has(path)) continue;
    const name = kept.nameFor.get(path);
    // A page without styles, such as one that leads on, asks for none.
    if (name === undefined) continue;
    const parts = kept.partsOf.get(name);
    if (!parts) throw new Error(`nobody knows the style sheet of /${path}/: run "npm run build -- --force"`);
    all.nameFor.set(path, name);
    all.partsOf.set(name, parts);
  }
  return all;
}

/**
 * Where the style sheet of a page stands: before the title, which nothing of an author precedes. A browser that comes upon
 * it late in the head takes up the page without it, and Chromium then gives up the fading from page to page.
 */
function placeBefore(html: string, first: number): number {
  const title = html.indexOf('<title>');
  return title >= 0 && title < first ? title : first;
}

/**
 * A finished page with one style sheet in place of all that it has, so that a browser asks once for what it cannot
 * do without, and the page needs no leave for inline styles. Pages with the same styles share a sheet.
 * @param html the whole page
 * @param addressOf gets the parts in order; gives the address of the sheet that holds them
 */
export function withOneSheet(html: string, addressOf: (parts: readonly StylePart[]) => string): string {
  const found = [...html.matchAll(STYLE)];
  const [first] = found;
  if (!first) return html;
  const parts = found.map(([, address, text = '']): StylePart =>
    address === undefined ? { text } : { address },
  );
  const at = placeBefore(html, first.index);
  const before = html.slice(0, at);
  const after = html.slice(at).replace(STYLE, '');
  return `${before}<link rel="stylesheet" href="${addressOf(parts)}">${after}`;
}
