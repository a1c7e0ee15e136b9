import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { isGroup, readYaml } from './yaml.ts';

/** Stands in a row where the fault is told, and is taken out of the text. */
const MARK = '‸';

/** Faults as `line:column words`. */
const told = (text: string) =>
  readYaml(text).faults.map(({ offset, message }) => {
    const before = text.slice(0, offset).split('\n');
    return `${before.length}:${(before.at(-1) ?? '').length + 1} ${message}`;
  });

/** A text with one fault at the mark: its words, and what is offered instead. */
type Row = [what: string, marked: string, words: string, suggestion?: string];

const TAB = 'a tab indents this line; YAML takes blanks only';
const OPEN_QUOTE = 'a quotation mark opens here, and nothing closes it';
const BEHIND_QUOTE = 'text stands behind the closing quotation mark; put the value in quotes';
const BEHIND_BRACKET = 'text stands behind the closing bracket; put the value in quotes';
const COLON = 'the value holds a colon; put the value in quotes';
const FURTHER = 'this line is indented further than the one above it';
const LESS = 'this line is indented less than the one above it, and lines up with none before';
const NO_COLON = 'is no "key: value" line; a colon and a blank are missing';
const NO_BLANK = 'is no "key: value" line; a blank is missing after the colon';
const DEEP = 'the fields are nested too deeply to be read';
const notTaken = (mark: string, what: string) => `"${mark}" is a YAML ${what}, which the guide does not take`;
const open = (bracket: string, close: string) =>
  `"${bracket}" opens here, and no "${close}" closes it before the next field`;

