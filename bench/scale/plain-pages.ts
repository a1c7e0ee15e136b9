import { guideOf } from '../../src/exports/twin-guide.ts';
import { markdownOf } from '../../src/exports/twin-text.ts';
import { twinOf } from '../../src/exports/twin.ts';
import { formattedReferences } from '../../src/model/bibliography.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from '../../src/model/collections.ts';
import { worksByKey } from '../../src/model/references.ts';
import type { Content } from '../../src/rules/rule.ts';
import type { Generated } from '../generated/content.ts';

/** A page as any generator of documentation takes it: a title, and Markdown. */
export interface PlainPage {
  /** Path without ending, from the root of the pages. */
  readonly path: string;
  readonly title: string;
  readonly body: string;
}

/** Markdown without what stands before its first text: front matter, or the heading of the page. */
const bodyOf = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n|^# .*\n/, '').trimStart();

/** Citations as words, since plain Markdown has none. */
const withCitations = (body: string) =>
  body.replace(/\[@([^\]]+)\]/g, (_, keys: string) => `(${keys.replaceAll('@', '')})`);

/** The elements of a challenge as Markdown: entries that it tells of become headings, lists of more are left out. */
const withoutElements = (body: string, titles: ReadonlyMap<string, string>): string =>
  body
    .replace(
      /^<(Case|Mitigation|Tool) of="([^"]+)">$/gm,
      (_, element: keyof typeof TOLD, slug: string) =>
        `### [${titles.get(slug) ?? slug}](/${COLLECTIONS[TOLD[element]].folder}/${slug}/)`,
    )
    .replace(/^<.*>\n\n?/gm, '');

const TOLD = { Case: 'caseStudies', Mitigation: 'mitigations', Tool: 'tools' } as const;

/** The entries of the catalogue as their Markdown twins, with addresses from the root. */
function twinPages(content: Content): PlainPage[] {
  const works = worksByKey(content);
  const guide = guideOf({
    catalogue: content,
    works,
    texts: formattedReferences([...works.values()]),
    prose: new Map(content.pages.map((page) => [page.id, page])),
    locate: (path) => path,
    datesOf: () => ({}),
  });
  const pagesOf = <Name extends CollectionName>(name: Name) =>
    (content[name] as readonly Entry<{ readonly title: string }>[]).map((entry) => ({
      path: `${COLLECTIONS[name].folder}/${entry.id}`,
      title: entry.data.title,
      body: bodyOf(markdownOf(twinOf(name, entry as Content[Name][number], guide))),
    }));
  return COLLECTION_NAMES.flatMap(pagesOf);
}

/** Generated entries: their text, and none of the relations that this guide shows around it. */
function generatedPages(content: Content, { caseStudies, challenges }: Generated): PlainPage[] {
  const titleIn = (text: string) => /^title: (.+)$/m.exec(text)?.[1] ?? '';
  const cases = caseStudies.map(({ slug, text }) => ({ slug, title: titleIn(text), body: bodyOf(text) }));
  const titles = new Map([
    ...cases.map(({ slug, title }) => [slug, title] as const),
    ...[...content.mitigations, ...content.tools].map(({ id, data }) => [id, data.title] as const),
  ]);
  return [
    ...cases.map(({ slug, title, body }) => ({
      path: `${COLLECTIONS.caseStudies.folder}/${slug}`,
      title,
      body: withCitations(body),
    })),
    ...challenges.map(({ slug, title, body }) => ({
      path: `${COLLECTIONS.challenges.folder}/${slug}`,
      title,
      body: withCitations(withoutElements(body, titles)),
    })),
  ];
}

/** A page that links to pages. */
const listOf = (path: string, title: string, pages: readonly PlainPage[]): PlainPage => ({
  path,
  title,
  body: `${pages.map((page) => `- [${page.title}](/${page.path}/)`).join('\n')}\n`,
});

/**
 * A catalogue as plain Markdown, as somebody would write it down for another generator: the real entries with all that
 * their pages show, the generated ones as text alone, which is less than this guide's pages hold, and a list for each
 * kind.
 */
export function plainPagesOf(content: Content, generated: Generated): PlainPage[] {
  const entries = [...twinPages(content), ...generatedPages(content, generated)];
  const lists = COLLECTION_NAMES.map((name) => {
    const { folder, title } = COLLECTIONS[name];
    return listOf(
      `${folder}/index`,
      title,
      entries.filter(({ path }) => path.startsWith(`${folder}/`)),
    );
  });
  const home = listOf('index', 'ML Deployment Field Guide', lists);
  return [...entries, ...lists, { ...home, body: home.body.replaceAll('/index/', '/') }];
}
