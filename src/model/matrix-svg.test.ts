import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixDataOf } from './matrix-data.ts';
import { linesOf, matrixSvg } from './matrix-svg.ts';
import { viewOf, type Lens } from './matrix.ts';
import { aCaseStudy, aChallenge, aStage, aStep } from './samples.ts';

const PICTURE = {
  title: 'The map',
  address: 'https://guide.example/matrix/?industry=healthcare&from=2019',
  colours: {
    paper: '#ffffff',
    ink: '#222222',
    soft: '#555555',
    stages: { 'model-deployment': '#772211' },
  },
};

/** A picture of one place with a title, seen through a lens. */
function drawn(title: string, lens: Lens = {}) {
  const data = matrixDataOf({
    workflow: { stages: [aStage('model-deployment', [aStep('updating', { title })], { title })], moved: [] },
    challenges: [aChallenge('drift', { title }), aChallenge('delivery', { order: 2, editions: [2021] })],
    mitigations: [],
    caseStudies: [aCaseStudy('ward', ['drift'], { industry: 'healthcare', year: 2019 })],
  });
  return matrixSvg(viewOf(lens, data), lens, data, PICTURE);
}

/** The text of a picture, its tags taken away and its five entities read; throws on a stray mark. */
function plain(svg: string) {
  const text = svg.replace(/<\/?[a-z]+(?: [a-zA-Z:-]+="[^"<]*")*\/?>/g, ' ');
  if (/[<>]|&(?!(?:amp|lt|gt|quot);)/.test(text)) throw new Error('a mark is not escaped');
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

test('says what it is, what it is seen through, and where it comes from', () => {
  const text = plain(drawn('Drift', { industry: 'healthcare' }));

  expect(text).toContain('The map: healthcare');
  expect(text).toContain('1 of 1 case study: healthcare; 1 place has none.');
  expect(text).toContain(PICTURE.address);
});

test('draws an empty place dashed, and one that the edition lacks without figures', () => {
  expect(drawn('Drift').match(/stroke-dasharray="4 3"/g)).toHaveLength(1);
  const lensed = drawn('Drift', { edition: '2022' });
  expect(plain(lensed)).toContain('not in the 2022');
  expect(lensed.match(/ mitigations<\/tspan>/g)).toHaveLength(1);
});

test.each([
  '</title><script>alert(1)</script>',
  '" onload="alert(1)',
  ']]> <!-- & &amp; &#x3c;',
  'A very long title of a challenge '.repeat(12),
  'Supercalifragilisticexpialidocious'.repeat(9),
  'Drift 🙂 seen by 👩‍🚀 astronauts',
  '\u0000\u0008\u000b\ufffe and \ud800 alone',
])('takes %j for text', (title) => {
  const svg = drawn(title);

  expect(() => plain(svg)).not.toThrow();
  expect(svg).not.toMatch(/<script|<!--|]]>/);
  expect(svg.isWellFormed()).toBe(true);
  // What XML 1.0 knows no sign for.
  expect(
    Array.from(svg).filter((sign) => /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(sign)),
  ).toEqual([]);
});

test('stays well formed whatever a title holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (title) => {
      expect(() => plain(drawn(title))).not.toThrow();
    }),
    { numRuns: 50 },
  );
});

describe('lines', () => {
  test.each([
    ['Data discovery', 10, 4, ['Data', 'discovery']],
    ['Resource-constrained environments', 12, 4, ['Resource-', 'constrained', 'environments']],
    ['Interpretability of the model', 12, 4, ['Interpret-', 'ability of', 'the model']],
    ['one two three four five', 5, 2, ['one', 'two…']],
    ['Donaudampfschiff', 6, 9, ['Donaud', 'ampfsc', 'hiff']],
    ['👩‍🚀👩‍🚀👩‍🚀', 2, 9, ['👩‍🚀👩‍🚀', '👩‍🚀']],
    ['', 5, 2, []],
  ])('of %j within %i letters, %i at most', (text, width, most, lines) => {
    expect(linesOf(text, width, most)).toEqual(lines);
  });

  test('lose no letter but the blanks, and never run over', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,20}$/)),
        fc.integer({ min: 6, max: 20 }),
        (words, width) => {
          const lines = linesOf(words.join(' '), width, Infinity);
          expect(lines.join('').replace(/[- ]/g, '')).toBe(words.join(''));
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
