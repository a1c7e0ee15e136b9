import { describe, expect, test } from 'vitest';
import { markdownProcessor } from './processor.ts';

const rendererFor = (base: string) =>
  markdownProcessor({ base, terms: [] }).createRenderer({ syntaxHighlight: false });

/** What the build makes of a Markdown text: its HTML, and the list of cited works that the page gets. */
async function built(text: string, base = '/', file = 'case-studies/shop.md') {
  const renderer = await rendererFor(base);
  const { code, metadata } = await renderer.render(text, {
    fileURL: new URL(`file:///content/${file}`),
    frontmatter: {},
  });
  const images = [...metadata.localImagePaths, ...metadata.remoteImagePaths];
  const headings = metadata.headings.map(({ slug }) => slug);
  return { html: code.trim(), cited: metadata.frontmatter['citations'] as unknown, images, headings };
}

const html = async (text: string, base?: string) => (await built(text, base)).html;

const cite = (number: number, key: string, nth = 1) =>
  `<a href="#ref-${key}" id="cite-${key}-${nth}" aria-label="Reference ${number}">${number}</a>`;
const mark = (...links: string[]) => `<sup class="citation">${links.join(', ')}</sup>`;

describe('citations', () => {
  test('are numbered in the order of first sight, and hang on the word before them', async () => {
    expect(await html('It fell [@b]. It rose [@a].')).toBe(
      `<p>It fell${mark(cite(1, 'b'))}. It rose${mark(cite(2, 'a'))}.</p>`,
    );
  });

  test('keep their number where they come again, with an anchor for each place', async () => {
    expect(await html('a [@x] b [@y] c [@x]')).toBe(
      `<p>a${mark(cite(1, 'x'))} b${mark(cite(2, 'y'))} c${mark(cite(1, 'x', 2))}</p>`,
    );
  });

  test('of several works stand in one mark', async () => {
    expect(await html('So [@a; @b].')).toBe(`<p>So${mark(cite(1, 'a'), cite(2, 'b'))}.</p>`);
  });

  test('leave the page the works in citation order and how often each is cited', async () => {
    expect((await built('[@b] [@a; @b]\n\n- [@c]')).cited).toEqual([
      { key: 'b', places: 2 },
      { key: 'a', places: 1 },
      { key: 'c', places: 1 },
    ]);
  });

  test('are none where nothing is cited', async () => {
    expect(await built('Plain @text [1].')).toMatchObject({ html: '<p>Plain @text [1].</p>', cited: [] });
  });

  test.each([
    ['emphasis', '*a [@k]*', `<p><em>a${mark(cite(1, 'k'))}</em></p>`],
    ['a list', '- a [@k]', `<ul>\n<li>a${mark(cite(1, 'k'))}</li>\n</ul>`],
    ['a quotation', '> a [@k]', `<blockquote>\n<p>a${mark(cite(1, 'k'))}</p>\n</blockquote>`],
  ])('are found in %s', async (_where, text, expected) => {
    expect(await html(text)).toBe(expected);
  });

  test.each([
    ['inline code', '`[@k]`', '<p><code>[@k]</code></p>'],
    ['a code block', '```\n[@k]\n```', '<pre tabindex="0"><code>[@k]\n</code></pre>'],
    ['the text of a link', '[a [@k]](https://a.org)', '<p><a href="https://a.org">a [@k]</a></p>'],
  ])('stay as they are in %s', async (_where, text, expected) => {
    expect(await built(text)).toMatchObject({ html: expected, cited: [] });
  });
});

describe('links', () => {
  test.each([
    ['/', '/tools/tfx/', '/tools/tfx/'],
    ['/guide/', '/tools/tfx/', '/guide/tools/tfx/'],
    ['/guide', '/tools/tfx/#why', '/guide/tools/tfx/#why'],
    ['/a/b/', '/', '/a/b/'],
    ['/guide/', 'https://example.org/', 'https://example.org/'],
    ['/guide/', '//example.org/', '//example.org/'],
    ['/guide/', '#part', '#part'],
    ['/guide/', 'mailto:a@b.org', 'mailto:a@b.org'],
  ])('under %s, %s leads to %s', async (base, address, expected) => {
    expect(await html(`[a](${address})`, base)).toBe(`<p><a href="${expected}">a</a></p>`);
  });

  test('to references stay on their page under a base path', async () => {
    expect(await html('a [@k]', '/guide/')).toBe(`<p>a${mark(cite(1, 'k'))}</p>`);
  });
});

