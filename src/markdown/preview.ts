import type { Root } from 'hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { rehypeCitations } from './citations.ts';
import { rehypeBasePath, rehypeScrollableTables } from './links.ts';
import { rehypeSafeMarkdown, remarkPlainTasks } from './safety.ts';

/**
 * The text of a case study as its page will show it: read, made safe and linked by the plugins of the build.
 * @param base the site's base path
 */
export function previewOf(markdown: string, base: string): Root {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkPlainTasks)
    .use(remarkRehype)
    .use(rehypeSafeMarkdown)
    .use(rehypeCitations)
    .use(rehypeBasePath, { base })
    .use(rehypeScrollableTables);
  return processor.runSync(processor.parse(markdown), new VFile({ path: 'preview.md' }));
}
