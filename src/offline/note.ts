import { releaseInWords, type CopyList } from './list.ts';

/** Why a page comes from the copy: the network is gone, takes too long, or the host answers with a fault of its own. */
export type Reason = 'gone' | 'slow' | 'fault';

const REASONS: Readonly<Record<Reason, string>> = {
  gone: 'Opened without a network',
  slow: 'Opened while the network did not answer',
  fault: 'Opened while the host of the guide had a fault',
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * The line at the top of a page that comes from the copy.
 * @param base path of the home page, with a slash at both ends
 */
export const noteOf = (reason: Reason, copy: Pick<CopyList, 'version' | 'date'>, base: string): string =>
  `<link rel="stylesheet" href="${escaped(base)}offline-note.css">` +
  `<div role="status" class="kept-copy no-print"><p class="wrap">${REASONS[reason]}: this is the copy of ` +
  `${escaped(releaseInWords(copy))}. <a href="${escaped(base)}offline/">About this copy</a></p></div>`;

/** One tag, whatever stands in its attributes. */
const TAG = String.raw`(?:"[^"]*"|'[^']*'|[^'">])*>`;
/** What stands before the body, piece by piece, so that nothing written in a comment, title or attribute passes for it. */
const PIECE = new RegExp(
  String.raw`<!--[\s\S]*?-->|<(script|style|title|noscript|template)\b${TAG}[\s\S]*?</\1\s*>|<(?<tag>[!/]?[a-z]+)${TAG}`,
  'gi',
);

/**
 * Puts a note at the top of a page: before its header, so behind the link that skips it; at the beginning of the body
 * where there is no header.
 * @param html a whole page of the guide; without a body it stays as it is
 */
export function withNote(html: string, note: string): string {
  let body: number | undefined;
  for (const { 0: piece, index, groups } of html.matchAll(PIECE)) {
    const tag = groups?.['tag']?.toLowerCase();
    if (tag === 'body') body = index + piece.length;
    else if (body === undefined) continue;
    else if (tag === 'header') return html.slice(0, index) + note + html.slice(index);
    else if (tag === 'main') break;
  }
  return body === undefined ? html : html.slice(0, body) + note + html.slice(body);
}