describe('what would run, or fetch from elsewhere, is gone', () => {
  test.each([
    ['a script', 'a <script>alert(1)</script> b', '<p>a alert(1) b</p>'],
    ['a script that stands alone', 'a\n\n<script>alert(1)</script>\n\nb', '<p>a</p>\n\n<p>b</p>'],
    ['a script without end', 'a\n\n<script\nalert(1)', '<p>a</p>'],
    ['an event handler', 'a <b onclick="x()">b</b>', '<p>a b</p>'],
    ['an image with a handler', 'a <img src=x onerror=alert(1)>', '<p>a </p>'],
    ['an image in Markdown', 'a ![b](https://example.org/c.png)', '<p>a </p>'],
    ['an image by reference', 'a ![b]\n\n[b]: https://example.org/c.png', '<p>a </p>'],
    ['a frame', 'a\n\n<iframe src="https://example.org"></iframe>', '<p>a</p>'],
    ['a style', 'a <span style="position:fixed">b</span>', '<p>a b</p>'],
    ['a style sheet', 'a\n\n<style>*{display:none}</style>', '<p>a</p>'],
    ['a form', 'a\n\n<form action="https://example.org"><input></form>', '<p>a</p>'],
    ['an SVG', 'a <svg onload=alert(1)></svg>', '<p>a </p>'],
    ['a comment', 'a <!-- b --> c', '<p>a  c</p>'],
    ['an anchor of the reference list', 'a <b id="ref-k">b</b>', '<p>a b</p>'],
  ])('%s', async (_what, text, expected) => {
    expect(await html(text)).toBe(expected);
  });

  test.each([
    ['a picture beside the text', 'a ![b](./c.png)'],
    ['a script that is named like a picture', 'a ![b](../d.js?c.png)'],
    ['a script by reference', 'a ![b]\n\n> [b]: ../d.js?c.png'],
    ['an address that cannot be read', 'a ![b](%)'],
    ['a picture from elsewhere', 'a ![b](https://example.org/c.png)'],
    ['pictures within one another', 'a ![![b](c.png)](d.png)![e](f.png)'],
  ])('%s, which Astro would import', async (_what, text) => {
    expect(await built(text)).toMatchObject({
      html: expect.stringMatching(/^<p>a <\/p>/) as string,
      images: [],
    });
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A;avascript:alert(1)',
    'javascript&colon;alert(1)',
    'java&Tab;script:alert(1)',
    'java&NewLine;script:alert(1)',
    '&#1;javascript:alert(1)',
    'vbscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:x',
  ])('the address %s', async (address) => {
    const made = await html(`[a](${address}) [b][b]\n\n[b]: ${address}\n`);
    expect(made.replace(/<p>|<\/p>/g, '')).toMatch(
      /^<a(?: href="[^":]*")?>a<\/a> <a(?: href="[^":]*")?>b<\/a>$/,
    );
  });

  test('an address in angle brackets with a tab in its name', async () => {
    expect(await html('[a](<java\tscript:alert(1)>)')).toBe('<p><a>a</a></p>');
  });

  test('an automatic link to a script', async () => {
    expect(await html('<javascript:alert(1)>')).toBe('<p><a>javascript:alert(1)</a></p>');
  });
});

