// @ts-check
/*
 * Every npm script starts here: node src/cli/set-up.mjs [--browser] <script> [arguments…]
 *
 * On a fresh clone this runs on whatever Node the machine has, so it is plain JavaScript without dependencies
 * (Node 14 and later). It installs what package-lock.json asks for, finds a browser when asked to, and runs the
 * script on the Node that the project pins. It starts that Node by its path: a shell that has once found `node`
 * would go on using the old one. Its own words go to stderr; stdout belongs to the script.
 */
import { spawn } from 'node:child_process';
import fs, { existsSync, mkdirSync, readFileSync, realpathSync, rmdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const WINDOWS = process.platform === 'win32';
const NODE = join(MODULES, 'node', 'bin', WINDOWS ? 'node.exe' : 'node');
const MINUTE = 60000;
/** What node_modules takes, a little rounded up. */
const MEGABYTES = 700;

const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/** Ends the set-up with one line for people. */
class Stop extends Error {}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Package
 * @typedef {{ packages?: Record<string, Package> }} Lockfile
 * @typedef {{ status: number | null, signal: NodeJS.Signals | null, output: string, error?: NodeJS.ErrnoException }} Ending
 */

/**
 * Whether node_modules differs from what the lockfile asks for. npm leaves a list of what it installed in
 * node_modules/.package-lock.json, so an `npm ci` by hand counts too, and one that was broken off does not.
 * Optional packages are left out: which of them are installed depends on the machine.
 * @param {Lockfile} wanted
 * @param {Lockfile | undefined} installed
 */
export function needsInstall(wanted, installed) {
  const present = (installed && installed.packages) || {};
  return Object.entries(wanted.packages || {}).some(([place, { version, integrity, optional }]) => {
    if (place === '' || optional) return false;
    const found = present[place];
    return !found || found.version !== version || found.integrity !== integrity;
  });
}

/** What npm's errors mean; the first that fits counts. @type {[RegExp, (word: string) => string][]} */
const MEANINGS = [
  [/\b(ENOSPC)\b/, () => 'the disk is full: free about 1 GB and run the command again'],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    (code) =>
      `no permission to write here or to npm's cache (${code}): make both yours, or work on a copy that is`,
  ],
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b/,
    (code) =>
      `the npm registry cannot be reached (${code}): check the network or proxy and run the command again`,
  ],
  [
    /\b(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]*CERT[A-Z_]*|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_[A-Z_]+)\b/,
    (code) =>
      `the npm registry's certificate is not trusted (${code}): set NODE_EXTRA_CA_CERTS to your network's certificate`,
  ],
  [
    /\b(E401|E403)\b/,
    (code) => `the npm registry refuses you (${code}): check the registry and login in your .npmrc`,
  ],
  [
    /can only install with an existing package-lock/,
    () => 'package-lock.json is missing or cannot be read: restore it with "git checkout package-lock.json"',
  ],
  [
    /package\.json and package-lock\.json|lock file's .* does not satisfy|Missing: .* from lock file/,
    () =>
      'package-lock.json is out of step with package.json: run "npm install --package-lock-only" and commit both',
  ],
];

/**
 * One line that says why npm failed and what to do, from what npm printed.
 * @param {string} output
 */
export function explain(output) {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(output);
  for (const text of code && code[1] ? [code[1], output] : [output])
    for (const [pattern, meaning] of MEANINGS) {
      const match = pattern.exec(text);
      if (match) return meaning(match[1] || '');
    }
  const words = output.split('\n').map((line) => line.replace(/^npm (?:error|ERR!)\s*/, '').trim());
  const said = words.find((line) => line !== '' && !/^(code|errno|path|command) /.test(line));
  return `npm says: ${said || 'nothing'}`;
}

/**
 * Where npm keeps the full record of a failure, from what npm printed.
 * @param {string} output
 * @returns {string | undefined}
 */
export function logOf(output) {
  const match = /complete log of this run can be found in:\s*(?:npm (?:error|ERR!)\s*)?(.+)/.exec(output);
  return match && match[1] ? match[1].trim() : undefined;
}

