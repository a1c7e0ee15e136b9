import fc from 'fast-check';

/** A sound case study file. */
export interface Seed {
  readonly slug: string;
  readonly text: string;
}

/** A file that was sound until some mutations broke it; a mutation may leave a file sound, too. */
export interface Mutant {
  /** The slug of the file that it was. */
  readonly of: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The names of its mutations, in order. */
  readonly by: readonly string[];
}

/** Draws from the numbers of a mutation: always the same for the same numbers. */
interface Draw {
  /** A whole number from 0 up to, not including, a bound; 0 where the bound is. */
  readonly below: (bound: number) => number;
  readonly oneOf: <T>(items: readonly T[]) => T;
}

function drawFrom(numbers: readonly number[]): Draw {
  let next = 0;
  const below = (bound: number) => {
    const number = numbers[next % numbers.length] ?? 0;
    next += 1;
    return bound > 0 ? number % bound : 0;
  };
  return { below, oneOf: <T>(items: readonly T[]) => items[below(items.length)] as T };
}

type OfText = (text: string, draw: Draw) => string;
type OfBytes = (bytes: Buffer, draw: Draw) => Buffer;
type OfName = (slug: string, draw: Draw) => string;

const spliced = (text: string, at: number, removed: number, put = '') =>
  text.slice(0, at) + put + text.slice(at + removed);

/** A mutation of the lines of a text: of all, or of those between the two lines of `---`, or below them. */
const ofLines =
  (change: (lines: string[], draw: Draw) => void, part: 'all' | 'fields' | 'body' = 'all'): OfText =>
  (text, draw) => {
    const lines = text.split('\n');
    const end = lines.indexOf('---', 1);
    const [from, to] =
      part === 'all' || end < 0 ? [0, lines.length] : part === 'fields' ? [1, end] : [end + 1, lines.length];
    const own = lines.slice(from, to);
    change(own, draw);
    return [...lines.slice(0, from), ...own, ...lines.slice(to)].join('\n');
  };

/** A mutation of one line. */
const ofLine = (change: (line: string, draw: Draw) => string, part?: 'all' | 'fields' | 'body') =>
  ofLines((lines, draw) => {
    const at = draw.below(lines.length);
    lines[at] = change(lines[at] ?? '', draw);
  }, part);

/** A mutation of the value of one field, the items of lists among them. */
const ofValue = (change: (value: string, draw: Draw) => string) =>
  ofLines((lines, draw) => {
    const withValue = lines.flatMap((line, i) => (/^\s*(?:- )?(?:\w+: )?\S/.test(line) ? [i] : []));
    const at = withValue[draw.below(withValue.length)] ?? 0;
    const [, key = '', value = ''] = /^(\s*(?:- )?(?:\w+: )?)(.*)$/.exec(lines[at] ?? '') ?? [];
    lines[at] = key + change(value, draw);
  }, 'fields');

/** One word of a text with one letter dropped, doubled, swapped or another. */
function misspelt(text: string, pattern: RegExp, draw: Draw): string {
  const words = [...text.matchAll(pattern)];
  const word = words[draw.below(words.length)];
  if (!word) return text;
  const at = word.index + draw.below(word[0].length);
  const sign = text[at] ?? '';
  return draw.oneOf([
    () => spliced(text, at, 1),
    () => spliced(text, at, 0, sign),
    () => spliced(text, at, 2, (text[at + 1] ?? '') + sign),
    () => spliced(text, at, 1, draw.oneOf(Array.from('abcxyzAEIO'))),
  ])();
}

