import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptReferences } from './kept-references.ts';
import { formattedReferences, worksFromBibtex } from './model/bibliography.ts';

const works = worksFromBibtex(
  '@article{one, title={First}, author={Doe, Ann}, year={2020}}\n@book{two, title={Second}, author={Roe, Bo}, year={2021}}',
);
const [first] = works;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'references-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'inner', 'references.json');

test('texts are the same whether they were kept or not', () => {
  const set = keptReferences(works, file());

  expect(set).toEqual(formattedReferences(works));
  expect(keptReferences(works, file())).toEqual(set);
});

test('a text that is kept is not set again', () => {
  keptReferences(works, file());
  writeFileSync(file(), readFileSync(file(), 'utf8').replaceAll(' First.', ' Kept.'));

  expect(keptReferences(works, file()).get('one')).toContain('Kept');
});

test('a work that has changed is set anew, and one that is gone is not kept', () => {
  keptReferences(works, file());
  const changed = first && { ...first, csl: { ...first.csl, title: 'Other' } };

  expect(keptReferences(changed ? [changed] : [], file()).get('one')).toContain('Other');
  expect(readFileSync(file(), 'utf8')).not.toMatch(/First|Second/);
});

test('a file that is no JSON, as a build leaves it that was stopped, is as none', () => {
  keptReferences(works, file());
  writeFileSync(file(), '[["hal');

  expect(keptReferences(works, file())).toEqual(formattedReferences(works));
});
