import { expect, test } from 'vitest';
import {
  aCatalogue,
  aCaseStudy,
  aChallenge,
  aMitigation,
  applied,
  aStage,
  aStep,
  aTool,
} from '../model/samples.ts';
import { COMPARABLE } from '../model/side-by-side.ts';
import { comparedEntries, comparedIndex } from './side-by-side-json.ts';

const catalogue = aCatalogue({
  workflow: { stages: [aStage('model-deployment', [aStep('updating')])], moved: [] },
  challenges: [aChallenge('drift', { order: 2 }), aChallenge('privacy', { order: 1 })],
  mitigations: [aMitigation('shadow', ['drift'], { aliases: ['dark launch', 'mirroring'] })],
  tools: [
    aTool('reef', ['drift'], { supports: ['shadow'] }),
    aTool(
      'atoll',
      ['drift', 'privacy'],
      {
        status: 'archived',
        statusSeen: { claim: 'Read-only', date: '2026-01-31', address: 'https://example.org/atoll' },
        latestVersion: { version: '1.2', published: '2025-12', registry: 'PyPI' },
        license: 'BUSL-1.1',
        openSource: false,
        repository: 'https://example.org/atoll',
        docs: 'https://example.org/',
        aliases: ['ring'],
      },
      '## Strengths\n\n- It is small.\n\n## Limits\n\n## What else was seen\n\nNothing.',
    ),
  ],
  caseStudies: [
    aCaseStudy('b', ['drift', 'privacy'], {
      title: 'Bank "b" <looks> again',
      organisation: 'anonymous',
      mitigations: [
        applied('shadow', { outcome: 'helped', note: 'It fell.' }),
        applied('gone', { basis: 'proposed' }),
      ],
      tools: ['reef'],
      status: 'settlement',
      statusAsOf: '2024-05',
    }),
    aCaseStudy(
      'a',
      ['drift'],
      {},
      '## Problem\n\nIt fell by 3.5 percent. Nobody saw it.\n\n## Outcome\n\nSee [@x].',
    ),
  ],
  redirects: { 'case-studies': { old: 'a' } },
});
const href = (path: string) => `/guide${path}`;
const rowOf = (kind: (typeof COMPARABLE)[number], slug: string, title: string) =>
  comparedEntries(kind, catalogue, href).find((each) => each.slug === slug)?.entry.rows[
    comparedIndex(kind, catalogue).rows.indexOf(title)
  ];

test('the index holds every entry by title, and old slugs', () => {
  const { entries, renamed } = comparedIndex('case-studies', catalogue);

  expect(entries).toEqual([
    ['a', 'A in the field'],
    ['b', 'Bank "b" <looks> again'],
  ]);
  expect(renamed).toEqual({ old: 'a' });
  expect(comparedIndex('mitigations', catalogue).renamed).toEqual({});
});

test('every entry fills every row of its kind, with nothing where there is nothing to say', () => {
  for (const kind of COMPARABLE)
    for (const { entry } of comparedEntries(kind, catalogue, href))
      expect(entry.rows).toHaveLength(comparedIndex(kind, catalogue).rows.length);
  expect(rowOf('case-studies', 'a', 'Legal state')).toEqual([]);
});

test('a case says the first sentence of each section, as plain words', () => {
  expect(rowOf('case-studies', 'a', 'Problem')).toEqual([{ text: 'It fell by 3.5 percent.' }]);
  expect(rowOf('case-studies', 'a', 'Outcome')).toEqual([{ text: 'See .' }]);
  expect(rowOf('case-studies', 'a', 'What was done')).toEqual([]);
});

