import { Parser } from 'commonmark';
import fc from 'fast-check';
import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { htmlOf, markdownOf } from './twin-text.ts';

const root = (...children: RootContent[]): Root => ({ type: 'root', children });
const paragraph = (value: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});

const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';

/** Text, kind and address of all that an independent reader finds in a Markdown text. */
function readBy(markdown: string) {
  const walker = new Parser().parse(markdown).walker();
  const kinds: string[] = [];
  const addresses: (string | null)[] = [];
  let words = '';
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (!entering) continue;
    kinds.push(node.type);
    words += node.type === 'softbreak' ? '\n' : (node.literal ?? '');
    if (node.type === 'link' || node.type === 'image') addresses.push(node.destination);
  }
  return { kinds: [...new Set(kinds)], words, addresses };
}

const TRICKY = [
  '[x](javascript:alert(1))',
  '![x](https://example.org/a.png)',
  '<script>alert(1)</script>',
  '<!-- x -->',
  '<https://example.org>',
  'https://example.org/ and www.example.org',
  'a@example.org',
  '`code` and ``more``',
  'a | b | c',
  '| a | b |',
  '# no heading',
  '1. no list',
  '2021) no list',
  '- no list',
  '+ no list',
  '* no list',
  '> no quotation',
  '---',
  '===',
  '~~~',
  '~~not struck~~',
  '*no* _emphasis_ **here**',
  'snake_case_name and 2*3*4',
  '&amp; &lt; &#x202e;',
  'a \\ b \\* c',
  '[^1] and [^1]: note',
  '[x]: https://example.org',
  '[ ] task',
  '{braces} ${more}',
  ']]> </title>',
  '=cmd()',
  '🙂 ü 漢字',
  `${'long '.repeat(60)}end`,
  'ends in !',
  'ends in #',
  'ends in \\',
];

test.each(TRICKY)('text stays text for a reader of CommonMark: %s', (value) => {
  const { kinds, words, addresses } = readBy(markdownOf(root(paragraph(value))));

  expect(kinds).toEqual(['document', 'paragraph', 'text']);
  expect(words).toBe(value);
  expect(addresses).toEqual([]);
});

test.each(TRICKY)(
  'text stays text for a reader of GitHub’s Markdown, but for bare addresses: %s',
  (value) => {
    const tree = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(markdownOf(root(paragraph(value))));
    const kinds = new Set<string>();
    visit(tree, ({ type }) => void kinds.add(type));
    kinds.delete('link');

    expect([...kinds]).toEqual(['root', 'paragraph', 'text']);
    visit(tree, 'link', (link) => {
      expect(link.url.replace(/^(?:http:\/\/(?=www\.)|mailto:)/, '')).toBe(wordsOf(link));
    });
    expect(wordsOf(tree)).toBe(value);
  },
);

/** Signs that mean something in Markdown, and some that mean nothing. */
const UNITS =
  '\\ ` * _ { } [ ] < > ( ) # + - . ! | ~ & @ : / = " \' ^ $ % ; , 1 w ab http www. :// é 🙂'.split(' ');
const SIGNS = fc.string({ unit: fc.constantFrom(' ', '\n', ...UNITS), maxLength: 24 });

test('no mix of signs makes anything but text, in paragraphs, headings, lists and links', () => {
  fc.assert(
    fc.property(SIGNS, (signs) => {
      const value = signs.replace(/\s+/g, ' ').trim();
      fc.pre(value !== '');
      const children: [{ type: 'text'; value: string }] = [{ type: 'text', value }];
      const link = { type: 'link' as const, url: 'https://example.org/a', children };
      const tree = root(
        { type: 'heading', depth: 1, children },
        { type: 'paragraph', children },
        { type: 'paragraph', children: [{ type: 'text', value: 'See ' }, link] },
        {
          type: 'list',
          children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [link] }] }],
        },
      );
      const { kinds, words, addresses } = readBy(markdownOf(tree));

      expect(kinds.toSorted()).toEqual(['document', 'heading', 'item', 'link', 'list', 'paragraph', 'text']);
      expect(words).toBe(`${value}${value}See ${value}${value}`);
      expect(addresses).toEqual(['https://example.org/a', 'https://example.org/a']);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['a script', root({ type: 'html', value: '<script>alert(1)</script>' }), ''],
  [
    'an address that runs',
    root({
      type: 'paragraph',
      children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', value: 'x' }] }],
    }),
    '<p><a>x</a></p>',
  ],
  [
    'a picture',
    root({ type: 'paragraph', children: [{ type: 'image', url: 'https://example.org/a.png', alt: 'a' }] }),
    '<p></p>',
  ],
  ['tags in text', root(paragraph('<b onclick="x">&')), '<p>&#x3C;b onclick="x">&#x26;</p>'],
] as const)('HTML for feeds never holds %s', (_what, tree, html) => {
  expect(htmlOf(tree)).toBe(html);
});

test('HTML for feeds keeps links, lists and headings, and nothing that styles or scripts could use', () => {
  const html = htmlOf(
    root(
      { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Problem' }] },
      {
        type: 'list',
        ordered: true,
        start: 3,
        spread: false,
        children: [
          {
            type: 'listItem',
            children: [
              {
                type: 'paragraph',
                children: [
                  {
                    type: 'link',
                    url: 'https://example.org/?a=1&b=2',
                    children: [{ type: 'text', value: 'a' }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ),
  );

  expect(html).toBe(
    '<h2>Problem</h2>\n<ol start="3">\n<li><a href="https://example.org/?a=1&#x26;b=2">a</a></li>\n</ol>',
  );
});
