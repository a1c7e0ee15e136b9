import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { issueBody, outsideLinks, reportOf, skipsOf, type CheckedLink } from './outside-links.ts';

const link = (
  state: CheckedLink['state'],
  url: string,
  parent = './',
  status = state === 'OK' ? 200 : 404,
): CheckedLink => ({ url, state, status, parent });

test('a skip is a pattern and its reason; comments and empty lines are neither', () => {
  expect(skipsOf('# why\n\n^https://a\\.example/  # asks for a login\n')).toEqual([
    { pattern: /^https:\/\/a\.example\//, reason: 'asks for a login' },
  ]);
});

test.each([
  ['^https://a', 'line 1: write the pattern, then "#" and the reason'],
  ['^https://a #', 'line 1: write the pattern, then "#" and the reason'],
  ['# fine\n( # no end', 'line 2: "(" is no regular expression'],
])('the list %j is refused', (text, message) => {
  expect(() => skipsOf(text)).toThrow(message);
});

test('every skip of the project has a reason', () => {
  expect(skipsOf(readFileSync('.github/link-skips.txt', 'utf8')).length).toBeGreaterThan(0);
});

test('a broken address is told once, with every page that names it; own pages are left out', () => {
  const report = reportOf([
    { url: './', state: 'OK', status: 200 },
    link('BROKEN', 'gone/'),
    link('BROKEN', 'https://a.example/b', 'tools/b/'),
    link('BROKEN', 'https://a.example/b', 'tools/a/'),
    link('BROKEN', 'https://a.example/a', './', 0),
    link('OK', 'https://a.example/', 'tools/a/'),
    link('SKIPPED', 'https://b.example/', 'tools/a/'),
    link('SKIPPED', 'mailto:a@a.example', 'tools/a/'),
  ]);

  expect(report).toEqual({
    broken: [
      { url: 'https://a.example/a', status: 0, pages: ['/'] },
      { url: 'https://a.example/b', status: 404, pages: ['/tools/a/', '/tools/b/'] },
    ],
    answered: 1,
    skipped: 1,
  });
});

test('nothing broken needs no issue', () => {
  expect(issueBody({ broken: [], answered: 9, skipped: 2 })).toBe('');
});

test('the issue says what is broken, how, and where', () => {
  const body = issueBody({
    broken: [
      { url: 'https://a.example/a', status: 0, pages: ['/'] },
      {
        url: 'https://a.example/b',
        status: 404,
        pages: ['1', '2', '3', '4', '5', '6', '7'].map((n) => `/${n}/`),
      },
    ],
    answered: 8,
    skipped: 3,
  });

  expect(body).toContain('2 of 10 addresses');
  expect(body).toContain('- <https://a.example/a> (no answer) on `/`\n');
  expect(body).toContain('(answers 404) on `/1/`, `/2/`, `/3/`, `/4/`, `/5/` and 2 more\n');
  expect(body).toContain('3 addresses were not judged');
});

test('an address cannot write into the issue', () => {
  const body = issueBody({
    broken: [{ url: 'https://a.example/> @everyone <img src=x>\n# `x', status: 404, pages: ['/`# a'] }],
    answered: 1,
    skipped: 0,
  });

  expect(body).toContain(
    "- <https://a.example/%3E%20@everyone%20%3Cimg%20src=x%3E%0A#%20%60x> (answers 404) on `/'# a`\n",
  );
});

test('an issue that would be too long ends early and says so', () => {
  const broken = Array.from({ length: 3000 }, (_, i) => ({
    url: `https://a.example/${i}`,
    status: 404,
    pages: ['/tools/'],
  }));
  const body = issueBody({ broken, answered: 0, skipped: 0 });

  expect(body.length).toBeLessThan(65_536);
  const shown = body.match(/^- /gm)?.length ?? 0;
  expect(body).toContain(`and ${3000 - shown} more`);
});

let root = '';
let outside: Server;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'outside-links-'));
  outside = createServer((request, response) => {
    response.writeHead(Number(request.url?.slice(1)) || 200).end();
  });
  await new Promise<void>((ready) => outside.listen(0, '127.0.0.1', ready));
});
afterEach(() => {
  outside.close();
  rmSync(root, { recursive: true });
});

test('a built site is followed from its front page, and the world outside is asked', async () => {
  const there = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  const pages = {
    'index.html': '<a href="/a/">a</a><a href="/nowhere/">own slip</a>',
    'a/index.html': ['200', '404', '403', 'skipped']
      .map((path) => `<a href="${there}/${path}">x</a>`)
      .join(''),
  };
  for (const [file, html] of Object.entries(pages)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), html);
  }

  expect(await outsideLinks(root, [{ pattern: /skipped/, reason: 'a test' }])).toEqual({
    broken: [{ url: `${there}/404`, status: 404, pages: ['/a/'] }],
    answered: 1,
    skipped: 2,
  });
});
