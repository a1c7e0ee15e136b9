import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withBookQuotes } from '../src/model/book-quotes.ts';
import type { BuiltDocument } from './fixtures/documents.ts';
import { PROJECT, ROOT, slugsIn } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const COLLECTIONS = ['challenges', 'mitigations', 'tools', 'approaches', 'case-studies'] as const;

/** Sections that name other entries for another reason than a relation written in the content. */
const NO_RELATIONS = [
  /^$/,
  /^Sources$/,
  /^Similar (cases|mitigations)$/,
  /^How we know$/,
  /^What the survey /,
  /^(Alternatives|To weigh against it)$/,
];

/** Slug of an entry of a collection that an address means. */
const slugOf = (collection: string, address: string) =>
  new RegExp(`^/${collection}/([^/#]+)/(#.*)?$`).exec(address)?.[1];

const slugsOf = (collection: string, addresses: readonly string[]) =>
  [
    ...new Set(addresses.map((address) => slugOf(collection, address)).filter((slug) => slug !== undefined)),
  ].toSorted();

/** Addresses of entries that a page names in the sections on relations. */
const relationsOf = ({ links }: BuiltDocument) =>
  new Set(
    links
      .filter(({ section }) => !NO_RELATIONS.some((other) => other.test(section)))
      .map(({ href }) => href.replace(/#.*$/, ''))
      .filter((href) => COLLECTIONS.some((collection) => slugOf(collection, href))),
  );

for (const collection of COLLECTIONS)
  test(`${collection}: every file has a page, and every page a link on the index`, ({ documents }) => {
    const files = slugsIn(collection);
    const pages = slugsOf(
      collection,
      documents.map(({ path }) => path),
    );
    const index = documents.find(({ path }) => path === `/${collection}/`);
    const linked = index?.links.map(({ href }) => href).filter((href) => slugOf(collection, href)) ?? [];

    expect(pages).toEqual(files);
    expect(slugsOf(collection, linked)).toEqual(files);
  });

test('there are 44 challenges in 5 stages and 17 steps', ({ documents }) => {
  const { stages } = parse(readFileSync(join(PROJECT, 'content/workflow.yaml'), 'utf8')) as {
    stages: { slug: string; steps: { slug: string; title: string }[] }[];
  };
  const pages = documents.filter(({ path }) => slugOf('stages', path));

  expect(slugsIn('challenges')).toHaveLength(44);
  expect(stages).toHaveLength(5);
  expect(stages.flatMap(({ steps }) => steps)).toHaveLength(17);
  expect(
    slugsOf(
      'stages',
      pages.map(({ path }) => path),
    ),
  ).toEqual(stages.map(({ slug }) => slug).toSorted());
  for (const { slug, steps } of stages) {
    const page = pages.find(({ path }) => path === `/stages/${slug}/`);
    expect(page?.headings.map(({ text }) => text)).toEqual(
      expect.arrayContaining(steps.map(({ title }) => withBookQuotes(title))),
    );
  }
  const onStages = pages.flatMap(({ links }) => links.map(({ href }) => href));
  expect(slugsOf('challenges', onStages)).toEqual(slugsIn('challenges'));
});

test('every challenge has three mitigations, three case studies and two tools or approaches', ({
  documents,
}) => {
  const thin = documents
    .filter(({ path }) => slugOf('challenges', path))
    .map((page) => {
      const named = (section: string, ...collections: string[]) => {
        const links = page.links.filter((link) => link.section === section).map(({ href }) => href);
        return collections.flatMap((collection) => slugsOf(collection, links)).length;
      };
      return {
        path: page.path,
        mitigations: named('What to do', 'mitigations'),
        studies: named('Case studies', 'case-studies'),
        helpers: named('Tools and approaches', 'tools', 'approaches'),
      };
    })
    .filter(({ mitigations, studies, helpers }) => mitigations < 3 || studies < 3 || helpers < 2);

  expect(thin).toEqual([]);
});

test('every entry that a page names as related names that page too', ({ documents }) => {
  const entries = documents.filter(({ path }) => COLLECTIONS.some((collection) => slugOf(collection, path)));
  const relations = new Map(entries.map((page) => [page.path, relationsOf(page)]));
  const oneSided = [...relations].flatMap(([path, named]) =>
    [...named]
      .filter((other) => !relations.get(other)?.has(path))
      .map((other) => `${other} does not name ${path}`),
  );

  expect([...relations.values()].reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(2000);
  expect(oneSided).toEqual([]);
});

test('the numbers on the home page are those of the catalogue', ({ documents }) => {
  const home = documents.find(({ path }) => path === '/');

  expect(home?.text).toContain(
    `44 challenges in 5 stages · ${slugsIn('mitigations').length} mitigations · ${slugsIn('tools').length} tools · ` +
      `${slugsIn('approaches').length} approaches · ${slugsIn('case-studies').length} case studies`,
  );
});

test('addresses that were for checking only reach no page', () => {
  const pages = readdirSync(ROOT.folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  const leaks = pages.filter((file) =>
    /github-file-id|ar5iv\.|arxiv-vanity|vdocuments|emergentmind\.com|boxedpaper|arietiform/.test(
      readFileSync(join(ROOT.folder, file), 'utf8'),
    ),
  );

  expect(pages.length).toBeGreaterThan(400);
  expect(leaks).toEqual([]);
});
