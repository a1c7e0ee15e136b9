import { expect, test } from 'vitest';
import {
  aCatalogue,
  aCaseStudy,
  aChallenge,
  aMitigation,
  anApproach,
  aStage,
  aTool,
  aWork,
} from '../model/samples.ts';
import { sourceNames } from '../model/source-names.ts';
import { findingsOf } from '../rules/findings.ts';
import { knownLink } from '../rules/known-link.ts';
import { slugsOf } from '../rules/unread.ts';
import { contentAround, knownContent } from './known-content.ts';

const CATALOGUE = aCatalogue({
  workflow: { stages: [aStage('model-deployment', [])], moved: [] },
  challenges: [aChallenge('slow-release'), aChallenge('concept-drift')],
  mitigations: [aMitigation('retraining', [])],
  tools: [aTool('mlflow', [])],
  approaches: [anApproach('data-mesh', [])],
  caseStudies: [
    aCaseStudy('zoo', [], { title: 'A zoo counts', source: { title: 'Zoo', doi: '10.1234/zoo' } }),
    aCaseStudy('shop', [], {
      title: 'A shop ranks',
      source: { title: 'Shop', authors: ['A. Author'], arxiv: '2101.01230', url: 'https://example.org/shop' },
    }),
  ],
  works: [aWork('smith2020'), aWork('jones2021')],
  review: { contexts: [], rules: [] },
});
const KNOWN = knownContent(CATALOGUE);

test('names are sorted by slug, and sources say how the work is found and no more', () => {
  expect(KNOWN.challenges).toEqual([
    ['concept-drift', 'Concept drift'],
    ['slow-release', 'Slow release'],
  ]);
  expect(KNOWN.caseStudies).toEqual([
    ['shop', 'A shop ranks', { arxiv: '2101.01230', url: 'https://example.org/shop' }],
    ['zoo', 'A zoo counts', { doi: '10.1234/zoo' }],
  ]);
  expect(KNOWN).toMatchObject({ stages: ['model-deployment'], works: ['jones2021', 'smith2020'] });
});

test('is sent as JSON without loss', () => {
  expect(JSON.parse(JSON.stringify(KNOWN))).toEqual(KNOWN);
});

test('around a case study the rules see every slug, source and key', () => {
  const entry = aCaseStudy('new-one', []);
  const content = contentAround(KNOWN, { entry });

  expect(slugsOf(content, 'challenges')).toEqual(['concept-drift', 'slow-release']);
  expect(slugsOf(content, 'mitigations')).toEqual(['retraining']);
  expect(slugsOf(content, 'tools')).toEqual(['mlflow']);
  expect(slugsOf(content, 'approaches')).toEqual(['data-mesh']);
  expect(slugsOf(content, 'caseStudies')).toEqual(['shop', 'zoo', 'new-one']);
  expect(content.works.map(({ key }) => key)).toEqual(KNOWN.works);
  expect(content.workflow.stages.map(({ slug }) => slug)).toEqual(KNOWN.stages);
  expect(content.caseStudies.flatMap(({ data }) => sourceNames(data).map(({ name }) => name))).toEqual(
    expect.arrayContaining(['doi 10.1234/zoo', 'arxiv 2101.01230', 'url example.org/shop']),
  );
});

test('a link to a reading path is no slip, since nobody sends which there are', () => {
  const entry = aCaseStudy(
    'new-one',
    [],
    {},
    'See [where to begin](/paths/first-model/) and [this](/nowhere/).',
  );
  const messages = findingsOf(contentAround(KNOWN, { entry }), [knownLink]).map(({ message }) => message);

  expect(messages).toEqual([expect.stringContaining('there is no page "/nowhere/"')]);
});

test('a case study that is not sound yet counts as there and not read', () => {
  const unread = { collection: 'caseStudies', id: 'new-one', record: { title: 1 }, body: 'Text.' } as const;

  expect(contentAround(KNOWN, { unread }).unread).toContainEqual(unread);
});
