import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../src/cli/failure.ts';
import { tellUse } from '../use.ts';

/** What a command took, with all processes that it started. */
export interface Use {
  readonly seconds: number;
  /** Of all processors together, of the command and of every process that it started and waited for. */
  readonly processorSeconds: number;
  /** The most that one of its processes had in memory at once, in bytes. */
  readonly peakBytes: number;
}

/*
 * Bash tells what a command and its children took once they have ended; Node tells it of itself alone. The command
 * writes where it always does, the times go into the file.
 */
const TIMED = 'TIMEFORMAT="%R %U %S"; { time "$@" 2>&4; } 4>&2 2>"$0"';

/** How often memory is looked at, in milliseconds; Linux keeps the highest mark of each process meanwhile. */
const LOOK = 100;

/** The times that Bash wrote: by the clock, and of all processors. */
export function timesIn(times: string): Pick<Use, 'seconds' | 'processorSeconds'> {
  const [seconds = NaN, user = NaN, system = NaN] =
    times.replaceAll(',', '.').trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  if (Number.isNaN(seconds + user + system)) throw new Error(`Bash told no times: "${times}"`);
  return { seconds, processorSeconds: user + system };
}

/** The highest mark of memory in bytes, from a process's `status` as Linux writes it; 0 of one that has ended. */
export const peakIn = (status: string): number => Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;

/** The session that a process belongs to, from its `stat` as Linux writes it; names may hold blanks and brackets. */
export const sessionIn = (stat: string): number =>
  Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[3]);

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** The highest mark of memory of any process of a session, in bytes; 0 where there is no /proc. */
function peakOf(session: number): number {
  let peak = 0;
  let processes: string[];
  try {
    processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return 0;
  }
  for (const id of processes)
    if (sessionIn(read(`/proc/${id}/stat`)) === session)
      peak = Math.max(peak, peakIn(read(`/proc/${id}/status`)));
  return peak;
}

/** A command line of Node, and where it runs. */
export interface Command {
  /** Script and arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a Node script to its end, and measures it with everything that it starts. Memory of processes other than the
 * script itself is seen on Linux only.
 * @param signal stops it with all that it started; the promise settles once it has ended
 * @throws Failure when it fails or is stopped
 */
export async function measured({ args, cwd, env = {} }: Command, signal: AbortSignal): Promise<Use> {
  const folder = mkdtempSync(join(tmpdir(), 'measured-'));
  try {
    const [times, use] = [join(folder, 'times'), join(folder, 'use.json')];
    const child = spawn('bash', ['-c', TIMED, times, process.execPath, '--import', tellUse(use), ...args], {
      cwd,
      // A session of its own, so that its processes can be told from others, and stopped together.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    const stop = () => {
      if (child.pid !== undefined) process.kill(-child.pid);
    };
    signal.addEventListener('abort', stop);
    let peak = 0;
    const look = setInterval(() => (peak = Math.max(peak, peakOf(child.pid ?? 0))), LOOK);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    const status = await new Promise<number | null>((done, fail) =>
      child.on('error', fail).on('close', done),
    ).finally(() => {
      clearInterval(look);
      signal.removeEventListener('abort', stop);
    });
    if (signal.aborted) throw new Failure('stopped: nothing was written');
    if (status !== 0) throw new Failure(`${args.join(' ')} failed in ${cwd}:\n${said.slice(-3000)}`);
    const { maxRSS } = JSON.parse(readFileSync(use, 'utf8')) as NodeJS.ResourceUsage;
    return {
      ...timesIn(readFileSync(times, 'utf8')),
      peakBytes: Math.max(peak, maxRSS * 1024),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
