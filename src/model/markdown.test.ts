import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import {
  factsOfPlain,
  factsOfTree,
  markdownFacts,
  markdownProse,
  marksIn,
  MOST_MARKS,
  treeOfPlain,
} from './markdown.ts';

/** What stands in a text at the places of some facts. */
const at = (text: string, placed: readonly { offset: number }[], length = 6) =>
  placed.map(({ offset }) => text.slice(offset, offset + length));

describe('headings are told', () => {
  test('with their depth, words and place', () => {
    const text = '## Problem\n\nIt *fell*.\n\nOut `come`\n---\n\n### Deep ##\n';
    expect(markdownFacts(text).headings).toEqual([
      { depth: 2, title: 'Problem', offset: 0, isOuter: true, isEmpty: false },
      { depth: 2, title: 'Out come', offset: 24, isOuter: true, isEmpty: true },
      { depth: 3, title: 'Deep', offset: 40, isOuter: true, isEmpty: true },
    ]);
  });

  test('but not those in code', () => {
    expect(markdownFacts('~~~\n## A\n~~~\n\n    ## B\n\n`## C`\n').headings).toEqual([]);
  });

  test('those in a list or a quotation as inner ones', () => {
    expect(
      markdownFacts('> ## A\n\n- ## B\n').headings.map(({ title, isOuter }) => [title, isOuter]),
    ).toEqual([
      ['A', false],
      ['B', false],
    ]);
  });

  test.each([
    ['## A\n\nText.\n', false],
    ['## A\n\n### B\n\nText.\n', false],
    ['## A\n\n- item\n', false],
    ['## A\n\n# B\n\nText.\n', false],
    ['## A\n', true],
    ['## A\n\n## B\n\nText.\n', true],
    ['## A\n\n### B\n', true],
    ['## A\n\n<!-- soon -->\n', true],
    ['## A\n\n---\n', true],
    ['## A\n\n[x]: https://a.org\n', true],
    ['## A\n\n[^x]: Note.\n', true],
  ])('whether the first section of %j is empty is %s', (text, isEmpty) => {
    expect(markdownFacts(text).headings[0]?.isEmpty).toBe(isEmpty);
  });
});

describe('raw HTML is told once an element', () => {
  test.each<[string, string[]]>([
    ['A <b>c</b> d', ['<b>']],
    ['A <b>c <i>d</i></b>', ['<b>', '<i>']],
    ['A <b>c</b> <b>d</b>', ['<b>', '<b>']],
    ['A </b> d', ['</b>']],
    ['A <B>c</b>', ['<B>']],
    ['A <br> b <br />', ['<br>', '<br />']],
    ['<div>\n\ntext\n\n</div>\n', ['<div>']],
    ['A <!-- b --> c', ['<!-- b -->']],
    ['`<b>` and\n\n    <b>\n\n5 < 6 > 4', []],
    ['| a |\n| - |\n| <b>c</b> |\n', ['<b>']],
  ])('%j', (text, html) => {
    expect(markdownFacts(text).html.map(({ found }) => found)).toEqual(html);
  });
});

describe('links and images are told where they begin, with their addresses as a browser gets them', () => {
  test.each<[string, string[]]>([
    ['[a](https://a.org/b)', ['https://a.org/b']],
    ['[a](<https://a.org/b c>)', ['https://a.org/b c']],
    ['[a](javascript&colon;x)', ['javascript:x']],
    ['[a](java&#x09;script:x)', ['java\tscript:x']],
    ['<https://a.org>', ['https://a.org']],
    ['See www.a.org now', ['http://www.a.org']],
    ['Write to a@b.org', ['mailto:a@b.org']],
    ['`[a](b)`', []],
    ['[a]()', ['']],
  ])('%j', (text, addresses) => {
    expect(markdownFacts(text).links.map(({ address }) => address)).toEqual(addresses);
  });

  test('those by reference through their definitions', () => {
    const text = 'See [a][x] and [y].\n\n[X]: https://a.org\n[y]: </b> "Title"\n';
    const { definitions, labels, links } = markdownFacts(text);
    expect(links).toEqual([]);
    expect(definitions.map(({ label, address }) => [label, address])).toEqual([
      ['x', 'https://a.org'],
      ['y', '/b'],
    ]);
    expect([...labels]).toEqual(['x', 'y']);
    expect(at(text, definitions, 4)).toEqual(['[X]:', '[y]:']);
  });

  test('images of every sort', () => {
    const text = '![a](b.png) ![c][d] ![d]\n\n[d]: e.png\n';
    expect(at(text, markdownFacts(text).images, 4)).toEqual(['![a]', '![c]', '![d]']);
  });
});

test('footnotes are told with their marks', () => {
  const text = 'So[^1] and[^x].\n\n[^1]: One.\n\n[^2]: Two.\n';
  const { notes, noteMarks, plain } = markdownFacts(text);
  expect(notes.map(({ label }) => label)).toEqual(['1', '2']);
  expect([...noteMarks]).toEqual(['1']);
  expect(plain.map(({ typed }) => typed)).toContain(' and[^x].');
});

test('signs that nobody sees are told at the entity that stands for them', () => {
  const text = 'A b&#8203;c &amp; &shy;\n\n`&shy;`\n';
  const { hidden } = markdownFacts(text);
  expect(hidden.map(({ names }) => names)).toEqual(['U+200B', 'U+00AD']);
  expect(at(text, hidden, 5)).toEqual(['&#820', '&shy;']);
});

