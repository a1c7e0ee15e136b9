import { expect, test } from 'vitest';
import { openSearchXml } from './open-search.ts';
import { GUIDE } from '../model/guide.ts';

test('a browser is told the full address of a search', () => {
  expect(openSearchXml((path) => `https://guide.example/guide${path}`)).toContain(
    '<Url type="text/html" template="https://guide.example/guide/search/?q={searchTerms}"/>',
  );
});

test('an address is escaped for XML', () => {
  expect(openSearchXml((path) => `https://guide.example${path}?a=1&b="<>`)).toContain(
    '?a=1&amp;b=&quot;&lt;&gt;',
  );
});

test('names are as short as OpenSearch 1.1 wants them', () => {
  expect(GUIDE.shortTitle.length).toBeLessThanOrEqual(16);
  expect(GUIDE.title.length).toBeLessThanOrEqual(48);
  expect(GUIDE.summary.length).toBeLessThanOrEqual(1024);
});
