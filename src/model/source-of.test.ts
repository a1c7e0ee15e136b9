import { expect, test } from 'vitest';
import { sameSource, sourceOf } from './source-of.ts';

test.each([
  ['10.1145/3533378', { doi: '10.1145/3533378' }],
  ['https://doi.org/10.1145/3533378', { doi: '10.1145/3533378' }],
  ['http://dx.doi.org/10.1145/3533378?x=1#top', { doi: '10.1145/3533378' }],
  ['https://doi.org/10.1002/(SICI)1097%3C1::AID%3E3.0', { doi: '10.1002/(SICI)1097<1::AID>3.0' }],
  ['https://doi.org/10.1002/%E0%A4%A', { doi: '10.1002/%E0%A4%A' }],
  ['doi: 10.1145/3533378 ', { doi: '10.1145/3533378' }],
  ['2011.09926', { arxiv: '2011.09926' }],
  ['arXiv:2011.09926v3', { arxiv: '2011.09926' }],
  ['https://arxiv.org/abs/2011.09926', { arxiv: '2011.09926' }],
  ['https://arxiv.org/pdf/2011.09926v2.pdf', { arxiv: '2011.09926' }],
  ['https://doi.org/10.48550/arXiv.2011.09926', { arxiv: '2011.09926' }],
  ['10.48550/arXiv.2011.09926', { arxiv: '2011.09926' }],
  ['https://example.org/10.1145/3533378', { url: 'https://example.org/10.1145/3533378' }],
  ['https://arxiv.org/abs/cs/0112017', { url: 'https://arxiv.org/abs/cs/0112017' }],
  ['example', { url: 'example' }],
])('%j is %j', (pasted, source) => {
  expect(sourceOf(pasted)).toEqual(source);
});

test('one work is known again however its address is written', () => {
  const entries = [
    { slug: 'a', source: { doi: '10.1145/ABC' } },
    { slug: 'b', source: { arxiv: '2011.09926', url: null } },
    { slug: 'c', source: { url: 'https://example.org/Report/' } },
    { slug: 'd' },
  ];
  const found = (source: Parameters<typeof sameSource>[0]) => sameSource(source, entries)?.slug;

  expect(found({ url: 'https://doi.org/10.1145/abc' })).toBe('a');
  expect(found({ doi: '10.48550/arXiv.2011.09926' })).toBe('b');
  expect(found({ url: 'https://arxiv.org/abs/2011.09926v2' })).toBe('b');
  expect(found({ url: 'https://example.org/report' })).toBe('c');
  expect(found({ doi: '10.1145/other', url: 'https://example.org/report' })).toBe('c');
  expect(found({ doi: '10.1145/other' })).toBeUndefined();
  expect(found({})).toBeUndefined();
});
