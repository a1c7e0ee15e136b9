import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_NAMES } from '../src/exports/data-json-schema.ts';
import { CatalogueFile, LIST_NAMES } from '../src/exports/data-schema.ts';
import { TABLES } from '../src/exports/data-tables.ts';
import { SCHEMA_NAMES } from '../src/exports/json-schema.ts';
import { SLUG_PATTERN } from '../src/schema/slug-pattern.ts';
import { catalogueOf, closed, dataJson, dataText, rowsOf, validatorOf } from './fixtures/data.ts';
import { documentsOf } from './fixtures/documents.ts';
import { HOSTILE } from './fixtures/hostile.ts';
import {
  fileOf,
  GUIDE,
  HOSTILE_SITE,
  PROJECT,
  ROOT,
  sitemapOf,
  slugsIn,
  type Site,
} from './fixtures/sites.ts';
import { typed } from './fixtures/typed.ts';
import { expect, test } from './fixtures/test.ts';

const COLLECTIONS = ['challenges', 'mitigations', 'tools', 'approaches', 'case-studies'] as const;
const SITES = [
  [ROOT, 'at the root'],
  [GUIDE, 'under a base path'],
  [HOSTILE_SITE, 'with hostile case studies'],
] as const satisfies [Site, string][];

/** Names of files that the check refuses, and the hostile site has all the same. */
const NO_SLUGS = HOSTILE.map(({ slug }) => slug).filter((slug) => !SLUG_PATTERN.test(slug));

/** Where the guide of a site lives, by its own word. */
const homeOf = (site: Site) => (dataJson(site, 'catalogue') as CatalogueFile).address;

/** The file behind a full address of a site, without its anchor. */
const fileBehind = (site: Site, address: string) =>
  fileOf(site, decodeURIComponent(new URL(address).pathname));