const ODD_VALUES: readonly string[] = [
  ...['', '~', 'null', 'true', 'no', '0', '-1', '1e999', '.inf', '.nan', '0x7E8', '0b11', '0o17', '1_000'],
  ...['9007199254740993', '99999999999999999999', '2024.5', "'2024'", '2027', '1989', '24'],
  ...['2026-02-30', '2026-13-01', '2026-00-00', '2999-01-01', '30/02/2026', '2026-1-2', '2020-01-01'],
  ...['2020-01-01 12:00:00', '2001-12-14t21:59:43.10-05:00', '0000-01-01', '2026-01'],
  ...['[]', '{}', '[[[]]]', '{a: b}', '[a, a]', '[,]', '[concept-drift', '{concept-drift', '- a', '? a'],
  ...['&a x', '*a', '!!str x', '!!binary aGk=', '!<tag:x> y', '<<', '@a', '`a`', '%a', '#a', 'a # b', 'a: b'],
  ...[
    "'it",
    '"it',
    "'it''s'",
    '"\\u202E hidden"',
    '"a\\0b"',
    '"a\\nb"',
    '"\\x"',
    '|\n  two\n  lines',
    '>\n  two\n  lines',
  ],
  ...['__proto__', 'constructor', 'toString', '[__proto__]', '[constructor]', '{__proto__: {a: b}}'],
  ...['concept-drift', '[concept-drift]', '[Concept drift]', '[watcher, watcher]', 'helped', 'Full text'],
  ...['10.1234/abc', '"10.1234/a\\u200Bb"', 'https://doi.org/10.1234/abc', '10.1234', 'arXiv:2101.00001v2'],
  ...['2101.00001', "'2101.00001'", "'9999.99999'", "'978-0-306-40615-8'", "'0306406152'", '0306406152'],
  ...[
    'https://example.org/',
    'http://localhost/',
    'https://user:pw@example.org/',
    'https://example',
    'ftp://a.org/',
  ],
  ...[
    'javascript:alert(1)',
    '"https://example.org/\\u202E"',
    'https://exa mple.org/',
    'https://example.org:99999/',
  ],
  ...[
    'http://127.0.0.1/',
    'HTTPS://EXAMPLE.ORG/',
    'https:example.org',
    'https:\\\\example.org\\a',
    '//example.org/',
  ],
  ...['http://[::1]/', 'https://example.org/<b>', 'https://example.org/"onclick=x', 'https://пример.рф/'],
  ...[
    'x'.repeat(121),
    'x'.repeat(241),
    'x'.repeat(5000),
    '  blanks  ',
    '\t',
    'ünïcödé wörds here',
    '日本語の題名です、十文字',
  ],
];

const ODD_LINES: readonly string[] = [
  ...[
    'extra: field',
    'organization: Example',
    'layout: ./x.astro',
    'slug: other',
    'draft: true',
    'id: other',
  ],
  ...['__proto__: {a: b}', 'constructor: x', 'toString: x', '? [a, b]\n: c', ': no name', 'no colon here'],
  ...[
    '<<: {a: b}',
    'a: &a [*a]',
    'a: &a [x, x]\nb: [*a, *a]',
    '---',
    '--- ',
    '---x',
    '...',
    '+++',
    '%YAML 1.1',
    '# a comment',
  ],
  ...[
    '\t',
    '   ',
    '\tyear: 2020',
    '- item',
    '2021: number',
    '"title": again',
    'Title: again',
    'title : again',
  ],
  ...[
    'status: finding',
    'statusAsOf: 2026',
    'scope: |',
    'caveat: >-\n  folded\n  words',
    'urlIsCopy: true',
    'facts: [a]',
  ],
  ...[
    'tools: [watcher]',
    'mitigations: [retraining]',
    'mitigations:\n  - {id: retraining, outcome: helped, basis: proposed}',
  ],
];

