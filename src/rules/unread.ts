import { COLLECTION_NAMES } from '../model/collections.ts';
import type { Content, Part, Where } from './rule.ts';

/** The parts whose entries have a file, and so a text, each. */
export const TEXT_PARTS = [...COLLECTION_NAMES, 'pages'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** A Markdown body, and whose it is. */
export interface Text {
  readonly where: Where;
  readonly body: string;
}

const unreadOf = ({ unread = [] }: Content, part: Part) =>
  unread.filter(({ collection }) => collection === part);

/** Whether something of these parts could not be read, so that a rule cannot know what it would say. */
export const lacks = (content: Content, parts: readonly Part[]): boolean =>
  parts.some((part) => unreadOf(content, part).length > 0);

/** Whether not even the text of an entry could be read. */
export const lacksText = ({ unread = [] }: Content): boolean => unread.some(({ body }) => body === undefined);

/** Slugs of a part, those that could not be read too: a link to them is no slip of its own. */
export const slugsOf = (content: Content, part: TextPart): string[] =>
  [...content[part], ...unreadOf(content, part)].map(({ id }) => id);

/** Texts of some parts, those under unsound front matter too. */
export const textsOf = (content: Content, parts: readonly TextPart[]): Text[] =>
  parts.flatMap((collection) =>
    [
      ...content[collection].map(({ id, body = '' }) => ({ id, body })),
      ...unreadOf(content, collection).flatMap(({ id, body }) => (body === undefined ? [] : { id, body })),
    ].map(({ id, body }) => ({ where: { collection, id }, body })),
  );

/** Records of a part, those that are not sound too: theirs may have any shape. */
export const recordsOf = (content: Content, part: TextPart): { id: string; record: unknown }[] => [
  ...content[part].map(({ id, data }) => ({ id, record: data })),
  ...unreadOf(content, part).flatMap(({ id, record }) => (record === undefined ? [] : { id, record })),
];

type Told = Pick<Where, 'collection' | 'id'>;

/** The order in which what stands twice is told: what the check was asked about comes last and is told of, the rest by slug. */
export function orderOfTelling({ judged = [] }: Content): (a: Told, b: Told) => number {
  const nameOf = ({ collection, id }: Told) => `${collection}/${id}`;
  const late = new Set(judged.map(nameOf));
  return (a, b) =>
    Number(late.has(nameOf(a))) - Number(late.has(nameOf(b))) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
