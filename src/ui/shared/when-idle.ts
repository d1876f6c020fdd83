/** Where a browser cannot say when it has time. */
const PAUSE_MS = 60;

/** Has something done once the browser has time for it; returns how to call it off. */
export function whenIdle(act: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = window.requestIdleCallback(() => act());
    return () => window.cancelIdleCallback(asked);
  }
  const timer = setTimeout(act, PAUSE_MS);
  return () => clearTimeout(timer);
}
