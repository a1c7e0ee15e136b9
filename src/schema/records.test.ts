import { describe, expect, test } from 'vitest';
import {
  aCaseStudy,
  aChallenge,
  aMitigation,
  anApproach,
  aStage,
  aStep,
  aTool,
  aToolGroup,
} from '../model/samples.ts';
import { SCHEMAS } from './index.ts';
import { Redirects } from './redirects.ts';
import { ToolGroup } from './tool-group.ts';
import { Workflow } from './workflow.ts';

const ALL = { ...SCHEMAS, workflow: Workflow, toolGroups: ToolGroup, redirects: Redirects };
type Kind = keyof typeof ALL;

const related = [{ challenge: 'slow-release', why: 'Its cause.' }];

/** One right record of each kind. */
const RIGHT: Record<Kind, Record<string, unknown>> = {
  challenges: aChallenge('concept-drift', { related }).data,
  mitigations: aMitigation('retraining', ['concept-drift']).data,
  tools: aTool('watcher', ['concept-drift']).data,
  approaches: anApproach('data-mesh', ['concept-drift']).data,
  caseStudies: aCaseStudy('shop', ['concept-drift']).data,
  pages: { title: 'About', summary: 'What this is.' },
  workflow: { stages: [aStage('model-deployment', [aStep('updating')])], moved: [] },
  toolGroups: aToolGroup('monitors').data,
  redirects: {
    tools: { 'old-watcher': 'watcher' },
    references: { 'smith:19': 'smith2020' },
    anchors: { '/': { a: 'b' }, '/tools/watcher/': { a: '/', b: '/glossary/#drift', c: '/matrix/' } },
  },
};

/** The places of a record that its schema refuses, each once, as `path: code`; of several refusals of a place the first is told. */
const refusals = (kind: Kind, record: unknown): string[] => {
  const first = new Map<string, string>();
  for (const { path, code } of ALL[kind].safeParse(record).error?.issues ?? []) {
    const place = path.join('.');
    if (!first.has(place)) first.set(place, code);
  }
  return [...first].map(([place, code]) => `${place}: ${code}`);
};

const without = (record: Record<string, unknown>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));

const kinds = Object.keys(ALL) as Kind[];

test.each(kinds)('%s: a right record is accepted', (kind) => {
  expect(refusals(kind, RIGHT[kind])).toEqual([]);
});

test.each(kinds)('%s: an unknown key is refused', (kind) => {
  expect(refusals(kind, { ...RIGHT[kind], surprise: 1 })).toEqual([': unrecognized_keys']);
});

test.each(
  kinds.flatMap((kind) => ['__proto__', 'constructor', 'toString'].map((key) => [kind, key] as const)),
)('%s: the key %s is refused as any other', (kind, key) => {
  const typed = JSON.parse(JSON.stringify(RIGHT[kind]).replace(/}$/, `,"${key}":{}}`)) as unknown;
  expect(refusals(kind, typed)).toEqual([': unrecognized_keys']);
});

const REQUIRED: [Kind, string[]][] = [
  [
    'challenges',
    ['title', 'step', 'order', 'editions', 'names', 'summary', 'symptoms', 'questions', 'related'],
  ],
  ['mitigations', ['title', 'summary', 'mitigates', 'effort', 'when']],
  [
    'tools',
    [
      ...['title', 'summary', 'kind', 'maintainer', 'license', 'openSource', 'language', 'homepage', 'docs'],
      ...['statusSeen', 'addresses', 'evidence', 'checked'],
    ],
  ],
  ['approaches', ['title', 'summary', 'authors', 'source', 'figure', 'addresses', 'evidence', 'checked']],
  [
    'caseStudies',
    ['title', 'industry', 'year', 'kind', 'task', 'challenges', 'source', 'evidence', 'checked'],
  ],
  ['pages', ['title', 'summary']],
  ['workflow', ['stages']],
  ['toolGroups', ['title', 'summary', 'examples', 'tools', 'challenges', 'mappingBasis']],
];

describe.each(REQUIRED)('%s', (kind, required) => {
  test.each(required)('the key %s may not be left out', (key) => {
    expect(refusals(kind, without(RIGHT[kind], key))).toEqual([
      expect.stringMatching(new RegExp(`^${key}: invalid_`)) as string,
    ]);
  });

  test('every other key may be left out', () => {
    const rest = Object.fromEntries(required.map((key) => [key, RIGHT[kind][key]]));
    expect(refusals(kind, rest)).toEqual([]);
  });
});