/**
 * Places where systems keep Chromium, Chrome or (on Windows) Edge, likeliest first.
 * @param {string} platform as in process.platform
 * @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
export function browserPlaces(platform, env) {
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium'].flatMap((name) =>
      ['', env['HOME'] || ''].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  if (platform === 'win32')
    return [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
      .flatMap((name) =>
        ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
          (key) => env[key] && `${env[key]}\\${name}`,
        ),
      )
      .filter(isText);
  const folders = [...(env['PATH'] || '').split(':').filter(Boolean), '/usr/bin', '/snap/bin'];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return [...new Set(names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)))];
}

/** @returns {value is string} */
const isText = (/** @type {string | undefined} */ value) => typeof value === 'string' && value !== '';

/**
 * The environment with a folder put first on the path, whatever the system calls the path (`Path` on Windows).
 * @param {Record<string, string | undefined>} env
 * @param {string} folder
 * @param {string} [separator]
 */
export function withPath(env, folder, separator = delimiter) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
  return { ...env, [key]: [folder, env[key]].filter(isText).join(separator) };
}

/**
 * Runs a command to its end, passing on the signals that ask this process to stop. When npm is stopped, only the shell
 * between npm and this process hears of it; that this process has then lost its parent is taken for the same wish.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ inherit?: boolean, shell?: boolean, limit?: number, env?: NodeJS.ProcessEnv }} [options] `inherit` lets it
 *   talk to the terminal; without it the output is gathered. `limit` is in milliseconds.
 * @returns {Promise<Ending>}
 */
function run(command, args, { inherit = false, shell = false, limit = 0, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      shell,
      stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const listeners = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']).map((signal) => {
      const listener = () => void child.kill(signal);
      process.on(signal, listener);
      return { signal, listener };
    });
    const parent = process.ppid;
    const orphaned = () => process.ppid !== parent && process.env['npm_lifecycle_event'] !== undefined;
    const watch = setInterval(() => void (orphaned() && child.kill('SIGTERM')), 500);
    const timer = limit > 0 ? setTimeout(() => child.kill(), limit) : undefined;
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      if (stream) stream.on('data', (part) => (output += part));
    const finish = (/** @type {Partial<Ending>} */ ending) => {
      if (timer) clearTimeout(timer);
      clearInterval(watch);
      for (const { signal, listener } of listeners) process.off(signal, listener);
      resolve({ status: null, signal: null, output, ...ending });
    };
    child.on('error', (error) => finish({ error: /** @type {NodeJS.ErrnoException} */ (error) }));
    child.on('close', (status, signal) => finish({ status, signal }));
  });
}