/** Text as it compares across HTML: without control characters and doubled blanks, quotes as they were typed. */
const plain = (text: string) =>
  typed(text)
    .replace(/[\u0000-\u001f\ufffd\u200b-\u206f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

for (const [site, name] of SITES)
  test.describe(`the data of the guide ${name}`, () => {
    for (const file of DATA_NAMES)
      test(`${file}.json is what its schema says, and nothing more`, () => {
        const data = dataJson(site, file) as { $schema: string };
        expect(data.$schema).toBe(`${homeOf(site)}data/schema/${file}.json`);
        const schema = JSON.parse(readFileSync(fileBehind(site, data.$schema), 'utf8')) as { $id: string };
        expect(schema.$id).toBe(data.$schema);

        for (const each of [schema, closed(schema)]) {
          const validate = validatorOf(each);
          validate(data);
          // Only what the check would have refused: names of files that are no slugs.
          const refused = (validate.errors ?? []).filter(
            ({ keyword, data: value }) =>
              site !== HOSTILE_SITE || keyword !== 'pattern' || !NO_SLUGS.includes(value as string),
          );
          expect(refused.map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([]);
        }
      });

    test('every list stands in the whole as in a file of its own, and is counted', () => {
      const whole = catalogueOf(site);

      for (const list of LIST_NAMES) {
        const own = dataJson(site, list) as Record<string, unknown>;
        expect(own[list]).toEqual(whole[list]);
        expect(own['counts']).toEqual({ [list]: whole[list].length });
        expect(whole.counts[list]).toBe(whole[list].length);
      }
    });

    for (const [table, { of, columns }] of Object.entries(TABLES))
      test(`${table}.csv has the named columns, and no formula`, () => {
        const csv = dataText(site, `${table}.csv`);
        const rows = rowsOf(csv);

        expect(Object.keys(rows[0] ?? {})).toEqual(columns.map(([key]) => key));
        expect(csv).toMatch(/\r\n$/);
        if (table === of) expect(rows).toHaveLength(catalogueOf(site)[of].length);
        expect(
          rows
            .flatMap((row) => Object.values(row))
            .filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell)),
        ).toEqual([]);
      });

    test('every title comes back from its table as it was written', () => {
      const whole = catalogueOf(site);

      for (const list of COLLECTIONS) {
        const titles = rowsOf(dataText(site, `${list}.csv`)).map(({ title }) => title?.replace(/^'/, ''));
        expect(titles).toEqual(whole[list].map(({ title }) => title));
      }
    });

    test('links in tables are those of the records', () => {
      const { challenges, 'case-studies': studies } = catalogueOf(site);

      expect(
        rowsOf(dataText(site, 'case-study-mitigations.csv')).map(
          ({ caseStudy, mitigation, outcome, basis }) => [caseStudy, mitigation, outcome, basis],
        ),
      ).toEqual(
        studies.flatMap(({ slug, mitigations }) =>
          mitigations.map(({ id, outcome, basis }) => [slug, id, outcome, basis]),
        ),
      );
      expect(
        rowsOf(dataText(site, 'challenge-mitigations.csv')).map(({ challenge, mitigation }) => [
          challenge,
          mitigation,
        ]),
      ).toEqual(
        challenges.flatMap(({ slug, relations }) =>
          relations.mitigations.map(({ mitigation }) => [slug, mitigation]),
        ),
      );
    });

    test('another reader of BibTeX finds every work with its title, authors, year and DOI', () => {
      const { references } = catalogueOf(site);
      const { entries, errors } = parseBibtex(dataText(site, 'references.bib'), { sentenceCase: false });
      const squeezed = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

      expect(errors).toEqual([]);
      expect(entries).toHaveLength(references.length);
      for (const [i, { key, csl }] of references.entries()) {
        const { key: found, fields } = entries[i] ?? {};
        expect.soft(found).toBe(key.replace(/[^\p{L}\p{N}_:.+/-]/gu, '-'));
        expect.soft(plain(fields?.title ?? '')).toBe(plain(csl.title));
        expect.soft(fields?.author?.length ?? 0).toBe(csl.author?.length ?? 0);
        for (const [j, author] of (csl.author ?? []).entries()) {
          const read = fields?.author?.[j];
          expect
            .soft(
              plain(
                squeezed(
                  read?.name ?? [read?.firstName, read?.prefix, read?.lastName].filter(Boolean).join(' '),
                ),
              ),
            )
            .toBe(
              plain(
                squeezed(
                  author.literal ??
                    [author.given, author['non-dropping-particle'], author.family].filter(Boolean).join(' '),
                ),
              ),
            );
        }
        expect.soft(fields?.year ?? '').toBe(String(csl.issued?.['date-parts'][0]?.[0] ?? ''));
        // Braces and backslashes would end the field; resolvers of DOIs read them so.
        const doi = (fields?.doi ?? '').replace(/%(?:5C|7B|7D)/g, decodeURIComponent);
        expect.soft(doi).toBe(csl.DOI ?? '');
      }
    });

    test('the CSL-JSON holds the works of the references', () => {
      expect(dataJson(site, 'references.csl')).toEqual(catalogueOf(site).references.map(({ csl }) => csl));
    });

    test('titles come back from the data, in its type, as the headings of the pages', async ({ browser }) => {
      const file = dataJson(site, 'catalogue');
      // Slugs that are none are refused by the type as well; their pages are read all the same.
      const whole = site === HOSTILE_SITE ? catalogueOf(site) : CatalogueFile.parse(file);
      const headings = new Map(
        (await documentsOf(browser, site)).map(({ path, headings: all }) => [
          decodeURIComponent(path),
          all.filter(({ level }) => level === 1).map(({ text }) => plain(text)),
        ]),
      );
      const entries = [
        ...whole.stages,
        ...whole.challenges,
        ...whole.mitigations,
        ...whole.tools,
        ...whole.approaches,
        ...whole['case-studies'],
        ...whole.paths,
      ];

      expect(
        entries.flatMap(({ address, title }) => {
          const shown = headings.get(decodeURIComponent(new URL(address).pathname)) ?? [];
          return shown.join() === plain(title) ? [] : [{ address, title, shown }];
        }),
      ).toEqual([]);
    });
  });

for (const [site, name] of SITES.slice(0, 2))
  test.describe(`what the data of the guide ${name} leads to`, () => {
    test('counts are those of the pages', () => {
      const whole = catalogueOf(site);
      const pages = sitemapOf(site);
      const home = homeOf(site);
      const folders = {
        ...Object.fromEntries(COLLECTIONS.map((each) => [each, each])),
        stages: 'stages',
        paths: 'paths',
      };

      for (const [list, folder] of Object.entries(folders) as ['challenges', string][])
        expect(whole[list].map(({ address }) => address).toSorted()).toEqual(
          pages
            // Entries have one part of an address below their folder; the checklist of a stage has two.
            .filter((page) => /^[^/]+\/$/.test(page.replace(`${home}${folder}/`, '')))
            .toSorted(),
        );
      for (const collection of COLLECTIONS)
        expect(whole[collection].map(({ slug }) => slug)).toEqual(slugsIn(collection));
    });

    test('every address is a page of the guide, and every anchor is on it', () => {
      const whole = catalogueOf(site);
      const texts = new Map<string, string>();
      const textOf = (file: string) => {
        if (!texts.has(file)) texts.set(file, existsSync(file) ? readFileSync(file, 'utf8') : '');
        return texts.get(file) ?? '';
      };
      const addresses = [
        ...whole.stages.flatMap(({ address, steps }) => [address, ...steps.map((step) => step.address)]),
        ...whole.references.map(({ address }) => address),
        ...whole.symptoms.map(({ address }) => address),
        ...whole.glossary.flatMap(({ address, see }) => [address, ...see.map((each) => each.address)]),
        ...whole.paths.flatMap(({ stops }) => stops.map(({ address }) => address)),
        ...whole['tool-groups'].map(({ address }) => address),
        ...whole.redirects.flatMap(({ address, leadsTo }) => [address, leadsTo]),
        ...COLLECTIONS.flatMap((list) => whole[list].map(({ markdown }) => markdown)),
      ];

      expect(
        addresses.filter((address) => {
          const anchor = decodeURIComponent(new URL(address).hash.slice(1));
          const text = textOf(fileBehind(site, address));
          return (
            text === '' ||
            (anchor !== '' && !new RegExp(`\\sid="?${anchor.replace(/[.+]/g, '\\$&')}["\\s>]`).test(text))
          );
        }),
      ).toEqual([]);
    });

    test('what one record says of another, the other says of it', () => {
      const whole = catalogueOf(site);
      const told = {
        'challenge, case study': [
          whole['case-studies'].flatMap(({ slug, challenges }) => challenges.map((each) => [each, slug])),
          whole.challenges.flatMap(({ slug, relations }) =>
            relations.caseStudies.map((each) => [slug, each]),
          ),
        ],
        'mitigation, case study': [
          whole['case-studies'].flatMap(({ slug, mitigations }) => mitigations.map(({ id }) => [id, slug])),
          whole.mitigations.flatMap(({ slug, relations }) =>
            relations.caseStudies.map(({ caseStudy }) => [slug, caseStudy]),
          ),
        ],
        'tool or approach, case study': [
          whole['case-studies'].flatMap(({ slug, tools }) => tools.map((each) => [each, slug])),
          [...whole.tools, ...whole.approaches].flatMap(({ slug, relations }) =>
            relations.caseStudies.map((each) => [slug, each]),
          ),
        ],
        'challenge, mitigation': [
          whole.mitigations.flatMap(({ slug, mitigates }) =>
            mitigates.map(({ challenge }) => [challenge, slug]),
          ),
          whole.challenges.flatMap(({ slug, relations }) =>
            relations.mitigations.map(({ mitigation }) => [slug, mitigation]),
          ),
        ],
        'challenge, tool': [
          whole.tools.flatMap(({ slug, addresses }) => addresses.map(({ challenge }) => [challenge, slug])),
          whole.challenges.flatMap(({ slug, relations }) => relations.tools.map(({ tool }) => [slug, tool])),
        ],
        'challenge, approach': [
          whole.approaches.flatMap(({ slug, addresses }) =>
            addresses.map(({ challenge }) => [challenge, slug]),
          ),
          whole.challenges.flatMap(({ slug, relations }) =>
            relations.approaches.map(({ approach }) => [slug, approach]),
          ),
        ],
        'mitigation, tool': [
          whole.tools.flatMap(({ slug, supports }) => supports.map((each) => [each, slug])),
          whole.mitigations.flatMap(({ slug, relations }) => relations.tools.map((each) => [slug, each])),
        ],
        'mitigation, approach': [
          whole.approaches.flatMap(({ slug, supports }) => supports.map((each) => [each, slug])),
          whole.mitigations.flatMap(({ slug, relations }) =>
            relations.approaches.map((each) => [slug, each]),
          ),
        ],
        'challenge, symptom': [
          whole.symptoms.flatMap(({ slug, challenges }) =>
            challenges.map(({ challenge }) => [challenge, slug]),
          ),
          whole.challenges.flatMap(({ slug, relations }) =>
            relations.symptoms.map(({ symptom }) => [slug, symptom]),
          ),
        ],
        'challenge, rule': [
          whole['review-rules'].flatMap(({ slug, challenges }) =>
            challenges.map(({ challenge }) => [challenge, slug]),
          ),
          whole.challenges.flatMap(({ slug, relations }) =>
            relations.reviewRules.map((each) => [slug, each]),
          ),
        ],
        'stage, case study': [
          whole['case-studies'].flatMap(({ slug, relations }) =>
            relations.stages.map((each) => [each, slug]),
          ),
          whole.stages.flatMap(({ slug, relations }) => relations.caseStudies.map((each) => [slug, each])),
        ],
        'entry, path': [
          whole.paths.flatMap(({ slug, stops }) =>
            stops.flatMap((stop) => (stop.collection ? [[`${stop.collection}/${stop.slug}`, slug]] : [])),
          ),
          COLLECTIONS.flatMap((list) =>
            whole[list].flatMap(({ slug, relations }) =>
              relations.paths.map((each) => [`${list}/${slug}`, each]),
            ),
          ),
        ],
        'entry, work': [
          COLLECTIONS.flatMap((list) =>
            whole[list].flatMap(({ slug, cites }) => cites.map((key) => [`${list}/${slug}`, key])),
          ),
          whole.references.flatMap(({ key, citedBy }) =>
            citedBy.map(({ collection, slug }) => [`${collection}/${slug}`, key]),
          ),
        ],
      };

      for (const [relation, [written, derived]] of Object.entries(told)) {
        const pairs = (list: readonly (readonly string[])[] = []) =>
          list.map((pair) => pair.join(' ')).toSorted();
        expect.soft(pairs(written).length, relation).toBeGreaterThan(0);
        expect.soft(pairs(derived), relation).toEqual(pairs(written));
      }
    });

    test('files are sent as what they are', async ({ request }) => {
      for (const [file, type] of [
        ['catalogue.json', /^application\/json/],
        ['challenges.csv', /^text\/csv/],
        ['schema/challenges.json', /^application\/(?:schema\+)?json/],
      ] as const) {
        const answer = await request.get(`${site.address}data/${file}`);
        expect.soft(answer.status(), file).toBe(200);
        expect.soft(answer.headers()['content-type'], file).toMatch(type);
      }
    });

    test('the schemas of what contributors type are sound, and say where they live', () => {
      for (const schemaName of SCHEMA_NAMES) {
        const schema = dataJson(site, `schema/content/${schemaName}`) as { $id: string };
        validatorOf(schema);
        expect(schema.$id).toBe(`${homeOf(site)}data/schema/content/${schemaName}.json`);
      }
    });
  });

test('there is a schema for each folder and each YAML file that contributors edit', () => {
  const content = readdirSync(join(PROJECT, 'content'), { withFileTypes: true });
  const edited = content
    .filter(
      (entry) => entry.isDirectory() || (entry.name.endsWith('.yaml') && entry.name !== 'provenance.yaml'),
    )
    .map(({ name }) => name.replace(/\.yaml$/, ''));

  expect([...SCHEMA_NAMES].toSorted()).toEqual(edited.toSorted());
});

test('the page of the data names every file, its records and its fields', async ({ page }) => {
  await page.goto('/data/');
  const whole = catalogueOf(ROOT);

  for (const list of LIST_NAMES) {
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: `${list}.json`, exact: true }) });
    await expect(row).toContainText(String(whole[list].length));
    const fields = page.locator('details', { hasText: `fields of ${list}` });
    await fields.locator('summary').click();
    await expect(fields.locator('dt code').first()).toHaveText(Object.keys(whole[list][0] ?? {})[0] ?? '');
  }
  for (const table of Object.keys(TABLES))
    await expect(page.getByRole('link', { name: `${table}.csv`, exact: true }).first()).toBeVisible();
  const files = (await page.getByRole('rowheader').allTextContents()).map((text) => text.trim());
  const written = readdirSync(join(ROOT.folder, 'data'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'index.html')
    .map((entry) => entry.name);
  expect(files.toSorted()).toEqual(written.toSorted());
});

