import {
  isAlias,
  isMap,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { shortened } from '../rules/shortened.ts';

/** A fault in YAML: where, and what to say about it. */
export interface YamlFault {
  /** UTF-16 units from the start of the YAML. */
  readonly offset: number;
  readonly rule: 'yaml' | 'duplicate-key';
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly suggestion?: string;
}

/** YAML as it was read; no document when it cannot be used. */
export interface ReadYaml {
  readonly yaml: Document | undefined;
  readonly faults: readonly YamlFault[];
}

const lineAt = (text: string, offset: number) => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, line: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '') };
};
type Line = ReturnType<typeof lineAt>;

const indentOf = ({ line }: Line) => line.length - line.trimStart().length;
const isBlank = ({ line }: Line) => line.trim() === '';

/** The next line before or after one that is not blank; nothing at the end of the text. */
function neighbour(text: string, { start, line }: Line, step: -1 | 1): Line | undefined {
  const at = step < 0 ? start - 1 : text.indexOf('\n', start + line.length) + 1;
  if (at < 1 || at >= text.length) return undefined;
  const next = lineAt(text, at);
  return isBlank(next) ? neighbour(text, next, step) : next;
}

/** A line cut where its value begins, which may need quotes: behind `key: `, behind `- `, or behind both; nothing for other lines. */
const pairIn = (line: string) => /^(\s*(?:- +(?:[\w.]+:\s+)?|[\w.]+:\s+))(\S.*?)\s*$/.exec(line);

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** A value in quotes that hold: those around it stay, those within are doubled. */
function inQuotes(value: string): string {
  const mark = value.charAt(0);
  if (value.length < 2 || !/["']/.test(mark) || !value.endsWith(mark)) return quoted(value);
  const inner = value.slice(1, -1);
  return quoted(mark === "'" ? inner.replaceAll("''", "'") : inner);
}

/** The last text in quotes that begins before a place. */
function quotedBefore(
  yaml: Document,
  at: number,
): { readonly start: number; readonly end: number } | undefined {
  let last: { start: number; end: number } | undefined;
  visit(yaml, {
    Scalar(_key, { type, range }) {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range && range[0] < at)
        last = { start: range[0], end: range[1] };
    },
  });
  return last;
}

const BRACKETS: Record<string, string> = { ']': '[', '}': '{' };

/** Where the bracket stands that nothing closes: brackets that are closed before the place are passed by. */
function openBracket(text: string, at: number, open: string, close: string): number {
  let closed = 0;
  for (let i = at - 1; i >= 0; i -= 1) {
    if (text[i] === close) closed += 1;
    else if (text[i] === open && closed === 0) return i;
    else if (text[i] === open) closed -= 1;
  }
  return at;
}

const PAIR = 'key: value';
const NEIGHBOURS = 'the indentation of its neighbours';

const fault = (offset: number, message: string, detail: Partial<YamlFault> = {}): YamlFault => ({
  offset,
  rule: 'yaml',
  message,
  ...detail,
});

const tabFault = (offset: number) =>
  fault(offset, 'a tab indents this line; YAML takes blanks only', { expected: 'two blanks a level' });

const openQuoteFault = (offset: number) =>
  fault(offset, 'a quotation mark opens here, and nothing closes it', {
    expected: 'the same mark at the end of the value',
  });

/** A value that means something else to YAML unless it stands in quotes. */
function quotesFault(offset: number, value: string, words: string): YamlFault {
  const suggestion = inQuotes(value);
  return fault(
    offset,
    `${words}; put the value in quotes${shortened(suggestion) !== suggestion ? '' : `: ${suggestion}`}`,
    { found: shortened(value), expected: 'text in quotes', suggestion },
  );
}

/** A line that is not a field and its value, where it can be said what it lacks. */
function noPairFault(at: Line): YamlFault | undefined {
  const line = at.line.trim();
  const told = (lacks: string, suggestion?: string) =>
    fault(at.start + indentOf(at), `"${shortened(line)}" is no "${PAIR}" line; ${lacks}`, {
      found: shortened(line),
      expected: PAIR,
      ...(suggestion !== undefined && { suggestion }),
    });
  if (/^[\w.]+:(?!\/\/)\S/.test(line))
    return told('a blank is missing after the colon', line.replace(':', ': '));
  if (line.includes(':')) return undefined;
  const [, key, value] = /^([A-Za-z]\w*)\s+(?:=\s*)?(\S.*)$/.exec(line) ?? [];
  return told('a colon and a blank are missing', key && value && `${key}: ${value}`);
}

/** A line that stands further to the right or to the left than it can. */
function indentFault(text: string, at: Line): YamlFault {
  const tab = /^ *\t/.exec(at.line);
  if (tab) return tabFault(at.start + tab[0].length - 1);
  const above = neighbour(text, at, -1);
  const further = above ? indentOf(at) - indentOf(above) : 0;
  const line = shortened(at.line.trim());
  return fault(
    at.start + indentOf(at),
    further > 0
      ? 'this line is indented further than the one above it'
      : further < 0
        ? 'this line is indented less than the one above it, and lines up with none before'
        : `"${line}" does not belong here`,
    { found: line, ...(further !== 0 && { expected: NEIGHBOURS }) },
  );
}

/** A fault in an author's words. The reader's own are a programmer's, and point at where it gave up. */
function faultOf({ code, pos, message }: YAMLError, yaml: Document, text: string): YamlFault {
  const at = lineAt(text, pos[0]);
  const { start, line } = at;
  const pair = pairIn(line);
  const value = pair?.[2] ?? '';
  const valueStart = start + (pair?.[1]?.length ?? indentOf(at));
  // A mark that nothing closes takes all for text up to the next one, and only behind that the reader stumbles.
  const quote = quotedBefore(yaml, pos[0]);
  if (quote && quote.end > start && quote.start < start) return openQuoteFault(quote.start);
  switch (code) {
    case 'TAB_AS_INDENT':
      return tabFault(pos[0]);
    case 'BAD_SCALAR_START': {
      const words = `a value may not begin with "${text[pos[0]] ?? ''}"`;
      if (/^[[{]/.test(value) && pos[0] > valueStart)
        return quotesFault(pos[0], /^[^,\]}\n]+/.exec(text.slice(pos[0]))?.[0].trim() ?? '', words);
      return pair
        ? quotesFault(valueStart, value, words)
        : fault(pos[0], `a line may not begin with "${text[pos[0]] ?? ''}"`, { expected: PAIR });
    }
    case 'MISSING_CHAR':
      if (message.includes('quote')) return openQuoteFault(quote?.start ?? pos[0]);
      if (message.includes('map values')) return noPairFault(at) ?? indentFault(text, at);
      if (message.includes('directives-end'))
        return fault(Math.max(0, text.indexOf('%')), 'a line may not begin with "%"', { expected: PAIR });
      return indentFault(text, at);
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY': {
      if (value.includes(': ') || value.endsWith(':'))
        return quotesFault(valueStart, value, 'the value holds a colon');
      if (/^\s*- /.test(line) && !neighbour(text, at, 1)?.line.startsWith(' '.repeat(indentOf(at) + 1)))
        return indentFault(text, at);
      const slip = pair ? undefined : noPairFault(at);
      const next = neighbour(text, at, 1);
      return slip ?? indentFault(text, next && indentOf(next) > indentOf(at) ? next : at);
    }
    case 'BAD_INDENT': {
      const close = /end with a ([\]}])/.exec(message)?.[1];
      if (close === undefined) return indentFault(text, at);
      const open = BRACKETS[close] ?? '[';
      return fault(
        openBracket(text, pos[0], open, close),
        `"${open}" opens here, and no "${close}" closes it before the next field`,
        { expected: `"${close}" behind the last value` },
      );
    }
    case 'UNEXPECTED_TOKEN': {
      const token = text.slice(pos[0], pos[1]).trim();
      if (/block-seq-ind/.test(message) && pair)
        return fault(pos[0], 'a list may not begin on the line of its key', {
          found: shortened(value),
          expected: 'a line of its own for each "- ", or [a, b]',
        });
      if (pair && pos[0] > valueStart && !/^[[\]{},]/.test(token)) {
        if (/^["']/.test(value))
          return quotesFault(valueStart, value, 'text stands behind the closing quotation mark');
        if (/^[[{]/.test(value))
          return quotesFault(valueStart, value, 'text stands behind the closing bracket');
        if (/^[*&|>]/.test(value))
          return quotesFault(valueStart, value, `a value may not begin with "${value.charAt(0)}"`);
      }
      if (pos[0] <= start + indentOf(at)) return indentFault(text, at);
      return fault(pos[0], `"${shortened(token)}" does not belong here`, { found: shortened(token) });
    }
    case 'BAD_DQ_ESCAPE': {
      const escape = text.slice(pos[0], pos[0] + 2);
      return fault(
        pos[0],
        `"${escape}" is no escape that YAML knows; write \\\\ for the sign itself, or put the text in single quotes`,
        { found: escape },
      );
    }
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
      return quotesFault(valueStart, value || line.trim(), `a value may not begin with "${value.charAt(0)}"`);
    case 'MULTIPLE_DOCS':
      return fault(pos[0], 'a second YAML document begins here; the fields are one', {
        expected: `nothing but "${PAIR}" lines between the two lines of ---`,
      });
    case 'KEY_OVER_1024_CHARS':
      return fault(pos[0], 'the name of a field is longer than 1024 characters', { expected: PAIR });
    case 'RESOURCE_EXHAUSTION':
      return fault(start, DEEP);
    default:
      return fault(pos[0], `the YAML cannot be read: ${message}`);
  }
}

/** The reader calls itself for each level, and a hostile file has thousands. */
const DEEP = 'the fields are nested too deeply to be read';

/** More levels than any honest fields have, and fewer than would exhaust the stack of any reader. */
const MOST_LEVELS = 50;

/** Offset of the line on which brackets or list marks are nested too deeply; nothing where none are. */
function tooDeepAt(text: string): number | undefined {
  let level = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{}]|^[ \t]*(?:[-?][ \t]+){50}/gm)) {
    if (sign === ']' || sign === '}') level = Math.max(0, level - 1);
    else level += sign.length > 1 ? MOST_LEVELS + 1 : 1;
    if (level > MOST_LEVELS) return lineAt(text, index).start;
  }
  return undefined;
}

