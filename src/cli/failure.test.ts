import { expect, test } from 'vitest';
import { Failure, lineFor, reportOf } from './failure.ts';

const systemError = (details: object) => Object.assign(new Error('raw words of the system'), details);

test.each([
  [{ code: 'EADDRINUSE', syscall: 'listen', port: 4321 }, /^port 4321 is taken .*PORT=4322/],
  [{ code: 'EADDRINUSE', syscall: 'listen', port: 65_535 }, /^port 65535 is taken .*PORT=4321/],
  [{ code: 'EACCES', syscall: 'listen', port: 80 }, /^port 80 needs special rights/],
  [
    { code: 'ENOSPC', syscall: 'write', path: 'dist/index.html' },
    /^the disk is full \(dist\/index\.html\): free/,
  ],
  [{ code: 'ENOSPC', syscall: 'watch', path: 'src' }, /^the system watches too many files/],
  [{ code: 'EACCES', syscall: 'open', path: 'dist' }, /^no permission \(dist\)/],
  [{ code: 'EROFS', syscall: 'mkdir', path: 'dist' }, /^no permission \(dist\)/],
  [{ code: 'EMFILE', syscall: 'open' }, /^too many files are open/],
  [{ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'example.org' }, /^example\.org cannot be reached/],
  [{ code: 'ECONNREFUSED', syscall: 'connect' }, /^another machine cannot be reached/],
])('%o becomes one line for people', (details, line) => {
  expect(lineFor(systemError(details))).toMatch(line);
  expect(lineFor(systemError(details))).not.toContain('\n');
});

test('the cause of an error is told when the error itself says nothing', () => {
  const error = new Error('the build stopped', { cause: systemError({ code: 'ENOSPC', syscall: 'write' }) });

  expect(lineFor(error)).toMatch(/^the disk is full/);
});

test("Astro's own errors say where, what and how to mend it", () => {
  const error = systemError({
    type: 'MarkdownError',
    hint: 'Close the tag.',
    loc: { file: 'a.mdx', line: 3, column: 7 },
  });

  expect(lineFor(error)).toBe('a.mdx:3:7: raw words of the system\nClose the tag.');
});

test('a failure of ours is printed as it is', () => {
  expect(reportOf(new Failure('nothing is built'))).toBe('nothing is built');
});

test('an error that nobody foresaw is shown in full, as a bug to report', () => {
  const report = reportOf(new TypeError('x is not a function'));

  expect(report).toContain('TypeError: x is not a function\n    at ');
  expect(report).toMatch(/This is a bug; please report it/);
});
