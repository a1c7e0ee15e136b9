import { expect, test } from 'vitest';
import { linksOf, releaseSeen } from './tool-facts.ts';

test('a release is told with its day, where it is known', () => {
  expect(releaseSeen({ version: '1.2', published: '2025-12', registry: 'PyPI' })).toBe('1.2, 2025-12');
  expect(releaseSeen({ version: '1.2', registry: 'PyPI' })).toBe('1.2');
});

test('the links of a tool hold its home page once', () => {
  const homepage = 'https://example.org/';

  expect(
    linksOf({ homepage, repository: 'https://example.org/code', docs: 'https://example.org/docs' }),
  ).toEqual([
    { title: 'Home page', address: homepage },
    { title: 'Repository', address: 'https://example.org/code' },
    { title: 'Documentation', address: 'https://example.org/docs' },
  ]);
  expect(linksOf({ homepage, repository: homepage, docs: homepage })).toEqual([
    { title: 'Home page', address: homepage },
  ]);
});
