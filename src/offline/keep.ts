import { addressIn } from './files.ts';
import { extentOf, hashOf, missingFrom, type CopyList, type Extent, type ListedFile } from './list.ts';
import { copyIn, declareWhole, dropAll, dropOthers, hashesIn, storeContent } from './store.ts';

/** So many files are fetched at once; browsers open no more connections to one host without HTTP/2. */
const LANES = 6;

/**
 * Why a copy could not be made: no network or no answer, a site that offers none, no room, a host that sends something
 * else than was built, or a browser that refuses the worker.
 */
export type Obstacle = 'network' | 'offer' | 'room' | 'content' | 'worker';

export class KeepingFailed extends Error {
  readonly obstacle: Obstacle;
  /**
   * @param obstacle what stood in the way
   * @param about the path or message that tells more
   */
  constructor(obstacle: Obstacle, about: string) {
    super(about);
    this.obstacle = obstacle;
  }
}

/** How far a copy is: what is there, of all that belongs to it. */
export interface Progress {
  readonly here: Extent;
  readonly all: Extent;
}

export interface Keeping {
  /** The full address of the home page. */
  readonly scope: string;
  /** Stops the work; what was fetched stays, so that another attempt goes on from there. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * The list of the guide as the host has it now.
 * @throws KeepingFailed when it cannot be had
 */
export async function currentList(scope: string, signal?: AbortSignal): Promise<CopyList> {
  const name = 'offline.json';
  let answer: Response;
  try {
    answer = await fetch(scope + name, { cache: 'no-cache', ...(signal && { signal }) });
    if (answer.ok) return (await answer.json()) as CopyList;
  } catch (error) {
    signal?.throwIfAborted();
    throw new KeepingFailed('network', String(error));
  }
  throw new KeepingFailed(answer.status === 404 ? 'offer' : 'network', name);
}

/** Headers of an answer that still hold for its body once that is unpacked. */
function headersOf({ headers }: Response): Headers {
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length']) kept.delete(name);
  return kept;
}

async function fetchFile(scope: string, [path, hash]: ListedFile, signal: AbortSignal): Promise<void> {
  const answer = await fetch(addressIn(scope, path), { cache: 'reload', signal });
  if (answer.status >= 500) throw new KeepingFailed('network', path);
  const body = await answer.arrayBuffer();
  if (!answer.ok || (await hashOf(body)) !== hash) throw new KeepingFailed('content', path);
  await storeContent(scope, hash, new Response(body, { headers: headersOf(answer) }));
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/** Fetches the files of a list that are not there yet. @throws KeepingFailed, or the reason of the signal */
async function fetchMissing(list: CopyList, { scope, signal, onProgress }: Keeping): Promise<void> {
  const missing = missingFrom(await hashesIn(scope), list);
  const all = extentOf(list.files);
  const lacking = extentOf(missing);
  let here = { files: all.files - lacking.files, bytes: all.bytes - lacking.bytes };
  onProgress({ here, all });
  // The first lane that fails stops the others; all have ended before anything is told, so that nothing is stored later.
  const lanes = new AbortController();
  signal.addEventListener('abort', () => lanes.abort(), { once: true });
  let failure: unknown;
  const queue = missing.values();
  const lane = async () => {
    try {
      for (const file of queue) {
        await fetchFile(scope, file, lanes.signal);
        here = { files: here.files + 1, bytes: here.bytes + file[2] };
        onProgress({ here, all });
      }
    } catch (error) {
      failure ??= error;
      lanes.abort();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  signal.throwIfAborted();
  if (failure instanceof KeepingFailed) throw failure;
  if (failure !== undefined) throw new KeepingFailed(isFull(failure) ? 'room' : 'network', 'files');
}

/** This guide's own worker; another site of the host may have one that covers these pages too. */
export const workerIn = async (scope: string): Promise<ServiceWorkerRegistration | undefined> =>
  (await navigator.serviceWorker.getRegistrations()).find((registration) => registration.scope === scope);

/** Installs the worker, or looks whether there is a newer one, and waits until it answers. */
async function installWorker(scope: string): Promise<ServiceWorker> {
  const registration = await navigator.serviceWorker.register(`${scope}offline-worker.js`, { scope });
  // Of a worker that is there, registering leaves the browser to look for a newer one when it likes.
  if (registration.active) await registration.update();
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) throw new Error('no worker was installed');
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('the worker was given up'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
  return worker;
}

/**
 * Makes the guide of now the copy on this device. Until all of it is here, a copy of before stays what it is.
 * @returns what is kept now
 * @throws KeepingFailed, or the reason of the signal when that stops it
 */
export async function keepCopy(keeping: Keeping): Promise<CopyList> {
  const { scope, signal } = keeping;
  let list = await currentList(scope, signal);
  for (;;) {
    try {
      await fetchMissing(list, keeping);
      break;
    } catch (error) {
      if (!(error instanceof KeepingFailed && error.obstacle === 'content')) throw error;
      // The guide may have been published anew in the meantime.
      const newer = await currentList(scope, signal);
      if (newer.id === list.id) throw error;
      list = newer;
    }
  }
  try {
    const worker = await installWorker(scope);
    await declareWhole(scope, list);
    worker.postMessage('The copy has changed.');
  } catch (error) {
    throw new KeepingFailed(isFull(error) ? 'room' : 'worker', String(error));
  }
  await dropOthers(scope, list);
  return list;
}

/** Removes the copy, whole or not, and the worker. */
export async function removeCopy(scope: string): Promise<void> {
  const registration = await workerIn(scope);
  await dropAll(scope);
  await registration?.unregister();
}

/** What of the guide is on this device: a copy that is served, and how many contents. */
export interface Holding {
  readonly copy?: CopyList | undefined;
  readonly contents: number;
}

/** What of the guide is on this device now. @param scope full address of the home page */
export async function holdingIn(scope: string): Promise<Holding> {
  const [copy, hashes, registration] = await Promise.all([copyIn(scope), hashesIn(scope), workerIn(scope)]);
  // Without its worker a copy is of no use until it is kept again.
  return { copy: registration?.active ? copy : undefined, contents: hashes.size };
}
