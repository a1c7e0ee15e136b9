import type { CopyList } from './list.ts';

/*
 * Where a copy lies in the browser, for the page that keeps it and the worker that serves it. Contents lie under their
 * hash, so an update fetches and drops only what differs; the list that says which path has which content is written
 * last, in one go, so that a copy is whole or is none.
 */

/** Changes with the form of what is stored. */
const FORM = 'field-guide-copy-1';

/** Names of the caches; they carry the path of the home page, since several guides may live on one host. */
const cacheName = (scope: string, what: 'files' | 'list' | 'pages') =>
  `${FORM} ${new URL(scope).pathname} ${what}`;

const LIST_KEY = 'offline.json';
const fileKey = (scope: string, hash: string) => `${scope}offline/${hash}`;
const pageKey = (scope: string, client: string) => `${scope}offline/?page=${client}`;

/** The whole copy that this browser keeps; undefined when there is none. @param scope full address of the home page */
export async function copyIn(scope: string): Promise<CopyList | undefined> {
  // Unlike opening a cache, this leaves nothing behind where there is none.
  const kept = await caches.match(scope + LIST_KEY, { cacheName: cacheName(scope, 'list') });
  return kept && ((await kept.json()) as CopyList);
}

/** Says that everything of a list is there: from now on, this is the copy. */
export async function declareWhole(scope: string, list: CopyList): Promise<void> {
  const cache = await caches.open(cacheName(scope, 'list'));
  await cache.put(scope + LIST_KEY, new Response(JSON.stringify(list)));
}

/** Hashes of the contents that are there, whether or not a copy is whole. */
export async function hashesIn(scope: string): Promise<Set<string>> {
  const name = cacheName(scope, 'files');
  if (!(await caches.has(name))) return new Set();
  const keys = await (await caches.open(name)).keys();
  return new Set(keys.map(({ url }) => url.slice(fileKey(scope, '').length)));
}

/** The content with a hash. */
export const contentIn = (scope: string, hash: string): Promise<Response | undefined> =>
  caches.match(fileKey(scope, hash), { cacheName: cacheName(scope, 'files') });

/** Stores a content. @throws QuotaExceededError (a DOMException) when the browser has no room */
export async function storeContent(scope: string, hash: string, content: Response): Promise<void> {
  await (await caches.open(cacheName(scope, 'files'))).put(fileKey(scope, hash), content);
}

/** Drops the contents that a list does not need. */
export async function dropOthers(scope: string, { files }: CopyList): Promise<void> {
  const needed = new Set(files.map(([, hash]) => hash));
  const cache = await caches.open(cacheName(scope, 'files'));
  for (const hash of await hashesIn(scope)) if (!needed.has(hash)) await cache.delete(fileKey(scope, hash));
}

/** Drops everything of this guide. */
export async function dropAll(scope: string): Promise<void> {
  // The list first: what is half gone is no copy.
  for (const what of ['list', 'files', 'pages'] as const) await caches.delete(cacheName(scope, what));
}

/** So many open pages are remembered: more than anybody reads at once. */
const MOST_PAGES = 100;

/** Remembers that an open page came from a copy; the worker itself is ended and started again as the browser likes. */
export async function rememberPage(scope: string, client: string, copy: string): Promise<void> {
  const cache = await caches.open(cacheName(scope, 'pages'));
  await cache.put(pageKey(scope, client), new Response(copy));
  for (const old of (await cache.keys()).slice(0, -MOST_PAGES)) await cache.delete(old);
}

/** The id of the copy that an open page came from; undefined when the network brought it. */
export async function copyBehind(scope: string, client: string): Promise<string | undefined> {
  const kept = await caches.match(pageKey(scope, client), { cacheName: cacheName(scope, 'pages') });
  return kept?.text();
}
