import { describe, expect, test } from 'vitest';
import type { Slip } from '../reading/slip.ts';
import { inReadingOrder } from '../reading/order.ts';
import { REPORTERS } from './reporters.ts';

const slip = (rest: Partial<Slip> = {}): Slip => ({
  path: 'content/tools/tfx.mdx',
  line: 3,
  column: 7,
  rule: 'unknown-key',
  message: 'unknown key "titel"',
  ...rest,
});

test('slips come by file, line and column; ties stay as they were found', () => {
  const slips = [
    slip({ path: 'b', line: 1, column: 1, rule: 'first' }),
    slip({ path: 'b', line: 1, column: 1, rule: 'second' }),
    slip({ path: 'a', line: 10, column: 1 }),
    slip({ path: 'a', line: 9, column: 20 }),
    slip({ path: 'a', line: 9, column: 3 }),
  ];
  const order = inReadingOrder(slips).map(
    ({ path, line, column, rule }) => `${path}:${line}:${column} ${rule}`,
  );
  expect(order).toEqual([
    'a:9:3 unknown-key',
    'a:9:20 unknown-key',
    'a:10:1 unknown-key',
    'b:1:1 first',
    'b:1:1 second',
  ]);
});

describe('as text', () => {
  test.each([
    [[], 435, '435 files, no slips'],
    [[], 1, '1 file, no slips'],
    [[slip()], 1, 'content/tools/tfx.mdx:3:7: unknown key "titel" [unknown-key]\n1 slip in 1 file'],
    [
      [slip(), slip({ line: 4 })],
      2,
      'content/tools/tfx.mdx:3:7: unknown key "titel" [unknown-key]\n' +
        'content/tools/tfx.mdx:4:7: unknown key "titel" [unknown-key]\n2 slips in 2 files',
    ],
  ])('%j in %i files', (slips, files, text) => {
    expect(REPORTERS.text(slips, files)).toBe(text);
  });

  test.each([
    ['a colour', '\u001b[31mred', '\\u001b[31mred'],
    ['a line break', 'a\nb', 'a\\u000ab'],
    ['a bell', 'a\u0007', 'a\\u0007'],
    ['text that runs backwards', 'a\u202eb', 'a\\u202eb'],
  ])('%s in a file cannot move the cursor of the reader', (_what, typed, shown) => {
    const [line] = REPORTERS.text([slip({ path: typed, message: typed })], 1).split('\n');
    expect(line).toBe(`${shown}:3:7: ${shown} [unknown-key]`);
  });
});

describe('as JSON', () => {
  test('every slip has every key, with null where there is nothing to say', () => {
    const detail = { found: 'titel', expected: 'title, summary', suggestion: 'title' };
    const parsed = JSON.parse(REPORTERS.json([slip(detail), slip()])) as unknown;
    expect(parsed).toEqual([
      { ...slip(), ...detail },
      { ...slip(), found: null, expected: null, suggestion: null },
    ]);
  });

  test('keys stand in the promised order', () => {
    const [first] = JSON.parse(REPORTERS.json([slip()])) as object[];
    expect(Object.keys(first ?? {})).toEqual([
      ...['path', 'line', 'column', 'rule', 'message', 'found', 'expected', 'suggestion'],
    ]);
  });

  test('no slip is an empty list', () => {
    expect(JSON.parse(REPORTERS.json([]))).toEqual([]);
  });
});

describe('for GitHub', () => {
  test('each slip is an annotation, then comes the count', () => {
    expect(REPORTERS.github([slip()], 2)).toBe(
      '::error file=content/tools/tfx.mdx,line=3,col=7,title=unknown-key::unknown key "titel"\n1 slip in 2 files',
    );
    expect(REPORTERS.github([], 2)).toBe('2 files, no slips');
  });

  test('what GitHub would read as its own marks is escaped', () => {
    const [line] = REPORTERS.github(
      [slip({ path: 'a,b:c%.md', message: '100%\n::set-output name=a::b\r' })],
      1,
    ).split('\n');
    expect(line).toBe(
      '::error file=a%2Cb%3Ac%25.md,line=3,col=7,title=unknown-key::100%25%0A::set-output name=a::b%0D',
    );
  });
});