/** What may stand in a text, and what may not: a good share of it is right, so that both are met. */
const SNIPPETS: readonly string[] = [
  ...[
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<!-- note -->',
    '<img src=x onerror=alert(1)>',
    '<br>',
    '</p>',
    '<a',
    '<x-y>',
  ],
  ...[
    '<?php x ?>',
    '<!DOCTYPE html>',
    '<![CDATA[x]]>',
    '5 < 6',
    'a <b',
    '\\<b>',
    '&lt;b&gt;',
    '`<b>`',
    '<https://example.org/>',
  ],
  ...[
    '<mailto:a@example.org>',
    '<a@example.org>',
    '<javascript:alert(1)>',
    '<data:text/html,x>',
    'https://example.org/a_b*c',
  ],
  ...[
    'www.example.org',
    'javascript:alert(1)',
    'ftp://example.org/x',
    'a@example.org',
    'xmpp:a@example.org',
    'http://',
    'https://a',
  ],
  ...[
    '[a](https://example.org/)',
    '[a](http://example.org "t")',
    '[a](javascript:alert(1))',
    '[a](JAVA\tscript:alert(1))',
    '[a](#problem)',
  ],
  ...[
    '[a](#outcome)',
    '[a](#nowhere)',
    '[a](#)',
    '[a]()',
    '[a](<>)',
    '[a](/)',
    '[a](/about/)',
    '[a](/about)',
    '[a](/nowhere/)',
    '[a](//example.org)',
  ],
  ...[
    '[a](/challenges/concept-drift/)',
    '[a](/challenges/concept-drift/#x)',
    '[a](/challenges/../about/)',
    '[a](/\\example.org)',
    '[a](./x.md)',
  ],
  ...[
    '[a](https://)',
    '[a](https:///x)',
    '[a](https://?x)',
    '[a](https://#x)',
    '[a](https:example.org)',
    '[a](http:\\\\example.org)',
    '[a](mailto:)',
    '[a](mailto:a@example.org)',
  ],
  ...[
    '[a](&#106;avascript:alert(1))',
    '[a](java&Tab;script:x)',
    '[a](https://example.org/ "x&#x202E;y")',
    '[a](https://example.org/&#x202E;)',
    '[a]( https://example.org/ )',
  ],
  ...[
    '[a][b]',
    '[a][]',
    '[a]',
    '[b]: https://example.org/',
    '[b]: javascript:alert(1)',
    '[a][b]\n\n[b]: https://example.org/',
    '[a][b]\n\n[B]: https://example.org/ "t"',
  ],
  ...[
    '[a\nb](https://example.org/)',
    '[**a**](https://example.org/)',
    '[a](https://example.org/)[b](/about/)',
    '[](https://example.org/)',
    '[here](https://example.org/)',
  ],
  ...[
    '![a](https://example.org/a.png)',
    '![a][b]\n\n[b]: a.png',
    '![](x)',
    '[![a](b)](c)',
    '!\\[a](https://example.org/)',
    '\\![a](https://example.org/)',
  ],
  ...[
    '[^1]',
    'x[^1]\n\n[^1]: A note.',
    '[^1]: A note.',
    'x[^a]\n\n[^a]: See [@nobody].',
    'x[^a]\n\n[^a]:\n\n    ## Outcome',
    '\\[^1]',
    'x[^__proto__]\n\n[^__proto__]: y',
  ],
  ...[
    '[@shop]',
    '[@smith2020]',
    '[@smith2020; @shop]',
    '[@nobody]',
    '[@shop, p. 3]',
    '[@]',
    '[@a',
    '`[@nobody]`',
    '[x [@nobody]](https://example.org/)',
    '\\[@nobody]',
    '[\\@nobody]',
    '[&#64;nobody]',
  ],
  ...[
    '*[@no*body]',
    '[@shop](https://example.org/)',
    '[@shop][b]\n\n[b]: https://example.org/',
    '[@constructor]',
    '**[@nobody]**',
    '[@shop;@smith2020]',
    '[@shop\n; @smith2020]',
  ],
  ...[
    '# Top',
    'Top\n===',
    'Below\n---',
    '## Other',
    '### Deeper',
    '###### Deepest',
    '##NoBlank',
    '## ',
    '##',
    '> ## Quoted',
    '- ## In a list',
    '## Problem',
    '## Problem ##',
    '## *Problem*',
    '## Problem <b>',
    '  ## Outcome',
    '    ## Code',
  ],
  ...[
    '### Main',
    '### Sources',
    '[a](#main)\n\n### Main',
    '[a](#text-main)\n\n### Main',
    '[a](#deeper)\n\n### Deeper',
    '[a](#deeper-1)\n\n### Deeper\n\n### Deeper',
    '[a](#problem-1)',
    '### ref-shop',
    '[a](#ref-shop)',
  ],
  ...[
    '```\ncode <b>\n```',
    '```js\ncode',
    '~~~\n## Outcome\n~~~',
    '    indented <b>',
    '`code',
    '``a`b``',
    '```a&#x202E;b\nx\n```',
    '<pre>',
    '```\n[@nobody]\n```',
    '- ```\n  x\n  ```',
  ],
  ...[
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '| <b> |\n| - |',
    '- one\n- two',
    '1. one\n2. two',
    '- [ ] open\n- [x] done',
    '***',
    '* * *',
    '---',
    '___',
    '> quoted',
    '~~gone~~',
    '\\',
    'a  \nb',
    'a\\\nb',
  ],
  ...[
    '&amp;',
    '&#0;',
    '&#x200B;',
    '&ZeroWidthSpace;',
    '&shy;',
    '&nbsp;',
    '&#x202E;evil',
    '&lrm;',
    '&unknown;',
    '&#xD800;',
    '&#x110000;',
    '&#9;',
    '&#13;',
    '&NoBreak;',
    '&#x2028;',
    '`&#x200B;`',
  ],
  ...[
    '${x}',
    '{x}',
    '{{ x }}',
    '<%= x %>',
    'import x from "y"',
    'export const a = 1',
    ':::note',
    '$$x$$',
    '[[wiki]]',
    ':smile:',
    '---\ntitle: again\n---',
  ],
  ...['😀', '👩‍💻', '☑️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'שלום', 'नमस्ते', 'e\u0301', 'naïve', '\u00a0', '\u2003'],
];

const HIDDEN_SIGNS = [
  ...[
    '\u200b',
    '\u202e',
    '\u2066',
    '\u00ad',
    '\ufeff',
    '\u2028',
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
  ],
  ...[
    '\u200d',
    '\u200c',
    '\u034f',
    '\u180e',
    '\u3164',
    '\u{e0041}',
    '\u{e0101}',
    '\ufe0f',
    '\ufe00',
    '\u2800',
    '\r',
    '\v',
    '\f',
  ],
];

const deep = (open: string, close: string) => (times: number) =>
  open.repeat(times) + 'x' + close.repeat(times);
const DEEP = [
  deep('[', ']'),
  deep('> ', ''),
  deep('*', '*'),
  deep('**', '**'),
  deep('- ', ''),
  deep('![', '](x)'),
  deep('[', '](x)'),
];
const RUNS = [
  '*',
  '_',
  '`',
  '~',
  '[',
  ']',
  '(',
  '!',
  '<',
  '>',
  '#',
  '|',
  '-',
  '=',
  '&',
  '\\',
  '\n',
  ' ',
  '\t',
  'a',
  '*_',
  '[a](',
  '![',
  '<a ',
  '&#',
  '|-',
  '- ',
  '1. ',
  '> ',
  '[@',
  '[^',
  '\\\\',
  'www.',
  'a@',
  '`` ',
  '*a_',
  '](',
  ':',
  '::',
  '🙂',
];
const TIMES = [3, 30, 300, 1400, 3000, 9000] as const;

const inBody = (put: (draw: Draw) => string): OfText =>
  ofLines((lines, draw) => {
    lines.splice(draw.below(lines.length + 1), 0, '', put(draw), '');
  }, 'body');

const inText = (put: (draw: Draw) => string): OfText =>
  ofLine((line, draw) => spliced(line, draw.below(line.length + 1), 0, put(draw)), 'body');

const HEADING = /^#{1,6} /;

/** A mutation of one heading. */
const ofHeading = (change: (line: string, draw: Draw) => string) =>
  ofLines((lines, draw) => {
    const headings = lines.flatMap((line, i) => (HEADING.test(line) ? [i] : []));
    const at = headings[draw.below(headings.length)];
    if (at !== undefined) lines[at] = change(lines[at] ?? '', draw);
  }, 'body');

/** Mutations of the text of a file. */
const OF_TEXT: Readonly<Record<string, OfText>> = {
  'line deleted': ofLines((lines, draw) => {
    lines.splice(draw.below(lines.length), 1);
  }),
  'lines deleted': ofLines((lines, draw) => {
    lines.splice(draw.below(lines.length), 1 + draw.below(8));
  }),
  'line doubled': ofLines((lines, draw) => {
    const at = draw.below(lines.length);
    lines.splice(at, 0, lines[at] ?? '');
  }),
  'lines swapped': ofLines((lines, draw) => {
    const [a, b] = [draw.below(lines.length), draw.below(lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  }),
  'line indented': ofLine((line, draw) => ' '.repeat(1 + draw.below(5)) + line),
  'line indented less': ofLine((line) => line.replace(/^ {1,2}/, '')),
  'line indented by a tab': ofLine((line) => `\t${line}`),
  'line broken': ofLine((line, draw) => spliced(line, draw.below(line.length + 1), 0, '\n')),
  'lines joined': ofLines((lines, draw) => {
    const at = draw.below(lines.length);
    lines.splice(at, 2, (lines[at] ?? '') + (lines[at + 1] ?? ''));
  }),
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'old line ends': (text) => text.replaceAll('\n', '\r'),
  'mixed line ends': (text, draw) => {
    const period = 2 + draw.below(3);
    let count = 0;
    return text.replaceAll('\n', () => ((count += 1) % period === 0 ? '\r\n' : '\n'));
  },
  'text before the fields': (text, draw) =>
    draw.oneOf(['\n', ' ', '# Title\n\n', '\ufeff', '<!-- x -->\n']) + text,
  'fields not closed': (text) => text.replace('\n---\n', '\n'),
  'fields closed oddly': (text, draw) =>
    text.replace(
      '\n---\n',
      draw.oneOf(['\n--- \n', '\n----\n', '\n---x\n', '\n ---\n', '\n...\n', '\n+++\n', '\n---\n---\n']),
    ),
  'field dropped': ofLines((lines, draw) => {
    lines.splice(draw.below(lines.length), 1);
  }, 'fields'),
  'field doubled': ofLines((lines, draw) => {
    lines.splice(draw.below(lines.length + 1), 0, lines[draw.below(lines.length)] ?? '');
  }, 'fields'),
  'field added': ofLines((lines, draw) => {
    lines.splice(draw.below(lines.length + 1), 0, draw.oneOf(ODD_LINES));
  }, 'fields'),
  'field misspelt': (text, draw) => misspelt(text, /(?<=^[ -]*)\w+(?=:)/gm, draw),
  'slug misspelt': (text, draw) => misspelt(text, /[a-z]+(?:-[a-z]+)+/g, draw),
  'word misspelt': (text, draw) => misspelt(text, /[\w-]{3,}/g, draw),
  'heading misspelt': ofHeading((line, draw) => misspelt(line, /\w{3,}/g, draw)),
  'value replaced': ofValue((_value, draw) => draw.oneOf(ODD_VALUES)),
  'value quoted': ofValue((value, draw) =>
    draw.oneOf([`'${value}'`, `"${value}"`, `'${value}`, `${value}"`]),
  ),
  'value with a mark': ofValue(
    (value, draw) =>
      draw.oneOf(['&a ', '*', '!', '!!', '@', '- ', '? ', '[', '{', '| ', '> ', '# ', '"']) + value,
  ),
  'value cut': ofValue((value, draw) => value.slice(0, draw.below(value.length))),
  'value joined': ofValue(
    (value, draw) => value + draw.oneOf([':', ' #x', ': x', ',', ']', '}', ' ', '\t', "'", '\\', '"', ' &a']),
  ),
  'snippet as a block': inBody((draw) => draw.oneOf(SNIPPETS)),
  'snippet in a line': inText((draw) => draw.oneOf(SNIPPETS)),
  'snippet in a value': ofValue((value, draw) =>
    spliced(value, draw.below(value.length + 1), 0, draw.oneOf(SNIPPETS)),
  ),
  'hidden sign in the text': inText((draw) => draw.oneOf(HIDDEN_SIGNS)),
  'hidden sign in a field': ofLine(
    (line, draw) => spliced(line, draw.below(line.length + 1), 0, draw.oneOf(HIDDEN_SIGNS)),
    'fields',
  ),
  'heading replaced': ofHeading((_line, draw) => draw.oneOf(SNIPPETS)),
  'heading deeper or higher': ofHeading((line, draw) => line.replace(/^#+/, '#'.repeat(1 + draw.below(7)))),
  'section emptied': ofLines((lines, draw) => {
    const headings = lines.flatMap((line, i) => (HEADING.test(line) ? [i] : []));
    const nth = draw.below(headings.length);
    const at = (headings[nth] ?? 0) + 1;
    lines.splice(at, (headings[nth + 1] ?? lines.length) - at, '', draw.oneOf(['', ...SNIPPETS]), '');
  }, 'body'),
  'long run': inText((draw) => draw.oneOf(RUNS).repeat(draw.oneOf(TIMES))),
  'long run as a block': inBody((draw) => draw.oneOf(RUNS).repeat(draw.oneOf(TIMES))),
  'deep nesting': inBody((draw) => draw.oneOf(DEEP)(draw.oneOf(TIMES))),
  'deep nesting in a value': ofValue((_value, draw) =>
    draw.oneOf([deep('[', ']'), deep('{a: ', '}'), deep('- ', '')])(draw.oneOf(TIMES)),
  ),
  'text repeated': ofLines((lines, draw) => {
    const own = [...lines];
    for (let i = draw.below(40); i > 0; i -= 1) lines.push(...own);
  }, 'body'),
};

const ODD_BYTES = [
  'ff',
  'fe',
  '80',
  'c3',
  'c328',
  'e282',
  'eda080',
  'f0288cbc',
  'f4908080',
  'c080',
  '00',
  '0d',
  'efbbbf',
  'fffe',
];

/** Mutations of the bytes of a file. */
const OF_BYTES: Readonly<Record<string, OfBytes>> = {
  'bit flipped': (bytes, draw) => {
    const flipped = Buffer.from(bytes);
    const at = draw.below(bytes.length);
    if (bytes.length > 0) flipped[at] = (flipped[at] ?? 0) ^ (1 << draw.below(8));
    return flipped;
  },
  'byte deleted': (bytes, draw) => without(bytes, draw.below(bytes.length), 1),
  'bytes deleted': (bytes, draw) => without(bytes, draw.below(bytes.length), draw.below(200)),
  'bytes put in': (bytes, draw) => {
    const at = draw.below(bytes.length + 1);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(draw.oneOf(ODD_BYTES), 'hex'),
      bytes.subarray(at),
    ]);
  },
  'cut short': (bytes, draw) => bytes.subarray(0, draw.below(bytes.length)),
  'bytes doubled': (bytes, draw) => {
    const [at, from] = [draw.below(bytes.length), draw.below(bytes.length)];
    return Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(from, from + draw.below(400)),
      bytes.subarray(at),
    ]);
  },
  'byte-order mark': (bytes) => Buffer.concat([Buffer.from('efbbbf', 'hex'), bytes]),
  'two byte-order marks': (bytes) => Buffer.concat([Buffer.from('efbbbfefbbbf', 'hex'), bytes]),
  'as UTF-16': (bytes) =>
    Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(bytes.toString('utf8'), 'utf16le')]),
  'as Latin-1': (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  'longer than 64 kB': (bytes, draw) =>
    Buffer.concat([bytes, Buffer.alloc(65_530 + draw.below(12) - Math.min(bytes.length, 65_000), 'a ')]),
};

