import type { PhrasingContent, Root, RootContent } from 'mdast';
import { addressOf } from '../model/collections.ts';
import { markdownFacts, markdownTree } from '../model/markdown.ts';
import { addressFrom, bodyOf, type Body, type BodyPlace } from './twin-body.ts';
import { GUIDE } from '../model/guide.ts';
import type { Guide } from './twin-guide.ts';
import { EVIDENCE_SEEN } from './twin-lines.ts';
import { heading, joined, line, link, list, paragraph, type Part } from './twin-nodes.ts';

/** What a twin says, in the order in which it says it. */
export interface Twin {
  readonly title: string;
  /** Address of the page beside it, from the root of the site. */
  readonly address: string;
  readonly summary?: string;
  /** What it is: a paragraph each. */
  readonly facts: readonly (readonly Part[])[];
  readonly aliases?: readonly string[];
  readonly blocks: readonly (RootContent | undefined | false)[];
  /** The texts among its blocks: their sources and notes stand at the end. */
  readonly body?: Body;
  /** The day of its last change, where that is known. */
  readonly changed?: string | undefined;
}

/** A section of a twin; nothing where there is nothing in it. */
export const section = (
  title: string,
  ...blocks: readonly (RootContent | undefined | false)[]
): RootContent[] => {
  const inside = blocks.filter((block) => block !== undefined && block !== false);
  return inside.length > 0 ? [heading(2, title), ...inside] : [];
};

/** A list, or nothing where it has no items. */
export const listOf = (items: readonly PhrasingContent[][], ordered = false): RootContent | undefined =>
  items.length > 0 ? list(items, ordered) : undefined;

/** A paragraph that begins with what it is about. */
export const labelled = (label: string, ...parts: readonly Part[]): RootContent =>
  paragraph({ type: 'strong', children: line(`${label}.`) }, ' ', parts);

/** An address as a link that shows it; as text where it leads nowhere. */
export function shownAddress(typed: string, place: Pick<BodyPlace, 'page' | 'locate'>): PhrasingContent {
  const address = addressFrom(typed, place);
  return address === undefined ? { type: 'text', value: typed } : link(address, address);
}

/** The formatted reference of a work; its title where nothing could be formatted. */
export const referenceOf = (key: string, { texts, works }: Guide): string =>
  [texts.get(key), works.get(key)?.csl.title].find((text) => text !== undefined && text !== '') ?? key;

/** A cited work as the list of sources has it: the reference, where it is found, and how a case study saw it. */
function sourceLine(key: string, page: string, guide: Guide): PhrasingContent[] {
  const work = guide.works.get(key);
  const study = guide.caseStudyOf.get(key);
  return line(
    referenceOf(key, guide),
    ' ',
    work?.url
      ? shownAddress(work.url, { page, locate: guide.locate })
      : '(No public address of the original was seen.)',
    study && [
      ` Evidence: ${EVIDENCE_SEEN[study.data.evidence]}. Case study: `,
      link(guide.locate(addressOf('caseStudies', study.id)), study.data.title),
    ],
  );
}

/** A twin as a tree: title, what it is, text and relations, notes, sources, and what holds for all of it. */
export function treeOf(twin: Twin, guide: Guide): Root {
  const page = guide.locate(twin.address);
  const { aliases = [], body } = twin;
  const blocks: (RootContent | undefined | false)[] = [
    heading(1, twin.title.trim()),
    twin.summary !== undefined && { type: 'blockquote', children: [paragraph(twin.summary)] },
    ...twin.facts.map((fact) => paragraph(fact)),
    aliases.length > 0 && paragraph(`Also called: ${aliases.join(', ')}.`),
    ...twin.blocks,
    ...section('Notes', listOf(body?.notes ?? [], true)),
    ...section(
      'Sources',
      listOf(
        (body?.cited ?? []).map((key) => sourceLine(key, page, guide)),
        true,
      ),
    ),
    ...section(
      'About this text',
      list([
        line('Page: ', link(page, page)),
        ...(twin.changed === undefined ? [] : [line(`Last changed: ${twin.changed}`)]),
        line(
          'Licence: ',
          link(GUIDE.licenceAddress, GUIDE.licenceTitle),
          '; name the ',
          link(guide.locate('/'), GUIDE.title),
          ' and link to the page',
        ),
      ]),
    ),
  ];
  return { type: 'root', children: blocks.filter((block) => block !== undefined && block !== false) };
}

/** A text of plain Markdown; a pointer to its page where there is more nesting in it than anybody can read. */
export function plainBody(text: string, address: string, guide: Guide): Body {
  const page = guide.locate(address);
  if (markdownFacts(text).excess !== undefined)
    return {
      blocks: [
        paragraph('This text is nested too deeply to stand here; it is on ', link(page, 'its page'), '.'),
      ],
      cited: [],
      notes: [],
    };
  return bodyOf(markdownTree(text), placeOf(address, guide));
}

/** What a text needs to know of its page. */
export const placeOf = (address: string, { locate, works }: Guide): BodyPlace => ({
  page: locate(address),
  locate,
  works,
});

/** The day of the last change of a file, where that is known. */
export const changedOf = (path: string | undefined, { datesOf }: Guide): string | undefined =>
  datesOf(path).changed?.slice(0, 10);

/** Facts with a dot between them. */
export const dotted = (...facts: readonly Part[]): Part[] => joined(facts, ' · ');
