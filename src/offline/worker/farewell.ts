import { dropAll } from '../store.ts';

/*
 * Takes the place of the worker when a build offers no copy (`OFFLINE_COPY=off`): wherever a browser looks for a newer
 * worker, the copy goes, and this one with it.
 */

const worker = self as unknown as ServiceWorkerGlobalScope;

const leave = async () => {
  await dropAll(worker.registration.scope);
  await worker.registration.unregister();
};

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(leave()));
