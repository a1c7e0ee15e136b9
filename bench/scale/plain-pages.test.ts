import { expect, test } from 'vitest';
import { contentOf, generatedFor } from '../generated/content.ts';
import { plainPagesOf } from './plain-pages.ts';

const content = contentOf('.');
const pages = plainPagesOf(content, generatedFor(content, 30, content.challenges.length + 1));
const textOf = (path: string) => pages.find((page) => page.path === path)?.body ?? '';

test('every entry is a page, and every kind has a list of its entries', () => {
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  for (const list of ['challenges', 'mitigations', 'tools', 'approaches', 'case-studies']) {
    const entries = pages.filter(({ path }) => path.startsWith(`${list}/`) && path !== `${list}/index`);
    expect(entries.length).toBeGreaterThan(5);
    expect(textOf(`${list}/index`).trim().split('\n')).toHaveLength(entries.length);
  }
  expect(textOf('index')).toContain('](/challenges/)');
});

test('a generated challenge keeps its text and loses what plain Markdown does not know', () => {
  const text = textOf('challenges/generated-challenge-1');

  expect(text).toContain('## At a glance');
  expect(text).toMatch(/^### \[Generated case \d+ of a model in use\]\(\/case-studies\/generated-\d+\/\)$/m);
  expect(text).not.toMatch(/<|\[@/);
});

test('neither front matter nor the heading of the page is repeated in a text', () => {
  for (const { path, title, body } of pages) {
    expect(title, path).not.toBe('');
    expect(body, path).not.toMatch(/^(?:---|# )/);
  }
});
