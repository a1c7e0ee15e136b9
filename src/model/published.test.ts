import { expect, test } from 'vitest';
import type { FileChange } from './history.ts';
import { publishedSlugs } from './published.ts';

const change = (kind: FileChange['kind'], path: string, from?: string): FileChange => ({
  commit: 'a',
  date: '2026-01-01T00:00:00Z',
  kind,
  path,
  ...(from !== undefined && { from }),
});

test('the slugs that entries ever had are those of every file, those that are gone too', () => {
  const changes = [
    change('removed', 'content/tools/reef.mdx'),
    change('changed', 'content/tools/reef.mdx'),
    change('added', 'content/challenges/model-deployment/drift.mdx'),
    change('added', 'content/tools/reef.mdx'),
  ];
  expect(publishedSlugs({ changes })).toEqual([
    { collection: 'tools', slug: 'reef' },
    { collection: 'challenges', slug: 'drift' },
  ]);
});

test('a file that was renamed says what became of its slug; one that only moved keeps it', () => {
  const changes = [
    change('renamed', 'content/challenges/b/drift.mdx', 'content/challenges/a/drift.mdx'),
    change('renamed', 'content/tools/snuba.mdx', 'content/tools/reef.mdx'),
    change('renamed', 'content/approaches/mesh.mdx', 'content/tools/mesh.mdx'),
    change('added', 'content/tools/reef.mdx'),
  ];
  expect(publishedSlugs({ changes })).toEqual([
    { collection: 'tools', slug: 'reef', became: 'snuba' },
    { collection: 'approaches', slug: 'mesh' },
    { collection: 'tools', slug: 'mesh' },
    { collection: 'tools', slug: 'snuba' },
    { collection: 'challenges', slug: 'drift' },
  ]);
});

test('other files have no slug', () => {
  const paths = [
    'content/redirects.yaml',
    'content/pages/about.md',
    'src/tools/a.mdx',
    'content/tools/a.txt',
  ];
  expect(publishedSlugs({ changes: paths.map((path) => change('added', path)) })).toEqual([]);
});
