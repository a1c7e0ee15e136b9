import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changedPages, indexPage, linesOf, summaryOf, writeChangedPages } from './changed-pages.ts';

let root = '';
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'changed-pages-'))));
afterEach(() => {
  rmSync(root, { recursive: true });
});

const site = (name: string, files: Record<string, string>) => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, file)), { recursive: true });
    writeFileSync(join(root, name, file), text);
  }
  return join(root, name);
};

test('the lines of a page are its blocks, without scripts, styles and the tags inside a sentence', () => {
  const html = `<!doctype html><title>Drift</title><style>p > a { color: red }</style>
    <script>if (a < b) document.write('<p>no</p>')</script><!-- <p>no</p> -->
    <h1 title="a > b">Drift</h1><ul><li>One <a href="/x/">link</a>,
    <em>two</em> lines</li><li>A &lt; B</li></ul><field-guide-thing>inside</field-guide-thing><br>end`;

  expect(linesOf(html)).toEqual(['Drift', 'Drift', 'One link, two lines', 'A &lt; B', 'inside', 'end']);
});

test('pages that are new, gone or changed are told with their words; those with the same words come last', () => {
  const before = site('before', {
    'a/index.html': '<p class="old">same</p>',
    'b/index.html': '<p>one</p><p>two</p><p>two</p>',
    'gone/index.html': '<p>bye</p>',
    'same/index.html': '<p>same</p>',
    'data/catalogue.json': '1',
  });
  const after = site('after', {
    'a/index.html': '<p class="new">same</p>',
    'b/index.html': '<p>two</p><p>three</p>',
    'new/index.html': '<p>hello</p>',
    'same/index.html': '<p>same</p>',
    'data/catalogue.json': '2',
  });

  expect(changedPages(before, after)).toEqual({
    pages: [
      { file: 'b/index.html', kind: 'changed', removed: ['one', 'two'], added: ['three'] },
      { file: 'gone/index.html', kind: 'gone', removed: ['bye'], added: [] },
      { file: 'new/index.html', kind: 'new', removed: [], added: ['hello'] },
      { file: 'a/index.html', kind: 'changed', removed: [], added: [] },
    ],
    others: 1,
  });
});

test('changed pages are copied with their assets, unchanged ones are not', () => {
  const before = site('before', {
    'index.html': '<p>one</p>',
    'same.html': '<p>same</p>',
    '_astro/old.css': 'a',
  });
  const after = site('after', {
    'index.html': '<p>two</p>',
    'same.html': '<p>same</p>',
    'new/index.html': '<p>new</p>',
    '_astro/new.css': 'b',
  });
  const out = join(root, 'out');
  const summary = writeChangedPages(before, after, out);

  expect(
    ['before/index.html', 'before/_astro/old.css', 'after/index.html', 'after/new/index.html'].map((file) =>
      existsSync(join(out, file)),
    ),
  ).toEqual([true, true, true, true]);
  expect(existsSync(join(out, 'after/same.html'))).toBe(false);
  expect(existsSync(join(out, 'before/new/index.html'))).toBe(false);
  expect(summary).toBe(
    [
      '2 pages and 2 other files differ.',
      '',
      '| page | | text |',
      '| --- | --- | --- |',
      '| / | changed | 1 line added, 1 removed |',
      '| /new/ | new | 1 line added, 0 removed |',
    ].join('\n'),
  );
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('<del>one</del>');
});

test('when the guide before did not build, every page is new, and the list says why', () => {
  const after = site('after', { 'index.html': '<p>one</p>' });
  const out = join(root, 'out');

  expect(writeChangedPages(join(root, 'missing'), after, out)).toContain('did not build');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('did not build');
  expect(existsSync(join(out, 'after/index.html'))).toBe(true);
});

test('without a guide after the change there is nothing to show', () => {
  expect(() => changedPages(site('before', { 'index.html': '' }), join(root, 'missing'))).toThrow(
    'there is no built site',
  );
});

test('two builds that are the same give an empty list', () => {
  const files = { 'index.html': '<p>one</p>' };

  expect(writeChangedPages(site('a', files), site('b', files), join(root, 'out'))).toBe(
    '0 pages and 0 other files differ.',
  );
});

test('names and words of a hostile build stay text', () => {
  const page = {
    file: '<img src=x onerror=alert(1)>/"|`/index.html',
    kind: 'new' as const,
    removed: ['<script>alert(1)</script>'],
    added: ['" onmouseover="alert(1)'],
  };
  const html = indexPage([page], 0);

  expect(html).not.toMatch(/<(img|script)\b/);
  expect(html).not.toContain('"alert(1)"');
  expect(html).not.toContain('" onmouseover="');
  expect(summaryOf([page], 0).split('\n').at(-1)).toBe(
    '| /?img?src?x?onerror?alert?1??/???/ | new | 1 line added, 1 removed |',
  );
});

test('long lists are cut, and say how much is left', () => {
  const lines = Array.from({ length: 50 }, (_, i) => `line ${i}`);
  const page = { file: 'index.html', kind: 'changed' as const, removed: [], added: lines };

  expect(indexPage([page], 0)).toContain('and 10 more lines');
  expect(
    summaryOf(
      Array.from({ length: 201 }, () => page),
      0,
    ),
  ).toContain('1 more page: see the artefact.');
});
