import { validateCFFFile, type CFF } from 'cffjs';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContent } from './cli/read-content.ts';
import { GUIDE, SURVEY } from './model/guide.ts';
import { release } from './release.ts';

const file = validateCFFFile('CITATION.cff') as CFF & Record<string, unknown>;
const { works } = readContent('content').content;

test('CITATION.cff follows the Citation File Format 1.2.0, by an independent reader', () => {
  expect(readFileSync('CITATION.cff', 'utf8')).toMatch(/^cff-version: 1\.2\.0$/m);
  expect(() => validateCFFFile('CITATION.cff')).not.toThrow();
});

test('CITATION.cff says of the guide what its pages say', () => {
  expect(file.title).toBe(GUIDE.title);
  expect(file.authors).toEqual([{ name: GUIDE.contributors }]);
  expect(file.version).toBe(release.version);
  expect(file.type).toBe('dataset');
});

test('CITATION.cff names the licence of the content', () => {
  expect(file.license).toBe('CC-BY-4.0');
  expect(readFileSync('LICENSE', 'utf8')).toContain('https://creativecommons.org/licenses/by/4.0/');
});

test('CITATION.cff names the survey as the bibliography does', () => {
  const { csl } = works.find(({ key }) => key === SURVEY[2022]) ?? {};

  expect(file['references']).toEqual([
    {
      type: 'article',
      title: csl?.title,
      authors: csl?.author?.map(({ family, given }) => ({ 'family-names': family, 'given-names': given })),
      journal: csl?.['container-title'],
      year: csl?.issued?.['date-parts'][0]?.[0],
      doi: csl?.DOI,
    },
  ]);
});

test('both editions of the survey stand in the bibliography', () => {
  expect(works.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.values(SURVEY)));
});
