import { describe, expect, test } from 'vitest';
import { withOldAnchors } from './old-anchors.ts';

const link = (address: string) => ({ href: `/guide${address}`, title: 'Cost & "use"' });
const page = (main: string) => `<!doctype html><title>a</title><main id="main" tabindex="-1">${main}</main>`;
const renamed = (html: string, ...pairs: [string, string][]) =>
  withOldAnchors(page(html), { renamed: pairs, moved: [] }, link);
const alias = (id: string) => `<span id="${id}" class="old-anchor" aria-hidden="true"></span>`;

describe('an old anchor', () => {
  test('stands at the place of the one of today', () => {
    expect(renamed('<h2 class="a" id="new">Title</h2><p>Text</p>', ['old', 'new'])).toBe(
      page(`<h2 class="a" id="new">${alias('old')}Title</h2><p>Text</p>`),
    );
  });

  test('stands there beside others, in the order of the file', () => {
    expect(renamed('<p id="b">1</p><p id="a">2</p>', ['x', 'a'], ['y', 'b'], ['z', 'a'])).toBe(
      page(`<p id="b">${alias('y')}1</p><p id="a">${alias('x')}${alias('z')}2</p>`),
    );
  });

  test.each(['ul', 'table', 'svg'])('stands before a %s, which can hold none', (name) => {
    const list = `<${name} id="new"></${name}>`;
    expect(renamed(list, ['old', 'new'])).toBe(page(`${alias('old')}${list}`));
  });

  test.each([
    ['a text', '<p>id="new"</p>'],
    ['the value of an attribute', `<p title='<b id="new">'></p>`],
    ['a comment', '<!-- <b id="new"> -->'],
    ['a script', '<script>"<b id=\\"new\\">" // <b id="new"></script>'],
    ['a text field', '<textarea><b id="new"></textarea>'],
  ])('is not led astray by what looks like its place in %s', (_what, decoy) => {
    expect(renamed(`${decoy}<p id="new">Text</p>`, ['old', 'new'])).toBe(
      page(`${decoy}<p id="new">${alias('old')}Text</p>`),
    );
    expect(() => renamed(decoy, ['old', 'new'])).toThrow('"#new", which is not on this page');
  });

  test('may hold any sign', () => {
    expect(renamed('<p id="a&amp;b">Text</p>', ['"><b>&', 'a&b'])).toContain(
      `<p id="a&amp;b">${alias('&quot;>&lt;b>&amp;')}Text</p>`,
    );
  });

  test('may not be the anchor of something else', () => {
    expect(() => renamed('<p id="old"></p><p id="new"></p>', ['old', 'new'])).toThrow(
      'the old anchor "#old" is in use on this page',
    );
  });
});

describe('a part that moved to another page', () => {
  test('leaves a note with a link at the beginning of the text', () => {
    const html = withOldAnchors(
      page('<h1>Title</h1>'),
      { renamed: [], moved: [['old', '/challenges/cost/#evidence']] },
      link,
    );
    expect(html).toBe(
      page(
        '<p id="old" class="moved-part wrap sans">What stood here is now at <a href="/guide/challenges/cost/#evidence">Cost &amp; &quot;use&quot;</a>.</p><h1>Title</h1>',
      ),
    );
  });
});
