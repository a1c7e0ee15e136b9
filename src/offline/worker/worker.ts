import { addressIn, pathIn, planFor } from '../files.ts';
import type { CopyList } from '../list.ts';
import { noteOf, withNote, type Reason } from '../note.ts';
import { contentIn, copyBehind, copyIn, rememberPage } from '../store.ts';

/*
 * Answers for the guide where there is no network, out of the copy that a reader has asked for on /offline/. It fetches
 * and updates nothing by itself. Whatever comes from the copy says so: pages carry a note, and only pages with that note
 * get data from the copy, so that neither pages nor search results are ever old without a word.
 */

/** TypeScript takes the global scope for that of any worker. */
const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;

/** A page of which there is a copy waits so long for the network, in milliseconds. */
const PATIENCE = 4000;

/** Stands in for pages that the copy does not hold. */
const MISSING = 'offline/missing/';

interface Copy extends Pick<CopyList, 'id' | 'version' | 'date'> {
  readonly hashes: ReadonlyMap<string, string>;
}

/** Read once while the worker runs; the page that changes the copy says so. */
let copy: Promise<Copy | undefined> | undefined;
const currentCopy = () =>
  (copy ??= copyIn(scope).then(
    (list) => list && { ...list, hashes: new Map(list.files.map(([path, hash]) => [path, hash])) },
  ));

function contentOf(copy: Copy, path: string): Promise<Response | undefined> {
  const hash = copy.hashes.get(path);
  return hash === undefined ? Promise.resolve(undefined) : contentIn(scope, hash);
}

async function fromCopy(event: FetchEvent, copy: Copy, reason: Reason, content: Response, status = 200) {
  // A device without any room left still shows the page; its search then asks the network.
  await rememberPage(scope, event.resultingClientId, copy.id).catch(() => undefined);
  const html = withNote(await content.text(), noteOf(reason, copy, new URL(scope).pathname));
  return new Response(html, { status, headers: content.headers });
}

/** Pages come from the network; from the copy, with a note, when there is none. */
async function page(event: FetchEvent, path: string): Promise<Response> {
  const network = fetch(event.request);
  const answer = network.then(
    (response) => (response.status < 500 ? response : ('fault' as const)),
    () => 'gone' as const,
  );
  const copy = await currentCopy();
  if (!copy) return network;
  const content = await contentOf(copy, path);
  const patience = new Promise<'slow'>((resolve) => {
    if (content) setTimeout(resolve, PATIENCE, 'slow');
  });
  const outcome = await Promise.race([answer, patience]);
  if (outcome instanceof Response) return outcome;
  if (content) return fromCopy(event, copy, outcome, content);
  if (outcome === 'fault') return network;
  // Hosts lead on to the slash.
  if (copy.hashes.has(`${path}/`))
    return Response.redirect(addressIn(scope, `${path}/`) + new URL(event.request.url).search);
  const missing = await contentOf(copy, MISSING);
  return missing ? fromCopy(event, copy, outcome, missing, 503) : network;
}

/** A name that changes with its content is never old. */
async function hashed({ request }: FetchEvent, path: string): Promise<Response> {
  const copy = await currentCopy();
  return (copy && (await contentOf(copy, path))) ?? fetch(request);
}

/** Data come from where their page came from, so that the two fit. */
async function data({ request, clientId }: FetchEvent, path: string): Promise<Response> {
  const copy = await currentCopy();
  const isOfCopy = copy && (await copyBehind(scope, clientId)) === copy.id;
  return (isOfCopy && (await contentOf(copy, path))) || fetch(request);
}

const ANSWERS = { page, hashed, data };

worker.addEventListener('fetch', (event) => {
  const plan = planFor(event.request, scope);
  if (plan !== 'leave') event.respondWith(ANSWERS[plan](event, pathIn(scope, event.request.url) ?? ''));
});
worker.addEventListener('message', () => (copy = undefined));
// Nothing of an older worker is left in a page, so a newer one need not wait until all are closed.
worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