/** Offset at which the mark of an anchor or a tag begins, which stands somewhere before its value. */
function markBefore(text: string, sign: string, before: number): number {
  let offset = Math.max(0, text.lastIndexOf(sign, before));
  while (offset > 0 && /[^\s[\]{},]/.test(text[offset - 1] ?? '')) offset -= 1;
  return offset;
}

/** What a value would be in quotes, where a mark at its start was meant as text. */
function textBehind(text: string, offset: number): string | undefined {
  const { start, line } = lineAt(text, offset);
  const pair = pairIn(line);
  return pair && start + (pair[1]?.length ?? 0) === offset ? pair[2] : undefined;
}

/** Whether a mark stands before a list, a group, a text in quotes or another mark, so that it was meant as one. */
const isMarked = (value: string): boolean => /^\S+\s+[[{&*!|>"']/.test(value);

function tagFault(offset: number, tag: string, text: string): YamlFault {
  const value = textBehind(text, offset);
  // Those of YAML itself were hardly meant as text.
  const isText = /^!(?![!<])/.test(tag) && value !== undefined && !isMarked(value);
  const words = `"${shortened(tag)}" is a YAML tag, which the guide does not take`;
  return isText
    ? { ...quotesFault(offset, value, words), found: shortened(tag) }
    : fault(offset, `${words}; remove it`, { found: shortened(tag) });
}

function anchorFault(offset: number, anchor: string, text: string): YamlFault {
  const value = textBehind(text, offset);
  const words = `"&${shortened(anchor)}" is a YAML anchor, which the guide does not take`;
  const found = `&${shortened(anchor)}`;
  return text.includes(`*${anchor}`)
    ? fault(offset, `${words}; remove it, and write the value out wherever "*${shortened(anchor)}" stands`, {
        found,
      })
    : value !== undefined && !isMarked(value)
      ? { ...quotesFault(offset, value, words), found }
      : fault(offset, `${words}; remove it`, { found });
}

/** What YAML allows and data of strangers does not need: anchors can grow without bound, tags can mean anything. */
function strangeParts(yaml: Document, text: string): YamlFault[] {
  const faults: YamlFault[] = [];
  const anchors = new Set<string>();
  visit(yaml, {
    Alias(_key, { range, source }) {
      // An alias goes with its anchor, which is told.
      if (!anchors.has(source))
        faults.push(
          quotesFault(range?.[0] ?? 0, `*${source}`, `"*${shortened(source)}" is a YAML alias of nothing`),
        );
      return visit.SKIP;
    },
    Node(_key, node: Node) {
      const before = node.range?.[0] ?? 0;
      const anchor = 'anchor' in node ? node.anchor : undefined;
      if (anchor !== undefined) {
        anchors.add(anchor);
        faults.push(anchorFault(Math.max(0, text.lastIndexOf(`&${anchor}`, before)), anchor, text));
      }
      if (node.tag !== undefined) {
        const offset = markBefore(text, '!', before);
        faults.push(
          tagFault(offset, /^(?:!<[^>\s]*>|[^\s,\]}]+)/.exec(text.slice(offset))?.[0] ?? '!', text),
        );
      }
    },
    Pair(_key, { key, value }) {
      if (isAlias(key)) return;
      if (!isScalar(key)) {
        const range = (key as Node | null)?.range;
        faults.push(
          fault(range?.[0] ?? 0, 'a list or a group may not be the name of a field', { expected: PAIR }),
        );
        return;
      }
      const offset = key.range?.[0] ?? 0;
      if (key.value === '<<' && !(isAlias(value) && anchors.has(value.source)))
        faults.push(
          fault(offset, '"<<" merges other fields, which the guide does not take; write them out', {
            found: '<<',
          }),
        );
      if (key.value === null && key.source === '')
        faults.push(fault(offset, 'the name of a field is missing before the colon', { expected: PAIR }));
    },
  });
  return faults;
}

/** Fields that stand twice in their group, but for the first of each. The reader could tell them itself, in time that grows with their square. */
function duplicates(yaml: Document, text: string, end: number): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(yaml, {
    Map(_key, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        const [offset = end, keyEnd] = isScalar(key) ? (key.range ?? []) : [];
        if (!isScalar(key) || offset >= end) continue;
        const name = String(key.value);
        if (seen.has(name) && name !== '<<')
          faults.push(
            fault(offset, `"${shortened(name)}" stands here a second time; keep one of the two`, {
              rule: 'duplicate-key',
              found: shortened(text.slice(offset, keyEnd)),
            }),
          );
        seen.add(name);
      }
    },
  });
  return faults;
}

/**
 * Reads YAML and tells each fault once, in order.
 * After a fault the reader is lost, and faults follow from it: only the first of those is told.
 */
export function readYaml(text: string): ReadYaml {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { yaml: undefined, faults: [fault(deep, DEEP)] };
  try {
    const yaml = parseDocument(text, { prettyErrors: false, uniqueKeys: false, keepSourceTokens: false });
    const lost = [...yaml.errors, ...yaml.warnings].find(({ code }) => code !== 'TAG_RESOLVE_FAILED');
    const strange = lost ? [faultOf(lost, yaml, text)] : strangeParts(yaml, text);
    const faults = [...duplicates(yaml, text, lost?.pos[0] ?? text.length), ...strange];
    return {
      yaml: strange.length > 0 ? undefined : yaml,
      faults: faults.toSorted((a, b) => a.offset - b.offset),
    };
  } catch {
    return { yaml: undefined, faults: [fault(0, DEEP)] };
  }
}

/** Whether a document holds `key: value` lines, or nothing yet. */
export const isGroup = (yaml: Document): boolean => yaml.contents === null || isMap(yaml.contents);
