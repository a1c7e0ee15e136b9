import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIST_NAMES } from '../src/exports/data-schema.ts';
import { TABLES } from '../src/exports/data-tables.ts';
import { PACKAGE, PACKAGE_EXAMPLE } from '../src/exports/package-example.ts';
import { partOf } from './fixtures/part.ts';
import { fileOf, pathsOf, PROJECT, ROOT } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';
import { typed } from './fixtures/typed.ts';

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Runs npm: the one that runs the tests, where there is one. */
function npm(cwd: string, ...words: string[]): string {
  const cli = process.env['npm_execpath'] ?? '';
  const [program, first] = /npm-cli\.c?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
  return execFileSync(program, [...first, ...words], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    shell: program === 'npm' && process.platform === 'win32',
  });
}

let consumer = '';
let packed: Packed | undefined;

/** Somebody else's project: a folder with nothing but the package, installed without a network. */
test.beforeAll(() => {
  consumer = mkdtempSync(join(tmpdir(), 'field-guide-consumer-'));
  execFileSync(process.execPath, ['src/cli/pack.ts', '--site', ROOT.folder], { cwd: PROJECT });
  // Without its scripts: they would build the site once more.
  const report = npm(PROJECT, 'pack', '--json', '--ignore-scripts', '--pack-destination', consumer);
  packed = Object.values(JSON.parse(report) as Record<string, Packed>)[0];
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  npm(consumer, 'install', '--offline', '--no-audit', '--no-fund', `./${packed?.filename ?? ''}`);
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        module: 'nodenext',
        target: 'es2023',
        types: [],
        skipLibCheck: false,
      },
      include: ['*.ts'],
    }),
  );
});
test.afterAll(() => {
  rmSync(consumer, { recursive: true, force: true });
});

/**
 * Compiles one program of the consumer; gives what the compiler says.
 * @throws when the compiler did not come to an end of its own
 */
function compiled(name: string, text: string): string {
  writeFileSync(join(consumer, `${name}.ts`), text);
  const { stdout, stderr, signal, error } = spawnSync(
    process.execPath,
    [join(PROJECT, 'node_modules/typescript/bin/tsc'), '-p', '.', '--pretty', 'false'],
    { cwd: consumer, encoding: 'utf8' },
  );
  rmSync(join(consumer, `${name}.ts`));
  if (error ?? signal ?? stderr)
    throw new Error(`the compiler stopped: ${String(error ?? signal)} ${stderr}`);
  return stdout;
}

test.describe.configure({ mode: 'serial' });

test('the package holds the data, a module with types, the readme and the licence, and nothing else', () => {
  const lists = [...LIST_NAMES];

  expect(packed?.files.map(({ path }) => path).toSorted()).toEqual(
    [
      'LICENSE',
      'README.md',
      'package.json',
      ...[
        'index.js',
        'index.d.ts',
        'references.bib',
        'references.csl.json',
        ...['catalogue', ...lists].flatMap((name) => [`${name}.json`, `types/${name}.d.ts`]),
        ...Object.keys(TABLES).map((name) => `${name}.csv`),
        ...schemaFiles(),
      ].map((path) => `dist-package/${path}`),
    ].toSorted(),
  );
});

const schemaFiles = () => ['catalogue', ...LIST_NAMES].map((name) => `schema/${name}.json`);

