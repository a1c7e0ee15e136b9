import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { aCaseStudy, applied, aWork } from '../model/samples.ts';
import { aContent } from '../rules/samples.ts';
import { listsOf } from './catalogue-json.ts';
import { recordOf } from './data-json-schema.ts';
import { TABLES } from './data-tables.ts';

const rowsOf = (name: string, content = aContent()) => {
  const lists = listsOf(content, {
    locate: (path) => `https://guide.example${path}`,
    release: { version: '1.2.3' },
    datesOf: () => ({}),
    texts: new Map(),
  });
  return parse<Record<string, string>>([...(TABLES[name]?.csv(lists) ?? [])].join(''), { columns: true });
};

test.each(Object.entries(TABLES))(
  'the columns of %s.csv come from fields that are documented',
  (_, { of, columns }) => {
    const known = new Set(recordOf(of).fields.map(({ name }) => name));

    expect(columns.filter(([, field]) => !known.has(field))).toEqual([]);
    expect(new Set(columns.map(([key]) => key)).size).toBe(columns.length);
  },
);

const CONTENT = aContent({
  caseStudies: [
    aCaseStudy('b', ['concept-drift']),
    aCaseStudy('a', ['concept-drift', 'slow-release'], {
      title: '=cmd|attack',
      organisation: '"Quoted", & Sons',
      mitigations: [applied('retraining', { outcome: 'helped', note: '+1, they say.' }), applied('rollback')],
      tools: ['watcher', 'data-mesh'],
    }),
  ],
  works: [aWork('smith2020', { author: [{ family: 'Smith', given: 'A.' }, { literal: 'A Board' }] })],
});

test('case studies stand by slug, one a line, lists joined in a cell', () => {
  const rows = rowsOf('case-studies', CONTENT);

  expect(rows.map(({ slug }) => slug)).toEqual(['a', 'b']);
  expect(rows[0]).toMatchObject({
    address: 'https://guide.example/case-studies/a/',
    title: "'=cmd|attack",
    organisation: '"Quoted", & Sons',
    year: '2020',
    challenges: 'concept-drift; slow-release',
    mitigations: 'retraining: helped (used); rollback: not-reported (used)',
    tools: 'watcher; data-mesh',
    sourceUrl: 'https://example.org/a',
    sourceDoi: '',
    added: '',
  });
});

test.each<[string, Record<string, string>[]]>([
  [
    'case-study-challenges',
    [
      { caseStudy: 'a', challenge: 'concept-drift' },
      { caseStudy: 'a', challenge: 'slow-release' },
      { caseStudy: 'b', challenge: 'concept-drift' },
    ],
  ],
  [
    'case-study-mitigations',
    [
      { caseStudy: 'a', mitigation: 'retraining', outcome: 'helped', basis: 'used', note: "'+1, they say." },
      { caseStudy: 'a', mitigation: 'rollback', outcome: 'not-reported', basis: 'used', note: '' },
    ],
  ],
  [
    'case-study-tools',
    [
      { caseStudy: 'a', tool: 'watcher' },
      { caseStudy: 'a', tool: 'data-mesh' },
    ],
  ],
  [
    'challenge-mitigations',
    [{ challenge: 'concept-drift', mitigation: 'retraining', how: 'retraining helps' }],
  ],
  ['challenge-tools', [{ challenge: 'concept-drift', tool: 'watcher', how: 'watcher helps' }]],
  ['challenge-approaches', [{ challenge: 'slow-release', approach: 'data-mesh', how: 'data-mesh helps' }]],
])('%s.csv has one row a link', (name, rows) => {
  expect(rowsOf(name, CONTENT)).toEqual(rows);
});

test('a challenge counts what stands on its page, and a mitigation how it turned out', () => {
  expect(rowsOf('challenges', CONTENT)[0]).toMatchObject({
    slug: 'concept-drift',
    stage: 'model-deployment',
    editions: '2022',
    caseStudyCount: '2',
    mitigationCount: '1',
    toolCount: '1',
    approachCount: '0',
  });
  expect(rowsOf('mitigations', CONTENT)).toMatchObject([
    { slug: 'retraining', strength: 'narrative', helped: '1', didNotHelp: '0', tools: 'watcher' },
  ]);
});

test('a reference names its authors as people read them', () => {
  expect(rowsOf('references', CONTENT).find(({ key }) => key === 'smith2020')).toMatchObject({
    authors: 'A. Smith; A Board',
    caseStudy: '',
  });
});
