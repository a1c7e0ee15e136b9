import type { Redirects } from '../schema/redirects.ts';
import { referenceAnchor } from './citations.ts';
import { addressOf, COLLECTION_NAMES, COLLECTIONS, type CollectionName } from './collections.ts';

/**
 * Old addresses and where they lead today, from the root of the site.
 * @example redirectTable({ tools: { reef: 'snuba' } }) // { '/tools/reef/': '/tools/snuba/' }
 */
export const redirectTable = (redirects: Redirects): Record<string, string> =>
  Object.fromEntries(
    COLLECTION_NAMES.flatMap((name) =>
      Object.entries(redirects[COLLECTIONS[name].folder] ?? {}).map(([from, to]) => [
        addressOf(name, from),
        addressOf(name, to),
      ]),
    ),
  );

/** What a name was renamed to; nothing where it was not. */
export const renamedTo = (
  name: string,
  renamed: Readonly<Record<string, string>> = {},
): string | undefined => (Object.hasOwn(renamed, name) ? renamed[name] : undefined);

/** What an entry was renamed to, in the first of some folders that knows its old slug; nothing where none does. */
export const renamedIn = (
  slug: string,
  folders: readonly (typeof COLLECTIONS)[CollectionName]['folder'][],
  redirects: Redirects,
): string | undefined =>
  folders.map((folder) => renamedTo(slug, redirects[folder])).find((today) => today !== undefined);

/** Old keys of works and their keys of today: those of the bibliography, and the slugs of renamed case studies. */
export const renamedKeys = (redirects: Redirects): Readonly<Record<string, string>> => ({
  ...redirects['case-studies'],
  ...redirects.references,
});

/** Old anchors of a page. */
export interface OldAnchors {
  /** Old anchors, each with the one of today on the same page. */
  readonly renamed: readonly (readonly [from: string, to: string])[];
  /** Old anchors, each with the address that its part moved to. */
  readonly moved: readonly (readonly [from: string, to: string])[];
}

/** Old names of ids that are a slug, or begin with one, such as those of the questions of a challenge. */
const withOldSlug = (ids: Iterable<string>, from: string, to: string): [from: string, to: string][] =>
  [...ids]
    .filter((id) => id === to || id.startsWith(`${to}-`))
    .map((id) => [`${from}${id.slice(to.length)}`, id]);

/**
 * The old anchors of a page: what `redirects.yaml` says of it, and what follows from renamed slugs and keys, since
 * lists of references, questions and the review take their anchors from those.
 * @param address of the page, from the root of the site
 * @param ids the anchors that the page has today
 */
export function oldAnchorsOf(address: string, ids: ReadonlySet<string>, redirects: Redirects): OldAnchors {
  const stated = Object.entries(redirects.anchors?.[address] ?? {});
  const references = Object.entries(renamedKeys(redirects))
    .map(([from, to]) => [referenceAnchor(from), referenceAnchor(to)] as const)
    .filter(([, to]) => ids.has(to));
  const slugs = Object.entries(redirects.challenges ?? {}).filter(
    ([, to]) => address === '/review/' || address === addressOf('challenges', to),
  );
  const taken = new Set([...ids, ...stated.map(([from]) => from)]);
  return {
    renamed: [
      ...stated.filter(([, to]) => !to.startsWith('/')),
      ...[...references, ...slugs.flatMap(([from, to]) => withOldSlug(ids, from, to))].filter(
        ([from]) => !taken.has(from),
      ),
    ],
    moved: stated.filter(([, to]) => to.startsWith('/')),
  };
}
