import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { compile } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import { VFile } from 'vfile';
import { describe, expect, test, vi } from 'vitest';
import { remarkRefuseCode } from './safety.ts';

/** Compiles an MDX text as the build does, as far as it matters what may stand in it. */
const compiled = (text: string, frontmatter: Record<string, unknown> = {}) =>
  compile(
    new VFile({
      value: text,
      path: '/content/challenges/model-deployment/concept-drift.mdx',
      data: { astro: { frontmatter } },
    }),
    { remarkPlugins: [remarkGfm, remarkRefuseCode] },
  );

describe('an MDX page does not build with', () => {
  test.each([
    ['an import', "import fs from 'node:fs'\n\nText."],
    ['an export', 'export const a = process.env;\n\nText.'],
    ['an export that gives the page a layout', 'export default function ({ children }) { return children; }'],
    ['an expression', 'Text {process.env.HOME} text.'],
    ['an expression of its own', '{(() => process.exit())()}'],
    ['an expression with nothing but a comment', 'Text {/* a */} text.'],
    ['an expression in a link', '[{process.env.HOME}](/tools/tfx/)'],
    ['an expression in a table', '| a |\n|---|\n| {process.env.HOME} |'],
    ['an expression in a footnote', 'Text[^1].\n\n[^1]: {process.env.HOME}'],
    ['an expression in a known component', '<Symptoms>{process.env.HOME}</Symptoms>'],
    ['an expression as an attribute', '<Case of={process.env.HOME} />'],
    ['attributes that are spread', '<Case {...process.env} />'],
    ['an attribute on a component that takes none', '<Symptoms onclick="alert(1)" />'],
    ['an unknown component', '<Component />'],
    ['a member of a known component', '<Case.Inner of="a" />'],
    ['a name with a namespace', '<a:Case of="a" />'],
    ['a fragment', '<>Text</>'],
    ['a script', '<script>alert(1)</script>'],
    ['an element', 'Text <b>bold</b>.'],
    ['an image', '![a](./script.js?a.png)'],
    ['an image by reference', '![a]\n\n> [a]: ./script.js?a.png'],
    ['a link to a script', '[a](javascript:alert\\(1\\))'],
    ['a definition that leads to a script', '[a][b]\n\n> [b]: JavaScript:alert(1)'],
  ])('%s', async (_what, text) => {
    await expect(compiled(text)).rejects.toMatchObject({
      fatal: true,
      reason: expect.stringMatching(/allowed|not among|takes|may not lead/) as string,
      line: expect.any(Number) as number,
    });
  });

  test('a layout, which Astro would import', async () => {
    await expect(compiled('Text.', { layout: '../../case-studies/a.astro' })).rejects.toThrow(
      'MDX pages hold prose: "layout" is not allowed',
    );
  });

  test('nothing else: prose and known components build', async () => {
    const { value } = await compiled('## A\n\nText [a](/tools/tfx/) [@k].\n\n<Case of="a" />\n', {
      title: 'A',
    });
    expect(String(value)).toContain('of: "a"');
  });
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

  test('leaves plain Markdown to the plugins for it', async () => {
    expect((await render('![a](https://example.org/b.png)', 'case-studies/shop.md')).code).toContain('<img');
  });
});