describe('a heading of a case study', () => {
  const SECTIONS = '## Problem\n\n## What was done\n\n## Outcome\n\n## Lessons\n';

  test('keeps its anchor where it names a section', async () => {
    const { html: made, headings } = await built(SECTIONS);
    expect(headings).toEqual(['problem', 'what-was-done', 'outcome', 'lessons']);
    expect(made).toContain('<h2 id="what-was-done">');
  });

  test.each([
    ['of the page', '## Sources', 'text-sources'],
    ['of the frame', '### Main', 'text-main'],
    ['of a citation', '### cite k 1', 'text-cite-k-1'],
    ['of a reference', '### ref-k', 'text-ref-k'],
    ['that scripts ask for', '### Process', 'text-process'],
    ['of the prototype', '### \\_\\_proto\\_\\_', 'text-__proto__'],
    ['of a footnote', '### user-content-fn-1', 'text-user-content-fn-1'],
    ['of its own prefix', '### text-sources', 'text-text-sources'],
    ['without words', '### !', 'text-'],
  ])('takes no anchor %s', async (_whose, heading, anchor) => {
    const { html: made, headings } = await built(`${SECTIONS}\n${heading}\n`);
    expect(headings.at(-1)).toBe(anchor);
    expect(made).toContain(` id="${anchor}"`);
  });

  test('that stands twice has two anchors', async () => {
    expect((await built('## Problem\n\n## Problem\n\n### a\n\n### a\n')).headings).toEqual([
      'problem',
      'text-problem-1',
      'text-a',
      'text-a-1',
    ]);
  });

  test('leaves the heading of the footnotes alone', async () => {
    const { html: made } = await built('### Footnote label\n\na[^1]\n\n[^1]: b');
    expect(made).toContain('<h3 id="text-footnote-label">');
    expect(made).toContain('<h2 class="sr-only" id="footnote-label">');
  });

  test('is unlike one of a page of ours, which may take any anchor', async () => {
    expect((await built('## Sources', '/', 'pages/about.md')).headings).toEqual(['sources']);
  });
});

describe('what readers need stays', () => {
  test('tables, in a region that the keyboard scrolls', async () => {
    expect(await html('| a | b |\n|--:|---|\n| 1 | 2 |')).toBe(
      '<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>\n' +
        '<thead>\n<tr>\n<th align="right">a</th>\n<th>b</th>\n</tr>\n</thead>\n' +
        '<tbody>\n<tr>\n<td align="right">1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table></div>',
    );
  });

  test('two tables, each in its own region', async () => {
    const made = await html('| a |\n|---|\n\ntext\n\n| b |\n|---|\n');
    expect(made.match(/<div class="scroll"/g)).toHaveLength(2);
  });

  test('the boxes of a task list, as they were typed', async () => {
    expect(await html('- [ ] a\n- [x] b')).toBe('<ul>\n<li>[ ] a</li>\n<li>[x] b</li>\n</ul>');
  });

  test('code, in a block that the keyboard scrolls, with its language', async () => {
    expect(await html('```js\na < b\n```')).toBe(
      '<pre tabindex="0"><code class="language-js">a &#x3C; b\n</code></pre>',
    );
  });

  test('lists, emphasis, strike-through, line breaks and headings with an anchor', async () => {
    expect(await html('1. a\n2. *b* **c** ~~d~~\n\n## What was done\n\ne\\\nf')).toBe(
      '<ol>\n<li>a</li>\n<li><em>b</em> <strong>c</strong> <del>d</del></li>\n</ol>\n' +
        '<h2 id="what-was-done">What was done</h2>\n<p>e<br>\nf</p>',
    );
  });

  test('addresses whose scheme is in capitals', async () => {
    expect(await html('[a](HTTP://example.org)')).toBe('<p><a href="http://example.org">a</a></p>');
  });

  test('web addresses as links', async () => {
    expect(await html('See https://example.org/a.')).toBe(
      '<p>See <a href="https://example.org/a">https://example.org/a</a>.</p>',
    );
  });

  test('footnotes, whose links lead to the note and back', async () => {
    const made = await html('a[^1] b[^1]\n\n[^1]: A note [@k].');
    const ids = [...made.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const targets = [
      ...made.matchAll(/ (?:href="#|aria-describedby=")(user-content-[^"]+|footnote[^"]+)"/g),
    ].map(([, id]) => id);

    expect(targets).toHaveLength(6);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(made).toContain(`A note${mark(cite(1, 'k'))}.`);
  });

  test('signs as they were typed', async () => {
    expect(await html('"a" -- 5 < 6 & {b}...')).toBe('<p>"a" -- 5 &#x3C; 6 &#x26; {b}...</p>');
  });
});
