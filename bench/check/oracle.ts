import { parseFrontmatter, unified } from '@astrojs/markdown-remark';
import type { Nodes, Root } from 'hast';
import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { rehypeCaseStudyAnchors } from '../../src/markdown/anchors.ts';
import { rehypeSafeMarkdown, remarkPlainTasks } from '../../src/markdown/safety.ts';
import type { KnownContent } from '../../src/reading/known-content.ts';
import { CaseStudy } from '../../src/schema/case-study.ts';
import type { Mutant } from './mutations.ts';

/*
 * A second opinion on whether a case study is sound. It reads the file as the build does, with Astro's own reader of
 * fields and Astro's own Markdown, and shares nothing with the check but the schema of the fields and the sanitiser.
 */

/** Signs that take no room, or turn the reading order; those that emoji and some scripts need aside. */
const UNSEEN =
  /[[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]--[\t\n\r\u200c\u200d\ufe00-\ufe0f\u180b-\u180d\u180f\u{e0100}-\u{e01ef}]]/v;

const hasUnseen = (value: unknown): boolean =>
  typeof value === 'string'
    ? UNSEEN.test(value)
    : value !== null && typeof value === 'object' && Object.values(value).some(hasUnseen);

const wordsIn = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(wordsIn).join('') : '';

const saysSomething = (node: Nodes) => /[\p{L}\p{N}]/u.test(wordsIn(node));

const isElement = (node: Nodes, name: string): boolean => node.type === 'element' && node.tagName === name;

/** A tree without its places, and with the schemes of addresses as browsers compare them. */
const comparable = (node: Root): unknown =>
  JSON.parse(
    JSON.stringify(node, (key, value: unknown) => {
      if (key === 'position' || key === 'data') return undefined;
      return key === 'href' && typeof value === 'string'
        ? value.replace(/^\w+:/, (scheme) => scheme.toLowerCase())
        : value;
    }),
  );

/** A text as Astro makes a tree of it, before anything is taken out of it, after the sanitiser, and with its anchors. */
interface Trees {
  readonly raw: Root;
  readonly safe: Root;
  readonly anchored: Root;
}

/** What the last rendering came by. */
const captured: Trees[] = [];

const rendering = (() => {
  const capture = () => (tree: Root, file: VFile) => {
    const raw = structuredClone(tree);
    const safe = rehypeSafeMarkdown()(structuredClone(tree), file);
    const anchored = structuredClone(safe);
    rehypeCaseStudyAnchors()(anchored, file);
    captured.push({ raw, safe, anchored });
  };
  return unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [remarkGfm, remarkPlainTasks],
    rehypePlugins: [capture],
  }).createRenderer({ syntaxHighlight: false });
})();

async function treesOf(text: string): Promise<Trees> {
  captured.length = 0;
  await (
    await rendering
  ).render(text, { fileURL: new URL('file:///content/case-studies/x.md'), frontmatter: {} });
  const [trees] = captured;
  if (!trees) throw new Error('the text was not rendered');
  return trees;
}

const PAGES = [
  '/',
  '/stages/',
  '/symptoms/',
  '/glossary/',
  '/paths/',
  '/references/',
  '/matrix/',
  '/search/',
  '/contribute/',
  '/about/',
];

function pagesOf(known: KnownContent, slug: string): Set<string> {
  const entries = (folder: string, slugs: readonly (readonly [string, ...unknown[]])[]) => [
    `/${folder}/`,
    ...slugs.map(([id]) => `/${folder}/${id}/`),
  ];
  return new Set([
    ...PAGES,
    ...known.stages.map((stage) => `/stages/${stage}/`),
    ...entries('challenges', known.challenges),
    ...entries('mitigations', known.mitigations),
    ...entries('tools', known.tools),
    ...entries('approaches', known.approaches),
    ...entries('case-studies', [...known.caseStudies, [slug]]),
  ]);
}

const SECTIONS = ['Problem', 'What was done', 'Outcome'];

/** What is wrong with the sections of a text: each there, in order, with words in it. */
function faultOfSections({ children }: Root): string | undefined {
  const titles: string[] = [];
  let words = true;
  for (const node of children) {
    if (isElement(node, 'h1')) return 'a heading of the first level';
    if (isElement(node, 'h2')) {
      if (!words) return `nothing below "${titles.at(-1) ?? ''}"`;
      titles.push(wordsIn(node).trim());
      words = false;
    } else if (!(node.type === 'element' && /^(?:h\d|section)$/.test(node.tagName)) && saysSomething(node))
      words = true;
  }
  if (!words) return `nothing below "${titles.at(-1) ?? ''}"`;
  const own = titles.filter((title) => title !== 'Footnotes');
  const wanted = own.at(-1) === 'Lessons' ? [...SECTIONS, 'Lessons'] : SECTIONS;
  return isDeepStrictEqual(own, wanted) ? undefined : `the sections ${JSON.stringify(own)}`;
}

