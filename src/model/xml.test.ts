import { expect, test } from 'vitest';
import { escapedText, withoutForbidden } from './xml.ts';

test('marks are escaped, in the order that leaves their own escapes alone', () => {
  expect(escapedText('<a href="x">&amp;</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;');
});

test.each([
  ['a\u0000b\u001f\ufffe\uffff', 'ab'],
  ['a\ud800b', 'ab'],
  ['a\tb\nc 🙂 \u{10ffff}', 'a\tb\nc 🙂 \u{10ffff}'],
])('of %j, what XML can hold stays', (text, left) => {
  expect(withoutForbidden(text)).toBe(left);
});
