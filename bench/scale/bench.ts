import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../../src/cli/failure.ts';
import { startBrowser } from '../browser.ts';
import { measureScale, type Plan } from './measure.ts';
import { growthSection, scaleSection, withSection } from './report.ts';
import { PARTS, type Part, type Results } from './results.ts';
import { verdictsOf } from './targets.ts';

const FOLDER = 'bench/results/scale';
const READMES = { 'bench/README.md': scaleSection, 'README.md': growthSection } as const;

const isPart = (name: string): name is Part => (PARTS as readonly string[]).includes(name);

/** Whole numbers from a list such as 1000,5000. */
function numbersIn(option: string, text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.some((number) => !Number.isInteger(number) || number < 1))
    throw new Failure(`--${option} is "${text}": it must be numbers from 1 on`);
  return numbers;
}

/**
 * What is to be measured, from the arguments.
 * @throws Failure when a part is unknown or a number is none
 */
export function planOf(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      peers: { type: 'boolean', default: false },
      runs: { type: 'string', default: '3' },
      sizes: { type: 'string', default: '1000,5000' },
      only: { type: 'string' },
    },
  });
  const named = values.only?.split(',') ?? PARTS;
  const parts = named.filter(isPart);
  const unknown = named.find((name) => !isPart(name));
  if (unknown !== undefined) throw new Failure(`--only names "${unknown}": it takes ${PARTS.join(', ')}`);
  return {
    parts,
    runs: numbersIn('runs', values.runs)[0] ?? 1,
    sizes: [...new Set(numbersIn('sizes', values.sizes))].toSorted((a, b) => a - b),
    peers: values.peers,
  };
}

function keep(results: Results): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(FOLDER, 'results.md'), `${scaleSection(results)}\n`);
}

/**
 * Measures how the guide grows: its builds, pages, search, check and authoring over generated catalogues, beside other
 * generators when they are asked for; prints every target beside its measured value, and writes the figures into
 * bench/results/scale/ and, when all parts were measured, the READMEs.
 * @param args `--sizes` generated case studies, `--runs` measurements of each sort, `--only` parts, `--peers`
 * @returns 1 when a target is missed
 */
export async function benchScale(args: readonly string[]): Promise<number> {
  const plan = planOf(args);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bench-scale-')));
  const stopped = new AbortController();
  const stop = () => {
    stopped.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const browser = await startBrowser();
  try {
    const about = {
      date: new Date().toISOString().slice(0, 10),
      machine: { cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: cpus().length },
      chromium: browser.version(),
    };
    const results = await measureScale(plan, { browser, folder, signal: stopped.signal, about, keep });
    keep(results);
    console.log(`\n${scaleSection(results)}`);
    if (plan.parts.length === PARTS.length)
      for (const [readme, sectionOf] of Object.entries(READMES))
        writeFileSync(readme, withSection(readFileSync(readme, 'utf8'), sectionOf(results)));
    return verdictsOf(results).some(({ met }) => met === false) ? 1 : 0;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
