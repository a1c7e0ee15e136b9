import fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { readAsReaders, readAtom } from '../../e2e/fixtures/atom.ts';
import { feedOf, SITE_FEED } from '../model/feeds.ts';
import type { Dates } from '../model/history.ts';
import type { Renaming } from '../model/renamings.ts';
import { aCaseStudy, aCatalogue, aChallenge, aMitigation, aStage, aStep, aTool } from '../model/samples.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import { atomOf, contentOf, feedEntries, MOST_ENTRIES, type FeedEntry } from './feed.ts';

const locate = (path: string) => `https://guide.example/guide${path}`;
const workflow = { stages: [aStage('model-deployment', [aStep('updating')])], moved: [] };
const WHOLE = { isWhole: true, date: '2026-03-09T09:09:09Z', changes: [] };

type Parts = Parameters<typeof aCatalogue>[0];
const guide = (parts: Parts = {}) =>
  aCatalogue({ workflow, challenges: [aChallenge('concept-drift')], ...parts });

/** Dates of entries by their slugs, since a sample has no file. */
const withFiles = <T extends { readonly id: string }>(entries: readonly T[]) =>
  entries.map((entry) => ({ ...entry, filePath: entry.id }));

interface Told {
  readonly dates?: Readonly<Record<string, Dates>>;
  readonly history?: Parameters<typeof feedEntries>[2]['history'];
  readonly renamings?: readonly Renaming[];
  readonly textOf?: (entry: FeedEntry) => string;
  readonly place?: typeof SITE_FEED;
}
function feed(
  parts: Parts,
  {
    dates = {},
    history = WHOLE,
    renamings = [],
    textOf = () => '<p>Text.</p>',
    place = SITE_FEED,
  }: Told = {},
) {
  const catalogue = guide(parts);
  const datesOf = (path: string | undefined) => dates[path ?? ''] ?? {};
  const entries = feedEntries(place.collections, catalogue, { history, datesOf });
  return atomOf(place, entries, catalogue, { renamings, locate, textOf, history });
}
const aCase = (data: Partial<CaseStudy>) => [aCaseStudy('shop', ['concept-drift'], data)];

test('a feed says what it is, where it is, whose it is and when it last changed', () => {
  const xml = feed(
    { challenges: withFiles([aChallenge('concept-drift')]) },
    {
      dates: { 'concept-drift': { added: '2026-01-01T00:00:00Z', changed: '2026-02-01T10:00:00Z' } },
    },
  );

  expect(readAtom(xml)).toMatchObject({
    id: 'https://guide.example/guide/feed.xml',
    title: 'ML Deployment Field Guide',
    lang: 'en',
    updated: '2026-02-01T10:00:00.000Z',
    links: {
      self: 'https://guide.example/guide/feed.xml',
      alternate: 'https://guide.example/guide/changelog/',
      license: 'https://creativecommons.org/licenses/by/4.0/',
    },
    entries: [
      {
        id: 'https://guide.example/guide/challenges/concept-drift/',
        page: 'https://guide.example/guide/challenges/concept-drift/',
        title: 'Concept drift',
        published: '2026-01-01T00:00:00.000Z',
        updated: '2026-02-01T10:00:00.000Z',
        html: '<p>Text.</p>',
      },
    ],
  });
  expect(xml).toContain('<rights>CC BY 4.0</rights>');
  expect(xml).toContain('<name>The contributors of the ML Deployment Field Guide</name>');
});

test('categories say what an entry is, where it belongs, and of a case its kind and industry', () => {
  const { entries } = readAtom(
    feed({ caseStudies: aCase({}), mitigations: [aMitigation('retraining', ['concept-drift'])] }),
  );

  expect(Object.fromEntries(entries.map(({ title, categories }) => [title, categories]))).toEqual({
    'Concept drift': ['challenges', 'model-deployment'],
    Retraining: ['mitigations', 'model-deployment'],
    'Shop in the field': ['case-studies', 'model-deployment', 'case-study', 'software'],
  });
});

test('the author of a case is who sent it; all else is by the contributors of the guide', () => {
  const authors = (contributor?: string) =>
    readAtom(
      feed({ challenges: [], caseStudies: aCase(contributor === undefined ? {} : { contributor }) }),
    ).entries.map(({ author }) => author);

  expect(authors('a-handle')).toEqual(['a-handle']);
  expect(authors()).toEqual([undefined]);
});

test('newest comes first; what came at one moment stands by collection and slug', () => {
  const moment = { changed: '2026-01-01T00:00:00Z' };
  const xml = feed(
    {
      challenges: withFiles([aChallenge('b'), aChallenge('a')]),
      mitigations: withFiles([aMitigation('retraining', [])]),
      caseStudies: withFiles([aCaseStudy('shop', ['a'])]),
    },
    { dates: { a: moment, b: moment, retraining: moment, shop: { changed: '2026-01-01T00:00:01Z' } } },
  );

  expect(readAtom(xml).entries.map(({ title }) => title)).toEqual([
    'Shop in the field',
    'A',
    'B',
    'Retraining',
  ]);
});

