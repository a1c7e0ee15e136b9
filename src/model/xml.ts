/** Characters that XML 1.0 forbids wherever they stand (section 2.2), such as control characters and halves of a pair. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text, or a whole document, without what XML cannot hold. */
export const withoutForbidden = (text: string): string => text.replace(FORBIDDEN, '');

/** A text as XML and HTML may hold it, in elements and in attributes between double quotes alike. */
export const escapedText = (text: string): string =>
  withoutForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
