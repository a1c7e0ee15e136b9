import { expect, test } from 'vitest';
import { markdownTree } from '../model/markdown.ts';
import { mdxTree } from '../model/mdx-tree.ts';
import { addressFrom, bodyOf } from './twin-body.ts';
import { paragraph } from './twin-nodes.ts';
import { markdownOf } from './twin-text.ts';

const place = {
  page: 'https://guide.example/guide/case-studies/shop/',
  locate: (path: string) => `https://guide.example/guide${path}`,
  works: new Set(['one', 'two']),
};
const PAGE = place.page;
const bodyFrom = (markdown: string) => bodyOf(markdownTree(markdown), place);
const shown = (markdown: string) =>
  markdownOf({ type: 'root', children: bodyFrom(markdown).blocks }).trimEnd();

test.each([
  ['a citation becomes its number', 'It fell [@one].', `It fell ([1](${PAGE}#ref-one)).`],
  [
    'works are numbered by their first citation',
    'A [@two]. B [@one; @two].',
    `A ([1](${PAGE}#ref-two)). B ([2](${PAGE}#ref-one), [1](${PAGE}#ref-two)).`,
  ],
  ['a citation hangs on its word', 'It fell[@one]', `It fell ([1](${PAGE}#ref-one))`],
  ['an unknown citation stays text', 'It fell [@three].', 'It fell \\[@three].'],
  [
    'a known work beside an unknown one',
    'It fell [@three; @one].',
    `It fell (@three, [1](${PAGE}#ref-one)).`,
  ],
  ['code is no prose', '`[@one]`', '`[@one]`'],
  [
    'no link stands within a link',
    '[see [@one]](https://example.org/)',
    '[see \\[@one\\]](https://example.org/)',
  ],
  ['a page of the guide', '[x](/tools/mlflow/#a)', '[x](https://guide.example/guide/tools/mlflow/#a)'],
  ['a part of the page', '[x](#problem)', `[x](${PAGE}#problem)`],
  ['a relative address', '[x](../bank/)', '[x](https://guide.example/guide/case-studies/bank/)'],
  ['an address without a scheme', '[x](//example.org/a)', '[x](https://example.org/a)'],
  ['an address that runs', '[x](javascript:alert(1))', 'x'],
  ['a file of data', '[x](data:text/html,a)', 'x'],
  ['a mailbox', '<a@example.org>', '<a@example.org>'],
  [
    'a link by reference',
    '[x][y] and [z]\n\n[y]: /about/\n[z]: javascript:a',
    '[x](https://guide.example/guide/about/) and z',
  ],
  ['raw HTML goes, its words stay', 'a <b onclick="x">bold</b> word\n\n<script>x</script>', 'a bold word'],
  ['pictures go', 'a ![b](https://example.org/b.png) c', 'a c'],
  ['a picture alone leaves nothing', '![b](https://example.org/b.png)', ''],
  ['a task as it was typed', '- [x] done\n- [ ] open', '- \\[x] done\n- \\[ ] open'],
  [
    'a table stays a table',
    '| a | b |\n| - | - |\n| [@one] | \\| |',
    `| a | b |\n| - | - |\n| ([1](${PAGE}#ref-one)) | \\| |`,
  ],
  ['struck words stay struck', '~~no~~', '~~no~~'],
  ['lists keep their numbers', '3. a\n4. b', '3. a\n4. b'],
  ['code keeps its language', '```yaml\na: 1\n```', '```yaml\na: 1\n```'],
  ['quotations', '> a\n> b', '> a b'],
  ['a hard break', 'a\\\nb', 'a\\\nb'],
  ['an empty heading goes', '##\n\na', 'a'],
  ['headings begin at the second level', '# a\n\n#### b\n\n## c', '## a\n\n### b\n\n## c'],
])('%s', (_what, markdown, expected) => {
  expect(shown(markdown)).toBe(expected);
});

test('cited works and footnotes are told in the order of their numbers', () => {
  const { cited, notes, blocks } = bodyFrom(
    'A [@two].[^n] B [@one].[^m][^n]\n\n[^m]: Second [@one].\n[^n]: First,\n\n    on.\n[^o]: Never shown.',
  );

  expect(cited).toEqual(['two', 'one']);
  expect(markdownOf({ type: 'root', children: blocks })).toContain('(note 1) B');
  expect(
    notes.map((children) => markdownOf({ type: 'root', children: [{ type: 'paragraph', children }] }).trim()),
  ).toEqual(['First, on.', `Second ([2](${PAGE}#ref-one)).`]);
});

test('a note that points to itself is told once', () => {
  expect(bodyFrom('A.[^n]\n\n[^n]: See [^n].').notes).toHaveLength(1);
});

test('an element stands for what it shows, and headings inside it stay below its own', () => {
  const depths: number[] = [];
  const { blocks } = bodyOf(
    mdxTree('## A\n\n<Case of="shop">\n\n## B\n\nIt fell [@one].\n\n</Case>\n\nWords <Tool of="x" /> on.'),
    {
      ...place,
      elementOf: (name, of, inside, depth) => {
        depths.push(depth);
        return [paragraph(`${name} ${of ?? ''}`), ...inside];
      },
    },
  );

  expect(markdownOf({ type: 'root', children: blocks })).toBe(
    `## A\n\nCase shop\n\n#### B\n\nIt fell ([1](${PAGE}#ref-one)).\n\nWords on.\n\nTool x\n`,
  );
  expect(depths).toEqual([3, 3]);
});

test('reading a tree changes nothing in it', () => {
  const tree = markdownTree('# A\n\nB [@one].[^n]\n\n- [x] c\n\n[^n]: d');
  const before = JSON.stringify(tree);
  bodyOf(tree, place);

  expect(JSON.stringify(tree)).toBe(before);
});

test.each([
  ['/a/', 'https://guide.example/guide/a/'],
  ['https://example.org', 'https://example.org/'],
  ['HTTPS://EXAMPLE.ORG/A', 'https://example.org/A'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['vbscript:x', undefined],
  [' javascript:x', undefined],
  ['java\nscript:x', undefined],
  ['https://', undefined],
])('an address such as %j leads to %j', (typed, expected) => {
  expect(addressFrom(typed, place)).toBe(expected);
});