const FAULTS: Record<string, Row[]> = {
  tabs: [
    ['before a field of a group', `a: 1\nb:\n${MARK}\tc: 1\n`, TAB],
    ['before an item', `a:\n${MARK}\t- x\n`, TAB],
    ['behind blanks', `a:\n  b: 1\n ${MARK}\tc: 2\n`, TAB],
    ['before the first field', `${MARK}\ta: 1\n`, TAB],
  ],
  quotes: [
    ['a double one without its pair', `title: ${MARK}"Shadow\nyear: 2024\n`, OPEN_QUOTE],
    ['a single one without its pair', `title: ${MARK}'Shadow\nyear: 2024\n`, OPEN_QUOTE],
    [
      'one that takes a later one for its pair',
      `title: ${MARK}'Shadow\nkind: x\ndoi: '10.1/a'\n`,
      OPEN_QUOTE,
    ],
    ['one behind a value in quotes', `a: "x"\ntitle: ${MARK}"Shadow\nyear: 1\n`, OPEN_QUOTE],
    ['one within brackets', `a: [b, ${MARK}"c]\nyear: 1\n`, OPEN_QUOTE],
    ['one in a group', `source:\n  title: ${MARK}"A\n  year: 1\n`, OPEN_QUOTE],
    ['one that nothing follows', `year: 1\ntitle: ${MARK}"`, OPEN_QUOTE],
    [
      'an apostrophe between single ones',
      `a: ${MARK}'It's here'\n`,
      `${BEHIND_QUOTE}: 'It''s here'`,
      "'It''s here'",
    ],
    [
      'doubled ones between double ones',
      `a: ${MARK}"So "no" it"\n`,
      `${BEHIND_QUOTE}: 'So "no" it'`,
      `'So "no" it'`,
    ],
    [
      'words behind a quoted word',
      `a: ${MARK}"Shadow" run\n`,
      `${BEHIND_QUOTE}: '"Shadow" run'`,
      `'"Shadow" run'`,
    ],
    ['words behind one in a list', `a:\n  - ${MARK}'S' run\n`, `${BEHIND_QUOTE}: '''S'' run'`, "'''S'' run'"],
    [
      'an escape that there is not',
      `a: "C:${MARK}\\zoo"\n`,
      '"\\z" is no escape that YAML knows; write \\\\ for the sign itself, or put the text in single quotes',
    ],
  ],
  colons: [
    [
      'one in a title',
      `a: ${MARK}Ranking: a story\nb: 1\n`,
      `${COLON}: 'Ranking: a story'`,
      "'Ranking: a story'",
    ],
    ['one at the end', `a: ${MARK}Ranking:\nb: 1\n`, `${COLON}: 'Ranking:'`, "'Ranking:'"],
    ['two', `a: ${MARK}A: b: c\n`, `${COLON}: 'A: b: c'`, "'A: b: c'"],
    ['one behind an apostrophe', `a: ${MARK}It's: so\n`, `${COLON}: 'It''s: so'`, "'It''s: so'"],
    [
      'one in a field of an item',
      `m:\n  - note: ${MARK}It rose: much\n`,
      `${COLON}: 'It rose: much'`,
      "'It rose: much'",
    ],
    ['one in a file with CRLF', `a: 1\r\nb: ${MARK}x: y\r\nc: 2\r\n`, `${COLON}: 'x: y'`, "'x: y'"],
    ['two fields on a line', `a: ${MARK}1, b: 2\n`, `${COLON}: '1, b: 2'`, "'1, b: 2'"],
    [
      'a long value, which is not told again',
      `a: ${MARK}Ranking: ${'x'.repeat(60)}\n`,
      COLON,
      `'Ranking: ${'x'.repeat(60)}'`,
    ],
  ],
  brackets: [
    ['a list that is not closed', `a: ${MARK}[b, c\nd: 1\n`, open('[', ']')],
    ['a list that is not closed at the end', `a: ${MARK}[b, c\n`, open('[', ']')],
    ['a group that is not closed', `a: ${MARK}{b: 1\nc: 1\n`, open('{', '}')],
    ['a list with the wrong sign at its end', `a: ${MARK}[b, c}\nd: 1\n`, open('[', ']')],
    ['a list around one that is closed', `a: ${MARK}[[b], c\nd: 1\n`, open('[', ']')],
    ['a list in a group', `a: {b: 1, c: ${MARK}[1\nd: 1\n`, open('[', ']')],
    ['a list that is closed twice', `a: [b, c]${MARK}]\nd: 1\n`, '"]" does not belong here'],
    ['two commas', `a: [b,${MARK}, c]\n`, '"," does not belong here'],
    [
      'words behind a list',
      `a: ${MARK}[Draft] A story\n`,
      `${BEHIND_BRACKET}: '[Draft] A story'`,
      "'[Draft] A story'",
    ],
    ['words behind a group', `a: ${MARK}{x} story\n`, `${BEHIND_BRACKET}: '{x} story'`, "'{x} story'"],
    ['one that stands alone', `a: 1\n${MARK}}\n`, '"}" does not belong here'],
  ],
  'signs at the start of a value': [
    ...['@', '`', '%'].map((sign): Row => [
      sign,
      `a: ${MARK}${sign}x y\n`,
      `a value may not begin with "${sign}"; put the value in quotes: '${sign}x y'`,
      `'${sign}x y'`,
    ]),
    [
      '@ in a list of lines',
      `a:\n  - ${MARK}@x y\n`,
      `a value may not begin with "@"; put the value in quotes: '@x y'`,
      "'@x y'",
    ],
    [
      '@ in brackets',
      `a: [b, ${MARK}@x, y]\n`,
      `a value may not begin with "@"; put the value in quotes: '@x'`,
      "'@x'",
    ],
    [
      '* before and after',
      `a: ${MARK}*bold* text\n`,
      `a value may not begin with "*"; put the value in quotes: '*bold* text'`,
      "'*bold* text'",
    ],
    ['* alone', `a: ${MARK}*\n`, `a value may not begin with "*"; put the value in quotes: '*'`, "'*'"],
    [
      '| with words behind it',
      `a: ${MARK}| b\n`,
      `a value may not begin with "|"; put the value in quotes: '| b'`,
      "'| b'",
    ],
    [
      '> with words behind it',
      `a: ${MARK}> b\n`,
      `a value may not begin with ">"; put the value in quotes: '> b'`,
      "'> b'",
    ],
    ['% at the start of a line', `a: 1\n${MARK}%x y\n`, 'a line may not begin with "%"'],
    ['% at the start of the fields', `${MARK}%x y: 1\n`, 'a line may not begin with "%"'],
  ],
  'what is no field': [
    ['a word first', `${MARK}title\nyear: 1\n`, `"title" ${NO_COLON}`],
    ['two words first', `${MARK}title Ranking\nyear: 1\n`, `"title Ranking" ${NO_COLON}`, 'title: Ranking'],
    ['words between', `a: 1\n${MARK}title A story\nb: 2\n`, `"title A story" ${NO_COLON}`, 'title: A story'],
    ['words at the end', `a: 1\n${MARK}title A story\n`, `"title A story" ${NO_COLON}`, 'title: A story'],
    ['an equals sign', `${MARK}title = A\nyear: 1\n`, `"title = A" ${NO_COLON}`, 'title: A'],
    ['no blank first', `${MARK}title:Ranking\nyear: 1\n`, `"title:Ranking" ${NO_BLANK}`, 'title: Ranking'],
    [
      'no blank between',
      `a: 1\n${MARK}title:Ranking\nb: 2\n`,
      `"title:Ranking" ${NO_BLANK}`,
      'title: Ranking',
    ],
    ['no blank at the end', `a: 1\n${MARK}title:Ranking\n`, `"title:Ranking" ${NO_BLANK}`, 'title: Ranking'],
    [
      'no blank before an address in a group',
      `s:\n  ${MARK}url:https://a.org\n  x: 1\n`,
      `"url:https://a.org" ${NO_BLANK}`,
      'url: https://a.org',
    ],
    ['a list on the line of its key', `a: ${MARK}- x\n`, 'a list may not begin on the line of its key'],
    ['an item below a field that has its value', `a: 1\n${MARK}- b\n`, '"- b" does not belong here'],
    ['a field below a list', `- a\n${MARK}b: 1\n`, '"b: 1" does not belong here'],
    ['a list as a key', `${MARK}[a, b]: 1\n`, 'a list or a group may not be the name of a field'],
    ['a group as a key', `? ${MARK}{a: 1}\n: 2\n`, 'a list or a group may not be the name of a field'],
    ['nothing before a colon', `a: 1\n${MARK}: 1\n`, 'the name of a field is missing before the colon'],
    [
      'a name without end',
      `${MARK}${'a'.repeat(2000)}: 1\n`,
      'the name of a field is longer than 1024 characters',
    ],
  ],
  indentation: [
    ['a field further than the first', `title: a\n  ${MARK}year: 1\n`, FURTHER],
    ['a field further, below an empty line', `title: a\n\n  ${MARK}year: 1\n`, FURTHER],
    ['a field further in a group', `source:\n  title: a\n    ${MARK}year: 1\n`, FURTHER],
    ['a field further in an item', `m:\n  - id: x\n     ${MARK}outcome: y\n`, FURTHER],
    ['a field of an item that stands between', `m:\n  - id: x\n   ${MARK}outcome: y\n`, FURTHER],
    ['a field less far in a group', `source:\n    title: a\n  ${MARK}year: 1\n`, LESS],
    ['a field behind a group that stands between', `s:\n  t: a\n ${MARK}year: 1\n`, LESS],
    ['a field less far than the first', `  title: a\n${MARK}year: 1\n`, LESS],
    ['an item less far', `a:\n    - x\n  ${MARK}- y\n`, LESS],
    ['a block of text less far', `a: |\n  x\n ${MARK}y\n`, LESS],
    ['a group below a value', `a: 1\n  ${MARK}b: 1\n  c: 2\n`, FURTHER],
  ],
  documents: [
    ['a second one', `a: 1\n${MARK}---\nb: 2\n`, 'a second YAML document begins here; the fields are one'],
    [
      'one behind the end of the first',
      `a: 1\n...\n${MARK}b: 2\n`,
      'a second YAML document begins here; the fields are one',
    ],
  ],
  'anchors and aliases': [
    [
      'an anchor, and not what refers to it',
      `a: ${MARK}&x [1]\nb: *x\nc: *x\n`,
      `${notTaken('&x', 'anchor')}; remove it, and write the value out wherever "*x" stands`,
    ],
    [
      'an anchor meant as text',
      `a: ${MARK}&Co and sons\n`,
      `${notTaken('&Co', 'anchor')}; put the value in quotes: '&Co and sons'`,
      "'&Co and sons'",
    ],
    ['an anchor on a list', `a: ${MARK}&x [b, c]\n`, `${notTaken('&x', 'anchor')}; remove it`],
    ['an anchor within brackets', `a: [b, ${MARK}&x c]\n`, `${notTaken('&x', 'anchor')}; remove it`],
    [
      'an alias of nothing',
      `a: ${MARK}*x\n`,
      `"*x" is a YAML alias of nothing; put the value in quotes: '*x'`,
      "'*x'",
    ],
    [
      'an alias as a key',
      `${MARK}*x : 1\n`,
      `"*x" is a YAML alias of nothing; put the value in quotes: '*x'`,
      "'*x'",
    ],
    [
      'a merge of a group with an anchor',
      `a: ${MARK}&x {b: 1}\nc:\n  <<: *x\n`,
      `${notTaken('&x', 'anchor')}; remove it, and write the value out wherever "*x" stands`,
    ],
    [
      'a merge key',
      `a:\n  ${MARK}<<: {b: 1}\n`,
      '"<<" merges other fields, which the guide does not take; write them out',
    ],
    [
      'two anchors',
      `a: ${MARK}&x &y z\n`,
      `a value may not begin with "&"; put the value in quotes: '&x &y z'`,
      "'&x &y z'",
    ],
    [
      'an anchor on an alias',
      `a: ${MARK}&x *y\n`,
      `a value may not begin with "&"; put the value in quotes: '&x *y'`,
      "'&x *y'",
    ],
  ],
  tags: [
    ['one of YAML itself', `a: ${MARK}!!str 2024\n`, `${notTaken('!!str', 'tag')}; remove it`],
    [
      'one of YAML itself, in full',
      `a: ${MARK}!<tag:yaml.org,2002:str> x\n`,
      `${notTaken('!<tag:yaml.org,2002:str>', 'tag')}; remove it`,
    ],
    ['one on a group', `a: ${MARK}!!map\n  b: 1\n`, `${notTaken('!!map', 'tag')}; remove it`],
    ['one on an item', `a:\n  - ${MARK}!!int 3\n`, `${notTaken('!!int', 'tag')}; remove it`],
    ['one on a list', `a: ${MARK}!set [b, c]\n`, `${notTaken('!set', 'tag')}; remove it`],
    ['one within brackets', `a: [${MARK}!x b, c]\n`, `${notTaken('!x', 'tag')}; remove it`],
    [
      'one that runs code elsewhere',
      `a: ${MARK}!!js/function 'x'\n`,
      `${notTaken('!!js/function', 'tag')}; remove it`,
    ],
    [
      'one that nobody knows',
      `a: ${MARK}!js x\n`,
      `${notTaken('!js', 'tag')}; put the value in quotes: '!js x'`,
      "'!js x'",
    ],
    [
      'one meant as text',
      `a: ${MARK}!important thing\n`,
      `${notTaken('!important', 'tag')}; put the value in quotes: '!important thing'`,
      "'!important thing'",
    ],
    [
      'an exclamation mark alone',
      `a: ${MARK}!\n`,
      `${notTaken('!', 'tag')}; put the value in quotes: '!'`,
      "'!'",
    ],
    [
      'two',
      `a: ${MARK}!x !y z\n`,
      `a value may not begin with "!"; put the value in quotes: '!x !y z'`,
      "'!x !y z'",
    ],
  ],
};

