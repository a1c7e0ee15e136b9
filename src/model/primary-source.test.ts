import { describe, expect, test } from 'vitest';
import type { Edition } from '../schema/vocabulary.ts';
import { SURVEY } from './guide.ts';
import { primarySources } from './primary-source.ts';
import { worksByKey } from './references.ts';
import {
  aCaseStudy,
  aCatalogue,
  aChallenge,
  aMitigation,
  anApproach,
  aStage,
  aTool,
  aWork,
} from './samples.ts';

const survey = [aWork(SURVEY[2021]), aWork(SURVEY[2022])];

/** What stands behind the pages of a catalogue, by address: the key of the work, or the reason why there is none. */
function behind(parts: Parameters<typeof aCatalogue>[0]) {
  const catalogue = aCatalogue({ works: survey, ...parts });
  return Object.fromEntries(
    [...primarySources(catalogue, worksByKey(catalogue))].map(([address, source]) => [
      address,
      'work' in source ? source.work.key : source.none,
    ]),
  );
}

test.each<[editions: Edition[], key: string]>([
  [[2021, 2022], SURVEY[2022]],
  [[2022], SURVEY[2022]],
  [[2021], SURVEY[2021]],
  [['community'], expect.stringContaining('The survey does not name it') as string],
])('behind a challenge and a stage of the editions %j stands %s', (editions, key) => {
  expect(
    behind({
      challenges: [aChallenge('drift', { editions })],
      workflow: { stages: [aStage('deployment', [], { editions })], moved: [] },
    }),
  ).toEqual({ '/challenges/drift/': key, '/stages/deployment/': key });
});

test('behind a case study stands its source', () => {
  expect(behind({ caseStudies: [aCaseStudy('shop', ['drift'])] })).toEqual({ '/case-studies/shop/': 'shop' });
});

test('behind a mitigation stands no single work, and the page says so', () => {
  expect(behind({ mitigations: [aMitigation('canary', ['drift'])] })).toEqual({
    '/mitigations/canary/': expect.stringContaining('rests on the case studies') as string,
  });
});

describe('behind a tool', () => {
  test.each<[what: string, origin: Parameters<typeof aTool>[2], found: string]>([
    [
      'stands the work of the bibliography, however its address is written',
      { origin: { title: 'The paper (KDD)', url: 'https://doi.org/10.1145/1' } },
      'paper2017',
    ],
    [
      'stands a work of its own, where the bibliography lacks it',
      { origin: { title: 'A', arxiv: '1801.00001' } },
      'tools:tfx',
    ],
    [
      'stands none, where it began with a release',
      { origin: { title: 'First git tag, 0.1', year: 2018 } },
      expect.stringContaining('only: “First git tag, 0.1”, 2018.') as string,
    ],
    [
      'stands none, where it began with a page that the bibliography lacks',
      { origin: { title: 'Open-sourced', url: 'https://example.org/repository' } },
      expect.stringContaining('only: “Open-sourced”.') as string,
    ],
    ['stands none, where the record names none', {}, expect.stringContaining('names no work') as string],
  ])('%s', (_what, data, found) => {
    const works = [aWork('paper2017', { DOI: '10.1145/1' })];

    expect(behind({ works, tools: [aTool('tfx', ['drift'], data)] })).toEqual({ '/tools/tfx/': found });
  });
});

describe('behind an approach', () => {
  const source = {
    title: 'Data mesh',
    url: 'https://example.org/mesh',
    authors: ['Ada Lovelace'],
    year: 2019,
  };

  test('stands its source as a work', () => {
    const catalogue = aCatalogue({ approaches: [anApproach('mesh', ['drift'], { source })] });

    expect(primarySources(catalogue, new Map()).get('/approaches/mesh/')).toEqual({
      title: 'The work that introduced it',
      work: {
        key: 'approaches:mesh',
        url: source.url,
        csl: {
          id: 'approaches:mesh',
          type: 'webpage',
          title: 'Data mesh',
          author: [{ family: 'Lovelace', given: 'Ada' }],
          issued: { 'date-parts': [[2019]] },
          URL: source.url,
        },
      },
    });
  });

  test('stands the work of the bibliography, so that both are cited alike', () => {
    const works = [aWork('dehghani2019', { URL: 'http://www.example.org/mesh/' })];

    expect(behind({ works, approaches: [anApproach('mesh', ['drift'], { source })] })).toEqual({
      '/approaches/mesh/': 'dehghani2019',
    });
  });
});