/** @returns {Lockfile | undefined} */
function lockfile(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const pinnedNodeRuns = async () => existsSync(NODE) && (await run(NODE, ['--version'])).status === 0;

/**
 * Stops before npm does when there is no place for the dependencies: npm's own words for that mislead.
 * @param {boolean} first whether nothing is installed yet
 */
function demandPlace(first) {
  const probe = join(ROOT, `.set-up-${process.pid}`);
  mkdirSync(probe);
  rmdirSync(probe);
  if (!first || !fs.statfsSync) return; // Node before 18.15 cannot tell
  const { bavail, bsize } = fs.statfsSync(ROOT);
  const free = (bavail * bsize) / 1e6;
  if (free < MEGABYTES)
    throw new Stop(
      `the disk is full: the dependencies take ${MEGABYTES} MB and ${Math.floor(free)} MB are free; make room and run the command again`,
    );
}

async function installDependencies() {
  const wanted = lockfile(join(ROOT, 'package-lock.json'));
  if (!wanted) throw new Stop(explain('can only install with an existing package-lock'));
  const first = !existsSync(MODULES);
  if (!needsInstall(wanted, lockfile(join(MODULES, '.package-lock.json'))) && (await pinnedNodeRuns()))
    return;

  demandPlace(first);
  say(`Installing dependencies (${first ? 'first run' : 'they have changed'}, about a minute)…`);
  const start = Date.now();
  const args = [
    ...['ci', '--loglevel=error', '--no-audit', '--no-fund'],
    // Dependencies of the tests and of this platform are needed whatever the user's settings.
    ...['--include=dev', '--include=optional'],
    // The packages run on the pinned Node: it does not matter that the system's may be too old for them.
    '--no-engine-strict',
    // Without a network npm would try for more than a minute before it says so.
    ...['--fetch-retries=3', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=6000'],
  ];
  const npm = process.env['npm_execpath'] || '';
  const { status, signal, output, error } = /npm-cli\.c?js$/.test(npm)
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args, { shell: WINDOWS });
  if (error && error.code === 'ENOENT')
    throw new Stop(
      'npm is not installed: install Node.js with npm from https://nodejs.org and run the command again',
    );
  if (signal) throw new Stop(`the installation was broken off (${signal}): run the command again`);
  if (error || status !== 0) {
    const log = logOf(output);
    throw new Stop(explain(error ? error.message : output) + (log ? `\nnpm's full log: ${log}` : ''));
  }
  if (!(await pinnedNodeRuns()))
    throw new Stop(
      `${NODE} does not run: it is set up by an install script, so allow those (npm config get ignore-scripts), ` +
        'delete node_modules and run the command again',
    );
  say(`Dependencies installed in ${Math.round((Date.now() - start) / 1000)} s.`);
}

/** Whether a browser is there and starts; Windows has no way to ask without opening a window. */
const works = async (/** @type {string} */ path) =>
  existsSync(path) && (WINDOWS || (await run(path, ['--version'], { limit: MINUTE / 2 })).status === 0);

/** The browser that Playwright has, or would have, downloaded. */
const playwrightBrowser = async () =>
  (await run(NODE, ['-p', 'require("playwright").chromium.executablePath()'])).output.trim();

/** @returns {Promise<string | undefined>} */
async function installedBrowser() {
  for (const path of [await playwrightBrowser(), ...browserPlaces(process.platform, process.env)])
    if (await works(path)) return path;
  return undefined;
}

/** @returns {Promise<string>} the path of a browser for the tests */
async function browser() {
  for (const name of ['BROWSER_PATH', 'CHROMIUM_PATH']) {
    const path = process.env[name];
    if (!path) continue;
    if (await works(path)) return path;
    throw new Stop(
      `${name} is "${path}", and that is no browser that starts: correct it, or unset it to have one looked for`,
    );
  }
  const found = await installedBrowser();
  if (found) return found;

  say('Installing a browser for the tests (once, a few minutes)…');
  await run(NODE, [join(MODULES, 'playwright', 'cli.js'), 'install', 'chromium'], { limit: 10 * MINUTE });
  if (await works(await playwrightBrowser())) return playwrightBrowser();
  if (process.getuid && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env, limit: 5 * MINUTE });
    await run('apt-get', ['install', '-y', 'chromium'], { env, limit: 15 * MINUTE });
  }
  const installed = await installedBrowser();
  if (installed) return installed;
  throw new Stop(
    'the tests need a browser, none was found, and none could be installed:\n' +
      'install Chromium or Chrome, or set BROWSER_PATH to the program of one, and run the command again',
  );
}

async function main(/** @type {string[]} */ args) {
  const needsBrowser = args[0] === '--browser';
  const command = needsBrowser ? args.slice(1) : args;
  if (command.length === 0)
    throw new Stop('usage: node src/cli/set-up.mjs [--browser] <script> [arguments…]');
  await installDependencies();
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...withPath(process.env, join(MODULES, '.bin')), ASTRO_TELEMETRY_DISABLED: '1' };
  if (needsBrowser) env['BROWSER_PATH'] = await browser();

  const { status, signal, error } = await run(NODE, command, { inherit: true, env });
  if (error) throw error;
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = status === null ? 1 : status;
}

const isProgram = process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isProgram)
  main(process.argv.slice(2)).catch((error) => {
    say(`set-up: ${error instanceof Stop ? error.message : explain(String(error))}`);
    process.exitCode = 1;
  });