const without = (bytes: Buffer, at: number, removed: number) =>
  Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + removed)]);

/** Mutations of the name of a file. */
const OF_NAME: Readonly<Record<string, OfName>> = {
  'other ending': (slug, draw) =>
    slug + draw.oneOf(['.mdx', '.markdown', '.MD', '.txt', '.md.md', '.md~', '.yaml', '']),
  'no slug': (slug, draw) =>
    draw.oneOf([
      slug.toUpperCase(),
      slug.replaceAll('-', '_'),
      `${slug}-`,
      `-${slug}`,
      `${slug}--x`,
      `${slug} x`,
      `${slug}é`,
      `${slug}\u200b`,
      'x'.repeat(61),
      'x'.repeat(60),
      'constructor',
      '__proto__',
      'prototype',
      'index',
      'readme',
      '日本',
    ]) + '.md',
};

const LEVELS = { text: OF_TEXT, bytes: OF_BYTES, name: OF_NAME };

/** The names of all mutations. */
export const MUTATIONS: readonly string[] = Object.values(LEVELS).flatMap((level) => Object.keys(level));

/** A mutation: its name, and the numbers that it draws from. */
interface Step {
  readonly name: string;
  readonly numbers: readonly number[];
}

/** A file after some mutations: those of its text first, then those of its bytes, since bytes may be no text. */
function mutant(seed: Seed, steps: readonly Step[]): Mutant {
  let text = seed.text;
  for (const { name, numbers } of steps) text = OF_TEXT[name]?.(text, drawFrom(numbers)) ?? text;
  let bytes: Buffer = Buffer.from(text);
  let file = `${seed.slug}.md`;
  for (const { name, numbers } of steps) {
    bytes = OF_BYTES[name]?.(bytes, drawFrom(numbers)) ?? bytes;
    file = OF_NAME[name]?.(seed.slug, drawFrom(numbers)) ?? file;
  }
  return { of: seed.slug, name: file, bytes, by: steps.map(({ name }) => name) };
}

const numbers = fc.array(fc.noBias(fc.nat({ max: 0x7fff_ffff })), { minLength: 6, maxLength: 6 });
const stepsOf = (level: Readonly<Record<string, unknown>>) =>
  fc.record({ name: fc.constantFrom(...Object.keys(level)), numbers });

/** Files with one to four mutations each: mostly of the text, seldom of bytes or name. */
export const mutants = (seeds: readonly Seed[]): fc.Arbitrary<Mutant> =>
  fc
    .record({
      seed: fc.noBias(fc.constantFrom(...seeds)),
      steps: fc.array(
        fc.oneof(
          { arbitrary: stepsOf(OF_TEXT), weight: 16 },
          { arbitrary: stepsOf(OF_BYTES), weight: 3 },
          { arbitrary: stepsOf(OF_NAME), weight: 1 },
        ),
        { minLength: 1, maxLength: 4, size: 'max' },
      ),
    })
    .map(({ seed, steps }) => mutant(seed, steps));