test('the package asks for no other package', () => {
  const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(consumer, 'node_modules', PACKAGE, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;

  expect([dependencies, peerDependencies, optionalDependencies]).toEqual([undefined, undefined, undefined]);
});

test('a strict program compiles, runs, and finds the titles that the pages show', () => {
  const said = compiled(
    'titles',
    `import { approaches, caseStudies, catalogue, challenges, mitigations, stages, tools, type CaseStudy, type Challenge } from '${PACKAGE}';
import whole from '${PACKAGE}/catalogue.json' with { type: 'json' };
import file from '${PACKAGE}/case-studies.json' with { type: 'json' };

const drift: Challenge | undefined = challenges.find(({ slug }) => slug === 'concept-drift');
const years: number[] = caseStudies.map(({ year }: CaseStudy) => year);
const doi: string | undefined = file['case-studies'][0]?.source.doi;
if (!drift || years.length !== file['case-studies'].length) throw new Error(\`the files differ: \${doi}\`);
if (whole !== catalogue) throw new Error('there are two catalogues');

const pages: Record<string, string> = {};
for (const { address, title } of [stages, challenges, mitigations, tools, approaches, caseStudies].flat())
  pages[address] = title;
export default pages;
`,
  );
  expect(said).toBe('');
  const printed = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', "import pages from './titles.js'; console.log(JSON.stringify(pages));"],
    { cwd: consumer, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  const titles = JSON.parse(printed) as Record<string, string>;
  const shown = pathsOf(ROOT)
    .filter((path) => /^\/(stages|challenges|mitigations|tools|approaches|case-studies)\/[^/]+\/$/.test(path))
    .map((path) => {
      const html = readFileSync(fileOf(ROOT, path), 'utf8');
      const address = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';
      return [
        address,
        typed(partOf(html, 'h1')?.textContent ?? '')
          .replace(/\s+/g, ' ')
          .trim(),
      ] as const;
    });

  expect(shown.length).toBeGreaterThan(400);
  expect(titles).toEqual(Object.fromEntries(shown));
});

test('the example of the page about the data compiles, and prints what it says', async ({ page }) => {
  expect(compiled('example', PACKAGE_EXAMPLE)).toBe('');
  const printed = execFileSync(process.execPath, ['example.js'], { cwd: consumer, encoding: 'utf8' });
  await page.goto('/challenges/concept-drift/');
  const told = await page
    .getByRole('complementary')
    .getByRole('link', { name: /^\d+ case studies$/ })
    .innerText();
  const years = printed
    .split('\n')
    .filter(Boolean)
    .map((line) => Number(line.slice(0, 4)));

  expect(`${years.length} case studies`).toBe(told);
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  await page.goto('/data/#package');
  await expect(page.getByText(PACKAGE_EXAMPLE)).toBeVisible();
});

test.describe('a program that misuses the types', () => {
  for (const [slip, line, complaint] of [
    [
      'a list that is none',
      `import { challanges } from '${PACKAGE}';`,
      "no exported member named 'challanges'",
    ],
    [
      'a field that is none',
      `import { tools } from '${PACKAGE}';\ntools.map((tool) => tool.licence);`,
      "Property 'licence' does not exist",
    ],
    [
      'a field that may be missing',
      `import { caseStudies } from '${PACKAGE}';\nexport const doi: string[] = caseStudies.map(({ source }) => source.doi);`,
      "'(string | undefined)[]' is not assignable",
    ],
    [
      'a word that is none of the list',
      `import { mitigations } from '${PACKAGE}';\nmitigations.filter(({ effort }) => effort === 'huge');`,
      'have no overlap',
    ],
    [
      'a list that the file does not hold',
      `import file from '${PACKAGE}/tools.json' with { type: 'json' };\nfile.challenges;`,
      "Property 'challenges' does not exist",
    ],
  ] as const)
    test(`does not compile: ${slip}`, () => {
      expect(
        compiled('wrong', line)
          .split('\n')
          .filter((said) => said.includes('error TS')),
      ).toEqual([expect.stringContaining(complaint)]);
    });
});

test('every field of the types says what it means', () => {
  const types = readFileSync(join(consumer, 'node_modules', PACKAGE, 'dist-package/index.d.ts'), 'utf8');
  const lines = types
    .slice(0, types.indexOf('export type ListName'))
    .split('\n')
    .map((line) => line.trim());
  const fields = lines.flatMap((line, i) =>
    /^(?:"[^"]+"|[$\w]+)\??: /.test(line) ? [{ line, before: lines[i - 1] }] : [],
  );

  expect(fields.length).toBeGreaterThan(100);
  expect(fields.filter(({ before }) => before !== '*/').map(({ line }) => line)).toEqual([]);
});

test('schemas, tables and references are found by their names in the package', () => {
  const found = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { readFileSync } from 'node:fs';
import schema from '${PACKAGE}/schema/tools.json' with { type: 'json' };
const read = (name) => readFileSync(new URL(import.meta.resolve('${PACKAGE}/' + name)), 'utf8');
console.log(JSON.stringify([schema.$schema, read('case-studies.csv').split(',')[0], read('references.bib')[0]]));`,
    ],
    { cwd: consumer, encoding: 'utf8' },
  );

  expect(JSON.parse(found)).toEqual(['https://json-schema.org/draft/2020-12/schema', 'slug', '@']);
});
