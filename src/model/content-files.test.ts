import { expect, test } from 'vitest';
import { entryOfFile, pageOfFile, pagesOfFile } from './content-files.ts';

test.each([
  [
    'content/challenges/model-deployment/concept-drift.mdx',
    { collection: 'challenges', slug: 'concept-drift' },
  ],
  ['content/mitigations/ab-testing.mdx', { collection: 'mitigations', slug: 'ab-testing' }],
  ['content/case-studies/zillow-offers.md', { collection: 'caseStudies', slug: 'zillow-offers' }],
  ['content/pages/about.md', undefined],
  ['content/glossary.yaml', undefined],
  ['src/content/tools/mlflow.mdx', undefined],
  ['content/tools/mlflow.yaml', undefined],
  ['content/constructor/mlflow.mdx', undefined],
  ['', undefined],
])('the file %s holds the entry %j', (path, entry) => {
  expect(entryOfFile(path)).toEqual(entry);
});

test.each([
  ['content/glossary.yaml', '/glossary/'],
  ['content/pages/about.md', '/about/'],
  ['content/pages/stage-model-deployment.md', '/stages/model-deployment/'],
  ['content/tools/mlflow.mdx', undefined],
  ['content/provenance.yaml', undefined],
])('the file %s is the text of the page %s', (path, address) => {
  expect(pageOfFile(path)).toBe(address);
});

test.each([
  ['content/tools/mlflow.mdx', ['/tools/mlflow/', '/tools/']],
  ['content/case-studies/shop.md', ['/case-studies/shop/', '/case-studies/']],
  ['content/symptoms.yaml', ['/symptoms/']],
  ['content/words.txt', []],
])('what %s holds is shown on %j', (path, addresses) => {
  expect(pagesOfFile(path)).toEqual(addresses);
});
