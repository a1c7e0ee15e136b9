import { describe, expect, test } from 'vitest';
import { formattedReferences, worksFromBibtex } from './bibliography.ts';

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
});