/** Where a link may lead, judged by the address that a browser gets. */
function faultOfAddress(
  href: string,
  anchors: ReadonlySet<string>,
  pages: ReadonlySet<string>,
): string | undefined {
  if (href.startsWith('#'))
    return anchors.has(decodeURIComponent(href.slice(1))) ? undefined : `the anchor ${href}`;
  const url = URL.parse(href, 'guide://guide/');
  if (!url) return `the address ${href}`;
  if (url.protocol === 'guide:')
    return href.startsWith('/') && pages.has(href.replace(/[?#].*$/s, '')) ? undefined : `the page ${href}`;
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return `the address ${href}`;
  if (url.protocol === 'mailto:') return url.pathname.includes('@') ? undefined : `the address ${href}`;
  return /^https?:\/\//i.test(href) ? undefined : `the address ${href}`;
}

function faultOfTree({ raw, safe, anchored }: Trees, known: KnownContent, slug: string): string | undefined {
  let fault: string | undefined;
  const anchors = new Set<string>();
  visit(anchored, 'element', ({ properties: { id } }) => {
    if (typeof id === 'string') anchors.add(id);
  });
  const pages = pagesOf(known, slug);
  visit(raw, (node) => {
    if (fault !== undefined) return;
    if ((node.type as string) === 'raw' || node.type === 'comment' || node.type === 'doctype')
      fault = 'raw HTML';
    if (node.type === 'text' && UNSEEN.test(node.value)) fault = 'a sign that nobody sees';
    if (node.type !== 'element') return;
    const { href, title, src } = node.properties;
    if (node.tagName === 'img' || src !== undefined) fault = 'an image';
    if (typeof title === 'string' && UNSEEN.test(title)) fault = 'a sign that nobody sees in a title';
    if (node.tagName === 'a' && typeof href === 'string') fault ??= faultOfAddress(href, anchors, pages);
  });
  if (fault !== undefined) return fault;
  return isDeepStrictEqual(comparable(raw), comparable(safe))
    ? undefined
    : 'something that the sanitiser takes out';
}

/** Citations in the prose of a tree that name nothing. */
function faultOfCitations(tree: Root, known: KnownContent, slug: string): string | undefined {
  const keys = new Set([...known.works, ...known.caseStudies.map(([id]) => id), slug]);
  let fault: string | undefined;
  const walk = (node: Nodes): void => {
    if (isElement(node, 'code') || isElement(node, 'a')) return;
    if (node.type === 'text')
      for (const [all, inner = ''] of node.value.matchAll(/\[(@[^[\]]*)\]/g))
        if (!inner.split(/\s*;\s*/).every((part) => part.startsWith('@') && keys.has(part.slice(1))))
          fault ??= `the citation ${all}`;
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return fault;
}

/** What is wrong with the fields as the build reads them. */
function faultOfFields(fields: unknown, known: KnownContent): string | undefined {
  const parsed = CaseStudy.safeParse(fields);
  if (!parsed.success)
    return `the field ${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? ''}`;
  const { data } = parsed;
  if (hasUnseen(data)) return 'a sign that nobody sees in a field';
  const lacks = (slugs: readonly string[], ...there: (readonly (readonly [string, ...unknown[]])[])[]) =>
    slugs.find((slug) => !there.flat().some(([id]) => id === slug));
  const unknown =
    lacks(data.challenges, known.challenges) ??
    lacks(
      data.mitigations.map(({ id }) => id),
      known.mitigations,
    ) ??
    lacks(data.tools, known.tools, known.approaches);
  if (unknown !== undefined) return `the slug ${unknown}`;
  if ((data.status === undefined) !== (data.statusAsOf === undefined)) return 'a status without its date';
  if (
    data.mitigations.some(
      ({ basis, outcome }) => /proposed|inferred/.test(basis) && outcome !== 'not-reported',
    )
  )
    return 'an outcome of what nobody applied';
  const { source, title } = data;
  const twin = known.caseStudies.find(
    ([, other, numbers]) =>
      other.toLowerCase() === title.toLowerCase() ||
      (['doi', 'arxiv', 'isbn', 'url'] as const).some(
        (key) => source[key] !== undefined && source[key] === numbers[key],
      ),
  );
  return twin && `what the case study ${twin[0]} tells`;
}

/**
 * Says what is wrong with a file, or nothing when it is sound.
 * @param known what stands around it
 */
export async function faultOf(
  { name, bytes }: Pick<Mutant, 'name' | 'bytes'>,
  known: KnownContent,
): Promise<string | undefined> {
  const slug = name.slice(0, -3);
  if (!name.endsWith('.md') || slug.length > 60 || slug.split('-').some((word) => !/^[a-z0-9]+$/.test(word)))
    return 'the name';
  if (Object.hasOwn(Object.getOwnPropertyDescriptors(Object.prototype), slug) || slug === 'prototype')
    return 'the name';
  if (bytes.length > 65_536) return 'the size';
  if (!isUtf8(bytes)) return 'bytes that are no UTF-8';
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  let read;
  try {
    read = parseFrontmatter(text, { frontmatter: 'empty-with-spaces' });
  } catch (error) {
    return `the fields: ${(error as Error).message.split('\n')[0] ?? ''}`;
  }
  const ofFields = faultOfFields(read.frontmatter, known);
  if (ofFields !== undefined) return ofFields;
  const trees = await treesOf(read.content);
  const { raw } = trees;
  return faultOfTree(trees, known, slug) ?? faultOfSections(raw) ?? faultOfCitations(raw, known, slug);
}
