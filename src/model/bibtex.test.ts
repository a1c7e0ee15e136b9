import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bibtexOf } from './bibtex.ts';
import type { CslItem } from './references.ts';

const item = (parts: Partial<CslItem>): CslItem => ({ id: 'key', type: 'webpage', title: 'Title', ...parts });

/** What an independent reader finds in the entry. */
function readBack(csl: CslItem) {
  const { entries, errors } = parse(bibtexOf(csl), { sentenceCase: false });
  return { entries, errors, fields: entries[0]?.fields };
}

test('a journal article has what BibTeX asks for', () => {
  expect(
    bibtexOf({
      id: 'paleyes2022challenges',
      type: 'article-journal',
      title: 'Challenges in Deploying Machine Learning: a Survey of Case Studies',
      author: [
        { family: 'Paleyes', given: 'Andrei' },
        { family: 'Lawrence', given: 'Neil D.' },
      ],
      issued: { 'date-parts': [[2022]] },
      'container-title': 'ACM Computing Surveys',
      DOI: '10.1145/3533378',
    }),
  ).toBe(`@article{paleyes2022challenges,
  title = {{Challenges in Deploying Machine Learning: a Survey of Case Studies}},
  author = {Paleyes, Andrei and Lawrence, Neil D.},
  year = {2022},
  journal = {ACM Computing Surveys},
  doi = {10.1145/3533378}
}`);
});

test.each<[of: string, csl: Partial<CslItem>, line: string]>([
  ['a page of a date', { issued: { 'date-parts': [[2026, 11, 28]] } }, 'month = nov'],
  ['a version', { version: '0.1.0, commit 49db83c' }, 'note = {Version 0.1.0, commit 49db83c}'],
  ['a body', { author: [{ literal: 'Food and Drug Agency' }] }, 'author = {{Food and Drug Agency}}'],
  [
    'a particle of a family',
    { author: [{ given: 'Yves-Alexandre', family: 'Montjoye', 'non-dropping-particle': 'de' }] },
    'author = {de Montjoye, Yves-Alexandre}',
  ],
  [
    'what stands behind a family name',
    { author: [{ given: 'Martin', family: 'King', suffix: 'Jr' }] },
    'author = {King, Jr, Martin}',
  ],
  [
    'those left out',
    { author: [{ family: 'Lavin', given: 'A.' }, { literal: 'others' }] },
    'author = {Lavin, A. and others}',
  ],
  ['where a document is kept', { publisher: 'Slides' }, 'howpublished = {Slides}'],
  ['who published a book', { type: 'book', publisher: 'Crown' }, 'publisher = {Crown}'],
  [
    'where a book stands as that alone',
    { type: 'book', 'container-title': 'Excerpt in a magazine' },
    'howpublished = {Excerpt in a magazine}',
  ],
  [
    'who published proceedings',
    { type: 'paper-conference', 'container-title': 'KDD', publisher: 'ACM' },
    'booktitle = {KDD},\n  publisher = {ACM}',
  ],
  ['the proceedings', { type: 'paper-conference', 'container-title': 'KDD' }, 'booktitle = {KDD}'],
  ['a span of pages', { type: 'article-journal', page: '1781-1794' }, 'pages = {1781--1794}'],
  ['an address', { URL: 'https://x.org/a_b%20{c}' }, 'url = {https://x.org/a_b%20%7Bc%7D}'],
])('the entry tells %s', (_of, csl, line) => {
  expect(bibtexOf(item(csl))).toContain(`\n  ${line}`);
});

test('without author, date and place there is a title, and no empty field', () => {
  expect(bibtexOf(item({}))).toBe('@misc{key,\n  title = {{Title}}\n}');
});

const NASTY = [
  'Braces } { and \\back\\slashes',
  'Fifty % of $5 & #1_2 ~ ^',
  '=cmd("/C calc")!A0, "quoted", ‘curly’',
  '</script><b>bold</b> ]]> @misc{x, title={y}}',
  'Emoji 🎉, 漢字, é, ß and Ĳ',
  'x'.repeat(300),
  '} , title = {Other',
  "Dashes -- and ---, quotes '' and ``",
];

test.each(NASTY)('an independent reader finds the title as it is: %s', (title) => {
  const { entries, errors, fields } = readBack(item({ title }));

  expect(errors).toEqual([]);
  expect(entries).toHaveLength(1);
  expect(fields?.title).toBe(title);
});

test.each(NASTY)('an independent reader finds the body as it is: %s', (literal) => {
  expect(readBack(item({ author: [{ literal }] })).fields?.author).toEqual([
    expect.objectContaining({ name: literal }),
  ]);
});

test('an independent reader finds family and given names, whatever they hold', () => {
  const names = [
    { family: 'Müller', given: 'J. von' },
    { family: 'Smith and Wesson', given: 'A, B' },
  ];

  expect(readBack(item({ author: names })).fields?.author).toEqual([
    expect.objectContaining({ lastName: 'Müller', firstName: 'J. von' }),
    expect.objectContaining({ lastName: 'Smith and Wesson', firstName: 'A, B' }),
  ]);
});

test('whatever the strings, one entry is read without an error', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme-ascii' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      (title, name, URL) => {
        const { entries, errors } = readBack(
          item({ title, author: [{ literal: name }], 'container-title': title, URL, DOI: `10.1000/${name}` }),
        );
        expect(errors).toEqual([]);
        expect(entries).toHaveLength(1);
      },
    ),
  );
});
