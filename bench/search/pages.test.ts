import { expect, test } from 'vitest';
import { withoutSettings } from './pages.ts';

test.each([
  ['a value', '<p data-pagefind-weight="10">x</p>', '<p>x</p>'],
  ['none', '<p class="a" data-pagefind-ignore id="b">x</p>', '<p class="a" id="b">x</p>'],
  ['no quotes', '<p data-pagefind-weight=4>x</p>', '<p>x</p>'],
  ['a mark of tags in its value', '<i hidden data-pagefind-meta="a > b:c">x</i>', '<i hidden>x</i>'],
  ['a slash after it', '<br data-pagefind-ignore />', '<br />'],
])('an attribute with %s is taken out', (_, before, after) => {
  expect(withoutSettings(before)).toBe(after);
});

test.each([
  '<main data-pagefind-body>x</main>',
  '<main data-pagefind-body="" class="a">x</main>',
  '<p>Write data-pagefind-ignore into it</p>',
])('%s stays as it is', (html) => {
  expect(withoutSettings(html)).toBe(html);
});
