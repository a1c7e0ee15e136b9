import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { describe, expect, test, vi } from 'vitest';
import { ALLOWED_COMPONENTS, refusalOf, remarkRefuseCode } from './safety.ts';

const [component] = ALLOWED_COMPONENTS;
const LINK = (url: string) => `a link may not lead to "${url}"`;

describe('an MDX page may not hold', () => {
  test.each<[string, Parameters<typeof refusalOf>[0], string]>([
    ['an import', { type: 'mdxjsEsm' }, 'MDX pages hold prose: "import" and "export" are not allowed'],
    [
      'an expression of its own',
      { type: 'mdxFlowExpression' },
      'MDX pages hold prose: an expression in braces is not allowed; write \\{ for a brace',
    ],
    [
      'an expression in the text',
      { type: 'mdxTextExpression' },
      'MDX pages hold prose: an expression in braces is not allowed; write \\{ for a brace',
    ],
    [
      'a script',
      { type: 'mdxJsxFlowElement', name: 'script' },
      '<script> is not among the components a page may use: SurveyReports',
    ],
    [
      'an element in the text',
      { type: 'mdxJsxTextElement', name: 'b' },
      '<b> is not among the components a page may use: SurveyReports',
    ],
    [
      'a fragment',
      { type: 'mdxJsxFlowElement', name: null },
      '<> is not among the components a page may use: SurveyReports',
    ],
    [
      'a component of another case',
      { type: 'mdxJsxFlowElement', name: component.toLowerCase() },
      '<surveyreports> is not among the components a page may use: SurveyReports',
    ],
    [
      'a component with attributes',
      { type: 'mdxJsxFlowElement', name: component, attributes: [{ type: 'mdxJsxExpressionAttribute' }] },
      '<SurveyReports> takes no attributes',
    ],
    ['an image', { type: 'image' }, 'images are not allowed in the text; describe it, or link to it'],
    [
      'an image by reference',
      { type: 'imageReference' },
      'images are not allowed in the text; describe it, or link to it',
    ],
    ['a link to a script', { type: 'link', url: 'javascript:alert(1)' }, LINK('javascript:alert(1)')],
    ['a script in capitals', { type: 'link', url: 'JAVASCRIPT:alert(1)' }, LINK('JAVASCRIPT:alert(1)')],
    ['a script with a tab', { type: 'link', url: 'java\tscript:x' }, LINK('java\tscript:x')],
    ['a script after a blank', { type: 'link', url: ' javascript:x' }, LINK(' javascript:x')],
    ['a script by definition', { type: 'definition', url: 'javascript:x' }, LINK('javascript:x')],
    ['data for a link', { type: 'link', url: 'data:text/html,x' }, LINK('data:text/html,x')],
    ['a link without protocol', { type: 'link', url: '//example.org' }, LINK('//example.org')],
    ['a relative link', { type: 'link', url: '../tools/' }, LINK('../tools/')],
    ['a link to nothing', { type: 'link', url: '' }, LINK('')],
    ['a link without address', { type: 'link' }, LINK('')],
  ])('%s', (_what, node, why) => {
    expect(refusalOf(node)).toBe(why);
  });
});

test.each<[string, Parameters<typeof refusalOf>[0]]>([
  ['a paragraph', { type: 'paragraph' }],
  ['code', { type: 'code' }],
  ['a component on the list', { type: 'mdxJsxFlowElement', name: component, attributes: [] }],
  ['a link to the open web', { type: 'link', url: 'https://example.org' }],
  ['a link in capitals', { type: 'link', url: 'HTTPS://example.org' }],
  ['a link to a page of the guide', { type: 'link', url: '/tools/tfx/' }],
  ['a link to the start page', { type: 'link', url: '/' }],
  ['a link within the page', { type: 'link', url: '#part' }],
  ['a link to write to', { type: 'link', url: 'mailto:a@b.org' }],
  ['a definition of an address', { type: 'definition', url: 'https://example.org' }],
])('an MDX page may hold %s', (_what, node) => {
  expect(refusalOf(node)).toBeUndefined();
});

describe('the plugin', () => {
  const render = async (text: string, file: string) => {
    const processor = await createMarkdownProcessor({ remarkPlugins: [remarkRefuseCode] });
    return processor.render(text, { fileURL: new URL(`file:///content/${file}`) });
  };

  test('stops the build of an MDX page and names the place', async () => {
    // Astro prints what it is about to throw.
    const printed = vi.spyOn(console, 'error').mockReturnValue();
    await expect(render('Text.\n\nSee [it](javascript:alert(1)).\n', 'tools/tfx.mdx')).rejects.toMatchObject({
      reason: 'a link may not lead to "javascript:alert(1)"',
      line: 3,
      column: 5,
    });
    printed.mockRestore();
  });

  test('lets a right MDX page pass', async () => {
    expect((await render('See [it](/tools/tfx/).', 'tools/tfx.mdx')).code).toContain('href="/tools/tfx/"');
  });

  test('leaves plain Markdown to the sanitiser', async () => {
    expect((await render('![a](https://example.org/b.png)', 'case-studies/shop.md')).code).toContain('<img');
  });
});
