import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { rehypeCaseStudyAnchors } from './anchors.ts';
import { rehypeCitations } from './citations.ts';
import { rehypeBasePath, rehypeFocusableCode, rehypeScrollableTables } from './links.ts';
import { remarkPlainFirst } from './plain.ts';
import { rehypeTerms, type MarkedTerm } from './terms.ts';
import { rehypeSafeMarkdown, remarkPlainTasks, remarkRefuseCode, remarkWithoutImages } from './safety.ts';

/**
 * The Markdown processor of the guide: GitHub's Markdown, made safe, with citations and internal links.
 * @param base the site's base path
 * @param terms of the glossary
 */
export const markdownProcessor = ({ base, terms }: { base: string; terms: readonly MarkedTerm[] }) =>
  unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [remarkPlainFirst, remarkGfm, remarkRefuseCode, remarkWithoutImages, remarkPlainTasks],
    rehypePlugins: [
      rehypeSafeMarkdown,
      rehypeCitations,
      rehypeCaseStudyAnchors,
      [rehypeTerms, { terms }],
      [rehypeBasePath, { base }],
      rehypeScrollableTables,
      rehypeFocusableCode,
    ],
  });
