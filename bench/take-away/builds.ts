import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { Failure } from '../../src/cli/failure.ts';
import { tellUse } from '../use.ts';
import type { Files } from './parts.ts';

/** What one build took. */
export interface Build {
  readonly seconds: number;
  /** Of all processors together: Node and its threads; Pagefind works in a process of its own. */
  readonly processorSeconds: number;
}

/** What builds keep for the next one, from the root of a project. */
const KEPT = ['.astro', 'node_modules/.astro', 'node_modules/.cache', 'node_modules/.vite'];

/** Makes a project forget what earlier builds have kept. */
export const forget = (project: string): void => {
  for (const path of KEPT) rmSync(join(project, path), { recursive: true, force: true });
};

/** The settings of a build that everybody has, whatever the terminal says. */
export const PLAIN = { BASE_PATH: '/', SITE_URL: undefined, REPOSITORY: '', ASTRO_TELEMETRY_DISABLED: '1' };

/**
 * Builds a project into its dist/, as `npm run build` does, and measures it.
 * @param signal stops it; the promise settles once the build has ended
 * @throws Failure when it does not build or is stopped
 */
export async function build(project: string, signal: AbortSignal): Promise<Build> {
  const folder = mkdtempSync(join(tmpdir(), 'build-use-'));
  try {
    rmSync(join(project, 'dist'), { recursive: true, force: true });
    const use = join(folder, 'use.json');
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', tellUse(use), 'src/cli/build.ts'], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...PLAIN },
    });
    const stop = () => child.kill();
    signal.addEventListener('abort', stop);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    const status = await new Promise<number | null>((done, fail) =>
      child.on('error', fail).on('close', done),
    );
    const seconds = (performance.now() - start) / 1000;
    signal.removeEventListener('abort', stop);
    if (signal.aborted) throw new Failure('stopped: nothing was written');
    if (status !== 0) throw new Failure(`the guide in ${project} does not build:\n${said.slice(-2000)}`);
    const { userCPUTime, systemCPUTime } = JSON.parse(readFileSync(use, 'utf8')) as NodeJS.ResourceUsage;
    return { seconds, processorSeconds: (userCPUTime + systemCPUTime) / 1e6 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The files of a project's last build, with their sizes. */
export function filesOf(project: string, folder = 'dist'): Files {
  const dist = join(project, folder);
  return new Map(
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(dist, path).split(sep).join('/'), statSync(path).size]),
  );
}
