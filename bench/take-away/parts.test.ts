import { expect, test } from 'vitest';
import { additionsOf, type Files } from './parts.ts';

const files = (sizes: Record<string, number>): Files => new Map(Object.entries(sizes));

test.each([
  ['data/catalogue.json', 'data'],
  ['data/schema/tools.json', 'data'],
  ['challenges/concept-drift.md', 'Markdown twins and llms.txt'],
  ['llms-full.txt', 'Markdown twins and llms.txt'],
  ['feed.xml', 'feeds and changelog'],
  ['challenges/feed.xml', 'feeds and changelog'],
  ['changelog/2026/index.html', 'feeds and changelog'],
  ['social/challenges/concept-drift.png', 'social images'],
  ['site.webmanifest', 'manifest, icons and OpenSearch'],
  ['offline/index.html', 'reading offline'],
  ['pagefind/words.json', 'search index'],
  ['_astro/page.abc.js', 'scripts and styles'],
  ['challenges/concept-drift/index.html', 'pages'],
  ['robots.txt', 'other files'],
])('%s belongs to: %s', (path, part) => {
  expect(additionsOf(files({}), files({ [path]: 7 }))).toEqual([{ part, files: 1, bytes: 7 }]);
});

test('what grew counts by how much, what went away against it, and what stayed not at all', () => {
  const without = files({ 'index.html': 100, 'about/index.html': 50, 'robots.txt': 5, 'old.txt': 3 });
  const with_ = files({ 'index.html': 120, 'about/index.html': 45, 'robots.txt': 5, 'data/a.json': 9 });

  expect(additionsOf(without, with_)).toEqual([
    { part: 'data', files: 1, bytes: 9 },
    { part: 'pages', files: 0, bytes: 15 },
    { part: 'other files', files: -1, bytes: -3 },
  ]);
});
