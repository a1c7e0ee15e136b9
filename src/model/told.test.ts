import { expect, test } from 'vitest';
import { slugsTold, toldIn } from './told.ts';

/** What a text tells of, as `element slug`, each with the text that its place points at. */
const told = (body: string) =>
  toldIn(body).map(({ teller, slug, start }) => {
    expect(body.slice(start, start + slug.length)).toBe(slug);
    return `${teller} ${slug}`;
  });

test.each<[what: string, body: string, told: string[]]>([
  [
    'a case, a mitigation and a tool',
    '<Case of="a">\n\nx\n\n</Case>\n<Mitigation of="b-c" /><Tool of="d2">',
    ['Case a', 'Mitigation b-c', 'Tool d2'],
  ],
  [
    'entries in the order of the text, also twice',
    '<Tool of="b"> <Case of="a"> <Tool of="b">',
    ['Tool b', 'Case a', 'Tool b'],
  ],
  ['single quotes, blanks and line breaks', '<Case of=\'a\'> <Tool\n  of = "b"\n>', ['Case a', 'Tool b']],
  ['what is no slug, as it stands', '<Case of="The shop"> <Case of="">', ['Case The shop', 'Case ']],
  ['nothing for other elements', '<Cases of="a"> <MoreCases /> <case of="a"> </Case>', []],
  ['nothing without `of`, or with an expression', '<Case> <Case slug="a"> <Case of={a}> <Case of>', []],
  ['nothing in code', '`<Case of="a">`\n\n```\n<Tool of="b">\n```\n\n<Mitigation of="c">', ['Mitigation c']],
  ['nothing in an empty text', '', []],
])('a text tells of %s', (_what, body, expected) => {
  expect(told(body)).toEqual(expected);
});

test('slugs are told apart by their element, each once', () => {
  const body = '<Case of="a"> <Tool of="b"> <Case of="c"> <Case of="a">';

  expect([...slugsTold(body, 'Case')]).toEqual(['a', 'c']);
  expect([...slugsTold(body, 'Tool')]).toEqual(['b']);
  expect([...slugsTold(body, 'Mitigation')]).toEqual([]);
});

test('an entry without a text tells of nothing', () => {
  expect([...slugsTold(undefined, 'Case')]).toEqual([]);
});
