import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { describe, expect, test, vi } from 'vitest';
import { remarkRefuseCode } from './safety.ts';

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
