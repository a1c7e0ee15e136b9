import { describe, expect, test } from 'vitest';
import { sheetNameOf, sheetsOf, withOneSheet, type Sheets, type StylePart } from './one-sheet.ts';

const page = (head: string) => `<html><head>${head}</head><body><style>b{}</style></body></html>`;

test('a page gets one style sheet, before its title, with all parts in order', () => {
  const asked: (readonly StylePart[])[] = [];
  const html = withOneSheet(
    page(
      '<title>x</title><style>@font-face{src:url("a")}</style><meta><link rel="stylesheet" href="/_astro/a.css"><link rel="stylesheet" href="/_astro/b.css">',
    ),
    (parts) => {
      asked.push(parts);
      return '/one.css';
    },
  );

  expect(html).toBe(page('<link rel="stylesheet" href="/one.css"><title>x</title><meta>'));
  expect(asked).toEqual([
    [{ text: '@font-face{src:url("a")}' }, { address: '/_astro/a.css' }, { address: '/_astro/b.css' }],
  ]);
});

test('a page without styles stays as it is', () => {
  const html = page('<title>x</title><link rel="icon" href="/a.svg">');

  expect(withOneSheet(html, () => '/one.css')).toBe(html);
});

test('dollar signs in a page are text', () => {
  const html = page('<link rel="stylesheet" href="/$1.css"><title>$& and $1</title>');

  expect(withOneSheet(html, () => '/$1.css')).toBe(
    page('<link rel="stylesheet" href="/$1.css"><title>$& and $1</title>'),
  );
});

test.each([
  '</head>',
  '<style>b{}</style>',
  '<style>@font-face{src:url(&#34;a&#34;)}</style>',
  '<style>@font-face{',
  '<link rel=stylesheet href=/x.css>',
  '<link rel=&#34;stylesheet&#34; href=&#34;/x.css&#34;>',
])('what an author wrote is no style, in attributes and in texts: %s', (words) => {
  const meta = `<meta name="description" content="${words}">`;
  const text = `<title>${words.replaceAll('<', '&lt;').replaceAll('&#34;', '"')}</title>`;
  const html = page(`${meta}${text}<link rel="stylesheet" href="/_astro/a.css">`);
  const asked: (readonly StylePart[])[] = [];
  const styled = withOneSheet(html, (parts) => {
    asked.push(parts);
    return '/one.css';
  });

  const bare = html.replace('<link rel="stylesheet" href="/_astro/a.css">', '');
  expect(styled).toBe(bare.replace('<title>', '<link rel="stylesheet" href="/one.css"><title>'));
  expect(asked).toEqual([[{ address: '/_astro/a.css' }]]);
});

test('the same parts have the same name, others another', () => {
  const names = [
    [{ address: '/a.css' }],
    [{ address: '/a.css' }],
    [{ address: '/b.css' }],
    [{ text: '/a.css' }],
    [{ address: '/a.css' }, { address: '/b.css' }],
    [{ address: '/b.css' }, { address: '/a.css' }],
  ].map((parts) => sheetNameOf(parts));

  expect(new Set(names).size).toBe(5);
  expect(names[0]).toBe(names[1]);
  expect(names[0]).toMatch(/^page\.[\w-]{10}\.css$/);
});

describe('the sheets of a site of which some pages were taken from the build before', () => {
  const sheets = (pages: Readonly<Record<string, string>>): Sheets => ({
    nameFor: new Map(Object.entries(pages)),
    partsOf: new Map(Object.values(pages).map((name) => [name, [{ address: `/_astro/${name}` }]])),
  });

  test('are those that pages ask for now, and those that the others had', () => {
    const asked = sheets({ 'tools/a': 'new.css', '': 'home.css' });
    const kept = sheets({ 'tools/a': 'old.css', 'tools/b': 'b.css', 'tools/gone': 'gone.css' });

    const all = sheetsOf(['/', 'tools/a/', 'tools/b/', 'moved/'], asked, kept);

    expect(all).toEqual(sheets({ 'tools/a': 'new.css', '': 'home.css', 'tools/b': 'b.css' }));
  });

  test('are told to be unknown when nobody kept their parts', () => {
    const kept: Sheets = { nameFor: new Map([['tools/b', 'b.css']]), partsOf: new Map() };

    expect(() => sheetsOf(['tools/b/'], sheets({}), kept)).toThrow('--force');
  });
});
