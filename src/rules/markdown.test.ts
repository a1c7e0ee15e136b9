import { expect, test } from 'vitest';
import { aCaseBody } from '../model/samples.ts';
import { MOST_MARKS } from '../model/markdown.ts';
import { findingsOf } from './findings.ts';
import { markdownLinks, proseOf } from './markdown.ts';
import { CASE_STUDY_RULES } from './of-case-study.ts';
import { aContent } from './samples.ts';

/** The rules that one text of a case study breaks. */
const told = (body: string): string[] => {
  const unread = [{ collection: 'caseStudies' as const, id: 'zoo', body }];
  return findingsOf(aContent({ unread }), CASE_STUDY_RULES).map(({ rule }) => rule);
};

test.each([
  ['headings of the third level and deeper', '### More\n\n#### And more\n'],
  ['links of every sort', 'See [a](https://a.org), [b][], <https://c.org>.\n\n[b]: /tools/watcher/\n'],
  ['a link to a heading of the text', 'See [above](#what-was-done).\n'],
  ['a footnote with two marks', 'So[^1] and so[^1].\n\n[^1]: A.\n'],
  ['brackets that mean nothing', 'a[i], [sic], \\[a][b], [ ], f\\[^2] and `[^x]`.\n'],
  ['signs as entities', 'A &amp; B &lt; C &nbsp; D &eacute;\n'],
  ['code that holds all that is refused', '```html\n<b>![x](y)</b> # [a][b] [^1]\n```\n'],
  ['many marks, as in a long table', `| a |\n| - |\n${'| *b* |\n'.repeat(200)}`],
])('%s may stand in a case study', (_what, text) => {
  expect(told(`${aCaseBody}\n${text}`)).toEqual([]);
});

test.each([
  ['an image in a link', '[![a](b.png)](https://a.org)\n', ['no-image']],
  [
    'an image by its own name, whose definition is used by it',
    '![a]\n\n[a]: https://a.org/b.png\n',
    ['no-image'],
  ],
  ['a script in a definition that is used', '[a]\n\n[a]: javascript:x\n', ['known-link']],
  ['HTML within a footnote', 'So[^1].\n\n[^1]: <b>x</b>\n', ['no-raw-html']],
  [
    'a heading of the first level, below an empty section',
    '## Lessons\n\n# Deep\n\nText.\n',
    ['top-heading'],
  ],
  ['marks without number, and nothing that follows', '<b>'.repeat(3) + '*_'.repeat(MOST_MARKS), ['marks']],
])('one slip is told once: %s', (_what, text, rules) => {
  expect(told(`${aCaseBody}\n${text}`)).toEqual(rules);
});

test('links are told with the anchors of their text, as the build names them', () => {
  const unread = [
    {
      collection: 'pages' as const,
      id: 'other',
      body: '## What *was* done?\n\n## Twice\n\n## Twice\n\n[a](#b)\n',
    },
  ];
  const own = markdownLinks(aContent({ unread })).filter(({ where }) => where.id === 'other');
  expect(own.map(({ address }) => address)).toEqual(['#b']);
  expect([...(own[0]?.anchors ?? [])]).toEqual(['what-was-done', 'twice', 'twice-1']);
});

test('code that is indented is none in MDX, and is in Markdown', () => {
  const body = 'A\n\n    [@b]\n';
  expect(proseOf({ where: { collection: 'tools', id: 'x' }, body })).toContain('[@b]');
  expect(proseOf({ where: { collection: 'caseStudies', id: 'x' }, body })).not.toContain('[@b]');
});
