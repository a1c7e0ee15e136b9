import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { measured, peakIn, sessionIn, timesIn } from './measured.ts';

let folder = '';
const signal = new AbortController().signal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'measured-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what Bash tells is read, whatever sign its decimals have', () => {
  expect(timesIn('1.500 0.250 0.125\n')).toEqual({ seconds: 1.5, processorSeconds: 0.375 });
  expect(timesIn('a warning\n1,500 0,250 0,125\n')).toEqual({ seconds: 1.5, processorSeconds: 0.375 });
  expect(() => timesIn('')).toThrow('told no times');
});

test('the highest mark of memory is read, and a process that has ended has none', () => {
  expect(peakIn('Name:\tnode\nVmPeak:\t  99 kB\nVmHWM:\t   2048 kB\n')).toBe(2 * 1024 * 1024);
  expect(peakIn('')).toBe(0);
});

test('the session is read behind the name of the process', () => {
  expect(sessionIn('12 (a (b) c) S 1 12 77 0 -1')).toBe(77);
});

/** A script that works until it has used a share of a second of the processor, and holds so many bytes. */
const work = (milliseconds: number, bytes: number) =>
  `const held = Buffer.alloc(${bytes}, 1); while (process.cpuUsage().user < ${milliseconds * 1000}) held[0]++;`;

test('the processor time and memory of processes that a script starts count too', async () => {
  writeFileSync(join(folder, 'child.mjs'), work(400, 200_000_000));
  writeFileSync(
    join(folder, 'script.mjs'),
    `import { execFileSync } from 'node:child_process'; execFileSync(process.execPath, ['child.mjs']);`,
  );
  const use = await measured({ args: ['script.mjs'], cwd: folder }, signal);

  expect(use.processorSeconds).toBeGreaterThan(0.4);
  expect(use.seconds).toBeGreaterThan(0.2);
  if (process.platform === 'linux') expect(use.peakBytes).toBeGreaterThan(200_000_000);
});

test('a script that fails is told with what it said', async () => {
  writeFileSync(join(folder, 'script.mjs'), `console.error('no such thing'); process.exit(3);`);

  await expect(measured({ args: ['script.mjs'], cwd: folder }, signal)).rejects.toThrow('no such thing');
});

test('a script that is stopped leaves no figures', async () => {
  writeFileSync(join(folder, 'script.mjs'), 'setInterval(() => undefined, 1000);');
  const stopping = new AbortController();
  const running = measured({ args: ['script.mjs'], cwd: folder }, stopping.signal);
  stopping.abort();

  await expect(running).rejects.toThrow('stopped');
});
