import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formattedReferences, worksFromBibtex } from './bibliography.ts';
import { workOf } from './references.ts';
import { aCaseStudy, aWork } from './samples.ts';

const ARTICLE = `@article{paleyes2022challenges,
  title = {{Challenges in Deploying Machine Learning}},
  author = {Andrei Paleyes and Raoul-Gabriel Urma and Lawrence, Neil D.},
  year = {2022},
  journal = {ACM Computing Surveys},
  doi = {10.1145/3533378},
  url = {https://dl.acm.org/doi/10.1145/3533378}
}`;
const PAGE = '@misc{some_page:1, title = {{A page}}, url = {https://example.org/a_b?c=%20}}';

describe('the works of a BibTeX file', () => {
  test('come with key, title, authors and year', () => {
    expect(worksFromBibtex(ARTICLE)[0]).toMatchObject({
      key: 'paleyes2022challenges',
      csl: {
        id: 'paleyes2022challenges',
        title: 'Challenges in Deploying Machine Learning',
        author: [
          { family: 'Paleyes', given: 'Andrei' },
          { family: 'Urma', given: 'Raoul-Gabriel' },
          { family: 'Lawrence', given: 'Neil D.' },
        ],
        issued: { 'date-parts': [[2022]] },
        'container-title': 'ACM Computing Surveys',
      },
    });
  });

  test.each([
    ['{Food and Drug Agency}', { literal: 'Food and Drug Agency' }],
    ['others', { literal: 'others' }],
    [
      'Yves-Alexandre de Montjoye',
      { given: 'Yves-Alexandre', family: 'Montjoye', 'non-dropping-particle': 'de' },
    ],
    ['{\\c{C}}a{\\u{g}}atay Demiralp', { given: 'Çağatay', family: 'Demiralp' }],
  ])('have the author %s as it is meant', (author, name) => {
    expect(worksFromBibtex(`@misc{a, title = {x}, author = {${author}}}`)[0]?.csl.author).toEqual([name]);
  });

  test('are found by their DOI before any address', () => {
    expect(worksFromBibtex(ARTICLE)[0]?.url).toBe('https://doi.org/10.1145/3533378');
  });

  test('keep their key and address letter by letter', () => {
    expect(worksFromBibtex(PAGE).map(({ key, url }) => [key, url])).toEqual([
      ['some_page:1', 'https://example.org/a_b?c=%20'],
    ]);
  });

  test('have no address where the file gives none', () => {
    expect(worksFromBibtex('@book{b, title = {A book}}')[0]?.url).toBeUndefined();
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)', 'example.org', '/tools/'])(
    'have no address where the file gives %s, which is no address on the web',
    (address) => {
      expect(worksFromBibtex(`@misc{a, title = {x}, url = {${address}}}`)[0]?.url).toBeUndefined();
    },
  );

  test('come in the order of the file; comments do not count', () => {
    expect(worksFromBibtex(`% a comment\n\n${PAGE}\n\n${ARTICLE}\n`).map(({ key }) => key)).toEqual([
      'some_page:1',
      'paleyes2022challenges',
    ]);
  });

  test('are none in an empty file', () => {
    expect(worksFromBibtex('')).toEqual([]);
  });

  test.each([
    ['an entry without end', '@misc{a, title = {x}'],
    ['an entry without key', '@misc{title = {x}}'],
    ['a value without end', '@misc{a, title = {x}\n\n@misc{b, title = {y}}'],
    ['no BibTeX at all', 'hello'],
  ])('cannot be read from %s', (_what, text) => {
    expect(() => worksFromBibtex(text)).toThrow();
  });
});

describe('a reference text', () => {
  const works = worksFromBibtex(`${ARTICLE}\n${PAGE}`);
  const texts = formattedReferences(works);

  test('stands for each work by its key', () => {
    expect([...texts.keys()].toSorted()).toEqual(['paleyes2022challenges', 'some_page:1']);
  });

  test('is in APA style', () => {
    expect(texts.get('paleyes2022challenges')).toBe(
      'Paleyes, A., Urma, R.-G., & Lawrence, N. D. (2022). Challenges in Deploying Machine Learning. ACM Computing Surveys.',
    );
  });

  test('is the same among others as alone, whoever else wrote in that year', () => {
    const smith = { author: [{ family: 'Smith', given: 'A.' }], issued: { 'date-parts': [[2020]] } };
    const works = [
      {
        title: 'Zero',
        ...smith,
        author: ['Smith', 'Jones', 'Brown'].map((family) => ({ family, given: 'A.' })),
      },
      { title: 'One', ...smith },
      { title: 'Two', ...smith },
      { title: 'Three', ...smith, author: [{ family: 'smith', given: 'B.' }] },
      { title: 'Four', ...smith, author: [...smith.author, { family: 'Jones', given: 'C.' }] },
      { title: 'Five' },
      { title: 'Five' },
      { title: 'Six', author: [{ literal: 'Smith' }], issued: { 'date-parts': [[2020]] } },
      { title: 'Seven', ...smith, author: [{ literal: 'Smith et al.' }] },
      { title: '', author: [] },
    ].map((csl, i) => ({
      key: `w${i}`,
      url: undefined,
      csl: { id: `w${i}`, type: 'article-journal', ...csl },
    }));
    const together = formattedReferences(works);

    expect([...together]).toEqual(works.flatMap((work) => [...formattedReferences([work])]));
    expect([...together.values()].join(' ')).not.toMatch(/2020[ab]/);
  });

  test('says so where no date is known', () => {
    expect(texts.get('some_page:1')).toBe('A page. (n.d.).');
  });

  test('holds no address, which pages print as a link of its own', () => {
    expect([...texts.values()].filter((text) => /https?:|10\.1145/.test(text))).toEqual([]);
  });

  test('leaves the works as they were', () => {
    expect(works.map(({ csl }) => csl.DOI ?? csl.URL)).toEqual([
      '10.1145/3533378',
      'https://example.org/a_b?c=%20',
    ]);
  });

  test('holds no markup, whatever the title holds', () => {
    const [marked] = worksFromBibtex('@misc{a, title = {{On <script>alert(1)</script> & more}}}');
    expect(marked && formattedReferences([marked]).get('a')).toContain('<script>alert(1)</script> & more');
  });

  test.each(['constructor', '__proto__', 'toString', 'valueOf'])(
    'stands for a work whose author, or whose key, is called %s',
    (name) => {
      const work = aWork(name, { title: 'A title', author: [{ family: name, given: 'Ann' }] });
      const mirrored = aWork('a', {
        title: 'A title',
        author: [{ family: 'Ann', given: `${name}, et al.` }],
      });
      expect(formattedReferences([work]).get(name)).toBe(`Ann ${name}. (n.d.). A title.`);
      expect(formattedReferences([mirrored]).get('a')).toContain(name);
    },
  );

  test('says the title and every author, whatever those hold', () => {
    const WORDS = [
      'constructor',
      'A.',
      'and',
      'of',
      '"Q"',
      "O'Neil",
      'de',
      'III',
      'שלום',
      '👩🏽‍🔬',
      '<i>',
      '</script>',
    ];
    const name = fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.string(), (authors, venue) => {
        const source = { title: 'Title zqx', authors, venue, url: 'https://example.org/' };
        const study = aCaseStudy('a', ['concept-drift'], { source });
        expect(formattedReferences([workOf(study)]).get('a')).toMatch(/\S.*Title zqx/s);
      }),
    );
  });
});
