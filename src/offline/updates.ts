import { TAKE_OVER } from './messages';

/** Why the page should be loaded anew: a newer version is there, or a part of this one can no longer be had. */
type Found = 'newer' | 'missing';

/** Follows whether the page should be loaded anew. */
export interface Updates {
  get: () => Found | null;
  subscribe: (listener: () => void) => () => void;
  /** Loads the page anew, with the newer version where there is one. */
  apply: () => void;
}

/** A page that stays open asks for a newer version no more often than this, in milliseconds. */
const PATIENCE = 60 * 60 * 1000;

/**
 * Keeps the site on the device and says when there is a newer one. Does nothing where the browser cannot, where the
 * visitor saves data, and inside of another site's page.
 */
export function keepSite(root: URL, window: Window & typeof globalThis): Updates {
  const listeners = new Set<() => void>();
  let waiting: ServiceWorker | null = null;
  let found: Found | null = null;
  const say = (what: Found): void => {
    found = what;
    listeners.forEach((listener) => listener());
  };
  const meet = (worker: ServiceWorker | null): void => {
    waiting = worker;
    say('newer');
  };
  const updates: Updates = {
    get: () => found,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply: () => {
      // Without one that waits, another page has already let the new version in.
      if (!waiting) window.location.reload();
      // A worker has no origin to name, unlike a window.
      // eslint-disable-next-line unicorn/require-post-message-target-origin
      waiting?.postMessage(TAKE_OVER);
      waiting?.addEventListener('statechange', () => window.location.reload(), { once: true });
    },
  };

  // The bundler's own event: a piece of the program did not come. Without a network that is said elsewhere.
  window.addEventListener('vite:preloadError', () => {
    if (window.navigator.onLine && found === null) say('missing');
  });

  const container = (window.navigator as Partial<Navigator>).serviceWorker;
  const { connection } = window.navigator as { connection?: { saveData?: boolean } };
  if (!container || connection?.saveData || window.top !== window) return updates;

  const follow = (registration: ServiceWorkerRegistration): void => {
    if (registration.waiting) meet(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        // The first one has nothing to wait for.
        if (worker.state === 'installed' && registration.active) meet(worker);
      });
    });
    let asked = Date.now();
    window.document.addEventListener('visibilitychange', () => {
      if (window.document.visibilityState !== 'visible' || Math.abs(Date.now() - asked) < PATIENCE) return;
      asked = Date.now();
      registration.update().catch((error: unknown) => console.info('no newer version could be asked for:', error));
    });
  };

  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (controlled) meet(null);
    controlled = true;
  });
  const start = (): void => {
    container
      .register(new URL('sw.js', root), { scope: root.pathname, updateViaCache: 'none' })
      // What blocks service workers may answer with nothing.
      .then((registration: ServiceWorkerRegistration | undefined) => registration && follow(registration))
      .catch((error: unknown) => console.info('the site is not kept for reading offline:', error));
  };
  // What the visitor came for goes first.
  const { requestIdleCallback } = window as Partial<Window>;
  const whenIdle = (): void => {
    if (requestIdleCallback) requestIdleCallback.call(window, start);
    else window.setTimeout(start, 2000);
  };
  if (window.document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle, { once: true });
  return updates;
}
