/** Comments, parts whose signs are not ours to set, tags, and the text between them. */
const PARTS =
  /<!--[\s\S]*?-->|<(head|script|style|pre|code|kbd|samp|textarea)\b[\s\S]*?<\/\1>|<(\/?[a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</gi;
/** Elements within a line: what stands before them in it stands before their text too. */
const WITHIN_LINES = new Set(
  'a abbr b bdi cite data dfn em i mark q s small span strong sub sup time u var'.split(' '),
);
const ENTITIES = /&(?:#39|#x27|apos);|&(?:#34|#x22|quot);/gi;
/** An address, in which a quote is no punctuation, or a quote. */
const ADDRESS_OR_QUOTE = /\b[a-z]+:\/\/[^\s"]*[^\s"'.,;:!?)\]]|['"]/gi;
const OPENING_AFTER = /^$|[\s([{–—/“‘\u00a0-]/;

/**
 * The sign for a typewriter's quote.
 * @param quote `'` or `"`
 * @param before the character before it in the line, empty at its start
 * @param after the character after it, empty at the end of its element
 */
function signOf(quote: string, before: string, after: string): string {
  const isOpening = OPENING_AFTER.test(before) && !/^\s/.test(after);
  if (quote === '"') return isOpening ? '“' : '”';
  // Years such as '24 lose their century before the figures.
  return isOpening && !/\d/.test(after) ? '‘' : '’';
}

/**
 * A page with the quotes and apostrophes of a book, whatever its authors had on their keyboards.
 * Addresses, attributes, code and what is to be filled in stay as they are, and so does everything that is read by programs.
 * @param html a page, well-formed
 */
export function withBookQuotes(html: string): string {
  let before = '';
  return html.replace(PARTS, (part, _skipped?: string, tag?: string) => {
    if (tag) {
      if (!WITHIN_LINES.has(tag.replace('/', '').toLowerCase())) before = '';
      return part;
    }
    if (part.startsWith('<')) {
      before = '';
      return part;
    }
    const plain = part.replace(ENTITIES, (entity) => (/39|27|apos/i.test(entity) ? "'" : '"'));
    const set = plain.replace(ADDRESS_OR_QUOTE, (found, at: number) =>
      found.length > 1
        ? found
        : signOf(found, at === 0 ? before : plain.charAt(at - 1), plain.charAt(at + 1)),
    );
    before = set.at(-1) ?? before;
    return set;
  });
}

/**
 * The same for what scripts write into pages.
 * @param value data as JSON can hold them
 * @returns a copy with the quotes of every text in it set
 */
export const inBookQuotes = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === 'string' && /['"]/.test(each) ? withBookQuotes(each) : each,
  ) as T;
