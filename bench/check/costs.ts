import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readContent } from '../../src/cli/read-content.ts';
import { knownContent } from '../../src/reading/known-content.ts';
import { tellUse } from '../use.ts';
import { generatedCase } from '../generated/case-studies.ts';
import { plainSentencesOf } from '../generated/sentences.ts';

/** What one run of the command cost. */
export interface Cost {
  readonly what: string;
  readonly files: number;
  readonly seconds: number;
  /** Of all processors together. */
  readonly processorSeconds: number;
  /** The most that was in memory at once, in bytes. */
  readonly peakBytes: number;
}

const CHECK = resolve('src/cli/check.ts');

/**
 * Runs the command in a folder that holds `content/`, and measures it.
 * @throws when it finds a slip, since a check that stops early would look fast
 */
async function costOf(what: string, cwd: string, args: readonly string[]): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'check-use-'));
  const use = join(folder, 'use.json');
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', tellUse(use), CHECK, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const status = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0)
    throw new Error(`the check of ${what} ended with ${String(status)}:\n${said.slice(0, 2000)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
    readFileSync(use, 'utf8'),
  ) as NodeJS.ResourceUsage;
  rmSync(folder, { recursive: true });
  return {
    what,
    files: Number(/^(\d+) files?/m.exec(said)?.[1] ?? 0),
    seconds,
    processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakBytes: maxRSS * 1024,
  };
}

/**
 * What the check costs over the real content, over one case study of it, and over the content with generated case
 * studies beside it.
 * @param sizes how many are generated
 */
export async function costsOf(sizes: readonly number[]): Promise<Cost[]> {
  const { content } = readContent('content');
  const known = knownContent(content);
  const surroundings = { ...known, sentences: plainSentencesOf(content.caseStudies) };
  const first = known.caseStudies[0]?.[0] ?? '';
  const costs = [
    await costOf('the catalogue', '.', []),
    await costOf('one case study', '.', [`content/case-studies/${first}.md`]),
  ];
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'generated-cases-'));
    try {
      cpSync('content', join(folder, 'content'), { recursive: true });
      for (let n = 1; n <= size; n += 1) {
        const { slug, text } = generatedCase(n, surroundings);
        writeFileSync(join(folder, 'content/case-studies', `${slug}.md`), text);
      }
      const words = size.toLocaleString('en-GB');
      costs.push(await costOf(`the catalogue and ${words} generated`, folder, []));
      costs.push(await costOf(`one of these ${words}`, folder, ['content/case-studies/generated-1.md']));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return costs;
}
