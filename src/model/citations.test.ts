import { describe, expect, test } from 'vitest';
import { citationsIn, citedKeys, workIn } from './citations.ts';

describe('a text cites', () => {
  test.each([
    ['one work', 'It fell [@smith2020].', [['smith2020']]],
    ['the slug of a case study', '[@google-flu-trends]', [['google-flu-trends']]],
    ['several works in one mark', '[@a; @b;@c ;\n@d]', [['a', 'b', 'c', 'd']]],
    ['one mark after the other', '[@a][@b] and [@a]', [['a'], ['b'], ['a']]],
    ['keys with signs', '[@doe:2020_x.y+z/1]', [['doe:2020_x.y+z/1']]],
    ['within brackets', '[see [@a]]', [['a']]],
    ['nothing without brackets', 'write to @smith2020', []],
    ['nothing without a key', '[@] [@ a] [@;]', []],
    ['nothing by an address', '[mail](mailto:a@b.org) [a@b.org]', []],
    ['nothing by a footnote', '[^1] [1] [a]', []],
    ['nothing with words in the mark', '[see @a] [@a, p. 3] [@a b]', []],
    ['nothing by a mark without end', '[@a', []],
    ['nothing by a mark with an empty place', '[@a;] [@a; ]', []],
    ['nothing by a mark that begins within another', '[@a[@b] [@[@c]', [['b'], ['c']]],
    ['nothing in an empty text', '', []],
  ])('%s', (_what, text, keys) => {
    expect(citationsIn(text).map((citation) => citation.keys)).toEqual(keys);
  });

  test('at offsets that cut out the mark, brackets and all', () => {
    const text = 'Ünïcödé 🙂 text [@a; @b], more [@c]';
    expect(citationsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['[@a; @b]', '[@c]']);
  });
});

test.each(['[@', '[@a;@b', '[@a; ', '[@a;'])('a text of nothing but %j is read in no time', (text) => {
  const start = performance.now();
  citationsIn(text.repeat(32_000));
  expect(performance.now() - start).toBeLessThan(1000);
});

test('works are numbered by first citation, each once', () => {
  expect(citedKeys('[@b] [@a; @b] [@c; @a]')).toEqual(['b', 'a', 'c']);
});

test.each([
  ['#ref-sculley2015', 'sculley2015'],
  ['#ref-d%C3%BCrr', 'dürr'],
  ['#ref-', undefined],
  ['#sources', undefined],
  ['', undefined],
  ['#ref-%E0%A4%A', undefined],
])('the address %j names the work %j', (hash, key) => {
  expect(workIn(hash)).toBe(key);
});
