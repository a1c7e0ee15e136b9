import { describe, expect, test } from 'vitest';
import { withoutCode } from './prose.ts';

describe('without code', () => {
  test.each([
    ['prose stays as it is', 'a *b* `', 'a *b* `'],
    ['inline code goes', 'a `<b>` c', 'a       c'],
    ['code between several backticks goes', 'a ``<b> ` x`` c', 'a             c'],
    ['code over two lines goes', 'a `b\nc` d', 'a   \n   d'],
    ['backticks in two paragraphs are no code', 'a ` b\n\nc ` d', 'a ` b\n\nc ` d'],
    ['unlike backticks are no code', 'a `` b ` c', 'a `` b ` c'],
    ['an escaped backtick opens no code', 'a \\` b ` c', 'a \\` b ` c'],
    ['a fence goes with all its lines', 'a\n```js\n<b>\n```\nc', 'a\n     \n   \n   \nc'],
    ['a fence of tildes goes', '~~~\n`\n~~~\n<b>', '   \n \n   \n<b>'],
    ['a fence in a quotation goes', '> ```\n> <b>\n> ```\nc', '     \n     \n     \nc'],
    ['a fence without end goes to the end', 'a\n```\n<b>\n', 'a\n   \n   \n'],
    ['CRLF stays', '```\r\n<b>\r\n```\r\nc', '   \r\n   \r\n   \r\nc'],
  ])('%s', (_what, body, prose) => {
    expect(withoutCode(body)).toBe(prose);
  });
});
