import { describe, expect, test } from 'vitest';
import { oldAnchorsOf, renamedTo } from './redirects.ts';

describe('the old anchors of a page', () => {
  const redirects = {
    challenges: { drift: 'concept-drift' },
    'case-studies': { tay: 'microsoft-tay', 'tay-chatbot': 'microsoft-tay' },
    references: { 'smith:19': 'smith2020' },
    anchors: { '/glossary/': { shift: 'drift', bill: '/challenges/cost/#evidence' } },
  };
  const anchors = (address: string, ...ids: string[]) => oldAnchorsOf(address, new Set(ids), redirects);

  test('are those that the file says of it', () => {
    expect(anchors('/glossary/')).toEqual({
      renamed: [['shift', 'drift']],
      moved: [['bill', '/challenges/cost/#evidence']],
    });
    expect(anchors('/matrix/')).toEqual({ renamed: [], moved: [] });
  });

  test('follow from renamed case studies and keys wherever a page lists the work', () => {
    expect(anchors('/references/', 'ref-microsoft-tay', 'ref-smith2020', 'ref-other').renamed).toEqual([
      ['ref-tay', 'ref-microsoft-tay'],
      ['ref-tay-chatbot', 'ref-microsoft-tay'],
      ['ref-smith:19', 'ref-smith2020'],
    ]);
    expect(anchors('/tools/a/', 'ref-smith2020').renamed).toEqual([['ref-smith:19', 'ref-smith2020']]);
  });

  test('follow from a renamed challenge on its own page and in the review, for its questions too', () => {
    const ids = ['concept-drift', 'concept-drift-window', 'concept-drifting', 'evidence'];
    const renamed = [
      ['drift', 'concept-drift'],
      ['drift-window', 'concept-drift-window'],
    ];
    expect(anchors('/review/', ...ids).renamed).toEqual(renamed);
    expect(anchors('/challenges/concept-drift/', ...ids).renamed).toEqual(renamed);
    expect(anchors('/challenges/other/', ...ids).renamed).toEqual([]);
  });

  test('that follow give way to what the page has and to what the file says', () => {
    expect(anchors('/references/', 'ref-microsoft-tay', 'ref-tay').renamed).toEqual([
      ['ref-tay-chatbot', 'ref-microsoft-tay'],
    ]);
  });
});

test('a name that was not renamed leads nowhere, nor does a member of every object', () => {
  expect(['old', 'new', 'constructor'].map((name) => renamedTo(name, { old: 'new' }))).toEqual([
    'new',
    undefined,
    undefined,
  ]);
  expect(renamedTo('old')).toBeUndefined();
});
