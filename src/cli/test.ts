import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countsOfPlaywright, countsOfStatus, countsOfVitest, sumOf, type Counts } from './counts.ts';
import { differences } from './differences.ts';
import { Failure, runMain } from './failure.ts';

const REPORTS = mkdtempSync(join(tmpdir(), 'field-guide-test-'));

/** Settings that must not leak from the terminal, or from a code host, into the builds. */
const PLAIN = { BASE_PATH: '/', SITE_URL: undefined, PORT: undefined, REPOSITORY: '' };

/** What the command can be told besides the steps. */
interface Settings {
  /** How many case studies are generated for the large site. */
  readonly cases: number;
  /** Whether how everything looks today becomes what it should look like. */
  readonly renew: boolean;
}

/** One thing that the test command does. */
interface Step {
  readonly name: string;
  readonly says: string;
  /** Steps whose failure makes this one pointless. */
  readonly after?: readonly string[];
  readonly run: (settings: Settings) => Promise<Counts>;
}

/** Runs a script on this Node, its output shown as it comes; tells whether it ended well. */
const script = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  new Promise<boolean>((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    const stop = (signal: NodeJS.Signals) => {
      child.kill(signal);
      child.once('close', () => process.exit(1));
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    child.on('error', reject);
    child.on('close', (status) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(status === 0);
    });
  });

/** The script behind the command of an installed package. */
function command(name: string): string {
  const { bin } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return join('node_modules', name, typeof bin === 'string' ? bin : (bin[name] ?? ''));
}

const step = async (args: readonly string[], env?: NodeJS.ProcessEnv) =>
  countsOfStatus(await script(args, env));

/** Runs a test runner, and counts from the report that it leaves behind. */
async function tests(
  args: readonly string[],
  report: string,
  counts: (report: string, ok: boolean) => Counts,
  env?: NodeJS.ProcessEnv,
) {
  const ok = await script(args, env);
  return existsSync(report) ? counts(readFileSync(report, 'utf8'), ok) : countsOfStatus(false);
}

/** Lints, once Astro has written the types of the content, which many rules read. */
async function lint(): Promise<Counts> {
  if (!existsSync('.astro/types.d.ts') && !(await script([command('astro'), 'sync'])))
    return countsOfStatus(false);
  return step([command('eslint'), '.']);
}

/** Checks types; the service worker's by themselves, since it runs where there is no DOM. */
const checkTypes = async (): Promise<Counts> =>
  sumOf([
    await step([command('astro'), 'check', '--minimumSeverity', 'warning']),
    await step(['node_modules/typescript/bin/tsc', '-p', 'src/offline/worker']),
  ]);

async function buildsTheSame(): Promise<Counts> {
  try {
    if (!(await script(['src/cli/build.ts', '--outDir', 'dist-again', '--force'], PLAIN)))
      return countsOfStatus(false);
    const found = differences('dist', 'dist-again');
    if (found.length > 0)
      console.error(
        `Two builds of the same files differ in ${found.length}:\n  ${found.slice(0, 20).join('\n  ')}`,
      );
    return countsOfStatus(found.length === 0);
  } finally {
    rmSync('dist-again', { recursive: true, force: true });
  }
}

/** How many case studies the large site has besides those of the guide, unless someone asks for more. */
const LARGE_CASES = 700;

/** Builds the large site, and runs its own tests on it. */
async function testsOfLarge(cases: number): Promise<Counts> {
  const built = await step(['e2e/fixtures/large-project.ts', '--cases', String(cases)], PLAIN);
  if (built.failed > 0) return built;
  const report = join(REPORTS, 'large.json');
  const found = await tests(
    [command('playwright'), 'test', '-c', 'e2e', '--reporter=list,json'],
    report,
    countsOfPlaywright,
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report, REPOSITORY: '', LARGE: 'yes' },
  );
  return sumOf([built, found]);
}

/** Builds the gallery of components, and compares it and the pages of the guide with how they looked. */
async function testsOfLooks(renew: boolean): Promise<Counts> {
  const built = await step(['e2e/fixtures/gallery-project.ts'], PLAIN);
  if (built.failed > 0) return built;
  const report = join(REPORTS, 'looks.json');
  const found = await tests(
    [
      command('playwright'),
      'test',
      '-c',
      'e2e',
      '--reporter=list,json',
      ...(renew ? ['--update-snapshots=all'] : []),
    ],
    report,
    countsOfPlaywright,
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report, REPOSITORY: '', LOOKS: 'yes' },
  );
  return sumOf([built, found, ...(renew ? [await step(['e2e/fixtures/small-looks.ts'])] : [])]);
}

const UNIT_REPORT = join(REPORTS, 'unit.json');
const E2E_REPORT = join(REPORTS, 'e2e.json');

