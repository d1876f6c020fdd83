import { keptSite, type WorkerParts } from './kept-site';
import { TAKE_OVER } from './messages';
import type { Precache } from './precache';

/** Written before this code by the build. */
declare const PRECACHE: Precache;

/** What the types of a page do not have. */
interface Extendable extends Event {
  waitUntil: (work: Promise<void>) => void;
}
interface Fetching extends Event {
  request: Request;
  clientId: string;
  respondWith: (response: Promise<Response>) => void;
}
interface Scope {
  clients: WorkerParts['clients'];
  registration: { scope: string };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install' | 'activate', listener: (event: Extendable) => void) => void) &
    ((type: 'fetch', listener: (event: Fetching) => void) => void) &
    ((type: 'message', listener: (event: MessageEvent<unknown>) => void) => void);
}
const scope = self as unknown as Scope;

const site = keptSite(PRECACHE, {
  caches,
  clients: scope.clients,
  fetch: (request, init) => fetch(request, init),
  scope: scope.registration.scope,
});

// A new version waits until no page of the old one is open, or until a visitor asks for it.
scope.addEventListener('install', (event) => event.waitUntil(site.install()));
scope.addEventListener('activate', (event) => event.waitUntil(site.activate()));
scope.addEventListener('fetch', (event) => {
  const answer = site.answer(event.request, event.clientId);
  if (answer) event.respondWith(answer);
});
scope.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void scope.skipWaiting();
});
