import { describe, expect, test } from 'vitest';
import type { Hit } from './client.ts';
import type { PageText } from './engine.ts';
import type { NamedPage } from './names.ts';
import { excerptPieces, rowOf, trimmed } from './rows.ts';

const drift: NamedPage = {
  address: '/guide/challenges/concept-drift/',
  title: 'Concept drift',
  type: 'challenge',
  summary: 'It decays.',
  stages: [],
  aliases: [],
  symptoms: [],
  answers: [],
};
const deployment: NamedPage = { ...drift, title: 'Model deployment', type: 'stage' };
const learning: NamedPage = { ...drift, title: 'Model learning', type: 'stage' };
const shadow: NamedPage = {
  ...drift,
  address: '/guide/mitigations/shadow/',
  title: 'Shadow deployment',
  type: 'mitigation',
  strength: 'measured',
};
const aSection = (title: string, url: string, score: number) => ({
  title,
  url,
  excerpt: `in <mark>${title}</mark>`,
  weighted_locations: [{ balanced_score: score }],
});
const aText = (data: Partial<PageText> = {}): PageText => ({
  url: '/case-studies/x/',
  excerpt: 'the <mark>drift</mark> came',
  meta: { title: 'A drift at a bank', type: 'case-study', summary: 'It came.' },
  sub_results: [],
  ...data,
});
const match = (kind: 'title' | 'alias' | 'symptom', text: string): Hit['match'] => ({
  page: drift,
  score: 1,
  phrase: { kind, text },
  isExact: false,
  isWhole: true,
  isNear: true,
  share: 1,
});
const stems = new Set(['drift', 'decai']);

describe('a row', () => {
  test('of a challenge found by its name shows what to try first', () => {
    expect(
      rowOf(
        { page: drift, match: match('title', 'Concept drift'), stages: [deployment], answers: [shadow] },
        stems,
      ),
    ).toEqual({
      address: '/guide/challenges/concept-drift/',
      title: [
        { text: 'Concept ', isMarked: false },
        { text: 'drift', isMarked: true },
      ],
      kind: 'Challenge · Model deployment',
      summary: 'It decays.',
      why: { label: '', text: [] },
      answers: { label: 'Try first', links: [{ title: 'Shadow deployment', address: shadow.address }] },
      strength: undefined,
      sections: [],
    });
  });

  test('of a mitigation shows what it helps against, and how strong the evidence is', () => {
    expect(rowOf({ page: shadow, stages: [learning, deployment], answers: [drift] }, stems)).toMatchObject({
      kind: 'Mitigation · Model learning, Model deployment',
      answers: { label: 'Helps against' },
      strength: 'Measured',
    });
  });

  test('found by an alias says so, with the words marked', () => {
    expect(
      rowOf({ page: drift, match: match('alias', 'drift of data'), stages: [], answers: [] }, stems).why,
    ).toEqual({
      label: 'Also called',
      text: [
        { text: 'drift', isMarked: true },
        { text: ' of data', isMarked: false },
      ],
    });
  });

  test('found by a symptom leads to the symptoms of the page', () => {
    expect(
      rowOf({ page: drift, match: match('symptom', 'It drifts.'), stages: [], answers: [] }, stems).why
        .address,
    ).toBe('/guide/challenges/concept-drift/#how-you-notice');
  });

  test('found in a text shows the best part, and links the two best', () => {
    const row = rowOf(
      {
        text: aText({
          sub_results: [
            aSection('Whole page', '/case-studies/x/', 99),
            aSection('Problem', '/case-studies/x/#problem', 1),
            aSection('Outcome', '/case-studies/x/#outcome', 5),
            aSection('Lessons', '/case-studies/x/#lessons', 2),
          ],
        }),
        stages: [],
        answers: [],
      },
      stems,
    );

    expect(row.sections).toEqual([
      { title: 'Outcome', address: '/case-studies/x/#outcome' },
      { title: 'Lessons', address: '/case-studies/x/#lessons' },
    ]);
    expect(row.why).toEqual({
      label: '',
      text: [
        { text: '… ', isMarked: false },
        { text: 'in ', isMarked: false },
        { text: 'Outcome', isMarked: true },
        { text: ' …', isMarked: false },
      ],
    });
    expect(row).toMatchObject({ kind: 'Case study', summary: 'It came.', answers: undefined });
  });

  test('of a page that says nothing about itself is still a row', () => {
    expect(rowOf({ text: aText({ meta: {} }), stages: [], answers: [] }, stems)).toMatchObject({
      address: '/case-studies/x/',
      title: [{ text: '/case-studies/x/', isMarked: false }],
      summary: '',
    });
    expect(rowOf({ stages: [], answers: [] }, stems)).toMatchObject({ address: '', title: [] });
  });
});

test.each([
  ['a <mark>b</mark> c', ['a ', 'b', ' c']],
  ['&lt;script&gt; &amp;amp; &quot;x&quot; <mark>it&#39;s</mark>', ['<script> &amp; "x" ', "it's"]],
  ['<img src=x onerror=alert(1)>text', ['text']],
  ['', []],
])('the excerpt %j is text and marks, never markup', (excerpt, texts) => {
  expect(excerptPieces(excerpt).map(({ text }) => text)).toEqual(texts);
});

test.each([
  ['notice. The <mark>model</mark> broke when', 'The [model] broke when …'],
  ['and then (2021). “All <mark>green</mark>,” they said.', '“All [green],” they said.'],
  ['the <mark>model</mark> broke.', '… the [model] broke.'],
  ['<mark>model</mark> after <mark>model</mark>', '… [model] after [model] …'],
  ['Two <mark>models</mark>. They broke.', 'Two [models]. They broke.'],
  ['e.g. the <mark>model.</mark>', '… e.g. the [model.]'],
  ['', ''],
])('the excerpt %j is shown as %j', (excerpt, shown) => {
  expect(
    trimmed(excerptPieces(excerpt))
      .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
      .join(''),
  ).toBe(shown);
});
