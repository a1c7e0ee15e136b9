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

const shared = globalThis as { askedSheets?: Map<string, readonly StylePart[]> };

/**
 * The parts of each style sheet that a page asks for, by its name. Pages are made by a bundle of the build, sheets by the
 * build itself: both have this module, in one process, and share what it keeps.
 */
export const askedSheets = (shared.askedSheets ??= new Map<string, readonly StylePart[]>());

/** Asks for the style sheet that holds some parts; gives its name. */
export function askForSheet(parts: readonly StylePart[]): string {
  const name = sheetNameOf(parts);
  askedSheets.set(name, parts);
  return name;
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
  const before = html.slice(0, first.index);
  const after = html.slice(first.index).replace(STYLE, '');
  return `${before}<link rel="stylesheet" href="${addressOf(parts)}">${after}`;
}
