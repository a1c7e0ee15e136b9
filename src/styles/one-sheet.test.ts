import { expect, test } from 'vitest';
import { sheetNameOf, withOneSheet, type StylePart } from './one-sheet.ts';

const page = (head: string) => `<html><head>${head}</head><body><style>b{}</style></body></html>`;

test('a page gets one style sheet, where its first one stood, with all parts in order', () => {
  const asked: (readonly StylePart[])[] = [];
  const html = withOneSheet(
    page(
      '<title>x</title><style>@font-face{}</style><meta><link rel="stylesheet" href="/_astro/a.css"><style>c{}</style><link rel="stylesheet" href="/_astro/b.css">',
    ),
    (parts) => {
      asked.push(parts);
      return '/one.css';
    },
  );

  expect(html).toBe(page('<title>x</title><link rel="stylesheet" href="/one.css"><meta>'));
  expect(asked).toEqual([
    [{ text: '@font-face{}' }, { address: '/_astro/a.css' }, { text: 'c{}' }, { address: '/_astro/b.css' }],
  ]);
});

test('a page without styles stays as it is', () => {
  const html = page('<title>x</title><link rel="icon" href="/a.svg">');

  expect(withOneSheet(html, () => '/one.css')).toBe(html);
});

test('dollar signs in a page are text', () => {
  const html = page('<style>a{content:"$&$1"}</style><title>$& and $1</title>');

  expect(withOneSheet(html, () => '/$1.css')).toBe(
    page('<link rel="stylesheet" href="/$1.css"><title>$& and $1</title>'),
  );
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