const slugs = (count: number) => Array.from({ length: count }, (_, i) => `slug-${i}`);
const helps = slugs(2).map((challenge) => ({ challenge, how: 'it helps' }));
const twice = [helps[0], helps[0]];
const source = (data: object) => ({ source: { title: 'A report', ...data } });
const questions = (count: number) => slugs(count).map((id) => ({ id, question: 'Is it so?' }));
const nextYear = new Date().getUTCFullYear() + 1;

const WRONG: [what: string, kind: Kind, change: object, refused: string][] = [
  ['a title that is a number', 'pages', { title: 7 }, 'title: invalid_type'],
  ['a title of two lines', 'pages', { title: 'a\nb' }, 'title: invalid_format'],
  ['a title of nothing but spaces', 'pages', { title: '  ' }, 'title: too_small'],
  ['a summary over 160 characters', 'pages', { summary: 'x'.repeat(161) }, 'summary: too_big'],
  ['a case title of 9 characters', 'caseStudies', { title: 'Nine char' }, 'title: too_small'],
  ['a case title of 121 characters', 'caseStudies', { title: 'x'.repeat(121) }, 'title: too_big'],
  ['an industry outside the vocabulary', 'caseStudies', { industry: 'retail' }, 'industry: invalid_value'],
  [
    'an industry named as an object member',
    'caseStudies',
    { industry: 'constructor' },
    'industry: invalid_value',
  ],
  ['a kind outside the vocabulary', 'caseStudies', { kind: 'story' }, 'kind: invalid_value'],
  [
    'an evidence level outside the vocabulary',
    'caseStudies',
    { evidence: 'hearsay' },
    'evidence: invalid_value',
  ],
  ['a status outside the vocabulary', 'caseStudies', { status: 'open' }, 'status: invalid_value'],
  ['a year in quotes', 'caseStudies', { year: '2020' }, 'year: invalid_type'],
  ['a year with a fraction', 'caseStudies', { year: 2020.5 }, 'year: invalid_type'],
  ['a year before 1990', 'caseStudies', { year: 1989 }, 'year: too_small'],
  ['a year to come', 'caseStudies', { year: nextYear }, 'year: too_big'],
  ['no challenge', 'caseStudies', { challenges: [] }, 'challenges: too_small'],
  ['nine challenges', 'caseStudies', { challenges: slugs(9) }, 'challenges: too_big'],
  ['a challenge named twice', 'caseStudies', { challenges: ['a', 'b', 'a'] }, 'challenges.2: custom'],
  [
    'a challenge that is no slug',
    'caseStudies',
    { challenges: ['Concept drift'] },
    'challenges.0: invalid_format',
  ],
  ['challenges that are text', 'caseStudies', { challenges: 'drift' }, 'challenges: invalid_type'],
  ['eleven tools', 'caseStudies', { tools: slugs(11) }, 'tools: too_big'],
  ['a tool named twice', 'caseStudies', { tools: ['a', 'a'] }, 'tools.1: custom'],
  [
    'eleven mitigations',
    'caseStudies',
    { mitigations: slugs(11).map((id) => ({ id, outcome: 'helped' })) },
    'mitigations: too_big',
  ],
  [
    'a mitigation named twice',
    'caseStudies',
    { mitigations: ['helped', 'partly'].map((outcome) => ({ id: 'a', outcome })) },
    'mitigations.1.id: custom',
  ],
  [
    'a mitigation without outcome',
    'caseStudies',
    { mitigations: [{ id: 'a' }] },
    'mitigations.0.outcome: invalid_value',
  ],
  [
    'a basis outside the vocabulary',
    'caseStudies',
    { mitigations: [{ id: 'a', outcome: 'helped', basis: 'guessed' }] },
    'mitigations.0.basis: invalid_value',
  ],
  [
    'an unknown key of a mitigation',
    'caseStudies',
    { mitigations: [{ id: 'a', outcome: 'helped', result: 'x' }] },
    'mitigations.0: unrecognized_keys',
  ],
  ['a day that does not exist', 'caseStudies', { checked: '2026-02-30' }, 'checked: custom'],
  ['a source without an address', 'caseStudies', source({}), 'source: custom'],
  [
    'an unknown key of a source',
    'caseStudies',
    source({ url: 'https://a.org', link: 'x' }),
    'source: unrecognized_keys',
  ],
  [
    'a DOI with its resolver',
    'caseStudies',
    source({ doi: 'https://doi.org/10.1145/1' }),
    'source.doi: invalid_format',
  ],
  ['a DOI without suffix', 'caseStudies', source({ doi: '10.1145' }), 'source.doi: invalid_format'],
  [
    'an arXiv number without quotes',
    'caseStudies',
    source({ arxiv: 2011.09926 }),
    'source.arxiv: invalid_type',
  ],
  [
    'an arXiv address',
    'caseStudies',
    source({ arxiv: 'arxiv.org/abs/2011.09926' }),
    'source.arxiv: invalid_format',
  ],
  [
    'an ISBN with a mistyped digit',
    'caseStudies',
    source({ isbn: '978-0-262-03384-9' }),
    'source.isbn: custom',
  ],
  ['an address of one machine', 'caseStudies', source({ url: 'https://localhost/a' }), 'source.url: custom'],
  ['an address with a password', 'caseStudies', source({ url: 'https://a:b@c.org/' }), 'source.url: custom'],
  ['a title with a sign that nobody sees', 'pages', { title: 'Ab\u200Bout' }, 'title: custom'],
  ['an ISBN of letters', 'caseStudies', source({ isbn: 'abcdefghij' }), 'source.isbn: invalid_format'],
  [
    'a source without authors in its list',
    'caseStudies',
    source({ url: 'https://a.org', authors: [] }),
    'source.authors: too_small',
  ],
  [
    'a source from the future',
    'caseStudies',
    source({ url: 'https://a.org', year: nextYear }),
    'source.year: too_big',
  ],
  [
    '"urlIsCopy: false"',
    'caseStudies',
    source({ url: 'https://a.org', urlIsCopy: false }),
    'source.urlIsCopy: invalid_value',
  ],
  [
    'a script for an address',
    'caseStudies',
    source({ url: 'javascript:alert(1)' }),
    'source.url: invalid_format',
  ],
  ['a homepage without protocol', 'tools', { homepage: 'example.org' }, 'homepage: invalid_format'],
  ['"yes" for true or false', 'tools', { openSource: 'yes' }, 'openSource: invalid_type'],
  ['a challenge addressed twice', 'tools', { addresses: twice }, 'addresses.1.challenge: custom'],
  ['a mitigation supported twice', 'tools', { supports: ['a', 'a'] }, 'supports.1: custom'],
  ['an alternative named twice', 'approaches', { alternatives: ['a', 'a'] }, 'alternatives.1: custom'],
  ['a challenge answered twice', 'approaches', { addresses: twice }, 'addresses.1.challenge: custom'],
  ['a challenge mitigated twice', 'mitigations', { mitigates: twice }, 'mitigates.1.challenge: custom'],
  ['no challenge to mitigate', 'mitigations', { mitigates: [] }, 'mitigates: too_small'],
  ['"measured: false"', 'mitigations', { measured: false }, 'measured: invalid_value'],
  ['a moment outside the vocabulary', 'mitigations', { when: 'later' }, 'when: invalid_value'],
  ['three symptoms', 'challenges', { symptoms: ['a', 'b', 'c'] }, 'symptoms: too_small'],
  ['eight symptoms', 'challenges', { symptoms: slugs(8) }, 'symptoms: too_big'],
  ['four questions', 'challenges', { questions: questions(4) }, 'questions: too_small'],
  ['nine questions', 'challenges', { questions: questions(9) }, 'questions: too_big'],
  [
    'a question without question mark',
    'challenges',
    { questions: [{ id: 'a', question: 'Is it.' }, ...questions(4)] },
    'questions.0.question: invalid_format',
  ],
  [
    'a question over 160 characters',
    'challenges',
    { questions: [{ id: 'a', question: `${'x'.repeat(160)}?` }, ...questions(4)] },
    'questions.0.question: too_big',
  ],
  [
    'a question whose id is no slug',
    'challenges',
    { questions: [{ id: 'Is it', question: 'Is it?' }, ...questions(4)] },
    'questions.0.id: invalid_format',
  ],
  [
    'a question without id',
    'challenges',
    { questions: [{ question: 'Is it?' }, ...questions(4)] },
    'questions.0.id: invalid_type',
  ],
  [
    'an unknown key of a question',
    'challenges',
    { questions: [{ id: 'a', question: 'Is it?', answer: 'x' }, ...questions(4)] },
    'questions.0: unrecognized_keys',
  ],
  ['a caption over 160 characters', 'approaches', { figure: 'x'.repeat(161) }, 'figure: too_big'],
  ['an edition nobody printed', 'challenges', { editions: [2023] }, 'editions.0: invalid_value'],
  ['a name in an edition nobody printed', 'challenges', { names: { 2023: 'x' } }, 'names: unrecognized_keys'],
  [
    'a neighbour named twice',
    'challenges',
    { related: [...related, ...related] },
    'related.1.challenge: custom',
  ],
  ['place 0 in a step', 'challenges', { order: 0 }, 'order: too_small'],
  [
    'a stage mark of one letter',
    'workflow',
    { stages: [aStage('a', [aStep('b')], { mark: 'A' })] },
    'stages.0.mark: invalid_format',
  ],
  ['a stage without steps', 'workflow', { stages: [aStage('ab', [])] }, 'stages.0.steps: too_small'],
  ['a tool group without challenges', 'toolGroups', { challenges: [] }, 'challenges: too_small'],
  ['a redirect to no slug', 'redirects', { tools: { old: 'New one' } }, 'tools.old: invalid_format'],
  ['a redirect from no slug', 'redirects', { tools: { 'Old one': 'new' } }, 'tools.Old one: invalid_key'],
  ['an old key with a blank', 'redirects', { references: { 'a b': 'c' } }, 'references.a b: invalid_key'],
  [
    'an old anchor with its sign',
    'redirects',
    { anchors: { '/glossary/': { '#a': 'b' } } },
    'anchors./glossary/.#a: invalid_key',
  ],
  [
    'an anchor of today with its sign',
    'redirects',
    { anchors: { '/glossary/': { a: '#b' } } },
    'anchors./glossary/.a: invalid_format',
  ],
  [
    'an anchor that moved to another host',
    'redirects',
    { anchors: { '/glossary/': { a: '//example.org/#b' } } },
    'anchors./glossary/.a: invalid_format',
  ],
  [
    'old anchors of a place on a page',
    'redirects',
    { anchors: { '/glossary/#a': { a: 'b' } } },
    'anchors./glossary/#a: invalid_key',
  ],
];