test('a case says its challenges in workflow order, and its mitigations with outcome, basis and note', () => {
  expect(rowOf('case-studies', 'b', 'Challenges')).toEqual([
    { id: 'privacy', text: 'Privacy', address: '/guide/challenges/privacy/' },
    { id: 'drift', text: 'Drift', address: '/guide/challenges/drift/' },
  ]);
  expect(rowOf('case-studies', 'b', 'Mitigations')).toEqual([
    {
      id: 'shadow',
      text: 'Shadow',
      address: '/guide/mitigations/shadow/',
      facts: 'Helped; used',
      note: 'It fell.',
    },
    expect.objectContaining({
      facts: expect.stringMatching(/^Not reported; proposed: .*nobody applied it/) as string,
    }),
  ]);
  expect(rowOf('case-studies', 'b', 'Organisation')).toEqual([{ text: 'Not named' }]);
  expect(rowOf('case-studies', 'b', 'Legal state')).toEqual([{ text: 'Settlement, as of 2024-05' }]);
});

test('a mitigation says its outcomes where it was applied, its tools, and what else it is called', () => {
  expect(rowOf('mitigations', 'shadow', 'Outcomes where it was applied')).toEqual([{ text: 'Helped: 1' }]);
  expect(rowOf('mitigations', 'shadow', 'Challenges it helps against')).toEqual([
    { id: 'drift', text: 'Drift', address: '/guide/challenges/drift/', note: 'shadow helps' },
  ]);
  expect(rowOf('mitigations', 'shadow', 'Tools and approaches')).toEqual([
    { id: 'reef', text: 'Reef', address: '/guide/tools/reef/' },
  ]);
  expect(rowOf('mitigations', 'shadow', 'Also called')).toEqual([{ text: 'dark launch, mirroring' }]);
});

test('a tool says what it is for, how it is kept, its licence, and where it is to be had', () => {
  expect(rowOf('tools', 'atoll', 'What it is for')).toEqual([
    { id: 'privacy', text: 'Privacy', address: '/guide/challenges/privacy/', note: 'atoll helps' },
    { id: 'drift', text: 'Drift', address: '/guide/challenges/drift/', note: 'atoll helps' },
  ]);
  expect(rowOf('tools', 'reef', 'Mitigations it supports')).toEqual([
    { id: 'shadow', text: 'Shadow', address: '/guide/mitigations/shadow/' },
  ]);
  expect(rowOf('tools', 'atoll', 'Upkeep')).toEqual([
    { text: 'Archived, as of 2026-01-31', note: 'Read-only', address: 'https://example.org/atoll' },
  ]);
  expect(rowOf('tools', 'atoll', 'Newest release seen')).toEqual([{ text: '1.2, 2025-12 on PyPI' }]);
  expect(rowOf('tools', 'atoll', 'Licence')).toEqual([
    { id: 'BUSL-1.1', text: 'BUSL-1.1', facts: 'Not open source' },
  ]);
  expect(rowOf('tools', 'atoll', 'Evidence')).toEqual([{ text: 'Full text; last checked 2026-01-02' }]);
  expect(rowOf('tools', 'atoll', 'Links')).toEqual([
    { text: 'Home page', address: 'https://example.org/' },
    { text: 'Repository', address: 'https://example.org/atoll' },
  ]);
  expect(rowOf('tools', 'atoll', 'Also called')).toEqual([{ text: 'ring' }]);
});

test('a tool of which nothing decisive was seen says so, and leaves empty what nobody wrote', () => {
  expect(rowOf('tools', 'reef', 'Upkeep')).toEqual([{ text: 'Not known, as of 2026-01', note: 'Released' }]);
  expect(rowOf('tools', 'reef', 'Newest release seen')).toEqual([]);
  expect(rowOf('tools', 'reef', 'Also called')).toEqual([]);
});

test('a tool leads to its strengths and limits, where its page tells them', () => {
  expect(rowOf('tools', 'reef', 'Strengths and limits')).toEqual([
    { text: 'Limits, on its page', address: '/guide/tools/reef/#limits' },
  ]);
  expect(rowOf('tools', 'atoll', 'Strengths and limits')).toEqual([
    { text: 'Strengths, on its page', address: '/guide/tools/atoll/#strengths' },
  ]);
});
