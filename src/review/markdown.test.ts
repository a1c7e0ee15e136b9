import fc from 'fast-check';
import type { Nodes, Root, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { anyRegister, anyText } from './any-register.ts';
import { inline, toMarkdown } from './markdown.ts';
import {
  anEntry,
  newRegister,
  withAnswer,
  withContext,
  withEntry,
  withTitle,
  type Register,
} from './register.ts';
import { NOW, someKnowledge } from './samples.ts';
import type { Locate } from './texts.ts';

const knowledge = someKnowledge();
const locate: Locate = (collection, slug) => `https://guide.example/${collection}/${slug}/`;
const written = (register: Register) => toMarkdown(register, knowledge, locate);
const parsed = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text);

/** All nodes of a tree, from the top. */
const nodesOf = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap((child) => nodesOf(child)) : []),
];
/** What a node shows. */
const shownBy = (node: Nodes): string =>
  nodesOf(node)
    .map((each) => ('value' in each ? each.value : each.type === 'break' ? '\n' : ''))
    .join('');
const kindsIn = (text: string) => new Set(nodesOf(parsed(text)).map(({ type }) => type));
const fresh = newRegister(knowledge, NOW);

const full = withAnswer(
  withEntry(
    withEntry(
      withEntry(
        withTitle(
          withContext(fresh, { data: ['personal', 'text'], stage: ['in-use'] }, knowledge, NOW),
          'Ours',
          NOW,
        ),
        'concept-drift',
        {
          likelihood: 3,
          impact: 4,
          status: 'in-progress',
          owner: 'Ada | Bob',
          mitigation: 'retraining',
          note: 'First\n\n# Second\nThird',
          evidence: 'https://example.org/a_(b)?x=1&y=<2>&amp;&lt;',
        },
        NOW,
      ),
      'slow-release',
      { included: false, note: 'Not ours' },
      NOW,
    ),
    'gone-challenge',
    { mitigation: 'gone-mitigation' },
    NOW,
  ),
  'concept-drift',
  'concept-drift-window',
  'no',
  NOW,
);

test('the report of a register', () => {
  expect(written(full)).toBe(`# Ours

Made with the ML Deployment Field Guide as of 2026-11-23; last changed 2026-11-28.

## The project

- How far is it? In use
- Which data? About people; Text

## Summary

- Challenges: 3; put aside: 1
- Risks that stand: 1 high, 0 medium, 0 low, 2 not rated
- Questions: 4; not answered 3, answered no 1, partly 0
- Standing risks without an owner: 2; without a mitigation: 1

## Risk register

| Risk | Challenge | Likelihood | Impact | Status | Owner | Mitigation |
| --- | --- | --- | --- | --- | --- | --- |
| 12 (high) | [Concept drift](https://guide.example/challenges/concept-drift/) | 3, possible | 4, serious | In progress | Ada \\| Bob | [Retraining](https://guide.example/mitigations/retraining/) |
| Not rated | [Data cleaning](https://guide.example/challenges/data-cleaning/) | not rated | not rated | Open |  |  |
| Not rated | gone-challenge | not rated | not rated | Open |  | gone-mitigation |

## Challenges

### [Concept drift](https://guide.example/challenges/concept-drift/)

- Risk: 12 (high); likelihood 3, possible; impact 4, serious
- Status: In progress
- Owner: Ada \\| Bob
- Mitigation: [Retraining](https://guide.example/mitigations/retraining/)
- Evidence: [https\\://example.org/a\\_(b)?x=1\\&y=\\<2\\>\\&amp;\\&lt;](https://example.org/a_%28b%29?x=1&y=%3C2%3E&amp;amp;&amp;lt;)

> First
>
> \\# Second\\
> Third

Why it matters here:

- It moves. Seen in: [A shop ranks](https://guide.example/case-studies/shop/).

Questions:

- **No**: Is there a window?
- **Not answered**: Is there a default?

### [Data cleaning](https://guide.example/challenges/data-cleaning/)

- Risk: Not rated; likelihood not rated; impact not rated
- Status: Open

Why it matters here:

- It is dirty.

Questions:

- **Not answered**: Is there a rule?
- **Not answered**: Is there a copy?

### gone-challenge (no longer in the guide)

- Risk: Not rated; likelihood not rated; impact not rated
- Status: Open
- Mitigation: gone-mitigation

## Put aside

### [Slow release](https://guide.example/challenges/slow-release/)

- Risk: Not rated; likelihood not rated; impact not rated
- Status: Open

> Not ours

Questions:

- **Not answered**: Is there a train?
`);
});

