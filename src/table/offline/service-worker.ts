/**
 * The service worker: keeps every file of the page on this machine and answers with them, so that a second visit needs no server (TB16).
 *
 * It answers for what it has: the page at its own address, whatever is asked after `?`, and its files. Any other address below it is the
 * server's to answer; where no server does, the page opens and says what it makes of that address (TB111). A version is taken whole or not
 * at all, and waits beside the one in use until the page says so. Built as a file of its own by src/cli/page/offline-plugin.ts.
 */
import type { KeptFile } from './kept-file.ts';

/** Put here when the page is built: all that is kept. */
declare const __KEPT_FILES__: readonly KeptFile[];

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** What is used here of the worker's global scope; TypeScript knows either a page's or a worker's. */
interface Scope {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}
declare const self: Scope;

const { scope } = self.registration;
/** A cache is the origin's: another copy of the page in another folder has its own. */
const CACHE = `deconflict ${scope}`;
/** By address without what follows `?`, the key in the cache. What changes under one name is kept by its revision. */
const KEYS = new Map(
  __KEPT_FILES__.map(({ url, revision }) => {
    const address = new URL(url, scope).href;
    return [address, revision === null ? address : `${address}?revision=${revision}`] as const;
  }),
);

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([dropOld(), dropEarlierCaches()])));
self.addEventListener('message', ({ data }) => {
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { origin, pathname } = new URL(request.url);
  const key = keyOf(`${origin}${pathname}`);
  if (key !== undefined) event.respondWith(kept(key, request));
  else if (request.mode === 'navigate') event.respondWith(fromServer(request));
});

function keyOf(address: string): string | undefined {
  return KEYS.get(address === scope ? new URL('index.html', scope).href : address);
}

/** Fetches what is not kept yet. One file that does not come, and the version is not taken; the next try begins where this one ended. */
async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  const has = new Set((await cache.keys()).map(({ url }) => url));
  const missing = [...KEYS].filter(([, key]) => !has.has(key));
  await Promise.all(
    missing.map(async ([address, key]) => {
      // A name with a hash in it says what is in the file; any other may lie in the browser's own cache as it was before.
      const answer = await fetch(address, { cache: address === key ? 'default' : 'reload' });
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
      await cache.put(key, answer);
    }),
  );
}

/** Drops what only earlier versions need. */
async function dropOld(): Promise<void> {
  const cache = await caches.open(CACHE);
  const needed = new Set(KEYS.values());
  for (const { url } of await cache.keys()) if (!needed.has(url)) await cache.delete(url);
}

/** Drops the caches of the Workbox worker that this page had before: they end in the address of the page they belong to. */
async function dropEarlierCaches(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('workbox-') && name.endsWith(`-${scope}`)) await caches.delete(name);
  }
}

async function kept(key: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(key, { ignoreVary: true })) ?? fetch(request);
}

async function fromServer(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const { pathname, search } = new URL(request.url);
    return Response.redirect(`${scope}#/${pathname.slice(new URL(scope).pathname.length)}${search}`, 302);
  }
}
