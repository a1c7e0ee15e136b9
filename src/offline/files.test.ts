import { expect, test } from 'vitest';
import { addressIn, pathIn, pathOfFile, planFor, roleOf } from './files.ts';

const SCOPE = 'https://guide.example/guide/';

test.each([
  ['', 'page'],
  ['challenges/concept-drift/', 'page'],
  ['404.html', 'page'],
  ['_astro/Page.rCRLmtbj.css', 'hashed'],
  ['_astro/client.BCO2-pQj.js', 'hashed'],
  ['_astro/fonts/1f7ef5c3.woff2', 'hashed'],
  ['_astro/social-image.png', undefined],
  ['filters.css', 'data'],
  ['favicon.svg', 'data'],
  ['site.webmanifest', 'data'],
  ['search/names.json', 'data'],
  ['compare/tools/mlflow.json', 'data'],
  ['contribute/known.json', 'data'],
  ['pagefind/pagefind.js', 'data'],
  ['pagefind/index/en_1a2b3c4.pf_index', 'data'],
  ['pagefind/pagefind.en_01af94fba5.pf_meta', 'data'],
  ['pagefind/pagefind-worker.js', undefined],
  ['pagefind/pagefind-component-ui.js', undefined],
  ['pagefind/wasm.unknown.pagefind', undefined],
  ['data/catalogue.json', undefined],
  ['data/case-studies.csv', undefined],
  ['challenges/concept-drift.md', undefined],
  ['feed.xml', undefined],
  ['images/challenges/concept-drift.png', undefined],
  ['offline.json', undefined],
  ['offline-worker.js', undefined],
  ['offline-note.css', 'data'],
] as const)('the file %j is to a copy: %s', (path, role) => {
  expect(roleOf(path)).toBe(role);
});

test.each([
  ['index.html', ''],
  ['challenges/index.html', 'challenges/'],
  ['404.html', '404.html'],
  ['about/my-index.html', 'about/my-index.html'],
])('the file %s has the address %j', (file, path) => {
  expect(pathOfFile(file)).toBe(path);
});

test.each([
  ['https://guide.example/guide/', ''],
  ['https://guide.example/guide/search/?q=a%20b#x', 'search/'],
  ['https://guide.example/guide/challenges/index.html', 'challenges/'],
  ['https://guide.example/guide/case-studies/caf%C3%A9%20%23/', 'case-studies/café #/'],
  ['https://guide.example/guide/case-studies/%E0%A4%A/', undefined],
  ['https://guide.example/', undefined],
  ['https://guide.example/guidebook/', undefined],
  ['https://elsewhere.example/guide/', undefined],
])('the address %s has the path %j', (address, path) => {
  expect(pathIn(SCOPE, address)).toBe(path);
});

test('a path leads to its address and back, whatever it holds', () => {
  for (const path of ['', 'tools/mlflow/', 'case-studies/café #?&%/'])
    expect(pathIn(SCOPE, addressIn(SCOPE, path))).toBe(path);
});

const aRequest = (path: string, more: Partial<Parameters<typeof planFor>[0]> = {}) => ({
  method: 'GET',
  url: new URL(path, SCOPE).href,
  mode: 'cors' as const,
  cache: 'default' as const,
  headers: new Headers(),
  ...more,
});

test.each([
  ['a page that is opened', aRequest('about/?x=1', { mode: 'navigate' }), 'page'],
  ['a page that is loaded again', aRequest('about/', { mode: 'navigate', cache: 'reload' }), 'page'],
  ['a download that is opened', aRequest('data/case-studies.csv', { mode: 'navigate' }), 'page'],
  ['a script', aRequest('_astro/client.BCO2-pQj.js'), 'hashed'],
  ['a part of the search', aRequest('pagefind/pagefind-entry.json?ts=1'), 'data'],
  ['a file for download', aRequest('data/catalogue.json'), 'leave'],
  ['the list of the copy', aRequest('offline.json'), 'leave'],
  ['a file that is fetched for the copy', aRequest('about/', { cache: 'reload' }), 'leave'],
  ['what sends something', aRequest('about/', { method: 'POST', mode: 'navigate' }), 'leave'],
  ['what asks only for headers', aRequest('about/', { method: 'HEAD' }), 'leave'],
  ['a part of a file', aRequest('filters.css', { headers: new Headers({ range: 'bytes=0-9' }) }), 'leave'],
  ['another site of the host', aRequest('/', { mode: 'navigate' }), 'leave'],
  ['another host', aRequest('https://elsewhere.example/guide/x.css'), 'leave'],
] as const)('%s: %#', (_what, request, plan) => {
  expect(planFor(request, SCOPE)).toBe(plan);
});
