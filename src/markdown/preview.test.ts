import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { previewOf } from './preview.ts';

const elementsOf = (tree: Root): Element[] => {
  const elements: Element[] = [];
  visit(tree, 'element', (node: Element) => void elements.push(node));
  return elements;
};
const shown = (markdown: string, base = '/') => elementsOf(previewOf(markdown, base));
const textOf = (tree: Root): string => {
  let text = '';
  visit(tree, 'text', (node: { value: string }) => void (text += node.value));
  return text;
};

describe('hostile Markdown comes out without', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">a</a>',
    '<form action="https://evil.example"><button>a</button></form>',
    '<style>body{display:none}</style>',
    '<!-- a --><base href="https://evil.example/">',
    '![a](https://evil.example/x.png)',
    '![a](x.png "t")',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&#x09;script:alert(1))',
    '[a](&#x6a;avascript:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:msgbox(1))',
    '<javascript:alert(1)>',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
    '| a |\n|---|\n| <script>alert(1)</script> |',
  ])('anything that runs or is fetched: %s', (markdown) => {
    const elements = shown(markdown);

    for (const { tagName, properties } of elements) {
      expect(tagName).not.toMatch(
        /^(?:script|img|svg|iframe|object|embed|form|button|style|base|link|meta)$/,
      );
      expect(Object.keys(properties).filter((name) => /^on|^style$|^src/.test(name))).toEqual([]);
      if (properties['href'] !== undefined)
        expect(properties['href']).toMatch(/^(?:https?:\/\/|mailto:|#|\/)/);
    }
  });
});

test('Markdown is shown as the page will show it', () => {
  const names = shown(
    '## Problem\n\nA **bold** [link](https://example.org/) and `code`.[^1]\n\n- one\n- two\n\n```\nmore\n```\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n[^1]: A note.',
  ).map(({ tagName }) => tagName);

  expect(names).toEqual(
    expect.arrayContaining(['h2', 'strong', 'a', 'code', 'ul', 'pre', 'table', 'section']),
  );
});

test('citations are numbers, and what is code stays code', () => {
  const tree = previewOf('It fell [@smith2020]; so did [@jones2021; @smith2020]. `[@code]`', '/');

  expect(textOf(tree)).toBe('It fell1; so did2, 1. [@code]');
});

test('addresses of the guide get its base path', () => {
  const [link] = shown('[drift](/challenges/concept-drift/)', '/guide/').filter(
    ({ tagName }) => tagName === 'a',
  );

  expect(link?.properties['href']).toBe('/guide/challenges/concept-drift/');
});
