import { describe, expect, it, test } from 'vitest';
import { inBookQuotes, withBookQuotes } from './book-quotes.ts';

describe('withBookQuotes', () => {
  it.each([
    ["a model's users' trust", 'a model’s users’ trust'],
    ['<p>"Nobody here" said so</p>', '<p>“Nobody here” said so</p>'],
    ["<p>('quoted' and so on)</p>", '<p>(‘quoted’ and so on)</p>'],
    ['Kästner&#39;s &quot;book&quot;', 'Kästner’s “book”'],
    ['<em>Nature</em>\'s "paper"', '<em>Nature</em>’s “paper”'],
    ['said <a href="/x/">"so"</a>.', 'said <a href="/x/">“so”</a>.'],
    ["since '24", 'since ’24'],
    ["at 'https://example.org/it's', or", "at ‘https://example.org/it's’, or"],
    ['at "https://example.org/x".', 'at “https://example.org/x”.'],
    ['“already” set, isn’t it', '“already” set, isn’t it'],
  ])('sets %s', (typed, expected) => {
    expect(withBookQuotes(typed)).toBe(expected);
  });

  it('begins anew with each block', () => {
    expect(withBookQuotes('<li>one</li><li>"two"</li>')).toBe('<li>one</li><li>“two”</li>');
  });

  it.each([
    `<a title="the model's" data-x='"a"'>x</a>`,
    '<pre><code>print("it\'s")</code></pre>',
    '<code>"x"</code>',
    `<script type="application/ld+json">{"a":"b's"}</script>`,
    '<style>a::after{content:"x"}</style>',
    `<head><title>The model's</title></head>`,
    `<textarea>"it's"</textarea>`,
    `<!-- it's "so" -->`,
    '1 < 2',
    "see https://example.org/it's/'here'/x for more",
  ])('leaves %s', (html) => {
    expect(withBookQuotes(html)).toBe(html);
  });

  it('keeps what is behind an entity that is no quote', () => {
    expect(withBookQuotes('a &lt;b&gt; &#38; c')).toBe('a &lt;b&gt; &#38; c');
  });
});

test('inBookQuotes sets every text of the data that a script shows, and nothing else', () => {
  const entry = { title: "the model's", rows: [[{ text: 'said "so"', n: 2, at: '/a/' }], [null, true]] };

  expect(inBookQuotes(entry)).toEqual({
    title: 'the model’s',
    rows: [[{ text: 'said “so”', n: 2, at: '/a/' }], [null, true]],
  });
  expect(entry.title).toBe("the model's");
});