test('a feed holds its newest entries alone, whichever order they were read in', () => {
  const challenges = withFiles(
    Array.from({ length: MOST_ENTRIES + 5 }, (_, i) => aChallenge(`c-${String(i).padStart(2, '0')}`)),
  );
  const dates = { 'c-54': { changed: '2026-03-10T00:00:00Z' } };
  const ids = (of: typeof challenges) =>
    readAtom(feed({ challenges: of }, { dates })).entries.map(({ id }) => id);

  expect(ids(challenges)).toHaveLength(MOST_ENTRIES);
  expect(ids(challenges)[0]).toMatch(/c-54\/$/);
  expect(ids(challenges.toReversed())).toEqual(ids(challenges));
});

test.each([
  [
    'the day it was checked',
    WHOLE,
    { 'concept-drift': '2026-03-09T09:09:09.000Z', shop: '2026-01-02T00:00:00.000Z' },
  ],
  [
    'the oldest change that a shallow clone knows',
    {
      isWhole: false,
      date: '2026-03-09T09:09:09Z',
      changes: ['2026-03-09T09:09:09Z', '2026-03-01T00:00:00Z'].map((date) => ({
        commit: '1',
        kind: 'changed' as const,
        path: 'content/words.txt',
        date,
      })),
    },
    { 'concept-drift': '2026-03-01T00:00:00.000Z', shop: '2026-01-02T00:00:00.000Z' },
  ],
  [
    'the newest check of all without Git',
    { isWhole: false, changes: [] },
    { 'concept-drift': '2026-01-02T00:00:00.000Z', shop: '2026-01-02T00:00:00.000Z' },
  ],
])('an entry without a date of its own has %s', (_, history, expected) => {
  const { entries } = readAtom(feed({ caseStudies: aCase({}) }, { history }));

  expect(Object.fromEntries(entries.map(({ page, updated }) => [page.split('/').at(-2), updated]))).toEqual(
    expected,
  );
  expect(entries.map(({ published }) => published)).toEqual([undefined, undefined]);
});

test('a guide that holds nothing has a valid feed, with Git and without', () => {
  const empty = (history: Told['history']) =>
    readAtom(feed({ challenges: [] }, history ? { history } : {})).updated;

  expect(empty(WHOLE)).toBe('2026-03-09T09:09:09.000Z');
  expect(empty({ isWhole: false, changes: [] })).toBe('1970-01-01T00:00:00.000Z');
});

test('an entry that was renamed keeps its id, and its link leads to its page of today', () => {
  const renamings = [
    {
      collection: 'tools',
      from: 'reef',
      to: 'snuba',
      kind: 'renamed',
      stood: true,
      date: '2026-02-01T00:00:00Z',
    },
    {
      collection: 'tools',
      from: 'coral',
      to: 'snuba',
      kind: 'merged',
      stood: true,
      date: '2026-01-01T00:00:00Z',
    },
  ] as const;
  const xml = feed({ tools: [aTool('snuba', ['concept-drift'])] }, { renamings, place: feedOf('tools') });

  expect(readAtom(xml)).toMatchObject({
    id: 'https://guide.example/guide/tools/feed.xml',
    links: { alternate: 'https://guide.example/guide/tools/' },
    entries: [
      { id: 'https://guide.example/guide/tools/reef/', page: 'https://guide.example/guide/tools/snuba/' },
    ],
  });
});