/** What a program prints; nothing when this machine does not have it. */
const printed = (command: string, args: readonly string[]) =>
  new Promise<string | undefined>((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Playwright asks for colours, which are no part of what a program says.
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let out = '';
    let complaints = '';
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
    child.on('error', () => {
      resolve(undefined);
    });
    child.on('close', (status) => {
      if (status === 0) resolve(out);
      else reject(new Error(complaints));
    });
  });
const lines = (text: string) => text.trim().split('\n');

test.describe('the examples', () => {
  const whole = () => catalogueOf(ROOT);
  const counted = (words: readonly string[]) =>
    [...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length] as const);
  const EXAMPLES = [
    {
      title: 'curl and jq',
      run: async (code: string) =>
        (await printed('jq', ['--version'])) && (await printed('curl', ['--version']))
          ? printed('sh', ['-c', code])
          : undefined,
      prints: () =>
        whole()
          ['case-studies'].filter(({ industry }) => industry === 'healthcare')
          .toSorted((a, b) => a.year - b.year)
          .map(({ year, title }) => `${year} ${title}`),
    },
    {
      title: 'Python',
      run: (code: string) => printed('python3', ['-c', code]),
      prints: () =>
        counted(whole()['case-studies'].flatMap(({ challenges }) => challenges))
          .toSorted(([, a], [, b]) => b - a)
          .slice(0, 5)
          .map(
            ([slug, count]) =>
              `${count} ${whole().challenges.find((each) => each.slug === slug)?.title ?? '?'}`,
          ),
    },
    {
      title: 'Python and a table',
      run: (code: string) => printed('python3', ['-c', code]),
      prints: () =>
        counted(
          whole()['case-studies'].flatMap(({ mitigations }) =>
            mitigations
              .filter(({ basis }) => basis !== 'proposed' && basis !== 'inferred')
              .map(({ outcome }) => outcome),
          ),
        )
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([outcome, count]) => `${outcome} ${count}`),
    },
    {
      title: 'JavaScript',
      run: (code: string) => printed(process.execPath, ['--input-type=module', '-e', code]),
      prints: () =>
        whole()
          .mitigations.filter(({ relations }) => relations.strength === 'measured')
          .map(({ title, relations }) => `${relations.outcomes.helped} ${title}`),
    },
  ];

  for (const { title, run, prints } of EXAMPLES)
    test(`${title} prints what it says`, async ({ page }) => {
      await page.goto('/data/');
      const code = (await page.getByRole('region', { name: title, exact: true }).textContent()) ?? '';
      const addresses = code.match(/https?:\/\/[^'"]+/g) ?? [];
      expect(addresses).toHaveLength(1);
      for (const address of addresses) expect(existsSync(fileBehind(ROOT, address))).toBe(true);
      expect(prints().length).toBeGreaterThan(0);

      const out = await run(code.replace(homeOf(ROOT), ROOT.address));
      // A machine without the program still learns that the file is there; Node is on every one.
      if (out !== undefined) expect(lines(out)).toEqual(prints());
      else expect(title).not.toBe('JavaScript');
    });
});
