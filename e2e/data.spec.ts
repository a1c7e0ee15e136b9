import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EDITOR_WORDS, SCHEMA_NAMES } from '../src/exports/json-schema.ts';
import { cellsOf } from './fixtures/csv.ts';
import { GUIDE, PROJECT, ROOT, sitemapOf, slugsIn, type Site } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const COLLECTIONS = ['challenges', 'mitigations', 'tools', 'approaches', 'case-studies'] as const;

interface Data {
  readonly address: string;
  readonly licence: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly [list: string]: unknown;
}
interface Listed {
  readonly slug: string;
  readonly address: string;
}

for (const [site, name] of [
  [ROOT, 'at the root'],
  [GUIDE, 'under a base path'],
] as const satisfies [Site, string][])
  test.describe(`the data of the guide ${name}`, () => {
    test.use({ baseURL: site.address });

    for (const collection of COLLECTIONS)
      test(`${collection} are all there, each with the address of its page`, async ({ request }) => {
        const data = (await (await request.get(`./data/${collection}.json`)).json()) as Data;
        const list = data[collection] as Listed[];
        const pages = new Set(sitemapOf(site));

        expect(list.map(({ slug }) => slug)).toEqual(slugsIn(collection));
        expect(data.counts).toEqual({ [collection]: list.length });
        expect(data.licence).toBe('CC-BY-4.0');
        expect(list.filter(({ address }) => !pages.has(address))).toEqual([]);
      });

    test('the whole catalogue holds the same lists', async ({ request }) => {
      const whole = (await (await request.get('./data/catalogue.json')).json()) as Data;

      for (const list of ['stages', ...COLLECTIONS]) {
        const data = (await (await request.get(`./data/${list}.json`)).json()) as Data;
        expect(whole[list]).toEqual(data[list]);
        expect(whole.counts[list]).toBe(data.counts[list]);
      }
    });

    test('the table of case studies has a line for each, and as many cells in each line', async ({
      request,
    }) => {
      const answer = await request.get('./data/case-studies.csv');
      const text = await answer.text();
      const [head = [], ...rows] = cellsOf(text);

      expect(answer.headers()['content-type']).toMatch(/^text\/csv/);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(rows.map(([slug]) => slug)).toEqual(slugsIn('case-studies'));
      expect(rows.filter((cells) => cells.length !== head.length)).toEqual([]);
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    });

    test('every schema is sound, and says where it lives', async ({ request }) => {
      const ajv = new Ajv2020({ strict: true });
      formats(ajv);
      ajv.addVocabulary([...EDITOR_WORDS]);
      for (const schemaName of SCHEMA_NAMES) {
        const schema = (await (await request.get(`./data/schema/${schemaName}.json`)).json()) as {
          $id: string;
        };
        ajv.compile(schema);
        expect(schema.$id).toBe(
          new URL(
            `data/schema/${schemaName}.json`,
            sitemapOf(site).find((url) => url.endsWith(site.base)),
          ).href,
        );
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