const HOSTILE = [
  ['the end of a CDATA section', 'a ]]> b ]]>', 'a ]]> b ]]>'],
  ['mark-up', '<script>ran(1)</script> & "so" \'on\'', '<script>ran(1)</script> & "so" \'on\''],
  ['entities', '&lt;b&gt; &amp;amp; &nbsp; &#0;', '&lt;b&gt; &amp;amp; &nbsp; &#0;'],
  ['signs that XML forbids', 'a\u0000b\u0008c\u001fd\ufffee\uffff', 'abcde'],
  ['halves of pairs', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
  ['emoji and other scripts', '🙂 👩‍🚀 模型 نموذج \u{10ffff}', '🙂 👩‍🚀 模型 نموذج \u{10ffff}'],
  ['a formula', '=cmd()', '=cmd()'],
  ['300 characters', 'x'.repeat(300), 'x'.repeat(300)],
  ['a CDATA section', '<![CDATA[x]]>', '<![CDATA[x]]>'],
  ['a declaration', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y "z">]>&y;', undefined],
] as const;

test.each(HOSTILE)(
  'a title, an author and a text that hold %s leave the feed valid and say it',
  async (_, text, said = text) => {
    const xml = feed(
      { challenges: [], caseStudies: aCase({ title: text, contributor: text }) },
      { textOf: () => `<p title="a">${text}</p>` },
    );
    const [entry] = readAtom(xml).entries;

    expect(entry?.title).toBe(said);
    expect(entry?.author).toBe(said);
    expect(entry?.html).toBe(`<p title="a">${said}</p>`);
    expect(await readAsReaders(xml)).toHaveLength(1);
  },
);

test('the text of an entry is its twin without the title, the same each time', () => {
  const heading = (depth: 1 | 2, value: string) =>
    ({ type: 'heading', depth, children: [{ type: 'text', value }] }) satisfies RootContent;
  const twin: Root = {
    type: 'root',
    children: [
      heading(1, 'Title'),
      heading(2, 'Problem'),
      { type: 'html', value: '<script>ran(1)</script>' },
    ],
  };

  expect(contentOf(twin).trim()).toBe('<h2>Problem</h2>');
  expect(contentOf(twin)).toBe(contentOf(twin));
  expect(twin.children).toHaveLength(3);
});

test('the same content and history give the same bytes', () => {
  expect(feed({ caseStudies: aCase({}) })).toBe(feed({ caseStudies: aCase({}) }));
});

/** A right feed with one thing spoilt. */
const RIGHT = feed(
  { challenges: withFiles([aChallenge('concept-drift'), aChallenge('slow-release')]) },
  {
    dates: { 'concept-drift': { added: '2026-01-01T00:00:00Z', changed: '2026-02-01T10:00:00Z' } },
  },
);

test.each([
  ['what is no XML', '</feed>', ''],
  ['a forbidden sign', 'Text.', '\u0001'],
  ['an entity of HTML', '<subtitle>', '<subtitle>&nbsp;'],
  ['no id', /<id>.*<\/id>/, ''],
  ['an id that is no address', /<id>.*<\/id>/, '<id>1</id>'],
  ['blanks in an id', '<id>', '<id> '],
  ['no title', /<title>.*<\/title>/, ''],
  [
    'two titles of an entry',
    '<id>https://guide.example/guide/challenges/',
    '<title>x</title><id>https://guide.example/guide/challenges/',
  ],
  ['an entry without content', /<content[^]*?<\/content>/, ''],
  ['an author of two names', '<name>', '<name>x</name><name>'],
  ['two titles', '<updated>', '<title>x</title><updated>'],
  ['no moment', /<updated>.*<\/updated>/, ''],
  ['a day for a moment', /<updated>.*<\/updated>/, '<updated>2026-01-01</updated>'],
  ['a moment that does not exist', /<updated>.*<\/updated>/, '<updated>2026-13-01T00:00:00Z</updated>'],
  ['an author without a name', /<name>.*<\/name>/, ''],
  ['nobody as author', /<author>[^]*?<\/author>/, ''],
  ['an element that Atom does not have', '<rights>', '<pubDate>x</pubDate><rights>'],
  ['an attribute that Atom does not have', '<rights>', '<rights class="x">'],
  ['elements within a title', /<title>.*<\/title>/, '<title><b>x</b></title>'],
  ['a relative link', 'href="https://guide.example/guide/challenges/', 'href="/challenges/'],
  ['a link that runs', 'href="https://guide.example/guide/challenges/', 'href="javascript:ran(1)/'],
  ['no link to itself', 'rel="self"', 'rel="via"'],
  ['two alternates of one type', 'rel="license"', 'rel="alternate"'],
  ['a category without a term', /term="[^"]*"/, ''],
  ['an entry that came after it changed', '<published>2026', '<published>2027'],
  ['one id twice', /slow-release\/<\/id>/, 'concept-drift/</id>'],
] as const)('the validator of these tests refuses %s', (_, right, wrong) => {
  expect(() => readAtom(RIGHT)).not.toThrow();
  const spoilt = RIGHT.replace(right, wrong);
  expect(spoilt).not.toBe(RIGHT);
  expect(() => readAtom(spoilt)).toThrow();
});

test('a feed is sound and says titles and names as they are, whatever those hold', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 }).map((each) => `a${each}z`);
  /** Without signs that XML cannot hold, and with the one line end that it knows. */
  const plain = (each: string) =>
    each
      .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
      .replace(/\r\n?/g, '\n');
  fc.assert(
    fc.property(text, text, text, (title, contributor, content) => {
      const xml = feed({ caseStudies: aCase({ title, contributor }) }, { textOf: () => content });
      const [entry] = readAtom(xml).entries.filter(({ page }) => page.endsWith('/shop/'));

      expect([entry?.title, entry?.author, entry?.html].map((each = '') => plain(each))).toEqual(
        [title, contributor, content].map(plain),
      );
    }),
    { numRuns: 300 },
  );
});
