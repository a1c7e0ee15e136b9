import { expect, test } from 'vitest';
import { indexFileOf } from './dev-index.ts';

test.each([
  ['/pagefind/pagefind.js', '/', 'pagefind.js'],
  ['/pagefind/fragment/en_1.pf_fragment?v=2', '/', 'fragment/en_1.pf_fragment'],
  ['/guide/pagefind/pagefind.js', '/guide/', 'pagefind.js'],
  ['/guide/pagefind/pagefind.js', '/guide', 'pagefind.js'],
])('%s with base %s is the file %s', (address, base, file) => {
  expect(indexFileOf(address, base)).toBe(file);
});

test.each([
  '/',
  '/search/?q=/pagefind/',
  '/pagefind/',
  '/pagefind/../index.html',
  '/pagefind/a/../../x',
  '/guide/pagefind/x',
])('%s is no file of the index', (address) => {
  expect(indexFileOf(address, '/')).toBeUndefined();
});
