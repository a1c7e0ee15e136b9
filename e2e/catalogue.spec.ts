import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Workflow } from '../src/schema/workflow.ts';
import { PROJECT, ROOT, slugsIn } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const COLLECTIONS = ['challenges', 'mitigations', 'tools', 'approaches', 'case-studies'] as const;
const workflow = parse(readFileSync(join(PROJECT, 'content/workflow.yaml'), 'utf8')) as Workflow;
const redirects = parse(readFileSync(join(PROJECT, 'content/redirects.yaml'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

/** Slugs of the pages that a folder of the build holds, without redirects. */
const pagesIn = (folder: string) =>
  readdirSync(join(ROOT.folder, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(ROOT.folder, folder, entry.name, 'index.html')))
    .map(({ name }) => name)
    .filter((slug) => !redirects[folder]?.[slug])
    .toSorted();

const slugOf = (href: string, folder: string) =>
  new RegExp(`^/${folder}/([a-z0-9-]+)/$`).exec(href)?.[1];

test('there are 5 stages, 17 steps and 44 challenges', () => {
  expect(pagesIn('stages')).toEqual(workflow.stages.map(({ slug }) => slug).toSorted());
  expect(workflow.stages).toHaveLength(5);
  expect(workflow.stages.flatMap(({ steps }) => steps)).toHaveLength(17);
  expect(pagesIn('challenges')).toHaveLength(44);
});

for (const folder of COLLECTIONS)
  test(`each file of ${folder} has its page, and its line on the index page`, ({ documents }) => {
    const index = documents.find(({ path }) => path === `/${folder}/`);
    const listed = new Set(index?.links.map(({ href }) => slugOf(href, folder)).filter(Boolean));

    expect(pagesIn(folder)).toEqual(slugsIn(folder));
    expect([...listed].toSorted()).toEqual(slugsIn(folder));
  });

test('the map has one row a challenge', ({ documents }) => {
  const map = documents.find(({ path }) => path === '/matrix/');
  const rows = map?.links.map(({ href }) => slugOf(href, 'challenges')).filter(Boolean);

  expect(rows?.toSorted()).toEqual(slugsIn('challenges'));
});

test('each challenge links at least 3 mitigations, 3 case studies and 2 tools or approaches, and each links back', ({
  documents,
}) => {
  const linksOf = new Map(documents.map(({ path, links }) => [path, new Set(links.map(({ href }) => href))]));
  const wrong: string[] = [];
  for (const challenge of slugsIn('challenges')) {
    const path = `/challenges/${challenge}/`;
    const targets = [...(linksOf.get(path) ?? [])].filter((href) =>
      /^\/(?:mitigations|case-studies|tools|approaches)\/[a-z0-9-]+\/$/.test(href),
    );
    const count = (...folders: string[]) => targets.filter((href) => folders.includes(href.split('/')[1] ?? '')).length;
    if (count('mitigations') < 3) wrong.push(`${path} links ${count('mitigations')} mitigations`);
    if (count('case-studies') < 3) wrong.push(`${path} links ${count('case-studies')} case studies`);
    if (count('tools', 'approaches') < 2) wrong.push(`${path} links ${count('tools', 'approaches')} tools or approaches`);
  }
  // What the catalogue relates; a case that is only cited in the text need not be about the challenge.
  for (const { path, links } of documents.filter((page) => /^\/challenges\/./.test(page.path)))
    for (const { href, section } of links)
      if (['What to do', 'Case studies', 'Tools and approaches'].includes(section) && !linksOf.get(href)?.has(path))
        wrong.push(`${href} does not link back to ${path}`);

  expect(wrong).toEqual([]);
});

test('each relation of a mitigation, tool or case study to a challenge is shown on the challenge too', ({ documents }) => {
  const linksOf = new Map(documents.map(({ path, links }) => [path, new Set(links.map(({ href }) => href))]));
  const wrong = documents
    .filter(({ path }) => /^\/(?:mitigations|tools|approaches|case-studies)\/./.test(path))
    .flatMap(({ path, links }) =>
      links
        .filter(({ href, section }) => /^\/challenges\/./.test(href) && /^(?:Challenges|What it is for)/.test(section))
        .filter(({ href }) => !linksOf.get(href)?.has(path))
        .map(({ href }) => `${href} does not link ${path}`),
    );

  expect(wrong).toEqual([]);
});

test('addresses for checking only reach no page', () => {
  const pages = readdirSync(ROOT.folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const leaks = pages.filter((file) =>
    /github-file-id|ar5iv\.|arxiv-vanity|vdocuments|emergentmind\.com|boxedpaper|arietiform/.test(
      readFileSync(join(ROOT.folder, file), 'utf8'),
    ),
  );

  expect(pages.length).toBeGreaterThan(400);
  expect(leaks).toEqual([]);
});