test('an empty register has a title and an empty table', () => {
  const text = written({ ...fresh, entries: [] });

  expect(text).toMatch(/^# Pre-deployment review\n/);
  expect(text).not.toContain('## Challenges');
});

test('an answer to a question that is gone stands under its id', () => {
  const register = withAnswer(fresh, 'concept-drift', 'concept-drift-gone', 'yes', NOW);
  expect(written(register)).toContain('- **Yes**: concept-drift-gone\n');
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</td></table><h1>',
  '<!-- x',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '[x]: https://evil.example',
  '[^1]',
  '`code` ``more``',
  '~~~\ncode\n~~~',
  '```html\n<b>\n```',
  '**bold** _slanted_ ~~gone~~',
  '# heading',
  '- item\n- item',
  '+ item',
  '* item',
  '1. item',
  '2) item',
  '> quote',
  '| a | b |\n| - | - |\n| c | d |',
  'a | b \\| c \\\\| d',
  '---',
  '===',
  'text\n---',
  'text\n===',
  '***',
  '    indented',
  '\tindented',
  '- [x] done',
  '&lt;b&gt; &amp; &#60;',
  'ends in a backslash \\',
  '\\',
  '\\\\|',
  '&',
  '<https://evil.example>',
  '<a@b.example>',
  '\u202Egnp.exe',
  'a\0b',
  'a\rb\u2028c\u2029d',
];

describe.each(HOSTILE)('the text %j', (text) => {
  test('is one line of plain text wherever it stands', () => {
    for (const frame of ['', '- ', '# ', '> ', '| a |\n| --- |\n| ']) {
      const kinds = kindsIn(`${frame}${inline(text)}${frame.startsWith('|') ? ' |' : ''}`);
      const harmless = [
        'root',
        'text',
        'paragraph',
        'list',
        'listItem',
        'heading',
        'blockquote',
        'table',
        'tableRow',
        'tableCell',
      ];
      expect([...kinds].filter((kind) => !harmless.includes(kind) && kind !== 'link')).toEqual([]);
    }
  });

  test('does nothing as title, owner, note, evidence or mitigation of a register', () => {
    const register: Register = {
      ...withTitle(fresh, text, NOW),
      entries: [anEntry('concept-drift', { owner: text, note: text, evidence: text, mitigation: text })],
    };
    const plain: Register = {
      ...withTitle(fresh, 'title', NOW),
      entries: [
        anEntry('concept-drift', { owner: 'owner', note: 'note', evidence: 'none', mitigation: 'gone' }),
      ],
    };
    const kinds = kindsIn(written(register));
    for (const kind of [
      'html',
      'code',
      'inlineCode',
      'image',
      'definition',
      'footnoteReference',
      'delete',
    ] as const)
      expect(kinds).not.toContain(kind);
    const tables = (made: Register) =>
      nodesOf(parsed(written(made)))
        .filter((node): node is Table => node.type === 'table')
        .map((table) => table.children.map((row) => row.children.length));
    expect(tables(register)).toEqual(tables(plain));
    const headings = (made: Register) =>
      nodesOf(parsed(written(made))).flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
    expect(headings(register)).toEqual(headings(plain));
  });
});

/** What is left of a text on one line. */
const onOneLine = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();

/** Addresses are made links, and signs at the end of a heading left out. */
const endings = fc.constantFrom('', ' #', ' ##', ' https://a.example/b_c?x=1&y=2~3', ' www.a.example/b_c&d');

test('any text shows just as it was typed, in a cell, a list and a heading', () => {
  fc.assert(
    fc.property(fc.tuple(anyText, endings), ([start, end]) => {
      const text = `${start}${end}`;
      const shown = onOneLine(text);
      const cell = nodesOf(parsed(`| a | b |\n| --- | --- |\n| ${inline(text)} | x |`)).filter(
        ({ type }) => type === 'tableCell',
      );
      expect(cell).toHaveLength(4);
      expect(cell.map(shownBy)[2]).toBe(shown);
      expect(shownBy(parsed(`- ${inline(text)}`))).toBe(shown);
      expect(shownBy(parsed(`# ${inline(text)}`))).toBe(shown);
    }),
    { numRuns: 500 },
  );
});

test('any note shows line by line, and whatever a register says, its report has the same parts', () => {
  fc.assert(
    fc.property(anyRegister(knowledge), (register) => {
      const tree = parsed(written(register));
      const nodes = nodesOf(tree);
      const quotations = nodes.filter(({ type }) => type === 'blockquote');
      const notes = register.entries.map(({ note }) => note).filter((note) => note !== '');
      const included = register.entries.filter((entry) => entry.included).length;

      expect(tree.children.filter(({ type }) => type === 'table')).toHaveLength(1);
      expect(nodes.filter(({ type }) => type === 'tableRow')).toHaveLength(1 + included);
      expect(quotations).toHaveLength(notes.length);
      expect(nodes.filter(({ type }) => type === 'html' || type === 'code' || type === 'image')).toEqual([]);
      const wordsOf = (text: string) => onOneLine(text).replace(/\s+/g, '');
      expect(quotations.map((each) => wordsOf(shownBy(each))).toSorted()).toEqual(
        notes.map(wordsOf).toSorted(),
      );
    }),
  );
});