const STEPS: readonly Step[] = [
  { name: 'check', says: 'the content follows the rules', run: () => step(['src/cli/check.ts']) },
  {
    name: 'format',
    says: 'files are formatted',
    run: () => step([command('prettier'), '--check', '--log-level', 'warn', '.']),
  },
  {
    name: 'types',
    says: 'types fit',
    run: checkTypes,
  },
  { name: 'lint', says: 'code follows the house rules', run: lint },
  {
    name: 'unit',
    says: 'functions do what they say',
    run: () =>
      tests(
        [
          command('vitest'),
          'run',
          '--exclude=e2e/**',
          '--exclude=dist*/**',
          '--exclude=node_modules/**',
          // Nothing is timed: a loaded machine is no fault of a function.
          '--testTimeout=120000',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${UNIT_REPORT}`,
        ],
        UNIT_REPORT,
        countsOfVitest,
      ),
  },
  { name: 'build', says: 'the site builds', run: () => step(['src/cli/build.ts'], PLAIN) },
  {
    name: 'base',
    says: 'the site builds under a base path',
    run: () =>
      step(['src/cli/build.ts', '--outDir', 'dist-guide'], {
        ...PLAIN,
        BASE_PATH: '/guide/',
        SITE_URL: 'https://guide.example',
        REPOSITORY: 'example/guide',
      }),
  },
  { name: 'again', says: 'a second build is the same, byte for byte', after: ['build'], run: buildsTheSame },
  {
    name: 'edited',
    says: 'a build after an edit is the same as one from nothing',
    run: () => step(['e2e/fixtures/edited-project.ts'], PLAIN),
  },
  {
    name: 'hostile',
    says: 'the site builds with hostile case studies and no check',
    run: () => step(['e2e/fixtures/hostile-project.ts'], PLAIN),
  },
  {
    name: 'large',
    says: 'a large site builds, and its pages stay usable',
    run: ({ cases }) => testsOfLarge(cases),
  },
  {
    name: 'e2e',
    says: 'readers can use the site',
    after: ['build', 'base', 'hostile'],
    run: () =>
      tests(
        [command('playwright'), 'test', '-c', 'e2e', '--reporter=list,json'],
        E2E_REPORT,
        countsOfPlaywright,
        {
          PLAYWRIGHT_JSON_OUTPUT_NAME: E2E_REPORT,
          REPOSITORY: '',
        },
      ),
  },
  {
    name: 'looks',
    says: 'components and pages look as they did',
    after: ['build'],
    run: ({ renew }) => testsOfLooks(renew),
  },
];

/** The steps that someone asks for by name, in their own order; all when none is named. */
function chosen(only: string | undefined): readonly Step[] {
  if (only === undefined) return STEPS;
  const names = only.split(',');
  const unknown = names.filter((name) => !STEPS.some((each) => each.name === name));
  if (unknown.length > 0)
    throw new Failure(
      `there is no step "${unknown.join('", "')}": choose from ${STEPS.map(({ name }) => name).join(', ')}`,
    );
  return STEPS.filter(({ name }) => names.includes(name));
}

/** Runs the steps, all of them even when one fails; gives the exit status. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      cases: { type: 'string' },
      renew: { type: 'boolean', default: false },
    },
  });
  const cases = values.cases === undefined ? LARGE_CASES : Number(values.cases);
  if (!Number.isInteger(cases) || cases < LARGE_CASES)
    throw new Failure(`--cases is a number from ${LARGE_CASES}: fewer leave lists in one page`);
  const all: Counts[] = [];
  const failed = new Set<string>();
  const summary: string[] = [];
  for (const { name, says, after, run } of chosen(values.only)) {
    const start = performance.now();
    console.log(`\n── ${name}: ${says}`);
    const broken = after?.filter((each) => failed.has(each)) ?? [];
    const left = broken.length > 0;
    const counts = left ? { passed: 0, failed: 0, skipped: 1 } : await run({ cases, renew: values.renew });
    all.push(counts);
    if (counts.failed > 0) failed.add(name);
    const verdict = left
      ? `left out: it needs ${broken.join(' and ')}`
      : counts.failed > 0
        ? 'FAILED'
        : 'passed';
    const line = `${name}: ${verdict} (${((performance.now() - start) / 1000).toFixed(1)} s)`;
    console.log(`── ${line}`);
    summary.push(line);
  }
  rmSync(REPORTS, { recursive: true, force: true });
  const total = sumOf(all);
  console.log(`\n${summary.join('\n')}`);
  if (total.skipped > 0)
    console.log(`${total.skipped} left out: nothing may be, so this run counts as failed`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed + total.skipped === 0 ? 0 : 1;
}

if (import.meta.main) await runMain(main);
