import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { rehypeCitations } from './citations.ts';
import { rehypeBasePath, rehypeFocusableCode, rehypeScrollableTables } from './links.ts';
import { rehypeSafeMarkdown, remarkRefuseCode } from './safety.ts';

/**
 * The Markdown processor of the guide: GitHub's Markdown, made safe, with citations and internal links.
 * @param base the site's base path
 */
export const markdownProcessor = ({ base }: { base: string }) =>
  unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [remarkGfm, remarkRefuseCode],
    rehypePlugins: [
      rehypeSafeMarkdown,
      rehypeCitations,
      [rehypeBasePath, { base }],
      rehypeScrollableTables,
      rehypeFocusableCode,
    ],
  });
