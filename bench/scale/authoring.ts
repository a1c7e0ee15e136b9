import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../e2e/fixtures/free-port.ts';
import { Failure } from '../../src/cli/failure.ts';
import { PLAIN } from '../take-away/builds.ts';

/** How often the page is asked for, and how long at most, in milliseconds. */
const ASK = 25;
const PATIENCE = 120_000;

/** Asks for a page until it holds some words. */
async function untilShown(address: string, words: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Failure(`npm run dev ended with ${child.exitCode}`);
    const page = await fetch(address)
      .then((response) => response.text())
      .catch(() => '');
    if (page.includes(words)) return;
    await wait(ASK);
  }
  throw new Failure(`${address} did not show "${words}" within ${PATIENCE / 1000} s`);
}

/**
 * Edits a case study while `npm run dev` runs, as an author does, and tells how long each edit took to be shown, from
 * writing the file until a page that was asked for afterwards holds it, in milliseconds.
 * @param study slug of a case study of the project
 */
export async function editsShown(
  project: string,
  study: string,
  edits: number,
  signal: AbortSignal,
): Promise<number[]> {
  const port = await freePort();
  const child = spawn(process.execPath, ['src/cli/dev.ts'], {
    cwd: project,
    stdio: 'ignore',
    env: { ...process.env, ...PLAIN, PORT: String(port) },
    signal,
  });
  child.on('error', () => undefined);
  try {
    const address = `http://localhost:${port}/case-studies/${study}/`;
    const file = join(project, 'content/case-studies', `${study}.md`);
    await untilShown(address, '</html>', child);
    const times: number[] = [];
    // The first edit finds a server that has shown one page; it is not counted.
    for (let edit = 0; edit <= edits; edit += 1) {
      const words = `An author has edited this ${edit + 1} times.`;
      const text = readFileSync(file, 'utf8').replace(
        /\n## Outcome\n\n(?:An author .*\n\n)?/,
        `\n## Outcome\n\n${words}\n\n`,
      );
      const start = performance.now();
      writeFileSync(file, text);
      await untilShown(address, words, child);
      if (edit > 0) times.push(performance.now() - start);
      // Whatever the server still does about this edit is not to fall on the next.
      await wait(1000);
    }
    return times;
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'close');
      child.kill();
      await ended;
    }
  }
}
