import { parse } from '@retorquere/bibtex-parser';
import { describe, expect, test } from 'vitest';
import { formattedReferences } from './bibliography.ts';
import { citableOf, citablePart, citableSource, referenceOfPart, workOfPart } from './citable.ts';
import { aWork } from './samples.ts';

const COMMIT = '49db83c0c2f3a1b0d6e5f4a3b2c1d0e9f8a7b6c5';
const DATES = { changed: '2026-11-28T20:34:00Z', commit: COMMIT };
const RELEASE = { version: '0.1.0' };
const url = 'https://guide.example/challenges/concept-drift/';
const page = (title: string) => ({ key: 'field-guide-challenge-concept-drift', title, url });

describe('a page of the guide', () => {
  test('is cited at its version, in each form', () => {
    expect(citablePart(page('Concept drift'), DATES, RELEASE)).toEqual({
      text: `The contributors of the ML Deployment Field Guide. (2026, November 28). Concept drift. ML Deployment Field Guide (Version 0.1.0, commit 49db83c). ${url}`,
      bibtex: `@misc{field-guide-challenge-concept-drift,
  title = {{Concept drift}},
  author = {{The contributors of the ML Deployment Field Guide}},
  year = {2026},
  month = nov,
  howpublished = {ML Deployment Field Guide},
  note = {Version 0.1.0, commit 49db83c},
  url = {${url}}
}`,
      csl: `[{
  "id": "field-guide-challenge-concept-drift",
  "type": "webpage",
  "title": "Concept drift",
  "author": [{"literal":"The contributors of the ML Deployment Field Guide"}],
  "issued": {"date-parts":[[2026,11,28]]},
  "container-title": "ML Deployment Field Guide",
  "version": "0.1.0, commit 49db83c",
  "URL": "${url}"
}]`,
    });
  });

  test('has no date and no commit where the history does not tell them', () => {
    const { text, bibtex, csl } = citablePart(page('Concept drift'), {}, RELEASE);

    expect(text).toContain('(n.d.). Concept drift. ML Deployment Field Guide (Version 0.1.0). https://');
    expect(bibtex).not.toMatch(/year|month|commit/);
    expect(JSON.parse(csl)).toEqual([expect.not.objectContaining({ issued: expect.anything() as unknown })]);
  });

  test.each([
    'Braces } { and \\back\\slashes',
    'Fifty % of $5 & #1_2 ~ ^',
    '=cmd("/C calc")!A0, "quoted"',
    '</script><b>bold</b> ]]> @misc{x, title={y}}',
    'Emoji 🎉 and 漢字',
    'x'.repeat(300),
  ])('keeps its title in each form: %s', (title) => {
    const { text, bibtex, csl } = citablePart(page(title), DATES, RELEASE);
    const { entries, errors } = parse(bibtex, { sentenceCase: false });

    expect(text).toContain(`. ${title}`);
    expect(errors).toEqual([]);
    expect(entries.map(({ fields }) => [fields.title, fields.url])).toEqual([[title, url]]);
    expect(JSON.parse(csl)).toEqual([expect.objectContaining({ title, URL: url })]);
  });
});

describe('the template of a reference', () => {
  test.each(['Concept drift', 'Who knows?', 'It fell.'])(
    'sets a page as citeproc does, with the version besides: %s',
    (title) => {
      const work = workOfPart(page(title), DATES, RELEASE);
      const set = formattedReferences([work]).get(work.key);

      expect(referenceOfPart(work.csl).replace(' (Version 0.1.0, commit 49db83c)', '')).toBe(set);
    },
  );

  test.each([DATES, {}])('sets the guide itself as citeproc does: %j', (dates) => {
    const work = workOfPart({ key: 'field-guide', url: 'https://guide.example/' }, dates, RELEASE);

    expect(referenceOfPart(work.csl)).toBe(formattedReferences([work]).get('field-guide'));
  });
});

describe('a source', () => {
  const work = aWork('zliobaite2016', { URL: 'https://example.org/a' });
  const texts = new Map([['zliobaite2016', 'Žliobaitė, I. (2016). An overview.']]);

  test('is cited by the text of the references, with its address', () => {
    expect(citableSource({ title: 'Its source', work }, texts)).toEqual({
      title: 'Its source',
      cited: expect.objectContaining({
        text: 'Žliobaitė, I. (2016). An overview. https://example.org/a',
      }) as unknown,
    });
  });

  test('without a public address is cited without one', () => {
    expect(citableOf(aWork('book'), 'A book. (1990).').text).toBe('A book. (1990).');
  });

  test('that is none says why', () => {
    expect(citableSource({ none: 'There is none.' }, texts)).toEqual({ none: 'There is none.' });
  });
});