test('offsets count UTF-16 units, also with line ends of Windows', () => {
  const text = '😀 é\r\n\r\nA <b>x</b> [c](d)\r\n';
  const { html, links } = markdownFacts(text);
  expect(at(text, html, 3)).toEqual(['<b>']);
  expect(at(text, links, 3)).toEqual(['[c]']);
});

describe('prose is what is left without code, and every offset stays', () => {
  test.each([
    ['A `b` c', 'A     c'],
    ['A\n\n~~~\nb\n~~~\n\nc', 'A\n\n   \n \n   \n\nc'],
    ['A\n\n    b\n\nc', 'A\n\n     \n\nc'],
    ['- a\n\n      b\n', '- a\n\n       \n'],
    ['A\r\n\r\n    b\r\n', 'A\r\n\r\n     \r\n'],
    ['nothing of the sort', 'nothing of the sort'],
  ])('%j', (text, prose) => {
    expect(markdownProse(text)).toBe(prose);
  });
});

describe('a text full of marks', () => {
  const text = `## A\n\n${'*a_'.repeat(MOST_MARKS)}\n`;

  test('is not read, since that would take minutes', () => {
    expect(marksIn(text)).toBe(2 * MOST_MARKS);
    expect(markdownFacts(text).headings).toEqual([]);
    expect(markdownProse(text)).toBe(text);
  });

  test('is read up to the most that honest texts hold', () => {
    expect(markdownFacts(`## A\n\n${'*a*\n'.repeat(MOST_MARKS / 2)}`).headings).toHaveLength(1);
  });
});

test('a text that is read again gives the same facts', () => {
  expect(markdownFacts('## Same\n')).toBe(markdownFacts('## Same\n'));
});

describe('a text of paragraphs, headings and citations', () => {
  const TEXT = '## Problem\n\nIt fell by 5 %\n(a lot) [@a; @b-2].\n\n## Outcome\n';

  test('is read without a tree', () => {
    expect(factsOfPlain(TEXT)?.headings).toEqual([
      { depth: 2, title: 'Problem', offset: 0, isOuter: true, isEmpty: false },
      { depth: 2, title: 'Outcome', offset: 48, isOuter: true, isEmpty: true },
    ]);
  });

  test.each(
    [
      [
        '*a*',
        'a <b>',
        '[a]',
        '[@a](b)',
        '[@a]: b',
        '- a',
        '1. a',
        '1) a',
        ' a',
        '    a',
        'a\n---',
        'a\n===',
        '# a',
        '### a',
      ],
      [
        '## a ##',
        '##a',
        '##',
        '> a',
        '```',
        '&amp;',
        'a\\b',
        'www.a.org',
        'https://a.org',
        'a@b.org',
        '| a |',
        'a\n:-',
        'a\tb',
        'a\r\nb',
      ],
    ].flat(),
  )('is not %j', (text) => {
    expect(factsOfPlain(`${TEXT}\n${text}\n`)).toBeUndefined();
  });

  test('gives the same tree as the reader, and the same facts as its tree, but for the stretches of plain text', () => {
    const pieces = [
      ...[
        '## ',
        '##',
        '# ',
        '#',
        'Problem',
        'It fell',
        '5',
        '%',
        '😀',
        '\n',
        '\n',
        '\n\n',
        ' ',
        '  ',
        '    ',
        '\t',
        '\r\n',
      ],
      ...[
        '[@a]',
        '[@a; @b]',
        '[@a;@b]',
        '[@a, p. 1]',
        '[a]',
        '[',
        ']',
        '(',
        ')',
        '(b)',
        ':',
        ': b',
        '-',
        '- ',
        '+ ',
        '1. ',
        '2) ',
        '=',
        '===',
      ],
      ...[
        '"',
        "'",
        '.',
        ',',
        '!',
        '?',
        '/',
        'www.',
        'www',
        'http',
        'https://',
        'a@b.org',
        '@',
        '|',
        ':-',
        '*',
        '_',
        '~',
        '`',
        '<',
        '>',
        '&',
        '\\',
        '^',
        '{',
        '$',
      ],
    ];
    let plain = 0;
    const reader = unified().use(remarkParse).use(remarkGfm);
    const expectSameTree = (text: string) => {
      const tree = treeOfPlain(text);
      if (!tree) return;
      trees += 1;
      const read = reader.parse(text);
      visit(read, (node) => {
        delete node.position;
      });
      expect(tree, JSON.stringify(text)).toEqual(read);
    };
    let trees = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        expectSameTree(text);
        const facts = factsOfPlain(text);
        if (!facts) return;
        plain += 1;
        expect({ ...factsOfTree(text), plain: [] }).toEqual(facts);
      }),
      { seed: 1, numRuns: 4000 },
    );
    // Shorter texts of fewer kinds of pieces, most of which are plain.
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces.slice(0, 22), '.', '(', '!'), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('');
          expectSameTree(text);
          const facts = factsOfPlain(text);
          if (!facts) return;
          plain += 1;
          expect({ ...factsOfTree(text), plain: [] }).toEqual(facts);
        },
      ),
      { seed: 2, numRuns: 4000 },
    );
    expect(plain).toBeGreaterThan(500);
    expect(trees).toBeGreaterThan(500);
  }, 60_000);
});