describe.each(Object.entries(FAULTS))(
  'a fault is told once, where authors look for it: %s',
  (_kind, rows) => {
    test.each(rows)('%s', (_what, marked, words, suggestion) => {
      const text = marked.replace(MARK, '');
      const before = marked.slice(0, marked.indexOf(MARK)).split('\n');
      expect(told(text)).toEqual([`${before.length}:${(before.at(-1) ?? '').length + 1} ${words}`]);
      const { yaml, faults } = readYaml(text);
      expect(yaml).toBeUndefined();
      expect(faults[0]?.rule).toBe('yaml');
      expect(faults[0]?.suggestion).toBe(suggestion);
    });
  },
);

const rows = Object.values(FAULTS).flat();

test.each(rows.filter(([, , , suggestion]) => suggestion !== undefined && /^'/.test(suggestion)))(
  'what is offered is text to YAML: %s',
  (_what, marked, _words, suggestion = '') => {
    const text = parse(suggestion) as unknown;
    expect(typeof text).toBe('string');
    expect(marked.replace(MARK, '')).toContain(text);
  },
);

describe('a key that stands twice is told each time but the first, and the rest is read', () => {
  test.each<[string, string, string[]]>([
    ['once more', 'a: 1\nb: 2\na: 3\n', ['3:1 "a"']],
    ['two of them', 'a: 1\na: 2\nb: 1\nb: 2\n', ['2:1 "a"', '4:1 "b"']],
    ['three times', 'a: 1\na: 1\na: 1\n', ['2:1 "a"', '3:1 "a"']],
    ['in a group', 's:\n  x: 1\n  x: 2\n', ['3:3 "x"']],
    ['in an item', 'm:\n  - id: x\n    id: y\n', ['3:5 "id"']],
    ['between braces', 'a: {b: 1, b: 2}\n', ['1:11 "b"']],
    ['in quotes', 'a b: 1\n"a b": 2\n', ['2:1 "a b"']],
    ['named as a member of objects', '__proto__: 1\n__proto__: 2\n', ['2:1 "__proto__"']],
  ])('%s', (_what, text, expected) => {
    expect(told(text)).toEqual(
      expected.map((place) => `${place} stands here a second time; keep one of the two`),
    );
    expect(readYaml(text).faults.map(({ rule }) => rule)).toEqual(expected.map(() => 'duplicate-key'));
    expect(readYaml(text).yaml).toBeDefined();
  });

  test('the same name in two groups is right', () => {
    expect(told('a:\n  x: 1\nb:\n  x: 1\n')).toEqual([]);
  });

  test('what stands behind another fault is not told, since the reader is lost there', () => {
    expect(told('a: 1\na: 2\nt: x: y\na: 3\n')).toEqual([
      '2:1 "a" stands here a second time; keep one of the two',
      "3:4 the value holds a colon; put the value in quotes: 'x: y'",
    ]);
  });
});

test('tags and anchors are each told, in order', () => {
  expect(readYaml('a: !!str 1\nb: &x 2\nc: !!int 3\n').faults.map(({ found }) => found)).toEqual([
    '!!str',
    '&x',
    '!!int',
  ]);
});

describe('right YAML is read', () => {
  test.each<[string, string, unknown]>([
    [
      'text, numbers and lists',
      'a: x\nb: 2\nc: [d, e]\nf:\n  - g\n',
      { a: 'x', b: 2, c: ['d', 'e'], f: ['g'] },
    ],
    ['lists that stand as far as their key', 'a:\n- b\n- c\n', { a: ['b', 'c'] }],
    ['text in quotes of both sorts', `a: "b: c"\nd: 'e: f'\n`, { a: 'b: c', d: 'e: f' }],
    ['text over lines', 'a: b\n  c\nd: |\n  e\n  f\n', { a: 'b c', d: 'e\nf\n' }],
    ['quoted text over lines', 'a: "b\n  c"\nd: 1\n', { a: 'b c', d: 1 }],
    ['comments', '# x\na: 1 # y\n', { a: 1 }],
    ['CRLF', 'a: 1\r\nb:\r\n  - c\r\n', { a: 1, b: ['c'] }],
    ['signs within text', "a: b & c * d ! e @ f % g's\n", { a: "b & c * d ! e @ f % g's" }],
    ['an address', 'a: https://a.org/b?c=d#e\n', { a: 'https://a.org/b?c=d#e' }],
    [
      'days and words that other versions take for dates and truth',
      'a: 2026-11-23\nb: yes\n',
      { a: '2026-11-23', b: 'yes' },
    ],
    ['nothing', '', null],
  ])('%s', (_what, text, value) => {
    const { yaml, faults } = readYaml(text);
    expect(faults).toEqual([]);
    expect(yaml?.toJS()).toEqual(value);
  });
});

describe('a hostile text is refused or read in a moment', () => {
  test.each<[string, string, string[]]>([
    ['20,000 brackets', '['.repeat(20_000), [`1:1 ${DEEP}`]],
    ['20,000 brackets that are closed', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`, [`1:1 ${DEEP}`]],
    ['20,000 groups', `a: ${'{b: '.repeat(20_000)}\n`, [`1:1 ${DEEP}`]],
    ['20,000 items', `a: 1\nb:\n  ${'- '.repeat(20_000)}x\n`, [`3:1 ${DEEP}`]],
    ['20,000 keys', '? '.repeat(20_000), [`1:1 ${DEEP}`]],
    ['text of a million signs', `a: "${'x'.repeat(1_000_000)}"\n`, []],
    ['text of 20,000 lines', `a: ${'x\n  '.repeat(20_000)}\n`, []],
    ['10,000 fields', Array.from({ length: 10_000 }, (_, i) => `k${i}: 1\n`).join(''), []],
  ])('%s', (_what, text, faults) => {
    const begin = performance.now();
    expect(told(text)).toEqual(faults);
    // The bound is generous, since the machine may be busy; what grows with the square takes ten times as long.
    expect(performance.now() - begin).toBeLessThan(8000);
  });

  test('and its words stay short', () => {
    const long = 'x'.repeat(5000);
    for (const text of [
      `a: ${long}: y\n`,
      `${long} y\na: 1\n`,
      `a: !${long} y\n`,
      `a: *${long}\n`,
      `a: "b" ${long}\n`,
    ])
      for (const { message } of readYaml(text).faults) expect(message.length).toBeLessThan(300);
  });
});

test.each([
  ['a: 1\n', true],
  ['', true],
  ['# only this\n', true],
  ['- a\n', false],
  ['text\n', false],
])('whether %j holds fields is %s', (text, answer) => {
  const { yaml } = readYaml(text);
  expect(yaml && isGroup(yaml)).toBe(answer);
});