test.each(WRONG)('%s is refused (%s)', (_what, kind, change, refused) => {
  expect(refusals(kind, { ...RIGHT[kind], ...change })).toEqual([refused]);
});

const SOUND: [what: string, kind: Kind, change: object][] = [
  ['eight challenges', 'caseStudies', { challenges: slugs(8) }],
  ['a title of 10 characters', 'caseStudies', { title: 'Ten chars.' }],
  ['a title of 120 characters', 'caseStudies', { title: 'x'.repeat(120) }],
  ['the present year', 'caseStudies', { year: nextYear - 1 }],
  ['1990', 'caseStudies', { year: 1990 }],
  ['a source known by its DOI alone', 'caseStudies', source({ doi: '10.1145/3533378' })],
  ['a DOI with angle brackets', 'caseStudies', source({ doi: '10.1002/(SICI)1:8<693::AID-ASI4>3.0.CO;2-O' })],
  ['a source known by its arXiv number alone', 'caseStudies', source({ arxiv: '2011.09926' })],
  ['a source known by its ISBN alone', 'caseStudies', source({ isbn: '978-0-262-03384-8' })],
  ['a source known by an ISBN of 10 digits', 'caseStudies', source({ isbn: '0-8044-2957-x' })],
  ['a day as a YAML 1.1 reader gives it', 'caseStudies', { checked: new Date('2026-01-02T00:00:00Z') }],
  ['a period as a YAML 1.1 reader gives it', 'caseStudies', { statusAsOf: new Date('2026-01-02T00:00:00Z') }],
  ['a challenge that only the community knows', 'challenges', { editions: ['community'] }],
  ['a summary of 160 characters', 'challenges', { summary: 'x'.repeat(160) }],
  ['eight questions', 'challenges', { questions: questions(8) }],
  [
    'a question of 160 characters',
    'challenges',
    { questions: [{ id: 'a', question: `${'x'.repeat(159)}?` }, ...questions(4)] },
  ],
  ['a caption of 160 characters', 'approaches', { figure: 'x'.repeat(160) }],
  ['no redirects', 'redirects', {}],
];

test.each(SOUND)('%s is accepted (%s)', (_what, kind, change) => {
  const record = { ...RIGHT[kind], ...change };
  expect(refusals(kind, kind === 'redirects' ? change : record)).toEqual([]);
});

test('what is left out is filled in: a mitigation was used, and lists are empty', () => {
  const record = without(without(RIGHT.caseStudies, 'tools'), 'facts');
  const parsed = SCHEMAS.caseStudies.parse({
    ...record,
    mitigations: [{ id: 'retraining', outcome: 'helped' }],
  });

  expect(parsed).toMatchObject({
    mitigations: [{ id: 'retraining', outcome: 'helped', basis: 'used' }],
    tools: [],
    facts: [],
  });
});
