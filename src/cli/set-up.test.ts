import { expect, test } from 'vitest';
import { browserPlaces, explain, logOf, needsInstall, withPath } from './set-up.mjs';

const astro = { version: '7.3.4', integrity: 'sha512-a' };
const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/astro': astro,
    'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-f', optional: true },
  },
};

test('nothing is installed again when everything for this machine is there', () => {
  expect(needsInstall(wanted, { packages: { 'node_modules/astro': { ...astro } } })).toBe(false);
});

test.each([
  ['there is no record of an installation', undefined],
  ['the record is empty', {}],
  ['a package is missing', { packages: {} }],
  ['a package has another version', { packages: { 'node_modules/astro': { ...astro, version: '7.3.3' } } }],
  [
    'a package has other contents',
    { packages: { 'node_modules/astro': { ...astro, integrity: 'sha512-b' } } },
  ],
])('an installation is needed when %s', (_, installed) => {
  expect(needsInstall(wanted, installed)).toBe(true);
});

test.each([
  [
    'npm error code ENOTFOUND\nnpm error network request to https://registry.npmjs.org/a failed',
    /registry cannot be reached \(ENOTFOUND\)/,
  ],
  ['npm ERR! code ECONNREFUSED\nnpm ERR! syscall connect', /registry cannot be reached \(ECONNREFUSED\)/],
  ['npm error code EAI_AGAIN', /registry cannot be reached/],
  ['npm error code ETIMEDOUT', /registry cannot be reached/],
  [
    'npm error code 1\nnpm error path /x/node_modules/node\nnpm error npm error code ENOTFOUND',
    /registry cannot be reached/,
  ],
  ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /certificate is not trusted/],
  ['npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /certificate is not trusted/],
  [
    'npm error code ENOSPC\nnpm error errno -28\nnpm error nospc ENOSPC: no space left on device, write',
    /disk is full/,
  ],
  [
    'npm error code EACCES\nnpm error syscall mkdir\nnpm error path /x/node_modules',
    /no permission .*\(EACCES\)/,
  ],
  ['npm error code EROFS', /no permission .*\(EROFS\)/],
  ['npm error code E403\nnpm error 403 Forbidden', /refuses you \(E403\)/],
  [
    'npm error code EUSAGE\nnpm error The `npm ci` command can only install with an existing package-lock.json or',
    /package-lock\.json is missing/,
  ],
  [
    'npm error code EUSAGE\nnpm error `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync.',
    /out of step with package\.json/,
  ],
  [
    'npm error code EINTEGRITY\nnpm error sha512-a integrity checksum failed',
    /^npm says: sha512-a integrity checksum failed$/,
  ],
  ['', /^npm says: nothing$/],
])('%j is explained in one line', (output, line) => {
  expect(explain(output)).toMatch(line);
  expect(explain(output)).not.toContain('\n');
});

test("npm's own log is found in what it prints", () => {
  expect(
    logOf('npm error A complete log of this run can be found in: /root/.npm/_logs/x-debug-0.log\n'),
  ).toBe('/root/.npm/_logs/x-debug-0.log');
  expect(logOf('npm error code ENOSPC')).toBeUndefined();
});

test('a browser is looked for on the path and in the usual places of each system', () => {
  expect(browserPlaces('linux', { PATH: '/opt/bin' })).toEqual(
    expect.arrayContaining(['/opt/bin/chromium', '/usr/bin/chromium', '/usr/bin/google-chrome']),
  );
  expect(browserPlaces('darwin', { HOME: '/Users/a' })).toEqual(
    expect.arrayContaining(['/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium']),
  );
  expect(browserPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' })[0]).toBe(
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  );
});

test('a folder goes to the front of the path, under the name that the path has', () => {
  expect(withPath({ Path: 'b;c' }, 'a', ';')).toEqual({ Path: 'a;b;c' });
  expect(withPath({}, 'a')).toEqual({ PATH: 'a' });
});
